/** A lane with simulated devices around a stage: what the living port and the passage on photographs share. */
import {
  SimulatedCamera,
  SimulatedDoorController,
  SimulatedFingerReader,
  SimulatedOccupancy,
  SimulatedPrinter,
  SimulatedScreen,
  SimulatedSignal,
} from '../../devices/index.ts';
import type { Clock, Random } from '../../kernel/index.ts';
import type { LaneDevices } from '../../lane/index.ts';
import type { LaneStage } from '../../simulator/index.ts';

export interface SimulatedLaneParts {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly stage: LaneStage;
}

export function simulateDevices({ id, clock, random, stage }: SimulatedLaneParts): LaneDevices {
  const part = (name: string) => ({ id: `${id}/${name}`, clock, random: random.fork(name) });
  const door = new SimulatedDoorController(part('door'));
  const occupancy = new SimulatedOccupancy(part('occupancy'));
  stage.attach(occupancy);
  return {
    camera: new SimulatedCamera({ ...part('camera'), source: stage.mouthCamera }),
    chamberCamera: new SimulatedCamera({ ...part('chamber-camera'), source: stage.chamberCamera }),
    entry: door.entry,
    exit: door.exit,
    fingerReader: new SimulatedFingerReader({ ...part('finger-reader'), source: stage.glass }),
    occupancy,
    screen: new SimulatedScreen(part('screen')),
    signal: new SimulatedSignal(part('signal')),
    printer: new SimulatedPrinter(part('printer')),
  };
}
