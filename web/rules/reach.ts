/** What a question rests on: the values and lists that it names anywhere in its facts and parts. */
import type { Clause, Law, Part } from '../../src/policy/index.ts';
import { rulesWords } from '../shared/i18n/rules-words.ts';
import { fill } from '../shared/i18n/words.ts';

export interface Reach {
  readonly parameters: readonly string[];
  readonly tables: readonly string[];
}

const PARAMETER_KEYS = ['parameter', 'started'];
const TABLE_KEYS = ['table', 'calendar', 'first-listed'];

/** In the order in which the question names them. */
export function reachOf(law: Law, question: string): Reach {
  const { parameters, tables } = law.content;
  const found = { parameters: new Set<string>(), tables: new Set<string>() };
  const walk = (tree: unknown): void => {
    if (typeof tree !== 'object' || tree === null) return;
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string' && PARAMETER_KEYS.includes(key) && Object.hasOwn(parameters, value))
        found.parameters.add(value);
      if (typeof value === 'string' && TABLE_KEYS.includes(key) && Object.hasOwn(tables, value))
        found.tables.add(value);
      walk(value);
    }
  };
  walk(law.describe(question));
  return { parameters: [...found.parameters], tables: [...found.tables] };
}

/** Questions whose answers may turn when a value changes. */
export const questionsReading = (law: Law, parameter: string): readonly string[] => {
  const named = law.questions.filter((question) => reachOf(law, question).parameters.includes(parameter));
  // A value that no question names is read by the engine itself, such as how an age is counted.
  return named.length > 0 ? named : law.questions;
};

/** Every clause of a part, those for each item of a list last. */
const clausesOf = (part: Part): readonly Clause[] => [
  ...part.clauses,
  ...(part.each ?? []).flatMap((group) => group.clauses),
];

export interface PlacedClause {
  /** Names the clause within its question, whose parts may use an id twice. */
  readonly key: string;
  readonly clause: Clause;
}

export const clauseKey = (part: Part, clause: Clause): string => `${part.id}.${clause.id}`;

export const placedClauses = (law: Law, question: string): readonly PlacedClause[] =>
  (law.describe(question)?.parts ?? []).flatMap((part) =>
    clausesOf(part).map((clause) => ({ key: clauseKey(part, clause), clause })),
  );

/** Authority, title and day of a notice, as Chinese cites it; notices are in Chinese. */
export function citation(law: Law, id: string): string {
  const notice = law.content.references[id];
  return notice ? fill(rulesWords.cited['zh-Hant'], { ...notice }) : id;
}
