/** For measuring only: scores leave here. Nothing that runs at a port may import this file. */
import type { GreyImage } from '../../kernel/index.ts';
import { decodeFingerTemplate, encodeFingerTemplate } from './codecs/stored.ts';
import { extract } from './extract.ts';
import { compareTemplates } from './matching/compare.ts';
import { prepare } from './matching/prepare.ts';
import type { SearchTemplate } from './matching/search-template.ts';
import type { FingerMeasure, FingerReading } from './reading.ts';
import type { FingerTemplate } from './template.ts';

/** Score of two templates: the more alike, the higher; impostors lie mostly below 0, genuine pairs mostly above 3. */
export function compareFingers(a: FingerTemplate, b: FingerTemplate): number {
  return compareTemplates(unfoldedOnce(a), unfoldedOnce(b));
}

/** Whoever compares all pairs of a collection gives each template many times. */
const unfolded = new WeakMap<FingerTemplate, SearchTemplate>();

function unfoldedOnce(template: FingerTemplate): SearchTemplate {
  const known = unfolded.get(template) ?? prepare(template);
  unfolded.set(template, known);
  return known;
}

/** One picture of a collection, loaded when its turn comes. */
export interface EvaluationItem {
  readonly finger: string;
  readonly impression: string;
  readonly load: () => GreyImage | Promise<GreyImage>;
}

export interface ItemName {
  readonly finger: string;
  readonly impression: string;
}

export type EvaluationEvent =
  | {
      readonly kind: 'read';
      readonly item: ItemName;
      readonly outcome: FingerReading['outcome'];
      readonly failed: readonly FingerMeasure[];
      /** Time of extraction in milliseconds. */
      readonly ms: number;
    }
  | {
      readonly kind: 'compared';
      readonly a: ItemName;
      readonly b: ItemName;
      readonly genuine: boolean;
      readonly score: number;
    };

export interface EvaluationOptions {
  /** A clock for durations, in milliseconds. */
  readonly monotonicMs: () => number;
  /** Asked between pictures and between rows of comparisons; true ends the run. */
  readonly isCancelled?: () => boolean;
  /** Templates unfolded at a time: two such blocks, about 25 kB each template, are all that is held in fast form. */
  readonly blockTemplates?: number;
}

interface Stored extends ItemName {
  readonly bytes: Uint8Array;
}

interface Unfolded extends ItemName {
  readonly template: SearchTemplate;
}

/**
 * Reads every picture once, then compares all pairs, and tells each result as it comes. Pictures without a template
 * (failure to acquire) take part in no pair. Of a picture only its stored template is held, about 1 kB.
 */
export async function* evaluateFingers(
  items: AsyncIterable<EvaluationItem> | Iterable<EvaluationItem>,
  options: EvaluationOptions,
): AsyncGenerator<EvaluationEvent> {
  const stored: Stored[] = [];
  for await (const item of items) {
    if (options.isCancelled?.()) return;
    const image = await item.load();
    const start = options.monotonicMs();
    const reading = extract(image);
    const ms = options.monotonicMs() - start;
    const { finger, impression } = item;
    if (reading.outcome === 'ok')
      stored.push({ finger, impression, bytes: encodeFingerTemplate(reading.template) });
    const failed = reading.outcome === 'ok' ? [] : reading.failed;
    yield { kind: 'read', item: { finger, impression }, outcome: reading.outcome, failed, ms };
  }
  yield* compareAll(stored, options);
}

function* compareAll(stored: readonly Stored[], options: EvaluationOptions): Generator<EvaluationEvent> {
  const size = options.blockTemplates ?? 256;
  for (let i = 0; i < stored.length; i += size) {
    const rows = stored.slice(i, i + size).map(unfold);
    for (let j = i; j < stored.length; j += size) {
      const columns = j === i ? rows : stored.slice(j, j + size).map(unfold);
      yield* compareBlocks(rows, columns, options);
      if (options.isCancelled?.()) return;
    }
  }
}

function* compareBlocks(
  rows: readonly Unfolded[],
  columns: readonly Unfolded[],
  options: EvaluationOptions,
): Generator<EvaluationEvent> {
  for (const [row, a] of rows.entries()) {
    if (options.isCancelled?.()) return;
    for (const b of columns === rows ? rows.slice(row + 1) : columns) {
      const score = compareTemplates(a.template, b.template);
      yield { kind: 'compared', a: nameOf(a), b: nameOf(b), genuine: a.finger === b.finger, score };
    }
  }
}

const unfold = ({ finger, impression, bytes }: Stored): Unfolded => ({
  finger,
  impression,
  template: prepare(decodeFingerTemplate(bytes)),
});

const nameOf = ({ finger, impression }: ItemName): ItemName => ({ finger, impression });
