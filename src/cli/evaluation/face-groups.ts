/** `--groups labels.csv`: how error rates differ between groups of people. The same for faces and fingers. */
import type { GroupedRates, GroupRates, GroupsAtThreshold, MeasuredRate } from '../../biometrics/index.ts';
import type { Arguments } from '../arguments.ts';
import { readBytes } from './picture-bytes.ts';
import { percent } from './rates-text.ts';

/** Text of the file of labels, where one is named. @throws RoomError NOT_FOUND */
export function readLabels(args: Arguments): string | undefined {
  const path = args.one('groups');
  return path === undefined ? undefined : new TextDecoder().decode(readBytes(path));
}

/** Rates at the threshold of FMR 1e-3 over everyone; the other thresholds are in the JSON. */
const SHOWN = '1e-3';

export const groupLines = (groups: readonly GroupedRates[] = []): string[] =>
  groups.flatMap(({ kind, unlabelled, at }) => [
    `By ${kind}, at the threshold of FMR ${SHOWN} over everyone${unlabelled > 0 ? `; ${unlabelled} without a label` : ''}`,
    ...Object.entries(at[SHOWN].groups).map(groupLine),
    ...at[SHOWN].cross.map(
      ({ groups: [one, other], fmr }) => `  ${`${one} × ${other}`.padEnd(20)} FMR ${rateText(fmr)}`,
    ),
    ...differentialLines(at[SHOWN]),
  ]);

const groupLine = ([name, { people, fnmr, fmr }]: readonly [string, GroupRates]): string =>
  `  ${name.padEnd(20)} ${people} people, FNMR ${rateText(fnmr)}, FMR ${rateText(fmr)}`;

const rateText = (measured: MeasuredRate | undefined): string =>
  measured
    ? `${percent(measured.rate)} (95 %: ${percent(measured.interval[0])} to ${percent(measured.interval[1])})`
    : 'not measured';

const differentialLines = ({ differentials }: GroupsAtThreshold): string[] =>
  (['fnmr', 'fmr'] as const).flatMap((rate) => {
    const found = differentials[rate];
    if (!found) return [];
    if (found.difference === 0) return `  No difference of ${rate.toUpperCase()} was seen`;
    const times = found.ratio === undefined ? '' : `, ${found.ratio.toFixed(1)} times`;
    return `  ${rate.toUpperCase()} differs by ${percent(found.difference)}${times}: ${found.worst} worst, ${found.best} best`;
  });
