/** The only executable: finds the command, runs it, ends with its code. */
import { readSettings } from '../host/index.ts';
import { isRoomError, type RoomError } from '../kernel/index.ts';
import { parseArguments } from './arguments.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { describeAll, describeOne } from './usage.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    print(describeAll(COMMANDS));
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    note(`There is no command "${name}".\n\n${describeAll(COMMANDS)}`);
    return EXIT.input;
  }
  if (rest.includes('--help')) {
    print(describeOne(name, command));
    return EXIT.done;
  }
  const settings = readSettings(process.env, process.cwd());
  return command.run(parseArguments(command, rest), settings, { print, note });
}

function explain(error: unknown): number {
  if (!isRoomError(error)) {
    note(`A fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT.fault;
  }
  note(error.message);
  if (process.argv.includes('--json')) print(JSON.stringify(errorJson(error)));
  return exitCodeOf(error.code);
}

const errorJson = ({ code, message, facts }: RoomError) => ({
  error: { code, message, ...(facts.field === undefined ? {} : { field: facts.field }) },
});

// A reader that closes early (head, less) ends the output, not the program with a fault.
process.stdout.on('error', () => process.exit(EXIT.done));
const code = await main(process.argv.slice(2)).catch(explain);
// Nothing is left to do once the output is out: a handle that somebody forgot to close must not keep a supervisor waiting.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
