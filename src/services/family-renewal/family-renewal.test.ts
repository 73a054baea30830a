import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { familyRenewal } from './family-renewal.ts';

const AT = '2025-12-01T10:00:00+08:00';
const ANSWERS = {
  place: 'HK',
  endorsement: 'T',
  requested: 'same',
  stayEnds: '2025-12-19',
  filedOn: '2025-12-01',
};
const endorsed = (...types: string[]) =>
  holder({
    person: person({
      category: 'mainland',
      documents: [
        {
          type: 'EEP',
          number: 'C12345678',
          expires: '2030-12-31' as Day,
          endorsements: types.map((type) => ({
            type,
            entries: 'multiple',
            destination: 'HK',
            expires: '2026-12-31' as Day,
          })),
        },
      ],
    }),
  });
const visitor = endorsed('T');
const open = (at = AT) => testDesk([familyRenewal], at);

async function renew(answers: object, at = AT, by = visitor) {
  const trial = open(at);
  const { id } = await trial.run('family-renewal', { ...ANSWERS, ...answers }, by);
  const { record } = await trial.desk.read(id, by);
  return { ...trial, record, reasons: [record.state, ...(record.body.decision?.reasons ?? [])] };
}

describe('the renewal of a family-visit endorsement', () => {
  it('R-01 R-04 gives the letter for the agency of Hong Kong, good until the last day to file', async () => {
    const { record, issued } = await renew({});
    expect(record.state).toBe('granted');
    expect(record.dueOn).toBe('2025-12-10');
    expect(record.body.grant?.letter).toBe(true);
    const values = record.body.grant?.rows.map(({ value }) => (typeof value === 'string' ? value : value.en));
    expect(values).toEqual([
      'China Travel Service (Hong Kong)',
      '2025-12-10',
      '2025-12-09',
      'Family visit',
      '2025-12-19',
      '陳大文',
    ]);
    expect(issued[0]?.facts).toEqual({ name: '陳 * 文', subject: 'Renewal of a family-visit endorsement' });
  });

  it('R-04 names the agency of Macao for Macao', async () => {
    const { record } = await renew({ place: 'MO' });
    expect(record.body.grant?.rows[0]?.value).toMatchObject({ 'zh-Hant': '澳門中國旅行社' });
  });

  it('R-02 tells the last day before it asks when the holder will file', async () => {
    const { desk } = open();
    const { id } = await desk.begin(familyRenewal, 'k', visitor);
    await desk.save(id, 'place', { place: 'HK' }, visitor);
    const hintOf = ({ form }: Awaited<ReturnType<typeof desk.read>>) =>
      form.steps.find((step) => step.id === 'filedOn')?.fields[0]?.hint?.en;
    expect(hintOf(await desk.read(id, visitor))).toBeUndefined();
    const saved = await desk.save(id, 'stayEnds', { stayEnds: '2025-12-19' }, visitor);
    expect(hintOf(saved)).toBe(
      'With China Travel Service (Hong Kong). 2025-12-10 at the latest; to be safe, by 2025-12-09.',
    );
  });

  it('R-02 accepts on the last day, and is too late a day after', async () => {
    expect((await renew({ filedOn: '2025-12-10' })).reasons).toEqual(['granted', 'OK']);
    expect((await renew({ filedOn: '2025-12-11' })).reasons).toEqual(['refused', 'TOO_LATE']);
  });

  it('R-02 leaves it to an officer where the calendars disagree, by the last day that is sure', async () => {
    const { record, reasons } = await renew(
      { filedOn: '2026-02-12', stayEnds: '2026-02-27' },
      '2026-02-10T10:00:00+08:00',
    );
    expect(reasons).toEqual(['in-review', 'TOO_LATE']);
    expect(record.dueOn).toBe('2026-02-11');
  });

  it('R-02 beyond the calendars counts nothing, and the letter an officer grants ends with the stay', async () => {
    const { record, reasons, officers, store } = await renew(
      { filedOn: '2026-12-22', stayEnds: '2027-01-08' },
      '2026-12-20T10:00:00+08:00',
    );
    expect(reasons).toEqual(['in-review', 'NEEDS_HUMAN_REVIEW']);
    await officers.step(record.id, 'O-1', { action: 'propose-grant', reason: '已向旅行社查詢' });
    await officers.step(record.id, 'O-2', { action: 'agree' });
    const granted = await store.get(record.id, { account: visitor.account });
    expect(granted?.dueOn).toBe('2027-01-08');
  });

  it('R-01 is refused for a business endorsement', async () => {
    expect((await renew({ endorsement: 'S' }, AT, endorsed('S'))).reasons).toEqual(['refused', 'WRONG_TYPE']);
  });

  it('R-03 renews the same type only', async () => {
    expect((await renew({ requested: 'another', anotherType: 'S' })).reasons).toEqual([
      'refused',
      'WRONG_TYPE',
    ]);
    expect((await renew({ requested: 'another', anotherType: 'T' })).reasons).toEqual(['granted', 'OK']);
  });

  it('fills in the family-visit endorsement on file, or else the one there is', () => {
    const { desk } = open();
    const filled = (...types: string[]) => familyRenewal.prefill?.(desk.context(endorsed(...types)));
    expect(filled('S', 'T')).toEqual({ endorsement: 'T' });
    expect(filled('S')).toEqual({ endorsement: 'S' });
    expect(filled()).toEqual({});
  });

  it('R-05 is not open on the day before it began, and is on its first day', () => {
    expect(open('2025-11-19T23:59:00+08:00').desk.look(familyRenewal, visitor)).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['RULE_NOT_IN_FORCE'] },
    });
    expect(open('2025-11-20T00:00:00+08:00').desk.look(familyRenewal, visitor)).toEqual({ outcome: 'open' });
  });
});
