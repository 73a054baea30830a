/** `kouan rules explain QUESTION [--on DAY]`: the clauses in force that day, with requirement, notice and words. */
import { fieldInvalid, isDay, shanghaiDay, systemClock, type Texts } from '../../kernel/index.ts';
import type { Clause, Json, Law, Part } from '../../policy/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { openLawOption, readLanguage, readQuestion } from './law-option.ts';

export interface ExplainedClause {
  readonly id: string;
  readonly requirement: readonly string[];
  /** Authority, title and day of the notice. */
  readonly reference: string;
  readonly since?: string;
  readonly until?: string;
  readonly reason: string;
  readonly text: Texts;
  readonly reasonText?: Texts;
  /** The value on the day of the parameter that the clause cites. */
  readonly parameter?: { readonly id: string; readonly value: Json };
}

export interface ExplainedPart {
  readonly part: string;
  readonly decisions: readonly string[];
  readonly clauses: readonly ExplainedClause[];
}

export async function explainRules(
  [asked = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
  openLaw: (args: Arguments) => Law = openLawOption,
): Promise<number> {
  const law = openLaw(args);
  const question = readQuestion(law, asked);
  const day = args.one('on') ?? shanghaiDay(systemClock.now());
  if (!isDay(day)) throw fieldInvalid('--on', day, 'a day such as 2025-11-05');
  const language = readLanguage(args);
  const parts = explain(law, question, day);
  const title = law.describe(question)?.title;
  if (args.has('json')) {
    print(JSON.stringify({ question, on: day, rules: law.rules, title, parts }));
    return EXIT.done;
  }
  print(`${title?.[language] ?? question}, ${day}`);
  for (const { part, decisions, clauses } of parts) {
    print(`\n${part}: ${decisions.join(' < ')}`);
    for (const clause of clauses) for (const line of clauseLines(clause, language)) print(line);
  }
  return EXIT.done;
}

export function explain(law: Law, question: string, day: string): readonly ExplainedPart[] {
  return (law.describe(question)?.parts ?? []).map((part) => ({
    part: part.id,
    decisions: part.decisions,
    clauses: clausesOf(part)
      .filter((clause) => inForce(clause, day))
      .map((clause) => explainClause(law, clause, day)),
  }));
}

const clausesOf = (part: Part): readonly Clause[] => [
  ...part.clauses,
  ...(part.each ?? []).flatMap((group) => group.clauses),
];

/** Both ends of a range of days belong to it. */
const inForce = ({ from, until }: { from?: string; until?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

function explainClause(law: Law, clause: Clause, day: string): ExplainedClause {
  const { id, requirement, reason, text, from, until } = clause;
  const notice = law.content.references[clause.reference];
  const value = clause.parameter
    ? law.content.parameters[clause.parameter]?.values.findLast((dated) => inForce(dated, day))?.value
    : undefined;
  const reasonText = law.text('reasons', reason);
  return {
    id,
    requirement,
    reference: notice ? `${notice.authority}《${notice.title}》${notice.date}` : clause.reference,
    ...(from && { since: from }),
    ...(until && { until }),
    reason,
    text,
    ...(reasonText && { reasonText }),
    ...(clause.parameter && value !== undefined ? { parameter: { id: clause.parameter, value } } : {}),
  };
}

function clauseLines(clause: ExplainedClause, language: keyof Texts): string[] {
  const { id, requirement, reference, since, until, reason, text, reasonText, parameter } = clause;
  const days = [since && `from ${since}`, until && `until ${until}`].filter(Boolean).join(' ');
  return [
    `  ${id} [${requirement.join(', ')}]${days ? ` ${days}` : ''}`,
    `      ${text[language]}`,
    ...(parameter ? [`      ${parameter.id} = ${JSON.stringify(parameter.value)}`] : []),
    `      else ${reason}: ${reasonText?.[language] ?? ''}`,
    `      ${reference}`,
  ];
}
