/** `kouan face evaluate DIR`: every picture described, every pair compared. */
import { evaluateFaces, type FaceEvaluation, listPictures } from '../../biometrics/node.ts';
import { RoomError, seededRandom, systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withFaceEngine } from './face-engine.ts';
import { groupLines, readLabels } from './face-groups.ts';
import { EXIT_INTERRUPTED, interruptible } from './interruption.ts';
import { plotOf } from './plot-file.ts';
import { openProgress } from './progress.ts';
import { percent, ratesLines, searchLines, timesLine } from './rates-text.ts';
import { writeOut } from './write-out.ts';

/** Intervals come from drawn people; the same draw each time, so that two runs can be compared. */
const SEED = 1;

export async function evaluateFaceFolder(
  [folder = '']: readonly string[],
  args: Arguments,
  { print, note }: Terminal,
): Promise<number> {
  assertPairs(folder, await listPictures(folder));
  const measured = await measure(folder, args, readLabels(args));
  const plot = args.one('plot');
  if (plot !== undefined && measured.rates)
    writeOut(plot, plotOf(measured.counts, measured.model.name), 'plot');
  if (measured.interrupted) note('Broken off: the figures are of the pictures that were read until then.');
  if (args.has('json')) print(JSON.stringify(faceReport(measured)));
  else for (const line of faceLines(measured)) print(line);
  return measured.interrupted ? EXIT_INTERRUPTED : EXIT.done;
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

async function measure(folder: string, args: Arguments, labels: string | undefined): Promise<FaceEvaluation> {
  const progress = openProgress(process.stderr);
  try {
    return await interruptible((signal) =>
      withFaceEngine(args, (engine) =>
        evaluateFaces(folder, {
          engine,
          clock: systemClock,
          random: seededRandom(SEED),
          onProgress: ({ done, of }) => progress.tell('Reading pictures', done, of),
          signal,
          ...(labels === undefined ? {} : { labels }),
        }),
      ),
    );
  } finally {
    progress.end();
  }
}

/** Rates at the top level; all but the histogram, which the plot shows. */
export function faceReport({ counts: _, rates, ...report }: FaceEvaluation) {
  return { ...report, ...rates };
}

export function faceLines(result: FaceEvaluation): string[] {
  const { people, pictures, thinned, fta, failed, rates, fused, groups, ms, model } = result;
  return [
    `Face engine          ${model.name} (${model.sha256.slice(0, 12)}), ${model.dims} dimensions`,
    `Pictures             ${pictures} of ${people} people${thinned ? ' (a sample of more)' : ''}`,
    `Failure to acquire   ${percent(fta)}`,
    ...failed.slice(0, 5).map(({ path, why }) => `                     ${path}: ${why}`),
    ...(rates ? [...ratesLines(rates), ...searchLines(rates)] : ['No pair was compared.']),
    ...(fused
      ? [
          `3 enrolled, 2 probe  EER ${percent(fused.eer)}, FNMR at FMR 1e-3 ${percent(fused.fnmr['1e-3'])}, ${fused.pairs.genuine} genuine and ${fused.pairs.impostor} impostor`,
        ]
      : []),
    ...groupLines(groups),
    timesLine(ms),
  ];
}
