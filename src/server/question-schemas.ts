/** The questions of the law as components of the OpenAPI document: what each wants to know, and what every decision says. */
import type { RulesContent } from '../policy/index.ts';
import { factSchema, type JsonSchema } from '../policy/node.ts';

const componentOf = (question: string): string => `facts-${question}`;

export const schemaReference = (question: string) => ({
  $ref: `#/components/schemas/${componentOf(question)}`,
});

/** One component for each question. */
export const questionSchemas = (content: RulesContent): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(content.questions).map(([id, question]) => [
      componentOf(id),
      factSchema(question, content),
    ]),
  );
