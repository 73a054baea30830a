/** Commands with a second word (`kouan face compare A B`): which words each action takes, and what it does. */
import type { Settings } from '../host/index.ts';
import { fieldInvalid, RoomError } from '../kernel/index.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './command.ts';

export interface Action {
  /** Names of the words after the action; a trailing `?` marks one that may be left out. */
  readonly words: readonly string[];
  readonly run: (words: readonly string[], args: Arguments, terminal: Terminal) => Promise<number>;
}

export type Actions = Readonly<Record<string, Action>>;

/** The grammar of the command line for any of the actions. */
export const actionWords = (actions: Actions): readonly string[] => {
  const longest = Math.max(...Object.values(actions).map(({ words }) => words.length));
  return ['action', ...['first?', 'second?'].slice(0, longest)];
};

/** One line for help: `evaluate DIR | compare A B | quality IMG`. */
export const actionForms = (actions: Actions): string =>
  Object.entries(actions)
    .map(([name, { words }]) => [name, ...words.map(shown)].join(' '))
    .join(' | ');

const shown = (word: string): string => (word.endsWith('?') ? `[${word.slice(0, -1)}]` : word);

export async function runAction(
  actions: Actions,
  args: Arguments,
  _settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const [name = '', ...words] = args.words;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw fieldInvalid('action', name, `one of: ${Object.keys(actions).join(', ')}`);
  const missing = action.words.filter((word) => !word.endsWith('?'))[words.length];
  if (missing) throw new RoomError('FIELD_INVALID', `${name} needs ${missing}.`, { field: missing });
  const extra = words[action.words.length];
  if (extra !== undefined) {
    throw new RoomError('FIELD_INVALID', `"${extra}" is one word too many for ${name}.`, {
      field: 'arguments',
    });
  }
  return action.run(words, args, terminal);
}
