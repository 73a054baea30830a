/** Runs a command on the house: in the port that has it open, or by opening it for as long as the command takes. */
import { RoomError } from '../kernel/index.ts';
import { HOUSE_COMMANDS } from './commands/index.ts';
import { openHouse } from './house/open-house.ts';
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
