/** Collects what the evaluation of fingers tells, event by event, in memory that grows with the pictures only. */
import {
  type GroupedRates,
  groupTally,
  type IdentificationRates,
  identificationRates,
  type MeasuredRates,
  parseLabels,
  type ScoreCounts,
  type Search,
  scoreTally,
} from '../../biometrics/index.ts';
import type { EvaluationEvent } from '../../biometrics/node.ts';
import type { Random } from '../../kernel/index.ts';

export interface FingerReport extends Partial<MeasuredRates>, Partial<Omit<IdentificationRates, 'searches'>> {
  readonly fingers: number;
  readonly pictures: number;
  /** Pictures without a template, as a share of those looked at. */
  readonly fta: number;
  readonly failed: readonly { readonly path: string; readonly why: string }[];
  /** Medians of reading a file and of extraction; the mean of a comparison. */
  readonly ms: { readonly decode: number; readonly extract: number; readonly match: number };
  readonly interrupted: boolean;
  /** By the columns of the labels. */
  readonly groups?: readonly GroupedRates[];
}

/** The range that a score can have (`FUSION` of the matcher). */
const SCORES = { low: -6, high: 24, bins: 6000 } as const;

type Compared = Extract<EvaluationEvent, { kind: 'compared' }>;
type Read = Extract<EvaluationEvent, { kind: 'read' }>;
type Impression = Compared['a'];

/** `labels` is the text of a CSV whose first column names fingers as the files do. @throws RoomError FIELD_INVALID */
export function collectFingers(fingers: readonly string[], random: Random, labels?: string) {
  const numberOf = new Map([...new Set(fingers)].map((finger, i) => [finger, i]));
  const tally = scoreTally({ ...SCORES, people: numberOf.size, random });
  const labellings = labels === undefined ? [] : parseLabels(labels, [...numberOf.keys()]);
  const groups = groupTally({ ...SCORES, people: numberOf.size, random, labellings });
  const searches = openSearches();
  const seen = { pictures: 0, genuine: 0, impostor: 0, matchMs: 0 };
  const times = { decode: [] as number[], extract: [] as number[] };
  const failed: { path: string; why: string }[] = [];
  return {
    read(path: string, { item, outcome, failed: measures, ms }: Read): void {
      seen.pictures++;
      if (outcome === 'ok') {
        times.extract.push(ms);
        searches.enrol(item);
      } else failed.push({ path, why: [outcome, ...measures].join(', ') });
    },
    decoded: (ms: number): void => void times.decode.push(ms),
    unreadable(path: string, why: string): void {
      seen.pictures++;
      failed.push({ path, why });
    },
    compared({ a, b, genuine, score }: Compared, ms: number): void {
      seen[genuine ? 'genuine' : 'impostor']++;
      seen.matchMs += ms;
      const [one, other] = [numberOf.get(a.finger) ?? 0, numberOf.get(b.finger) ?? 0];
      tally.add(score, one, other);
      groups.add(score, one, other);
      searches.compared(a, b, score);
    },
    counts: (): ScoreCounts => tally.counts(),
    hasRates: (): boolean => seen.genuine > 0 && seen.impostor > 0,
    report(interrupted: boolean): FingerReport {
      const pairs = seen.genuine + seen.impostor;
      const rates = this.hasRates() ? tally.rates() : undefined;
      return {
        fingers: numberOf.size,
        pictures: seen.pictures,
        fta: seen.pictures > 0 ? failed.length / seen.pictures : 0,
        failed,
        ...rates,
        ...(rates && labellings.length > 0 ? { groups: groups.rates(rates.threshold) } : {}),
        // Searches that were not compared with the whole gallery say nothing.
        ...(interrupted ? {} : searches.rates()),
        ms: {
          decode: median(times.decode),
          extract: median(times.extract),
          match: pairs > 0 ? seen.matchMs / pairs : 0,
        },
        interrupted,
      };
    },
  };
}

/** Each finger's first template is the gallery; every other one searches it. */
function openSearches() {
  const gallery = new Map<string, string>();
  const searches = new Map<string, { own: number; bestOther: number }>();
  const isEnrolled = ({ finger, impression }: Impression) => gallery.get(finger) === impression;
  const keyOf = ({ finger, impression }: Impression) => `${finger}_${impression}`;
  const found = (probe: Impression, entry: Impression, score: number): void => {
    const search = searches.get(keyOf(probe));
    if (!search || !isEnrolled(entry)) return;
    if (probe.finger === entry.finger) search.own = score;
    else search.bestOther = Math.max(search.bestOther, score);
  };
  return {
    enrol(item: Impression): void {
      if (!gallery.has(item.finger)) gallery.set(item.finger, item.impression);
      else searches.set(keyOf(item), { own: SCORES.low - 1, bestOther: SCORES.low - 1 });
    },
    compared(a: Impression, b: Impression, score: number): void {
      found(a, b, score);
      found(b, a, score);
    },
    rates(): Partial<Omit<IdentificationRates, 'searches'>> {
      const all: Search[] = [...searches.values()];
      if (all.length === 0) return {};
      const { searches: _, ...rates } = identificationRates(all, gallery.size);
      return rates;
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
