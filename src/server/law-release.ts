/** The law of one question, small enough for a telephone and whole enough to decide there. */
import type { RulesBundle, RulesContent } from '../policy/index.ts';

/** The release without the other questions and without tables that the question does not name; undefined for an unknown question. */
export function releaseOf({ rules, content }: RulesBundle, question: string): RulesBundle | undefined {
  const asked = Object.hasOwn(content.questions, question) ? content.questions[question] : undefined;
  if (!asked) return undefined;
  return {
    rules,
    content: { ...content, questions: { [question]: asked }, tables: tablesNamed(content, asked) },
  };
}

/** A table may be named in a condition, as the kind of a fact or inside a text, so the whole question is searched. */
function tablesNamed({ tables }: RulesContent, asked: object): RulesContent['tables'] {
  const text = JSON.stringify(asked);
  return Object.fromEntries(Object.entries(tables).filter(([id]) => new RegExp(`["{]${id}["}|]`).test(text)));
}

/** Changes with the release, and with the question because each has its own cut. */
export const entityTag = ({ rules }: RulesBundle, question: string): string => `"${rules}-${question}"`;
