/** `kouan finger evaluate DIR`: every impression read, every pair compared. */
import type { ScoreCounts } from '../../biometrics/index.ts';
import { type EvaluationItem, evaluateFingers } from '../../biometrics/node.ts';
import { isRoomError, seededRandom, systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { groupLines, readLabels } from './face-groups.ts';
import { type FingerFile, listFingers } from './finger-folder.ts';
import { collectFingers, type FingerReport } from './finger-measure.ts';
import { decodeFingerPicture, type PictureOptions, readPictureOptions } from './finger-picture.ts';
import { EXIT_INTERRUPTED, interruptible, nextTurn } from './interruption.ts';
import { readBytes } from './picture-bytes.ts';
import { plotOf } from './plot-file.ts';
import { openProgress, type Progress } from './progress.ts';
import { percent, ratesLines, searchLines, timesLine } from './rates-text.ts';
import { writeOut } from './write-out.ts';

/** Intervals come from drawn fingers; the same draw each time, so that two runs can be compared. */
const SEED = 1;
/** Comparisons between two looks at Ctrl-C and the bar: a fraction of a second. */
const PAIRS_A_TURN = 200;

type Collected = ReturnType<typeof collectFingers>;

export async function evaluateFingerFolder(
  [folder = '']: readonly string[],
  args: Arguments,
  { print, note }: Terminal,
): Promise<number> {
  const files = listFingers(folder);
  const { report, counts } = await interruptible((signal) =>
    measureFingers(files, openProgress(process.stderr), signal, {
      ...readPictureOptions(args),
      ...labelsOf(args),
    }),
  );
  const plot = args.one('plot');
  if (plot !== undefined && counts) writeOut(plot, plotOf(counts, 'Fingerprints'), 'plot');
  if (report.interrupted) note('Broken off: the figures are of what was compared until then.');
  if (args.has('json')) print(JSON.stringify(report));
  else for (const line of fingerLines(report)) print(line);
  if (report.interrupted) return EXIT_INTERRUPTED;
  if (report.pairs) return EXIT.done;
  note('Too few of the pictures could be read for a genuine and an impostor pair.');
  return EXIT.input;
}

function labelsOf(args: Arguments): Pick<MeasureOptions, 'labels'> {
  const labels = readLabels(args);
  return labels === undefined ? {} : { labels };
}

export interface MeasureOptions extends PictureOptions {
  /** Text of a CSV that says of which groups fingers are. */
  readonly labels?: string;
}

export async function measureFingers(
  files: readonly FingerFile[],
  progress: Progress,
  signal: AbortSignal,
  options: MeasureOptions = {},
): Promise<{ readonly report: FingerReport; readonly counts?: ScoreCounts }> {
  const fingers = files.map(({ finger }) => finger);
  const collected = collectFingers(fingers, seededRandom(SEED), options.labels);
  const pathOf = new Map(files.map(({ finger, impression, path }) => [`${finger}_${impression}`, path]));
  const events = evaluateFingers(readable(files, collected, progress, options), {
    monotonicMs: () => systemClock.elapsed(),
    isCancelled: () => signal.aborted,
  });
  let [templates, compared, since] = [0, 0, systemClock.elapsed()];
  for await (const event of events) {
    if (event.kind === 'read') {
      collected.read(pathOf.get(`${event.item.finger}_${event.item.impression}`) ?? '', event);
      if (event.outcome === 'ok') templates++;
    } else {
      collected.compared(event, systemClock.elapsed() - since);
      if (++compared % PAIRS_A_TURN === 0) {
        progress.tell('Comparing', compared, (templates * (templates - 1)) / 2);
        await nextTurn();
      }
    }
    since = systemClock.elapsed();
  }
  const report = collected.report(signal.aborted);
  if (!signal.aborted && templates > 1) progress.tell('Comparing', compared, compared);
  progress.end();
  return collected.hasRates() ? { report, counts: collected.counts() } : { report };
}

/** Decodes one file at a time; one that is no picture is a failure to acquire, not the end. */
async function* readable(
  files: readonly FingerFile[],
  collected: Collected,
  progress: Progress,
  options: PictureOptions,
): AsyncGenerator<EvaluationItem> {
  for (const [i, { finger, impression, path }] of files.entries()) {
    const start = systemClock.elapsed();
    try {
      const image = await decodeFingerPicture(readBytes(path), options);
      collected.decoded(systemClock.elapsed() - start);
      yield { finger, impression, load: () => image };
    } catch (error) {
      if (!isRoomError(error) || !error.code.startsWith('IMAGE_')) throw error;
      collected.unreadable(path, error.message);
    }
    progress.tell('Reading impressions', i + 1, files.length);
  }
}

export function fingerLines(report: FingerReport): string[] {
  const { fingers, pictures, fta, failed, ms, pairs, dPrime, eer, fnmr, threshold, intervals } = report;
  const { rank1, galleryCount, fnir, fnirThreshold, groups } = report;
  return [
    `Impressions          ${pictures} of ${fingers} fingers`,
    `Failure to acquire   ${percent(fta)}`,
    ...failed.slice(0, 5).map(({ path, why }) => `                     ${path}: ${why}`),
    ...(pairs && fnmr && threshold && eer !== undefined && dPrime !== undefined
      ? ratesLines({ pairs, fnmr, threshold, eer, dPrime, ...(intervals && { intervals }) })
      : []),
    ...(rank1 !== undefined && galleryCount !== undefined && fnir && fnirThreshold
      ? searchLines({ rank1, galleryCount, fnir, fnirThreshold })
      : []),
    ...groupLines(groups),
    timesLine(ms),
  ];
}
