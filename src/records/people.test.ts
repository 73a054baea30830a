import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../kernel/index.ts';
import { BY, newPerson, startTestServer, type TestServer, type TestStore } from './test-store.ts';

let server: TestServer;
let store: TestStore;

beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const day = (text: string) => text as Day;

describe('travellers', () => {
  it('gives back what was said, and keeps names, numbers and birth dates sealed', async () => {
    const id = await store.records.travellers.add(newPerson('H01234567'), BY);
    const read = await store.records.travellers.get(id, BY);
    expect(read.names.latin).toBe('CHAN TAI MAN');
    expect(read.birthDate).toBe('1990-06-15');
    expect(read.documents[0]).toMatchObject({ type: 'HRP', number: 'H01234567', expires: '2030-12-31' });
    const dump = JSON.stringify(
      await store.sql('SELECT t.*, d.* FROM travellers t JOIN documents d ON d.traveller_id = t.id'),
    );
    const inBytes = Buffer.from('CHAN TAI MAN').toJSON().data.join(',');
    for (const secret of ['CHAN', '1990-06-15', 'H01234567', inBytes]) expect(dump).not.toContain(secret);
  });

  it('finds a person by document number whatever its spacing and case, and nobody by half of it', async () => {
    const id = await store.records.travellers.add(newPerson('M 7654-321'), BY);
    const found = await store.records.travellers.find({ documentNumber: 'm7654321' }, BY);
    expect(found.map((person) => person.id)).toEqual([id]);
    expect(await store.records.travellers.find({ documentNumber: 'M765432' }, BY)).toEqual([]);
  });

  it('refuses the same document for a second person, and adds neither person', async () => {
    await store.records.travellers.add(newPerson('D1'), BY);
    const before = await store.records.travellers.count();
    await expect(store.records.travellers.add(newPerson('D1'), BY)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    expect(await store.records.travellers.count()).toBe(before);
  });

  it('R28 adds a traveller once, however often the same id is sent', async () => {
    const person = { ...newPerson('D2'), id: 'T-0000000001-00000001' as never };
    const first = await store.records.travellers.add(person, BY);
    expect(await store.records.travellers.add(person, BY)).toBe(first);
    expect((await store.records.travellers.get(first, BY)).documents).toHaveLength(1);
  });

  it.each([
    ['birthDate', { birthDate: day('2025-02-30') }],
    ['names', { names: {} }],
    ['category', { category: 'martian' as never }],
    ['document.number', { documents: [{ type: 'HRP', number: '', expires: day('2030-01-01') }] }],
    ['document.type', { documents: [{ type: 'H P', number: 'X', expires: day('2030-01-01') }] }],
  ])('names the field %s when it is wrong, without repeating a name or number', async (field, wrong) => {
    const attempt = store.records.travellers.add(newPerson('D3', wrong), BY);
    await expect(attempt).rejects.toMatchObject({ code: 'FIELD_INVALID', facts: { field } });
  });

  it('says NOT_FOUND for an id that does not exist', async () => {
    await expect(store.records.travellers.get('T-0000000000-0', BY)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(store.records.facts('T-0000000000-0')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('R20 leaves an audit entry for each read of a person, under a pseudonym', async () => {
    const id = await store.records.travellers.add(newPerson('D4'), BY);
    await store.records.travellers.get(id, { actor: 'O-7', purpose: 'counter-inspection' });
    const leaves = await store.records.audit.of(id);
    expect(leaves.join()).toMatch(/"action":"traveller-read","actor":"O-7"/);
    expect(leaves.join()).not.toContain(id);
  });

  it('D-04 counts a guardian from the first to the last day of the link, not before or after', async () => {
    const [ward, guardian] = await store.records.travellers.addMany([newPerson('W1'), newPerson('G1')], BY);
    const link = {
      ward: ward!,
      guardian: guardian!,
      relation: 'PARENT',
      from: day('2025-01-01'),
      to: day('2025-06-30'),
    };
    await store.records.travellers.linkGuardian({ ...link, evidence: 'birth certificate' }, BY);
    const on = (text: string) => store.records.travellers.guardiansOf(ward!, day(text));
    expect(await on('2024-12-31')).toEqual([]);
    expect(await on('2025-01-01')).toEqual([guardian]);
    expect(await on('2025-06-30')).toEqual([guardian]);
    expect(await on('2025-07-01')).toEqual([]);
  });

  it('lists in pages, in order of id, without leaving anybody out', async () => {
    const all = await store.records.travellers.count();
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await store.records.travellers.list({ after, limit: 3 }, BY);
      if (page.length === 0) break;
      seen.push(...page.map((person) => person.id));
      after = seen.at(-1) ?? '';
    }
    expect(new Set(seen).size).toBe(all);
    expect(seen).toEqual(seen.toSorted());
  });
});

describe('facts', () => {
  it('are those of the longest valid document, with its endorsements', async () => {
    const id = await store.records.travellers.add(
      newPerson('F1', { category: 'mainland', documents: [] }),
      BY,
    );
    expect(await store.records.facts(id)).not.toHaveProperty('document');
    const older = await store.records.travellers.addDocument(
      id,
      { type: 'EEP', number: 'C1', expires: day('2026-01-01') },
      BY,
    );
    const newer = await store.records.travellers.addDocument(
      id,
      { type: 'EEP', number: 'C2', expires: day('2031-01-01') },
      BY,
    );
    const endorsement = { type: 'T', entries: 'multiple', destination: 'HK', expires: day('2026-06-01') };
    await store.records.travellers.addEndorsement(newer, endorsement, BY);
    expect(await store.records.facts(id)).toMatchObject({
      person: { category: 'mainland', birthDate: '1990-06-15' },
      document: { type: 'EEP', expires: '2031-01-01' },
      endorsements: [endorsement],
      documentId: newer,
    });
    expect(await store.records.facts(id, older)).toMatchObject({
      document: { expires: '2026-01-01' },
      endorsements: [],
    });
  });

  it('C-13 tell that a consent was given and since when it is withdrawn', async () => {
    const id = await store.records.travellers.add(newPerson('F2'), BY);
    expect((await store.records.facts(id)).consent).toEqual({ face: true, fingerprint: true });
    await store.records.consents.withdraw(id, BY, 'fingerprint');
    expect((await store.records.facts(id)).consent).toEqual({
      face: true,
      fingerprint: true,
      withdrawnAt: '2025-12-01T10:00:00.000+08:00',
    });
    await store.records.consents.give(id, { modality: 'fingerprint', textVersion: '1', language: 'en' }, BY);
    expect((await store.records.facts(id)).consent).toEqual({ face: true, fingerprint: true });
  });

  it('C-01 know no consent of somebody who never gave one, and never carry a name', async () => {
    const id = await store.records.travellers.add(newPerson('F3', { consents: [] }), BY);
    const facts = await store.records.facts(id);
    expect(facts.consent).toEqual({ face: false, fingerprint: false });
    expect(JSON.stringify(facts)).not.toMatch(/CHAN|陳|F3/);
  });

  it('C-03 count a fast-lane enrolment as biometrics on file', async () => {
    const id = await store.records.travellers.add(newPerson('F4', { fastLaneEnrolled: true }), BY);
    expect((await store.records.facts(id)).biometricsOnFile).toBe(true);
  });
});

it('takes in 2,000 people with documents and consents as one import', async () => {
  const people = Array.from({ length: 2000 }, (_, i) => newPerson(`BULK${i}`, { synthetic: true }));
  const before = await store.records.travellers.count();
  const ids = await store.records.travellers.addMany(people, BY);
  expect(new Set(ids).size).toBe(2000);
  expect(await store.records.travellers.count()).toBe(before + 2000);
});
