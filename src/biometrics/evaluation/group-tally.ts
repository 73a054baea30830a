/**
 * Error rates of groups of people at one common threshold, as ISO/IEC 19795-10 asks for: FNMR and FMR within each
 * group, FMR between groups, and how far they lie apart. Memory grows with the groups, not with the comparisons.
 */
import type { Random } from '../../kernel/index.ts';
import { eachGoal, type FmrGoal } from './error-rates.ts';
import type { Labelling } from './labels.ts';
import { countInSets, type Interval, middleOf, rateMaxWithoutError, resampledPeople } from './resampling.ts';

export interface GroupTallyOptions {
  readonly labellings: readonly Labelling[];
  /** How many people there are; they are numbered from 0. */
  readonly people: number;
  /** Range and bins of the scores, as of the tally that gives the thresholds. */
  readonly low: number;
  readonly high: number;
  readonly bins: number;
  readonly replicates?: number;
  readonly random: Random;
}

export interface MeasuredRate {
  readonly rate: number;
  /** 95 % confidence, bootstrap over people; never narrower than the rule of three allows. */
  readonly interval: Interval;
  readonly comparisons: number;
}

export interface GroupRates {
  readonly people: number;
  /** Absent without a genuine, or an impostor comparison in the group. */
  readonly fnmr?: MeasuredRate;
  readonly fmr?: MeasuredRate;
}

/** The group that fares worst beside the one that fares best. */
export interface Differential {
  readonly worst: string;
  readonly best: string;
  readonly difference: number;
  /** Absent where the best has no error: nothing is so many times nothing. */
  readonly ratio?: number;
}

export interface GroupsAtThreshold {
  readonly threshold: number;
  readonly groups: Readonly<Record<string, GroupRates>>;
  readonly cross: readonly { readonly groups: readonly [string, string]; readonly fmr: MeasuredRate }[];
  /** Absent with fewer than two groups that were measured. */
  readonly differentials: { readonly fnmr?: Differential; readonly fmr?: Differential };
}

export interface GroupedRates {
  readonly kind: string;
  /** People without a label of this kind; they are in no group. */
  readonly unlabelled: number;
  /** At the thresholds that give these FMR over everyone. */
  readonly at: Readonly<Record<FmrGoal, GroupsAtThreshold>>;
}

export interface GroupTally {
  /** A comparison of two samples of these people; of one and the same for a genuine one. */
  add(score: number, personA: number, personB: number): void;
  rates(thresholds: Readonly<Record<FmrGoal, number>>): readonly GroupedRates[];
}

const REPLICATES = 100;

/** Comparisons of one kind between two groups: of each bin the counts of everyone and of each resampled set. */
type Cell = Float32Array;

export function groupTally(options: GroupTallyOptions): GroupTally {
  const { people, low, high, bins, replicates = REPLICATES, random, labellings } = options;
  const weights = resampledPeople(people, replicates, random);
  const tables = labellings.map((labelling) => ({ labelling, cells: new Map<string, Cell>() }));
  const place = (score: number): number => ((score - low) / (high - low)) * bins;
  const sets = replicates + 1;
  const newCell = (): Cell => new Float32Array(sets * bins);
  return {
    add(score, a, b) {
      const bin = Math.min(bins - 1, Math.max(0, Math.floor(place(score))));
      for (const { labelling, cells } of tables) {
        const cell = cellFor(cells, labelling, a, b, newCell);
        if (cell) countInSets(cell, bin * sets, weights, sets, a, b);
      }
    },
    rates: (thresholds) =>
      tables.map(({ labelling, cells }) => ({
        kind: labelling.kind,
        unlabelled: labelling.groupOf.filter((group) => group < 0).length,
        at: eachGoal((goal) => {
          // Thresholds lie on the edges of the bins; the little less keeps rounding from moving one by a bin.
          const edge = Math.ceil(place(thresholds[goal]) - 1e-6);
          return ratesAt(thresholds[goal], (cell) => sharesFrom(cell, sets, edge), labelling, cells);
        }),
      })),
  };
}

function cellFor(
  cells: Map<string, Cell>,
  { groupOf }: Labelling,
  a: number,
  b: number,
  newCell: () => Cell,
): Cell | undefined {
  const [one, other] = [groupOf[a] ?? -1, groupOf[b] ?? -1];
  if (one < 0 || other < 0) return undefined;
  const key = a === b ? genuineKey(one) : impostorKey(one, other);
  const cell = cells.get(key) ?? newCell();
  cells.set(key, cell);
  return cell;
}

const genuineKey = (group: number): string => `${group}`;
const impostorKey = (one: number, other: number): string => `${Math.min(one, other)}/${Math.max(one, other)}`;

interface Shares {
  readonly comparisons: number;
  /** Share at or above the edge: of everyone, then of each resampled set that has such comparisons. */
  readonly above: readonly number[];
}

function sharesFrom(cell: Cell, sets: number, edge: number): Shares {
  const above: number[] = [];
  let comparisons = 0;
  for (let set = 0; set < sets; set++) {
    let [all, over] = [0, 0];
    for (let i = set; i < cell.length; i += sets) {
      all += cell[i]!;
      if (i >= edge * sets) over += cell[i]!;
    }
    if (set === 0) comparisons = all;
    if (all > 0) above.push(over / all);
  }
  return { comparisons, above };
}

function ratesAt(
  threshold: number,
  sharesOf: (cell: Cell) => Shares,
  { groups, groupOf }: Labelling,
  cells: ReadonlyMap<string, Cell>,
): GroupsAtThreshold {
  const peopleIn = groups.map((_, group) => groupOf.filter((own) => own === group).length);
  const measured = (key: string, trials: number, of: (above: number) => number): MeasuredRate | undefined => {
    const cell = cells.get(key);
    return cell && measuredRate(sharesOf(cell), trials, of);
  };
  const own = groups.map((name, group): readonly [string, GroupRates] => {
    const people = peopleIn[group] ?? 0;
    const fnmr = measured(genuineKey(group), people, (above) => 1 - above);
    const fmr = measured(impostorKey(group, group), (people * (people - 1)) / 2, (above) => above);
    return [name, { people, ...(fnmr && { fnmr }), ...(fmr && { fmr }) }];
  });
  const cross = groups.flatMap((one, i) =>
    groups.slice(i + 1).flatMap((other, j) => {
      const trials = peopleIn[i]! * peopleIn[i + 1 + j]!;
      const fmr = measured(impostorKey(i, i + 1 + j), trials, (above) => above);
      return fmr ? [{ groups: [one, other] as const, fmr }] : [];
    }),
  );
  return { threshold, groups: Object.fromEntries(own), cross, differentials: differentialsOf(own) };
}

function measuredRate(
  { comparisons, above }: Shares,
  trials: number,
  of: (above: number) => number,
): MeasuredRate {
  const [rate = 0, ...resampled] = above.map(of);
  const [low, high] = resampled.length > 0 ? middleOf(resampled) : [0, 1];
  return { rate, interval: [low, Math.max(high, rateMaxWithoutError(trials))], comparisons };
}

function differentialsOf(
  own: readonly (readonly [string, GroupRates])[],
): GroupsAtThreshold['differentials'] {
  const of = (rate: 'fnmr' | 'fmr'): Differential | undefined => {
    const ranked = own
      .flatMap(([name, rates]) => (rates[rate] ? [{ name, value: rates[rate].rate }] : []))
      .sort((a, b) => a.value - b.value);
    const [best, worst] = [ranked[0], ranked.at(-1)];
    if (!best || !worst || ranked.length < 2) return undefined;
    const ratio = best.value > 0 ? { ratio: worst.value / best.value } : {};
    return { worst: worst.name, best: best.name, difference: worst.value - best.value, ...ratio };
  };
  const [fnmr, fmr] = [of('fnmr'), of('fmr')];
  return { ...(fnmr && { fnmr }), ...(fmr && { fmr }) };
}
