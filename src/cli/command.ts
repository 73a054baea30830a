/** What a command is: its grammar, and what it does with the arguments. */
import type { Settings } from '../host/index.ts';
import type { Arguments, CommandForm } from './arguments.ts';

export interface Terminal {
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error: progress, notes. */
  readonly note: (line: string) => void;
}

export interface Command extends CommandForm {
  /** Returns the exit code. Throws RoomError for what cannot be done. */
  run(args: Arguments, settings: Settings, terminal: Terminal): Promise<number>;
}

export const JSON_OPTION = { json: { takes: 'flag', help: 'answer as JSON' } } as const;
