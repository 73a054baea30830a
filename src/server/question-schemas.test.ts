import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRules, type Law } from '../policy/index.ts';
import { loadRules, readCases, readRulesFolder } from '../policy/node.ts';
import { open } from './app.fixture.ts';

const rules = join(import.meta.dirname, '../../rules');
let law: Law;
let document: { components: { schemas: Record<string, Schema> }; paths: Record<string, unknown> };

interface Schema {
  readonly type?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean;
}

beforeAll(async () => {
  const bundle = loadRules(rules);
  law = compileRules(bundle);
  const questions = () => law.questions;
  const app = await open({ law: { questions, decide: law.decide, release: () => bundle } });
  document = (await app.inject('/openapi.json')).json();
});

/** The members that a value has and a schema does not know. */
function strange(schema: Schema, value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strange(schema.items ?? {}, item, `${path}[]`));
  if (typeof value !== 'object' || value === null) {
    const known = schema.enum === undefined || schema.enum.includes(String(value));
    return known ? [] : [`${path}=${String(value)}`];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = schema.properties?.[key];
    return known ? strange(known, inner, `${path}.${key}`) : [`${path}.${key}`];
  });
}

describe('the OpenAPI document', () => {
  it('has one component for each question, and the decision names them all', () => {
    const components = Object.keys(document.components.schemas).filter((name) => name.startsWith('facts-'));
    expect(components.sort()).toEqual(law.questions.map((question) => `facts-${question}`).sort());
    const route = JSON.stringify(document.paths['/v1/decisions/{question}']);
    for (const name of components) expect(route).toContain(`#/components/schemas/${name}"`);
  });

  it('knows every fact that an author thought of', () => {
    for (const { question, facts } of readCases(readRulesFolder(rules))) {
      if (law.decide(question, facts, { trace: false, remedies: false }).decision === 'ERROR') continue;
      expect(strange(document.components.schemas[`facts-${question}`] ?? {}, facts)).toEqual([]);
    }
  });

  it('says of the lane what the engine accepts', () => {
    const { properties, additionalProperties } = document.components.schemas['facts-lane'] ?? {};
    expect(additionalProperties).toBe(false);
    expect(properties?.direction?.enum).toEqual(['entry', 'exit']);
    expect(properties?.at?.format).toBe('date-time');
    expect(properties?.person?.properties?.birthDate?.format).toBe('date');
    expect(properties?.companion?.type).toEqual(['object', 'null']);
    expect(properties?.endorsements?.maxItems).toBe(50);
    expect(properties?.document?.properties?.type?.enum).toContain('HRP');
  });
});
