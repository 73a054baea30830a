import { describe, expect, it } from 'vitest';
import { type Day, minutes } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { temporaryPermit } from './temporary-permit.ts';

const AT = '2026-11-22T10:00:00+08:00';
const ANSWERS = { ground: 'lost', purpose: 'train', from: '深圳北', to: '昆明南' };
const open = (at = AT) => testDesk([temporaryPermit], at);

describe('the temporary permit', () => {
  it('H-01 is granted at once to a resident of Hong Kong who lost the permit and takes a train', async () => {
    const { run, desk, issued } = open();
    const { id, sent } = await run('temporary-permit', ANSWERS);
    expect(sent.outcome).toBe('sent');
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('granted');
    expect(record.body.credential?.text).toBe('TEST:1');
    // H-04: the day of issue is not counted, and the seventh day ends at 24:00.
    expect(record.dueOn).toBe('2026-11-30');
    // F-04: masked, and no more than a verifier needs.
    expect(issued[0]?.facts).toEqual({ name: '陳 * 文', document: '5678', purposes: ['train', 'flight'] });
  });

  it('H-02 has another name for residents of Taiwan', async () => {
    const by = holder({
      person: person({
        category: 'taiwan',
        documents: [
          { type: 'MTP_TW_5Y', number: '12345678', expires: '2030-12-31' as Day, endorsements: [] },
        ],
      }),
    });
    const { run, desk } = open();
    const { id } = await run('temporary-permit', ANSWERS, by);
    const { record } = await desk.read(id, by);
    expect(record.body.grant?.rows[0]?.value).toMatchObject({ 'zh-Hant': '台灣居民來往大陸臨時通行證' });
  });

  it('H-05 is issued twice in a calendar month, and again when the month has changed in Beijing', async () => {
    const { run, desk, clock } = open('2026-11-30T23:00:00+08:00');
    for (const key of ['a', 'b'])
      expect((await run('temporary-permit', ANSWERS, holder(), key)).sent.outcome).toBe('sent');
    const third = await run('temporary-permit', ANSWERS, holder(), 'c');
    const { record } = await desk.read(third.id, holder());
    expect(record.state).toBe('refused');
    expect(record.body.decision?.reasons).toEqual(['QUOTA_EXCEEDED']);
    clock.advance(minutes(61));
    const fourth = await run('temporary-permit', ANSWERS, holder(), 'd');
    expect((await desk.read(fourth.id, holder())).record.state).toBe('granted');
  });

  it('H-05 counts only what was issued: a refusal uses nothing up', async () => {
    const { run, desk } = open();
    for (const key of ['a', 'b', 'c'])
      await run('temporary-permit', { ...ANSWERS, purpose: 'coach' }, holder(), key);
    const { id } = await run('temporary-permit', ANSWERS, holder(), 'd');
    expect((await desk.read(id, holder())).record.state).toBe('granted');
  });

  it('H-07 does not serve a train that leaves the mainland', async () => {
    const { run, desk } = open();
    const { id } = await run('temporary-permit', { ...ANSWERS, to: '西九龍' });
    const { record } = await desk.read(id, holder());
    expect(record.body.decision?.reasons).toEqual(['PURPOSE_NOT_COVERED']);
  });

  it('H-10 asks for the real-person check before it is sent, and keeps everything meanwhile', async () => {
    const { run, desk } = open();
    const { id, sent } = await run('temporary-permit', ANSWERS, holder({ realPerson: false }));
    expect(sent).toEqual({ outcome: 'needs', proof: 'real-person' });
    expect((await desk.read(id, holder())).record.body.answers).toEqual(ANSWERS);
    expect((await desk.send(id, holder())).outcome).toBe('sent');
  });

  it('H-10 asks for a confirmed mainland number before the first question, not after the last', async () => {
    const { desk } = open();
    const without = holder({ mainlandMobile: false });
    expect(desk.look(temporaryPermit, without)).toEqual({ outcome: 'needs', proof: 'mainland-mobile' });
    await expect(desk.begin(temporaryPermit, 'key', without)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(desk.look(temporaryPermit, holder())).toEqual({ outcome: 'open' });
  });

  it('H-20 turns away before the first question on the day before it began, and whom it is not for', () => {
    const early = open('2025-03-19T10:00:00+08:00');
    expect(early.desk.look(temporaryPermit, holder())).toMatchObject({ outcome: 'refused' });
    const { desk } = open();
    expect(desk.look(temporaryPermit, holder({ person: person({ category: 'mainland' }) }))).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['NOT_APPLICABLE'] },
    });
    const { person: _, ...unknown } = holder();
    expect(desk.look(temporaryPermit, unknown)).toEqual({ outcome: 'needs', proof: 'real-name' });
  });
});
