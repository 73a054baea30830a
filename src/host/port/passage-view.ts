/** A passage as the pages tell it: kind words for everybody; person, full reasons and clauses for the officer. */
import { formatInstant, type Instant } from '../../kernel/index.ts';
import type { JournalEntry, PassageResult } from '../../lane/index.ts';
import type { Law } from '../../policy/index.ts';
import type { PassageView, ReasonView } from '../../server/index.ts';
import type { KeptDecision } from '../lane-parts/lane-law.ts';

export interface KeptPassage {
  readonly result: PassageResult;
  readonly journal: readonly JournalEntry[];
  readonly decision: KeptDecision | undefined;
  /** Masked; the officer asks for the person by id where that is needed. */
  readonly who: { readonly name: string; readonly document: string } | undefined;
}

export function passageViewOf(
  { result, journal, decision, who }: KeptPassage,
  law: Law,
  officer: boolean,
): PassageView {
  const reasons = [...new Set([...result.reasons, ...result.lawReasons])];
  return {
    id: result.passage,
    lane: result.lane,
    direction: result.direction,
    startedAt: formatInstant(result.startedAt),
    endedAt: formatInstant(result.endedAt),
    outcome: result.outcome,
    seconds: Math.round(result.totalMs) / 1000,
    steps: result.steps.map(({ name, ms, outcome }) => ({ name, ms: tenths(ms), outcome })),
    reasons: reasons.map((code) => reasonViewOf(code, law)),
    events: journal.map((entry) => eventViewOf(entry, result.startedAt)),
    ...(officer && result.traveller
      ? { traveller: { id: result.traveller, name: who?.name ?? '', document: who?.document ?? '' } }
      : {}),
    ...(officer && decision ? { because: clausesOf(decision) } : {}),
  };
}

/** A page shows no more; and the noise behind it can spell somebody's document number by chance. */
const tenths = (ms: number) => Math.round(ms * 10) / 10;

/** The law's codes have their words in `rules/texts`; the lane's own have theirs with the pages. */
function reasonViewOf(code: string, law: Law): ReasonView {
  const kind = law.text('reasons', code);
  return { code, ...(kind ? { kind } : {}) };
}

export const eventViewOf = (
  { at, event, condition }: JournalEntry,
  start: Instant,
): PassageView['events'][number] => ({
  at: formatInstant(at),
  offsetMs: at - start,
  // The journal adds particulars behind the kind; the pages have words for kinds.
  event: event.split(' ', 1)[0] ?? event,
  detail: condition,
});

const clausesOf = ({ decision }: KeptDecision) =>
  decision.because.map(({ clause, requirement, reference, value, passed }) => ({
    clause,
    requirement: requirement.join(', '),
    reference,
    ...(value === undefined ? {} : { value: JSON.stringify(value) }),
    passed,
  }));
