import { describe, expect, it } from 'vitest';
import { type Day, parseInstant } from '../../kernel/index.ts';
import { testRegister } from '../my-data/my-data.fixture.ts';
import { certificateFacts } from './certificate.ts';
import {
  type Crossing,
  type CrossingAsker,
  type Found,
  portName,
  type Span,
  searchCrossings,
} from './search.ts';

const AT = '2026-11-22T10:00:00+08:00';
const BY = { actor: 'U-1', purpose: 'self-service' };
const day = (text: string) => text as Day;
const crossing = (id: string, at: string, port = 'szb'): Crossing => ({
  id,
  port,
  direction: 'exit',
  completedAt: parseInstant(at),
  documentType: 'HRP',
  documentLast4: '5678',
});
const CROSSINGS = [
  crossing('C-4', '2026-11-20T00:00:00+08:00'),
  crossing('C-3', '2026-11-19T23:59:59+08:00'),
  crossing('C-2', '2026-11-10T09:00:00+08:00', 'gongbei'),
  crossing('C-1', '2026-11-01T09:00:00+08:00'),
];

const search = (asker: Partial<CrossingAsker>, span: Span = {}, at = AT, crossings = CROSSINGS) =>
  searchCrossings(
    testRegister(at, crossings).parts,
    { traveller: 'T-1', category: 'hkmo', by: BY, way: 'online', ...asker },
    span,
  );
const ids = (found: Found) =>
  found.outcome === 'found' ? found.crossings.map(({ id }) => id) : found.outcome;

describe('crossing records', () => {
  it('E-03 online shows all of them, newest first, with the span that they fill', async () => {
    const found = await search({});
    expect(ids(found)).toEqual(['C-4', 'C-3', 'C-2', 'C-1']);
    expect(found).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-22',
      ports: ['szb', 'gongbei'],
      more: false,
    });
  });

  it('E-03 a span holds both its days, from midnight to midnight in Beijing', async () => {
    expect(ids(await search({}, { from: day('2026-11-20'), to: day('2026-11-20') }))).toEqual(['C-4']);
    expect(ids(await search({}, { from: day('2026-11-19'), to: day('2026-11-19') }))).toEqual(['C-3']);
    await expect(search({}, { from: day('2026-11-20'), to: day('2026-11-19') })).rejects.toMatchObject({
      code: 'FIELD_INVALID',
      facts: { field: 'to' },
    });
  });

  it('E-03 can be narrowed to a port, and to none', async () => {
    expect(ids(await search({}, { port: 'gongbei' }))).toEqual(['C-2']);
    expect(ids(await search({}, { port: 'elsewhere' }))).toEqual([]);
  });

  it('E-01 E-07 a kiosk gives the latest crossing at its port only', async () => {
    expect(ids(await search({ way: 'kiosk', kioskPort: 'szb' }))).toEqual(['C-4']);
    expect(ids(await search({ way: 'kiosk', kioskPort: 'gongbei' }))).toEqual(['C-2']);
  });

  it('E-07 a kiosk refuses where there was no crossing, and names the way online', async () => {
    const found = await search({ way: 'kiosk', kioskPort: 'gongbei' }, {}, AT, [
      CROSSINGS[0] ?? crossing('', AT),
    ]);
    expect(found).toMatchObject({ outcome: 'refused', decision: { reasons: ['NOT_APPLICABLE'] } });
  });

  it('E-02 an office shows them in full for a document, and nothing without one', async () => {
    expect(ids(await search({ way: 'office', documents: ['HRP'] }))).toHaveLength(4);
    expect(await search({ way: 'office', documents: [] })).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['DOC_NOT_HELD'] },
    });
  });

  it('E-04 E-05 every user of the lane has it, whatever the category', async () => {
    for (const category of ['hkmo', 'mainland', 'taiwan', 'foreigner'])
      expect(ids(await search({ category }))).toHaveLength(4);
  });

  it('E-01 is open from its first day and not on the day before', async () => {
    expect(await search({}, {}, '2024-11-19T23:59:59+08:00', [])).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['RULE_NOT_IN_FORCE'] },
    });
    expect(ids(await search({}, {}, '2024-11-20T00:00:00+08:00', []))).toEqual([]);
  });

  it('says so when the records hold more than are shown at once', async () => {
    const many = Array.from({ length: 201 }, (_, i) => crossing(`C-${i}`, '2026-11-01T09:00:00+08:00'));
    const found = await search({}, {}, AT, many);
    expect(ids(found)).toHaveLength(200);
    expect(found).toMatchObject({ more: true });
    expect(await search({}, {}, AT, many.slice(1))).toMatchObject({ more: false });
  });
});

describe('a certificate of crossings', () => {
  const holder = {
    name: '陳大文',
    documents: [
      { type: 'HRP', number: 'H12345678', expires: day('2027-01-01') },
      { type: 'HKID', number: 'A1234563', expires: day('2026-01-01') },
    ],
  };
  const wish = { language: 'zh-Hans', hide: ['port'], maskNumbers: true } as const;

  it('E-03 names ports in the chosen language and finds the number in full on the holder’s document', async () => {
    const { law } = testRegister(AT).parts;
    const found = await search({}, { port: 'szb' });
    if (found.outcome !== 'found') throw new Error('The law refused.');
    const facts = certificateFacts(found, holder, wish, law);
    expect(facts).toMatchObject({
      holder: { name: '陳大文', masked: '陳 * 文', document: 'H12345678' },
      hide: ['port'],
      language: 'zh-Hans',
    });
    expect(facts.crossings[0]).toMatchObject({ port: '深圳湾口岸', document: 'H12345678' });
  });

  it('keeps the last four signs of a document that the holder has no more', async () => {
    const { law } = testRegister(AT).parts;
    const found = await search({});
    if (found.outcome !== 'found') throw new Error('The law refused.');
    const facts = certificateFacts(found, { ...holder, documents: [] }, wish, law);
    expect(facts.crossings[0]?.document).toBe('5678');
    expect(facts.holder.document).toBe('');
  });

  it('calls a port by its id where the law has no name for it', () => {
    expect(portName(testRegister(AT).law, 'nowhere').pt).toBe('nowhere');
  });
});
