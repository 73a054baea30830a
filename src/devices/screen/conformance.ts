import { isRoomError } from '../../kernel/index.ts';
import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import { SCREEN_MESSAGES, type Screen } from './contract.ts';

export interface ScreenBench {
  readonly screen: Screen;
  readonly elapse: Elapse;
}

export function screenConformance(setup: () => ScreenBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().screen),
    { name: 'shows every message of the closed list', run: () => showsEach(setup()) },
    { name: 'ends with the newest of two messages', run: () => keepsNewest(setup()) },
    {
      name: 'wipes itself when closed, and rejects with DEVICE_FAULT from then on',
      run: () => wipes(setup()),
    },
  ];
}

async function showsEach({ screen, elapse }: ScreenBench): Promise<void> {
  await screen.open();
  for (const message of SCREEN_MESSAGES) {
    const drawn = screen.show({ message });
    await elapse(500);
    await drawn;
    claim(screen.shown()?.message === message, `${message} is visible`);
  }
}

async function keepsNewest({ screen, elapse }: ScreenBench): Promise<void> {
  await screen.open();
  const drawn = [screen.show({ message: 'walk-in' }), screen.show({ message: 'one-person-only' })];
  await elapse(500);
  await Promise.all(drawn);
  claim(screen.shown()?.message === 'one-person-only', 'the newest message stays');
}

async function wipes({ screen, elapse }: ScreenBench): Promise<void> {
  await screen.open();
  const drawn = screen.show({
    message: 'confirm-identity',
    identity: { name: '陳 * 文', documentTail: '1234' },
  });
  await elapse(500);
  await drawn;
  await screen.close();
  claim(screen.shown() === null, 'a closed screen shows nobody');
  const code = await screen
    .show({ message: 'welcome' })
    .catch((error: unknown) => isRoomError(error) && error.code);
  claim(code === 'DEVICE_FAULT', 'a closed screen is a DEVICE_FAULT');
}
