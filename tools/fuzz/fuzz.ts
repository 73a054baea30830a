/** Runs inputs through one parser and tells the first that it answers wrongly, by the seed that makes it again. */
import { isRoomError, seededRandom } from '../../src/kernel/index.ts';
import type { FuzzInput, FuzzParser, FuzzSubject } from './parser.ts';

/** No parser may take longer for anything it accepts to look at, milliseconds. */
export const HANG_MS = 100;

export interface FuzzFailure {
  readonly parser: string;
  /** `npm run fuzz -- --parser <parser> --seed <seed> --inputs 1` makes it again. */
  readonly seed: number;
  readonly why: string;
  /** The beginning of the input, bytes as hexadecimal digits. */
  readonly input: string;
}

export interface FuzzRun {
  readonly inputs: number;
  /** Inputs that were read to the end; the others were refused with one of the parser's codes. */
  readonly accepted: number;
  readonly slowestMs: number;
  readonly failure?: FuzzFailure;
}

export interface FuzzOptions {
  /** Seed of the first input; each further one takes the next number. */
  readonly seed: number;
  readonly inputs: number;
  /** A clock for durations, in milliseconds. */
  readonly elapsedMs: () => number;
  /** What counts as a hang; `HANG_MS` unless stated. */
  readonly hangMs?: number;
  /** Called before each input. */
  readonly onInput?: (seed: number) => void;
}

export async function fuzz(parser: FuzzParser, options: FuzzOptions): Promise<FuzzRun> {
  const subject = await parser.open();
  let accepted = 0;
  let slowestMs = 0;
  for (let n = 0; n < options.inputs; n++) {
    const seed = options.seed + n;
    options.onInput?.(seed);
    const input = await subject.make(seededRandom(seed));
    const { outcome, ms } = await timed(parser, subject, input, options);
    slowestMs = Math.max(slowestMs, ms);
    if (outcome === 'accepted') accepted++;
    const why =
      typeof outcome === 'object'
        ? outcome.why
        : ms > (options.hangMs ?? HANG_MS)
          ? `it took ${Math.round(ms)} ms`
          : undefined;
    if (why === undefined) continue;
    const failure = { parser: parser.name, seed, why, input: shown(input) };
    return { inputs: n + 1, accepted, slowestMs, failure };
  }
  return { inputs: options.inputs, accepted, slowestMs };
}

type Outcome = 'accepted' | 'refused' | { readonly why: string };

/** Whatever took long is read again: a busy machine may put a process to sleep, a hang comes back. */
async function timed(parser: FuzzParser, subject: FuzzSubject, input: FuzzInput, options: FuzzOptions) {
  const { elapsedMs, hangMs = HANG_MS } = options;
  let outcome: Outcome = 'refused';
  let ms = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && ms > hangMs; attempt++) {
    const start = elapsedMs();
    outcome = await readOnce(parser, subject, input);
    ms = Math.min(ms, elapsedMs() - start);
  }
  return { outcome, ms };
}

async function readOnce(parser: FuzzParser, subject: FuzzSubject, input: FuzzInput): Promise<Outcome> {
  try {
    await subject.read(input);
    return 'accepted';
  } catch (error) {
    if (!isRoomError(error)) return { why: `it threw ${nameOf(error)}` };
    return parser.codes.includes(error.code)
      ? 'refused'
      : { why: `it answered with the code ${error.code}: ${error.message}` };
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}\n${error.stack?.split('\n').slice(1, 4).join('\n')}`
    : String(error);

const shown = (input: FuzzInput): string =>
  typeof input === 'string'
    ? JSON.stringify(input.slice(0, 300))
    : `${input.length} bytes ${Buffer.from(input.subarray(0, 160)).toString('hex')}`;
