/** Runs a command on the house: in the port that has it open, or by opening it for as long as the command takes. */
import { RoomError } from '../kernel/index.ts';
import { runningPort } from './operator-client.ts';
import type { Settings } from './settings.ts';

export async function operate(
  settings: Settings,
  name: string,
  input: unknown,
  note: (line: string) => void,
): Promise<unknown> {
  const running = runningPort(settings);
  if (running) return running.ask(name, input);
  // Engines and store are loaded only when this process needs them: a command beside a running port does not.
  const [{ HOUSE_COMMANDS }, { openHouse }] = await Promise.all([
    import('./commands/index.ts'),
    import('./house/open-house.ts'),
  ]);
  const command = Object.hasOwn(HOUSE_COMMANDS, name) ? HOUSE_COMMANDS[name] : undefined;
  if (!command) throw new RoomError('NOT_FOUND', `There is no command ${name}.`);
  const house = await openHouse(settings);
  if (house.keysMade)
    note(`A new key-encryption key was made in ${settings.keysDir}; set KOUAN_KEYS to keep it elsewhere.`);
  try {
    return await command(house, input);
  } finally {
    await house.close();
  }
}
