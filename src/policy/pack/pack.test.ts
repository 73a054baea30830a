import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../kernel/index.ts';
import type { Json } from '../bundle.ts';
import { squeeze, unsqueeze } from './bytes.ts';
import { fromColumns, toColumns } from './columns.ts';
import { packRules, unpackRules } from './pack.ts';

const key = fc.string({ maxLength: 12 }).filter((text) => !text.includes('\t'));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.constantFrom('\n', '\f\\n', '\\', '"', 't', 't1', '{0', '[2', ''),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    fc.dictionary(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom('語言', '语言', 'a', '後', '后', '-', '+a\n'),
      {
        noNullPrototype: true,
      },
    ),
  ),
})).value;

const content = (value: Json) => ({
  format: 1,
  references: {},
  parameters: {},
  tables: {},
  questions: {},
  texts: {},
  value,
});

describe('columns', () => {
  it('hold any JSON, and give it back to the letter', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(fromColumns(toColumns(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('keep simplified Chinese only where it does not follow from the traditional', () => {
    const texts = ['門口', '開門', '門'].map((hant) => ({
      'zh-Hant': hant,
      'zh-Hans': hant.replace('門', '门').replace('開', '开'),
    }));
    const odd = { 'zh-Hant': '門', 'zh-Hans': '門' };
    expect(toColumns(texts)).not.toContain('门口');
    expect(fromColumns(toColumns([...texts, odd]))).toEqual([...texts, odd]);
  });

  it('refuse a key with a tab, and columns that end too early', () => {
    expect(() => toColumns({ 'a\tb': 1 })).toThrow(/tab/);
    expect(() => fromColumns(toColumns([1, 2]).replace('[2', '[3'))).toThrow(/before they are whole/);
  });
});

describe('squeezing', () => {
  it('gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unsqueeze(squeeze(bytes), bytes.length)).toEqual(bytes);
      }),
      { numRuns: 12 },
    );
    const same = new Uint8Array(5000).fill(65);
    expect(unsqueeze(squeeze(same), same.length)).toEqual(same);
  });

  it('makes what repeats itself short', () => {
    const bytes = new TextEncoder().encode('the permit is valid through its last day. '.repeat(50));
    expect(squeeze(bytes).length).toBeLessThan(420);
  });
});

describe('packed rules', () => {
  it('open as what was packed, and nothing else opens', () => {
    const bundle = { rules: 'sha256-0', content: content({ a: [1, 'x'] }) } as Parameters<
      typeof packRules
    >[0];
    expect(unpackRules(packRules(bundle))).toEqual(bundle);
    expect(() => unpackRules('kouan-rules-2 sha256-0 1 AAAA')).toThrow(/format/);
    expect(() => unpackRules('kouan-rules-1 sha256-0 99999999999 AAAA')).toThrow(/format/);
  });
});
