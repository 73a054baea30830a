/**
 * The facts of a question as JSON Schema 2020-12 (which OpenAPI 3.1 speaks), made from the declarations that the engine reads by.
 * Nothing is `required`: a fact that is missing makes the answer REFER and is asked for, it is no error.
 */
import type { Json, Question, RulesContent } from '../bundle.ts';
import { type Field, LIST_LENGTH_MAX, makeFactTable } from './fields.ts';
import { TEXT_LENGTH_MAX } from './kinds.ts';

export type JsonSchema = { readonly [key: string]: Json | JsonSchema | readonly JsonSchema[] };

const TEXT: JsonSchema = { type: 'string', minLength: 1, maxLength: TEXT_LENGTH_MAX };

/** Kinds that a schema can tell more of than that it is a text; the others say in words what they expect. */
const FORMS: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['flag', { type: 'boolean' }],
  ['number', { type: 'number' }],
  ['count', { type: 'integer', minimum: 0 }],
  ['day', { type: 'string', format: 'date' }],
  ['instant', { type: 'string', format: 'date-time' }],
  ['flag-or-choice', { type: ['boolean', 'string'] }],
]);

function described({ spec, expected }: Field): string {
  const sentences = [spec.ask?.en, `Expected: ${expected}.`];
  if (spec.given === 'always') sentences.push('Without it the answer is REFER.');
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

const limits = ({ spec: { min, max } }: Field): JsonSchema => ({
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
});

function plainSchema(field: Field): JsonSchema {
  const { spec, known } = field;
  const form = FORMS.get(spec.kind) ?? TEXT;
  if (spec.kind === 'choice' && known.size > 0)
    return { type: 'string', enum: [...known.keys()].map(String) };
  return form.type === 'number' || form.type === 'integer' ? { ...form, ...limits(field) } : form;
}

function objectSchema(fields: readonly Field[]): JsonSchema {
  const properties = Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)]));
  return { type: 'object', properties, additionalProperties: false };
}

function listSchema({ spec, fields }: Field): JsonSchema {
  const [only] = fields;
  const items = only?.key === '[]' ? fieldSchema(only) : objectSchema(fields);
  return { type: 'array', items, minItems: spec.min ?? 0, maxItems: spec.max ?? LIST_LENGTH_MAX };
}

function shapeOf(field: Field): JsonSchema {
  if (field.type === 'list') return listSchema(field);
  if (field.type !== 'object') return plainSchema(field);
  const schema = objectSchema(field.fields);
  return field.nullable ? { ...schema, type: ['object', 'null'] } : schema;
}

function fieldSchema(field: Field): JsonSchema {
  const { default: otherwise } = field.spec;
  return {
    ...shapeOf(field),
    description: described(field),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
}

/** The schema of what a caller sends with a question. */
export function factSchema(question: Question, content: RulesContent): JsonSchema {
  const { roots } = makeFactTable(question, new Map(Object.entries(content.tables)));
  return { title: question.title.en, ...objectSchema(roots) };
}
