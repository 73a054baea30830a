import { describe, it } from 'vitest';
import { type Frame, ManualClock, millis, parseInstant, seededRandom } from '../kernel/index.ts';
import {
  type ConformanceCase,
  cameraConformance,
  fingerReaderConformance,
  gateConformance,
  occupancyConformance,
  PushedCamera,
  printerConformance,
  SimulatedCamera,
  SimulatedDoorController,
  SimulatedFingerReader,
  SimulatedOccupancy,
  SimulatedPrinter,
  SimulatedScreen,
  SimulatedSignal,
  screenConformance,
  signalConformance,
} from './index.ts';

const start = parseInstant('2025-11-05T10:00:00+08:00');
const picture: Frame = { width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

function bench() {
  const clock = new ManualClock(start);
  return { clock, random: seededRandom(7), elapse: (ms: number) => clock.advanceAsync(millis(ms)) };
}

function run(kind: string, cases: ConformanceCase[]): void {
  describe(kind, () => {
    for (const [i, { name, run }] of cases.entries()) it(`${i + 1}. ${name}`, run);
  });
}

run(
  'simulated camera',
  cameraConformance(() => {
    const { clock, random, elapse } = bench();
    return { camera: new SimulatedCamera({ id: 'c', clock, random, source: () => picture }), elapse };
  }),
);

run(
  'pushed camera',
  cameraConformance(() => {
    const { clock } = bench();
    const camera = new PushedCamera({ id: 'c', clock });
    const elapse = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 50) {
        camera.push(picture);
        await clock.advanceAsync(millis(50));
      }
    };
    return { camera, elapse };
  }),
);

run(
  'simulated gate',
  gateConformance(() => {
    const { clock, random, elapse } = bench();
    const { entry, exit } = new SimulatedDoorController({ id: 'd', clock, random });
    return { entry, exit, elapse, travelMsMax: 1_000, forceEntry: () => entry.force() };
  }),
);

run(
  'simulated finger reader',
  fingerReaderConformance(() => {
    const { clock, random, elapse } = bench();
    let laid = false;
    const source = () => (laid ? { width: 1, height: 1, data: Uint8Array.of(9) } : null);
    const reader = new SimulatedFingerReader({ id: 'f', clock, random, source });
    const lay = (finger: boolean) => {
      laid = finger;
    };
    return { reader, elapse, lay };
  }),
);

run(
  'simulated occupancy',
  occupancyConformance(() => {
    const { clock, random, elapse } = bench();
    const occupancy = new SimulatedOccupancy({ id: 'o', clock, random });
    return { occupancy, elapse, place: (bodies) => occupancy.setBodies(bodies) };
  }),
);

run(
  'simulated screen',
  screenConformance(() => {
    const { clock, elapse } = bench();
    return { screen: new SimulatedScreen({ id: 's', clock }), elapse };
  }),
);

run(
  'simulated signal',
  signalConformance(() => {
    const { clock, elapse } = bench();
    return { signal: new SimulatedSignal({ id: 'l', clock }), elapse };
  }),
);

run(
  'simulated printer',
  printerConformance(() => {
    const { clock, elapse } = bench();
    return { printer: new SimulatedPrinter({ id: 'p', clock }), elapse };
  }),
);
