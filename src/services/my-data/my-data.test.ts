import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDesk } from '../engine/desk.fixture.ts';
import { correction } from './correction.ts';
import { MyDataDesk } from './desk.ts';
import { ME, testRegister } from './my-data.fixture.ts';

const AT = '2026-11-22T10:00:00+08:00';
const open = () => {
  const register = testRegister(AT);
  return { ...register, desk: new MyDataDesk(register.parts) };
};

describe('my data', () => {
  it('shows documents by their last signs, what they allow today, and linked people', async () => {
    const { desk } = open();
    const { documents, linked, names } = await desk.overview(ME);
    expect(names).toEqual(['陳大文']);
    expect(documents[0]).toMatchObject({ tail: '5671', expired: false, today: { decision: 'ELIGIBLE' } });
    expect(JSON.stringify(documents)).not.toContain('H12345671');
    expect(documents[0]?.name['zh-Hans']).not.toBe('HRP');
    expect(linked).toEqual([{ relation: 'ward', name: '陳小文' }]);
  });

  it('masks a guardian’s name for the ward', async () => {
    const { desk } = open();
    expect((await desk.overview({ account: 'U-2', traveller: 'T-2' })).linked).toEqual([
      { relation: 'guardian', name: '陳 * 文' },
    ]);
  });

  it('a document is valid on its last day and expired on the next', async () => {
    for (const [at, expired] of [
      ['2030-12-31T23:59:59+08:00', false],
      ['2031-01-01T00:00:00+08:00', true],
    ] as const) {
      const desk = new MyDataDesk(testRegister(at).parts);
      expect((await desk.overview(ME)).documents[0]?.expired).toBe(expired);
    }
  });

  it('reveals a number of one’s own document only', async () => {
    const { desk } = open();
    expect(await desk.number(ME, 'D-T-1')).toBe('H12345671');
    await expect(desk.number(ME, 'D-T-2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('consents', () => {
  it('C-13 what depends on a consent is told before it is withdrawn', async () => {
    const { desk } = open();
    const [face] = await desk.consents(ME);
    expect(face?.words?.version).toBe('face/2025-11-05');
    expect(face?.ifWithdrawn).toMatchObject({
      losesLane: true,
      law: { decision: 'ACCEPTED', outputs: { templatesErased: true, crossingRecordsKept: true } },
    });
    expect(face?.ifWithdrawn?.law.alternatives).toContain('counter');
  });

  it('C-13 one tap withdraws, and the receipt names the leaf of the log and how many templates went', async () => {
    const { desk, leaves } = open();
    const result = await desk.withdraw(ME, 'fingerprint');
    expect(result).toMatchObject({
      outcome: 'withdrawn',
      receipt: { modality: 'fingerprint', templatesErased: 2 },
    });
    const leaf = leaves.find((one) => one.includes('erasure-attested')) ?? '';
    const hash = createHash('sha256').update(Buffer.of(0)).update(leaf).digest('hex');
    const [receipt] = await desk.erasures(ME);
    expect(receipt?.leafHash).toBe(hash);
    expect(await desk.erasure(ME, receipt?.id ?? '')).toEqual(receipt);
  });

  it('C-13 a second tap changes nothing and gives the first receipt', async () => {
    const { desk, consents } = open();
    const first = await desk.withdraw(ME, 'face');
    const before = structuredClone(consents);
    expect(await desk.withdraw(ME, 'face')).toEqual(first);
    expect(consents).toEqual(before);
  });

  it('after one is withdrawn nothing more hangs on the other: the lane is closed already', async () => {
    const { desk } = open();
    await desk.withdraw(ME, 'face');
    const [standing, ended] = await desk.consents(ME);
    expect(standing?.consent.modality).toBe('fingerprint');
    expect(standing?.ifWithdrawn?.losesLane).toBe(false);
    expect(ended?.consent.modality).toBe('face');
    expect(ended?.ifWithdrawn).toBeUndefined();
  });

  it('what was never given cannot be withdrawn, and a receipt of nobody is not found', async () => {
    const { desk, consents } = open();
    consents.length = 0;
    await expect(desk.withdraw(ME, 'face')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.erasure(ME, 'A-99')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('who looked', () => {
  it('tells newest first who it was and why, and never an officer’s id', async () => {
    const { desk, note } = open();
    note({ action: 'traveller-read', actor: 'O-ABC', purpose: 'counter-inspection' });
    note({ action: 'passage-cleared', actor: 'szb/2' });
    note({ action: 'real-name-passed', actor: 'U-9' });
    note({ action: 'gallery-loaded', actor: 'cli' });
    note({ action: 'traveller-read', actor: 'U-1', purpose: 'self-service' });
    const looks = await desk.looks(ME);
    expect(looks.map(({ kind }) => kind)).toEqual(['you', 'operator', 'account', 'port', 'officer']);
    expect(looks[4]).toMatchObject({ purpose: 'counter-inspection', pseudonym: '~5' });
    expect(JSON.stringify(looks)).not.toContain('O-ABC');
  });

  it('the export holds everything, with the reading for it', async () => {
    const { desk } = open();
    const { run, officers } = testDesk([correction], AT);
    const { id } = await run('correction', { what: 'name', right: 'CHAN TAI MAN' });
    const request = await officers.step(id, 'O-ABC', { action: 'propose-grant', reason: 'as shown' });
    const all = await desk.everything(ME, [request]);
    expect(all).toMatchObject({ person: { id: 'T-1' }, consents: [{}, {}], crossings: [] });
    expect(all.requests).toMatchObject([{ id, answers: { right: 'CHAN TAI MAN' } }]);
    expect(JSON.stringify(all)).not.toContain('O-ABC');
    expect(all.looks[0]).toMatchObject({ kind: 'you', purpose: 'self-service' });
  });
});
