import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import type { Field, FieldKind } from './form.ts';
import { readAnswers, readValue } from './read-value.ts';
import { words } from './words.ts';

const label = words('甲', '甲', 'a', 'a');
const TODAY = '2026-11-22' as Day;
const read = (field: FieldKind, raw: unknown, around = {}) =>
  readValue({ id: 'f', label, ...field } as Field, raw, 'f', { today: TODAY, around });
const code = (field: FieldKind, raw: unknown, around = {}) => {
  const reading = read(field, raw, around);
  return reading.outcome === 'wrong'
    ? reading.faults[0]?.code
    : reading.outcome === 'ok'
      ? reading.value
      : 'absent';
};

const KINDS: FieldKind[] = [
  { kind: 'text', lengthMax: 20 },
  { kind: 'name' },
  { kind: 'day' },
  { kind: 'instant' },
  { kind: 'yes-no' },
  { kind: 'choice', options: [{ id: 'a', text: label }] },
  { kind: 'choices', options: [{ id: 'a', text: label }], most: 1 },
  { kind: 'document-number', type: 'HRP' },
  { kind: 'credit-code' },
  { kind: 'country' },
  { kind: 'phone' },
  { kind: 'email' },
  { kind: 'number', from: 0, to: 10 },
  { kind: 'slot', calendar: 'c' },
  { kind: 'consent', version: '1', text: label },
  { kind: 'group', fields: [{ id: 'n', kind: 'name', label }], least: 0, most: 3, item: label },
] as FieldKind[];

describe('an answer', () => {
  it.each([
    ['陳', '陳'],
    ['  CHAN  TAI MAN ', 'CHAN TAI MAN'],
    ["O'Connor-Smith, Zoë", "O'Connor-Smith, Zoë"],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['ab\u202Eba', 'abba'],
    ['山田 太郎 Yamada', '山田 太郎 Yamada'],
    ['Ann 😀', 'SIGNS_NOT_ALLOWED'],
    ['A1', 'SIGNS_NOT_ALLOWED'],
    ['---', 'NO_WORDS'],
    ['名'.repeat(80), '名'.repeat(80)],
    ['名'.repeat(81), 'TOO_LONG'],
    ['\u200F \u00AD', 'absent'],
  ])('W-01 a name %j is read as %j', (raw, expected) => expect(code({ kind: 'name' }, raw)).toBe(expected));

  it.each([
    ['2026-03-31', '2026-03-31'],
    ['２０２６－０３－３１', '2026-03-31'],
    ['2026/3/1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-02-29', 'NO_SUCH_DAY'],
    ['2024-02-29', '2024-02-29'],
    ['民國115年3月1日', 'REPUBLIC_YEAR'],
    ['115/3/1', 'REPUBLIC_YEAR'],
    ['31/3/2026', 'NOT_A_DAY'],
    ['tomorrow', 'NOT_A_DAY'],
  ])('W-01 a day %j is read as %j', (raw, expected) => expect(code({ kind: 'day' }, raw)).toBe(expected));

  it('a past day may be today, a future day too', () => {
    expect(code({ kind: 'day', when: 'past' }, '2026-11-22')).toBe('2026-11-22');
    expect(code({ kind: 'day', when: 'past' }, '2026-11-23')).toBe('NOT_YET');
    expect(code({ kind: 'day', when: 'future' }, '2026-11-22')).toBe('2026-11-22');
    expect(code({ kind: 'day', when: 'future' }, '2026-11-21')).toBe('ALREADY_PAST');
  });

  it.each([
    ['Ｈ１２３ ４５６ ７８', 'H12345678'],
    ['h12345678', 'H12345678'],
    ['H1234567', 'NUMBER_FORM'],
  ])('a permit number %j is read as %j', (raw, expected) =>
    expect(code({ kind: 'document-number', type: 'HRP' }, raw)).toBe(expected),
  );

  it.each([
    ['9135 0100 m000 100y 43', '91350100M000100Y43'],
    ['91350100M000100Y4', 'NUMBER_FORM'],
    ['91350100M000100Y44', 'NUMBER_CHECK'],
  ])('a code of an organisation %j is read as %j', (raw, expected) =>
    expect(code({ kind: 'credit-code' }, raw)).toBe(expected),
  );

  it('takes the form of a number from the type that was chosen', () => {
    const field = { kind: 'document-number', typeField: 'type' } as const;
    expect(code(field, '12345678', { type: 'MTP_TW_5Y' })).toBe('12345678');
    expect(code(field, '12345678', { type: 'HRP' })).toBe('NUMBER_FORM');
  });

  it.each([
    ['9123 4567', '+85291234567'],
    ['138 0013 8000', '+8613800138000'],
    ['００８５３ ６６１２３４５６', '+85366123456'],
    ['12345', 'NOT_A_PHONE'],
  ])('a telephone %j is read as %j', (raw, expected) => expect(code({ kind: 'phone' }, raw)).toBe(expected));

  it.each([
    ['2026-03-31 14:05', '2026-03-31T14:05:00+08:00'],
    ['2026-03-31T14:05:00+09:00', '2026-03-31T14:05:00+09:00'],
    ['2026-03-31 24:05', 'NOT_A_TIME'],
    ['2026-03-31', 'NOT_A_TIME'],
  ])('a time %j is read as %j', (raw, expected) => expect(code({ kind: 'instant' }, raw)).toBe(expected));

  it.each([
    ['a@b.co', 'a@b.co'],
    ['a@b', 'NOT_AN_EMAIL'],
    ['a b@c.de', 'NOT_AN_EMAIL'],
  ])('an address %j is read as %j', (raw, expected) => expect(code({ kind: 'email' }, raw)).toBe(expected));

  it('C-08 a consent is given by true alone', () => {
    const consent = { kind: 'consent', version: '1', text: label } as const;
    expect(code(consent, true)).toBe(true);
    expect(code(consent, false)).toBe('CONSENT_NEEDED');
    expect(code(consent, 'yes')).toBe('NOT_AN_OPTION');
  });

  it('of a group names the item and the field', () => {
    const group = {
      kind: 'group',
      fields: [{ id: 'n', kind: 'name', label }],
      least: 1,
      most: 2,
      item: label,
    } as const;
    expect(read(group, [{ n: '陳' }, { n: '😀' }])).toMatchObject({ faults: [{ field: 'f.1.n' }] });
    expect(code(group, [])).toBe('TOO_FEW');
    expect(code(group, [{}, {}, {}])).toBe('TOO_MANY');
  });

  it('of any kind is read or refused, never thrown at, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.anything({ withBigInt: true, withDate: true }),
        (kind, raw) => {
          expect(['ok', 'absent', 'wrong']).toContain(read(kind, raw).outcome);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('under a name that was not asked is dropped, __proto__ too', () => {
    const raw = JSON.parse('{"n":"Ann","x":1,"__proto__":{"polluted":true}}');
    const { answers } = readAnswers([{ id: 'n', kind: 'name', label }], raw, TODAY);
    expect(answers).toEqual({ n: 'Ann' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
