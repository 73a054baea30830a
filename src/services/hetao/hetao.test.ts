import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { hetaoClearance } from './clearance.ts';
import { hetaoCompany } from './company-filing.ts';
import { hetaoGoods } from './goods.ts';
import { hetaoTalent } from './talent-filing.ts';

const AT = '2025-12-05T10:00:00+08:00';
const SERVICES = [hetaoTalent, hetaoCompany, hetaoClearance, hetaoGoods];
const documents = [{ type: 'EEP', number: 'C12345678', expires: '2030-12-31' as Day, endorsements: [] }];
const staff = holder({ person: person({ category: 'mainland', documents }) });
const CODE = '91350100M000100Y43';

function open(at = AT) {
  const world = testDesk(SERVICES, at);
  const settle = async (service: string, answers: Answers, key = 'key') => {
    const { id } = await world.run(service, answers, staff, key);
    return (await world.desk.read(id, staff)).record;
  };
  const approve = async (id: string) => {
    await world.officers.step(id, 'O-1', { action: 'propose-grant', reason: 'Found on the list.' });
    await world.officers.step(id, 'O-2', { action: 'agree' });
    return (await world.desk.read(id, staff)).record;
  };
  return { ...world, settle, approve };
}

describe('the services of the zone', () => {
  it('M-01 are closed on the day before the measures, each before its first question', () => {
    const [before, first] = [open('2025-11-04T23:59:00+08:00'), open('2025-11-05T00:00:00+08:00')];
    for (const service of SERVICES) {
      expect(before.desk.look(service, staff)).toMatchObject({
        decision: { reasons: ['RULE_NOT_IN_FORCE'] },
      });
      expect(first.desk.look(service, staff).outcome).toBe('open');
    }
  });
});

describe('the talent endorsement of the zone', () => {
  const ANSWERS = { employer: '某研究院', creditCode: CODE, park: 'shenzhen', filed: true, frequent: false };

  it('M-01 is granted for three years, without proof, by the officers who find the filing', async () => {
    const { settle, approve, issued } = open();
    const waiting = await settle('hetao-talent', ANSWERS);
    expect(waiting.state).toBe('in-review');
    expect(waiting.body.decision?.decision).toBe('GRANTED');
    const record = await approve(waiting.id);
    expect(record.state).toBe('granted');
    expect(record.dueOn).toBe('2028-12-05');
    expect(record.body.grant?.rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: '3' })]),
    );
    expect(issued[0]).toMatchObject({ kind: 'letter', facts: { name: '陳 * 文' } });
  });

  it('M-01 is refused without a filing, with the way to it', async () => {
    const record = await open().settle('hetao-talent', { ...ANSWERS, filed: false });
    expect(record.state).toBe('refused');
    expect(record.body.decision?.reasons).toEqual(['FILING_MISSING']);
    expect(record.body.decision?.remedies).not.toEqual([]);
  });

  it('M-02 leaves an employer of the Hong Kong Park to an officer', async () => {
    const record = await open().settle('hetao-talent', { ...ANSWERS, park: 'hong-kong' });
    expect(record.state).toBe('in-review');
    expect(record.body.decision?.reasons).toEqual(['NEEDS_HUMAN_REVIEW']);
  });

  it('M-05 M-06 M-07 names the lanes of staff, and the fast one only to those who cross often', async () => {
    const { settle, approve } = open();
    const [rare, often] = [
      await approve((await settle('hetao-talent', ANSWERS, 'rare')).id),
      await approve((await settle('hetao-talent', { ...ANSWERS, frequent: true }, 'often')).id),
    ];
    expect(rare.body.grant?.rows.at(-1)?.value).toMatchObject({
      en: expect.stringMatching(/Huanggang.*Futian.*Gate One/),
    });
    expect(rare.body.grant?.next).toHaveLength(2);
    expect(often.body.grant?.next).toHaveLength(3);
  });

  it('M-02 needs a social credit code whose check sign fits', async () => {
    const { sent } = await open().run(
      'hetao-talent',
      { ...ANSWERS, creditCode: '91350100M000100Y44' },
      staff,
    );
    expect(sent).toMatchObject({
      outcome: 'faults',
      faults: [{ field: 'creditCode', code: 'NUMBER_CHECK' }],
    });
  });
});

describe('the filing of a company', () => {
  async function file(registered: string, keyFirm: boolean) {
    const world = open();
    const { desk } = world;
    const answers = { company: '某科技', creditCode: CODE, registered, keyFirm, places: '10' };
    const { id } = await desk.begin(desk.service('hetao-company'), 'company', staff);
    for (const step of ['company', 'keyFirm', 'places']) await desk.save(id, step, answers, staff);
    await desk.addFile(id, 'licence', { name: 'licence.pdf', content: Uint8Array.of(1) }, staff);
    expect((await desk.send(id, staff)).outcome).toBe('sent');
    return { ...world, record: (await desk.read(id, staff)).record };
  }

  it('M-03 asks for no tax in the first year, and leaves the day after it to an officer', async () => {
    const last = await file('2024-12-06', false);
    expect(last.record).toMatchObject({ state: 'in-review', body: { decision: { decision: 'ALLOWED' } } });
    const over = await file('2024-12-05', false);
    expect(over.record).toMatchObject({
      state: 'in-review',
      body: { decision: { decision: 'REFER', reasons: ['NEEDS_HUMAN_REVIEW'] } },
    });
  });

  it('M-04 shows "priority" to a key firm, and promises no number', async () => {
    const { record, approve } = await file('2025-01-05', true);
    const rows = (await approve(record.id)).body.grant?.rows ?? [];
    expect(rows.at(-1)?.value).toMatchObject({ en: 'Priority' });
    expect(JSON.stringify(rows)).not.toContain('"10"');
    const other = await file('2025-01-05', false);
    const plain = (await other.approve(other.record.id)).body.grant?.rows ?? [];
    expect(plain.at(-1)?.value).toMatchObject({ en: 'Ordinary' });
  });
});

describe('clearance by appointment', () => {
  const slot = '2025-12-05T12:00:00+08:00';
  const ANSWERS = { reason: 'project', about: '光刻', party: '3', port: 'futian', 'slot-futian': slot };

  it('M-08 is booked at once for an urgent project two hours ahead', async () => {
    const { settle, issued, desk } = open();
    const record = await settle('hetao-clearance', ANSWERS);
    expect(record.state).toBe('granted');
    expect(record.body.decision?.decision).toBe('BOOKED');
    expect(record.body.grant?.booking).toEqual({ calendar: 'hetao-people-futian', at: slot });
    expect(issued[0]?.kind).toBe('appointment');
    const slots = await desk.slots('hetao-people-futian', staff);
    expect(slots.find(({ at }) => at === slot)?.free).toBe(5);
  });

  it('M-08 books no time that is past, and no seventh party at one time', async () => {
    const { run, settle } = open();
    const past = { ...ANSWERS, 'slot-futian': '2025-12-05T10:00:00+08:00' };
    expect((await run('hetao-clearance', past, staff, 'past')).sent).toMatchObject({
      faults: [{ field: 'slot-futian', code: 'SLOT_TAKEN' }],
    });
    for (const key of ['1', '2', '3', '4', '5', '6']) await settle('hetao-clearance', ANSWERS, key);
    await expect(settle('hetao-clearance', ANSWERS, '7')).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
  });

  it('M-08 is not for an ordinary crossing, and asks nothing more for it', async () => {
    const record = await open().settle('hetao-clearance', { reason: 'other' });
    expect(record.body.decision?.reasons).toEqual(['PURPOSE_NOT_COVERED']);
  });

  it('M-05 offers the two ports with a lane to book, and neither Luohu nor Gate One', () => {
    const { desk } = open();
    const port = hetaoClearance.form(desk.context(staff)).steps.find(({ id }) => id === 'port')?.fields[0];
    expect(port?.kind === 'choice' && port.options.map(({ id }) => id)).toEqual(['huanggang', 'futian']);
  });
});

describe('research goods', () => {
  const ANSWERS = {
    cargo: 'research',
    plate: '粵Z·AB12港',
    load: '低溫樣本',
    port: 'huanggang',
    'slot-huanggang': '2025-12-06T09:00:00+08:00',
  };

  it('M-09 have the green lane', async () => {
    const record = await open().settle('hetao-goods', ANSWERS);
    expect(record.state).toBe('granted');
    expect(record.body.decision?.decision).toBe('GREEN');
    expect(record.body.grant?.booking?.calendar).toBe('hetao-goods-huanggang');
  });

  it('M-09 do not have it together with other goods', async () => {
    const record = await open().settle('hetao-goods', { cargo: 'mixed' });
    expect(record.state).toBe('refused');
    expect(record.body.decision).toMatchObject({ decision: 'ORDINARY', reasons: ['NOT_APPLICABLE'] });
  });
});
