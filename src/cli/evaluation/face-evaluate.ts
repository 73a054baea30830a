/** `kouan face evaluate DIR`: every picture described, every pair compared. */
import { evaluateFaces, type FaceEvaluation, listPictures } from '../../biometrics/node.ts';
import { isRoomError, RoomError, seededRandom, systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withFaceEngine } from './face-engine.ts';
import { EXIT_INTERRUPTED, interruptible } from './interruption.ts';
import { plotOf } from './plot-file.ts';
import { openProgress } from './progress.ts';
import { percent, ratesLines, searchLines, timesLine } from './rates-text.ts';
import { writeOut } from './write-out.ts';

/** Intervals come from drawn people; the same draw each time, so that two runs can be compared. */
const SEED = 1;

interface Reached {
  readonly step: 'describe' | 'compare';
  readonly done: number;
  readonly of: number;
}

export async function evaluateFaceFolder(
  [folder = '']: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  assertPairs(folder, await listPictures(folder));
  const measured = await measure(folder, args);
  if ('reached' in measured) return tellInterrupted(measured.reached, args, terminal);
  const plot = args.one('plot');
  if (plot !== undefined) writeOut(plot, plotOf(measured.counts, measured.model.name), 'plot');
  if (args.has('json')) terminal.print(JSON.stringify(faceReport(measured)));
  else for (const line of faceLines(measured)) terminal.print(line);
  return EXIT.done;
}

/** Said before an hour of reading, not after it. */
export function assertPairs(folder: string, people: readonly { readonly paths: readonly string[] }[]): void {
  if (people.length < 2) throw tooFew(folder, 'pictures of one person only', 'two people');
  if (people.every(({ paths }) => paths.length < 2))
    throw tooFew(folder, 'one picture of each person', 'two pictures of someone');
}

const tooFew = (folder: string, found: string, needed: string): RoomError =>
  new RoomError('FIELD_INVALID', `${folder} holds ${found}; a measurement needs at least ${needed}.`, {
    field: 'DIR',
    value: found,
    expected: needed,
  });

async function measure(
  folder: string,
  args: Arguments,
): Promise<FaceEvaluation | { readonly reached: Reached }> {
  const progress = openProgress(process.stderr);
  let reached: Reached = { step: 'describe', done: 0, of: 0 };
  const onProgress = (now: Reached) => {
    reached = now;
    progress.tell(now.step === 'describe' ? 'Reading pictures' : 'Comparing', now.done, now.of);
  };
  const run = (signal: AbortSignal) =>
    withFaceEngine(args, (engine) =>
      evaluateFaces(folder, { engine, clock: systemClock, random: seededRandom(SEED), onProgress, signal }),
    );
  try {
    return await interruptible(run);
  } catch (error) {
    if (isRoomError(error) && error.code === 'CANCELLED') return { reached };
    throw error;
  } finally {
    progress.end();
  }
}

function tellInterrupted(reached: Reached, args: Arguments, { print, note }: Terminal): number {
  note(
    `Broken off in the step "${reached.step}", ${reached.done} of ${reached.of} done; no rates are given.`,
  );
  if (args.has('json')) print(JSON.stringify({ interrupted: true, ...reached }));
  return EXIT_INTERRUPTED;
}

/** All but the histogram, which the plot shows. */
export function faceReport({ counts: _, ...report }: FaceEvaluation) {
  return { ...report, interrupted: false };
}

export function faceLines(result: FaceEvaluation): string[] {
  const { people, pictures, thinned, fta, failed, fused, ms, model } = result;
  return [
    `Face engine          ${model.name} (${model.sha256.slice(0, 12)}), ${model.dims} dimensions`,
    `Pictures             ${pictures} of ${people} people${thinned ? ' (a sample of more)' : ''}`,
    `Failure to acquire   ${percent(fta)}`,
    ...failed.slice(0, 5).map(({ path, why }) => `                     ${path}: ${why}`),
    ...ratesLines(result),
    ...searchLines(result),
    ...(fused
      ? [
          `3 enrolled, 2 probe  EER ${percent(fused.eer)}, FNMR at FMR 1e-3 ${percent(fused.fnmr['1e-3'])}, ${fused.pairs.genuine} genuine and ${fused.pairs.impostor} impostor`,
        ]
      : []),
    timesLine(ms),
  ];
}
