import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../kernel/index.ts';
import { holder, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { journey } from './journey.ts';

const AT = '2026-11-22T10:00:00+08:00';
const GUEST = (() => {
  const { person: _, ...rest } = holder({ guest: true, realPerson: false });
  return rest;
})();
const NORTH: Answers = {
  category: 'hkmo',
  document: 'HRP',
  way: 'from-hk',
  port: 'luohu',
  enrolled: true,
  phone: true,
  onward: 'train',
  departs: '2026-12-01 12:00',
  toPort: 40,
  fromPort: 20,
};

async function plan(changed: Answers = {}) {
  const { run, desk } = testDesk([journey], AT);
  const { id } = await run('journey', { ...NORTH, ...changed }, GUEST);
  return (await desk.read(id, GUEST)).record;
}
const rows = async (changed: Answers) =>
  Object.fromEntries(
    ((await plan(changed)).body.grant?.rows ?? []).map(({ label, value }) => [
      label.en,
      typeof value === 'string' ? value : value.en,
    ]),
  );

describe('the plan of a journey', () => {
  it('G-08 tells a resident of Hong Kong what to hold at each of two checks, in order', async () => {
    const { state, body } = await plan();
    expect(state).toBe('granted');
    expect(
      body.grant?.rows.map(({ label, value }) => [label.en, typeof value === 'string' ? value : value.en]),
    ).toEqual([
      ['Leave home', '2026-12-01 09:45'],
      ['At the port', '2026-12-01 10:25 · Luohu Port'],
      ['First check', 'Hong Kong: e-Channel, by QR code or identity card'],
      ['Second check', 'Mainland: the document-free lane, by face or finger'],
      ['In your hand', 'Nothing for the mainland lane; the document for the other side'],
      ['Through', '2026-12-01 11:10'],
      ['At the station or airport', '2026-12-01 11:30'],
      ['Departs', '2026-12-01 12:00'],
    ]);
    // it is carried all the same.
    expect(body.grant?.bring?.[0]?.['zh-Hant']).toBe('港澳居民來往內地通行證');
  });

  it('G-08 with a dead phone it is the identity card', async () => {
    expect(await rows({ phone: false })).toMatchObject({
      'First check': 'Hong Kong: e-Channel, by identity card',
    });
  });

  it('A-17 lists the inspection of Hong Kong after the mainland’s for a mainland resident, and says that they are separate', async () => {
    const changed = { category: 'mainland', document: 'EEP', way: 'to-hk' };
    expect(Object.values(await rows(changed)).slice(2, 4)).toEqual([
      'Mainland: the document-free lane, by face or finger',
      expect.stringMatching(/^Hong Kong: inspection, show the Exit-Entry Permit/),
    ]);
    const { body } = await plan(changed);
    expect(body.grant?.next[0]?.en).toContain('Each side checks for itself');
    expect(body.grant?.bring?.map(({ en }) => en)).toContain('A valid endorsement (簽注)');
  });

  it('A-17 shows the counter at a port without lanes, and to who has not enrolled', async () => {
    const counter = expect.stringMatching(/^Mainland: the counter/);
    expect(await rows({ port: 'other-port' })).toMatchObject({ 'Second check': counter });
    expect(await rows({ enrolled: false })).toMatchObject({ 'Second check': counter });
    expect((await plan({ enrolled: false })).body.grant?.next.at(-1)?.en).toContain('Enrol once');
  });

  it('V-01 a joint lane is one check with two results', async () => {
    const found = await rows({ way: 'from-macao', port: 'hengqin' });
    expect(found['First check']).toBe('Joint lane: one check, two results');
    expect(found).not.toHaveProperty('Second check');
  });

  it('A-17 tells a visitor on a passport to file the arrival card first, and asks nothing of lanes', async () => {
    const { body } = await plan({ category: 'foreigner', document: 'PP_FOREIGN' });
    expect(body.grant?.rows[0]?.value).toMatchObject({ en: 'The arrival card (free of charge)' });
    expect(body.answers).not.toHaveProperty('enrolled');
    expect(body.answers).not.toHaveProperty('phone');
  });

  it('counts forward from home where nothing leaves at a time', async () => {
    const { body } = await plan({ onward: 'none', leaves: '2026-12-01 08:00' });
    const marks = body.grant?.timeline?.marks.map(({ at }) => formatInstant(at).slice(11, 16));
    expect(marks).toEqual(['08:00', '08:40', '09:25', '09:45']);
  });

  it('is early enough for a plane', async () => {
    expect(await rows({ onward: 'flight' })).toMatchObject({ 'Leave home': '2026-12-01 08:15' });
  });

  it('offers only ports that lead to the side chosen, and only documents of the residence', async () => {
    const { desk } = testDesk([journey], AT);
    const { id } = await desk.begin(journey, 'key-of-test', GUEST);
    await desk.save(id, 'category', { category: 'hkmo' }, GUEST);
    const { form } = await desk.save(id, 'way', { way: 'from-macao' }, GUEST);
    const options = (step: string) => {
      const [field] = form.steps.find((one) => one.id === step)?.fields ?? [];
      return field?.kind === 'choice' ? field.options.map((option) => option.id) : [];
    };
    expect(options('document')).toEqual(['HRP', 'HRP_NC']);
    expect(options('port')).toContain('gongbei');
    expect(options('port')).not.toContain('luohu');
    const { faults } = await desk.save(id, 'port', { port: 'luohu' }, GUEST);
    expect(faults).toMatchObject([{ field: 'port', code: 'NOT_AN_OPTION' }]);
  });

  it('fills in residence and document of whoever is known', async () => {
    const { desk } = testDesk([journey], AT);
    const { body } = await desk.begin(journey, 'key-of-test', holder());
    expect(body.answers).toEqual({ category: 'hkmo', document: 'HRP' });
  });
});
