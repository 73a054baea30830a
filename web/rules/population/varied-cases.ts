/**
 * Askers of any question, by seed: each is one of its own cases, moved to the day, with a few facts drawn anew. Both sides of every
 * edge are in the cases, so both are in the population; the shares mean nothing.
 */
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  type Random,
  seededRandom,
} from '../../../src/kernel/index.ts';
import type { FactSpec, Law } from '../../../src/policy/index.ts';
import type { CaseFacts, CaseFile, CaseValue } from '../cases/case-files.ts';
import { factsOfCase, withFact } from '../cases/case-run.ts';

const REDRAWN_MAX = 2;
const DAYS_MOVED_MAX = 500;
const TRIES_PER_PERSON = 4;
/** Values with a day in front: a day, or an instant. */
const DATED = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;

/** Every day inside moved by so many days, so that ages and terms stay as the case has them. */
function moved(value: CaseValue, days: number): CaseValue {
  if (typeof value === 'string') {
    const [, day, rest = ''] = DATED.exec(value) ?? [];
    return isDay(day) ? addDays(day, days) + rest : value;
  }
  if (Array.isArray(value)) return value.map((item: CaseValue) => moved(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, moved(item as CaseValue, days)]),
  );
}

function drawNumber(random: Random, { min = 0, max }: FactSpec, before: CaseValue | undefined): number {
  const start = typeof before === 'number' ? before : min;
  const drawn = start + random.pick([-2, -1, 1, 2, 5, 10]);
  return Math.max(min, Math.min(max ?? drawn, drawn));
}

/** Another value of a fact's kind; undefined where the kind gives none to draw from. */
function drawValue(
  random: Random,
  law: Law,
  spec: FactSpec,
  before: CaseValue | undefined,
): CaseValue | undefined {
  if (spec.kind === 'flag') return before !== true;
  if (spec.kind === 'number' || spec.kind === 'count') return drawNumber(random, spec, before);
  if (spec.kind === 'day' && typeof before === 'string')
    return moved(before, random.int(-DAYS_MOVED_MAX, DAYS_MOVED_MAX));
  const keys = spec.table ? law.content.tables[spec.table]?.rows.map(({ key }) => key[0] ?? '') : undefined;
  const values = (spec.values ?? keys ?? []) as readonly CaseValue[];
  return values.length > 0 ? random.pick(values) : undefined;
}

function valueAt(facts: CaseValue | undefined, path: string): CaseValue | undefined {
  return path
    .split('.')
    .reduce<CaseValue | undefined>(
      (held, key) =>
        typeof held === 'object' && held !== null && !Array.isArray(held)
          ? (held as CaseFacts)[key]
          : undefined,
      facts,
    );
}

interface Source {
  readonly law: Law;
  readonly file: CaseFile;
  readonly day: Day;
  /** Facts whose day governs, by part. */
  readonly governing: readonly string[];
  readonly drawable: readonly (readonly [path: string, spec: FactSpec])[];
}

function drawOne(random: Random, { law, file, day, governing, drawable }: Source): CaseFacts | undefined {
  const facts = factsOfCase(file, random.pick(file.cases));
  const asked = governing.map((path) => String(valueAt(facts, path) ?? '').slice(0, 10)).find(isDay);
  if (!asked) return undefined;
  let so = moved(facts, daysBetween(asked, day)) as CaseFacts;
  for (let left = random.int(0, REDRAWN_MAX); left > 0 && drawable.length > 0; left--) {
    const [path, spec] = random.pick(drawable);
    const value = drawValue(random, law, spec, valueAt(so, path));
    if (value !== undefined) so = withFact(so, path, value);
  }
  const { decision } = law.decide(file.question, so, { trace: false, remedies: false });
  return decision === 'ERROR' ? undefined : so;
}

/** As many as asked for where the cases give so many; facts that the law would refuse are drawn again. */
export function variedCases(
  law: Law,
  file: CaseFile,
  order: { readonly seed: number; readonly count: number; readonly day: Day },
): readonly CaseFacts[] {
  const spec = law.describe(file.question);
  const governing = [...new Set((spec?.parts ?? []).map((part) => part.day))];
  const drawable = Object.entries(spec?.facts ?? {}).filter(
    ([path, { kind }]) => !path.includes('[]') && kind !== 'object' && !governing.includes(path),
  );
  const source = { law, file, day: order.day, governing, drawable };
  const random = seededRandom(order.seed).fork(`cases of ${file.question}`);
  const people: CaseFacts[] = [];
  for (let tries = order.count * TRIES_PER_PERSON; tries > 0 && people.length < order.count; tries--) {
    const one = drawOne(random, source);
    if (one) people.push(one);
  }
  return people;
}
