/** Runs the cases beside the rules: each must come true, and every clause must fail in one, or it can never fail. */
import type { Clause } from '../bundle.ts';
import type { Decision } from '../decision.ts';
import type { Law } from '../law.ts';
import { setPath } from '../remedies/facts-changed.ts';
import type { CaseFile, Collected } from './collect.ts';
import type { Fault } from './faults.ts';
import type { CasesFile } from './schema.ts';

type Case = CasesFile['cases'][number];

function unset(facts: unknown, path: string): unknown {
  const cut = path.indexOf('.');
  const key = cut < 0 ? path : path.slice(0, cut);
  const rest = cut < 0 ? undefined : path.slice(cut + 1);
  const kept = Object.entries((facts ?? {}) as object).filter(([name]) => rest !== undefined || name !== key);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === key && rest !== undefined ? unset(value, rest) : value]),
  );
}

/** The facts of a case: the base, with its own laid over by path, less what it leaves out. */
export function factsOfCase(file: CasesFile, one: Case): unknown {
  const laid = Object.entries(one.facts ?? {}).reduce<unknown>(
    (facts, [path, value]) => setPath(facts, path, value),
    file.base ?? {},
  );
  return (one.without ?? []).reduce((facts, path) => unset(facts, path), laid);
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** What of a decision is not as a case says; empty when all is. */
export function contradictions(one: Case, decision: Decision): readonly string[] {
  const found: string[] = [];
  const compare = (name: string, said: readonly string[] | undefined, is: readonly string[]) => {
    if (said && !sameSet(said, is))
      found.push(`${name} ${is.join(', ') || 'none'} instead of ${said.join(', ') || 'none'}`);
  };
  if (decision.decision !== one.decision) found.push(`${decision.decision} instead of ${one.decision}`);
  compare('reasons', one.reasons, decision.reasons);
  compare('obligations', one.obligations, decision.obligations);
  compare('alternatives', one.alternatives, decision.alternatives);
  compare(
    'missing',
    one.missing,
    decision.missing.map(({ fact }) => fact),
  );
  for (const [name, value] of Object.entries(one.outputs ?? {})) {
    const is = decision.outputs?.[name];
    if (JSON.stringify(is) !== JSON.stringify(value))
      found.push(`${name} ${JSON.stringify(is)} instead of ${JSON.stringify(value)}`);
  }
  return found;
}

function runCases({ yaml, value }: CaseFile, law: Law, failed: Set<string>): Fault[] {
  return value.cases.flatMap((one, index) => {
    const decision = law.decide(value.question, factsOfCase(value, one), { remedies: false });
    for (const entry of decision.because) if (!entry.passed) failed.add(`${value.question}:${entry.clause}`);
    const wrong = contradictions(one, decision);
    if (wrong.length === 0) return [];
    const what = `“${one.name}” decides ${wrong.join('; ')}.`;
    return [yaml.fault('case-contradicts', ['cases', index], what, 'Mend the case or the rule.')];
  });
}

const everyClause = (
  law: Law,
  question: string,
): readonly { clause: Clause; path: readonly PropertyKey[] }[] =>
  (law.describe(question)?.parts ?? []).flatMap((part, index) => [
    ...part.clauses.map((clause, at) => ({ clause, path: ['parts', index, 'clauses', at] })),
    ...(part.each ?? []).flatMap((group, each) =>
      group.clauses.map((clause, at) => ({ clause, path: ['parts', index, 'each', each, 'clauses', at] })),
    ),
  ]);

function neverFailing(law: Law, collected: Collected, failed: ReadonlySet<string>): Fault[] {
  return law.questions.flatMap((question) => {
    const at = collected.where.get(`question:${question}`);
    if (!at) return [];
    return everyClause(law, question)
      .filter(({ clause }) => !failed.has(`${question}:${clause.id}`))
      .map(({ clause, path }) => {
        const what = `Clause ${clause.id} fails in no case: nothing shows that it can fail.`;
        return at.yaml.fault('never-fails', path, what, 'Add a case in which it fails, or remove it.');
      });
  });
}

export function checkCases(collected: Collected, law: Law): Fault[] {
  const failed = new Set<string>();
  const faults = collected.cases.flatMap((file) => {
    if (law.questions.includes(file.value.question)) return runCases(file, law, failed);
    const what = `There is no question "${file.value.question}".`;
    return [file.yaml.fault('unknown-id', ['question'], what, 'Name a question that exists.')];
  });
  return [...faults, ...neverFailing(law, collected, failed)];
}
