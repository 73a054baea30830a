/** Runs a case against a law: what comes out otherwise than it says. */
import type { Decision, Law } from '../../../src/policy/index.ts';
import type { CaseFacts, CaseFile, CaseValue, LawCase } from './case-files.ts';

type Facts = { [name: string]: CaseValue };

const asFacts = (value: CaseValue | undefined): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as CaseFacts) } : {};

/** Facts with one path set, or left out where the value is undefined; the given object stays as it is. */
export function withFact(facts: CaseValue | undefined, path: string, value: CaseValue | undefined): Facts {
  const [key = path, ...rest] = path.split('.');
  const changed = asFacts(facts);
  const next = rest.length > 0 ? withFact(changed[key], rest.join('.'), value) : value;
  if (next === undefined) delete changed[key];
  else changed[key] = next;
  return changed;
}

/** What all cases share, the case's own facts over it, less what it leaves out. */
export function factsOfCase(file: CaseFile, { facts, without }: LawCase): Facts {
  const laid = Object.entries(facts ?? {}).reduce(
    (so, [path, value]) => withFact(so, path, value),
    asFacts(file.base),
  );
  return (without ?? []).reduce((so, path) => withFact(so, path, undefined), laid);
}

export interface Difference {
  /** `decision`, `reasons` and so on, or the name of an output. */
  readonly what: string;
  readonly said: string;
  readonly is: string;
}

const listText = (list: readonly string[]) => [...list].sort().join(', ') || '–';

/** What of a decision is not as a case says; empty when all is. */
export function differences(one: LawCase, decision: Decision): readonly Difference[] {
  const lists = [
    ['reasons', one.reasons, decision.reasons],
    ['obligations', one.obligations, decision.obligations],
    ['alternatives', one.alternatives, decision.alternatives],
    ['missing', one.missing, decision.missing.map(({ fact }) => fact)],
  ] as const;
  const compared = [
    { what: 'decision', said: one.decision, is: decision.decision },
    ...lists.flatMap(([what, said, is]) => (said ? [{ what, said: listText(said), is: listText(is) }] : [])),
    ...Object.entries(one.outputs ?? {}).map(([what, value]) => ({
      what,
      said: JSON.stringify(value),
      is: JSON.stringify(decision.outputs?.[what]) ?? '–',
    })),
  ];
  return compared.filter(({ said, is }) => said !== is);
}

export interface CaseOutcome {
  readonly one: LawCase;
  readonly differences: readonly Difference[];
}

export const runCases = (law: Law, file: CaseFile): readonly CaseOutcome[] =>
  file.cases.map((one) => ({
    one,
    differences: differences(one, law.decide(file.question, factsOfCase(file, one), { remedies: false })),
  }));
