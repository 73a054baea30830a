import { isRoomError } from '../../kernel/index.ts';
import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import type { Light, Signal } from './contract.ts';

export interface SignalBench {
  readonly signal: Signal;
  readonly elapse: Elapse;
}

const LIGHTS: readonly Light[] = ['ready', 'wait', 'go', 'stop', 'officer', 'off'];

export function signalConformance(setup: () => SignalBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().signal),
    { name: 'shows every light, and goes dark when closed', run: () => showsEach(setup()) },
    { name: 'rejects with DEVICE_FAULT when it is not open', run: () => refusesClosed(setup()) },
  ];
}

async function showsEach({ signal, elapse }: SignalBench): Promise<void> {
  await signal.open();
  for (const light of LIGHTS) {
    const done = signal.set({ light, sound: 'chime' });
    await elapse(200);
    await done;
    claim(signal.light() === light, `the lamp shows ${light}`);
  }
  void signal.set({ light: 'go', sound: 'none' });
  await elapse(200);
  await signal.close();
  claim(signal.light() === 'off', 'a closed lamp is dark');
}

async function refusesClosed({ signal }: SignalBench): Promise<void> {
  const set = signal.set({ light: 'go', sound: 'none' });
  const code = await set.catch((error: unknown) => isRoomError(error) && error.code);
  claim(code === 'DEVICE_FAULT', 'a lamp that is not open is a DEVICE_FAULT');
}
