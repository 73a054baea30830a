import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { demonstrationDelivery, demonstrationFee } from './fee.ts';
import { makeReplacement, replacement } from './replacement.ts';

const ANSWERS = {
  document: 'EEP',
  reason: 'less-than-6-months',
  city: 'Guangzhou',
  duty: 'neither',
  delivery: 'collect',
  payment: 'online',
};
const permit = { type: 'EEP', number: 'C12345678', expires: '2026-03-31' as Day, endorsements: [] };
const resident = (birthDate = '1990-06-15') =>
  holder({ person: person({ category: 'mainland', birthDate: birthDate as Day, documents: [permit] }) });
const picture = { name: 'photo.jpg', content: new Uint8Array([1]) };

async function replace(
  answers: object,
  at = '2025-12-01T10:00:00+08:00',
  by = resident(),
  service = replacement,
) {
  const trial = testDesk([service], at);
  const { id } = await trial.run('replacement', { ...ANSWERS, ...answers }, by);
  const { form } = await trial.desk.read(id, by);
  // Whom the law refuses is shown no place for a picture.
  if (form.steps.some((step) => step.id === 'evidence')) await trial.desk.addFile(id, 'photo', picture, by);
  const sent = await trial.desk.send(id, by);
  const { record } = await trial.desk.read(id, by);
  return { ...trial, id, sent, record, reasons: [record.state, ...(record.body.decision?.reasons ?? [])] };
}

async function granted(answers: object, service = replacement) {
  const { id, officers, store } = await replace(answers, undefined, undefined, service);
  await officers.step(id, 'O-1', { action: 'propose-grant', reason: '照片合格' });
  await officers.step(id, 'O-2', { action: 'agree' });
  const record = await store.get((await officers.read(id, 'O-1')).id, { account: 'U-1' });
  return (record?.body.grant?.rows ?? []).map(({ label, value }) => [
    label.en,
    typeof value === 'string' ? value : value.en,
  ]);
}

describe('the online replacement', () => {
  it('Q-04 Q-05 is taken with the number on file, looked at by officers, and granted without a visit', async () => {
    const { reasons, record } = await replace({});
    expect(reasons).toEqual(['in-review', 'OK']);
    expect(record.body.answers.number).toBe('C12345678');
    expect(await granted({})).toEqual([
      ['Which document?', expect.stringContaining('two-way permit')],
      ['Why?', 'It expires within six months, or has expired'],
      ['Applicant', '陳大文'],
      ['Decided within', '7 working days'],
      ['Fee', 'CNY 60'],
      ['Payment', 'Demonstration: nothing was charged (EEP-20251201-5678-U-1)'],
      ['Handed over', 'At the office, collection number DEMO-EEP-20251201-5678-U-1 (demonstration)'],
      ['Filed with', 'the government service platform of the National Immigration Administration'],
    ]);
  });

  it('Q-05 asks what the reason and the delivery call for, and nothing else', async () => {
    const faultsOf = async (answers: object) => {
      const { sent } = await replace(answers);
      return sent.outcome === 'faults' ? sent.faults.map(({ field, code }) => [field, code]) : [];
    };
    expect(await faultsOf({ reason: 'damaged' })).toEqual([['damage', 'FILE_NEEDED']]);
    expect(await faultsOf({ delivery: 'post', address: '天河路 1 號' })).toContainEqual([
      'phone',
      'REQUIRED',
    ]);
    expect((await replace({ reason: 'lost', lostOn: '2025-11-30' })).reasons).toEqual(['in-review', 'OK']);
  });

  it('says the fee before it is paid, and that nothing is charged', async () => {
    const { desk } = await replace({});
    const form = replacement.form(desk.context(resident()), { document: 'PP_CN' });
    expect(form.steps.at(-1)?.fields[0]?.hint?.en).toBe(
      'CNY 120. This is a demonstration: nothing is really charged.',
    );
  });

  it('charges through whatever fee desk it is given, once, and not at all who pays on receipt', async () => {
    const charged: string[] = [];
    const text = { 'zh-Hant': '已付', 'zh-Hans': '已付', en: 'paid', pt: 'pago' };
    const counted = makeReplacement({
      delivery: demonstrationDelivery,
      fee: {
        ...demonstrationFee,
        pay: ({ fen }, reference) => {
          charged.push(`${fen} ${reference}`);
          return { outcome: 'charged', reference, text };
        },
      },
    });
    expect(await granted({}, counted)).toContainEqual(['Payment', 'paid']);
    expect(charged).toEqual(['6000 EEP-20251201-5678-U-1']);
    expect(await granted({ payment: 'on-receipt' }, counted)).toContainEqual([
      'Payment',
      'On receipt (demonstration)',
    ]);
    expect(charged).toHaveLength(1);
  });

  it('Q-01 Q-06 knows Dalian from its first day, and Nantong not at all', async () => {
    const dalian = (at: string) => replace({ city: 'Dalian' }, at);
    expect((await dalian('2025-11-19T23:59:00+08:00')).reasons).toEqual([
      'refused',
      'HUKOU_NOT_IN_PILOT_CITY',
    ]);
    expect((await dalian('2025-11-20T00:00:00+08:00')).reasons).toEqual(['in-review', 'OK']);
    expect((await replace({ city: 'another' })).reasons).toEqual(['refused', 'HUKOU_NOT_IN_PILOT_CITY']);
  });

  it('Q-01 lists the fifty cities of the law, and the three documents', () => {
    const { desk } = testDesk([replacement], '2025-12-01T10:00:00+08:00');
    const optionsOf = (step: string) => {
      const [field] =
        replacement.form(desk.context(resident()), {}).steps.find(({ id }) => id === step)?.fields ?? [];
      return field?.kind === 'choice' ? field.options.map(({ id }) => id) : [];
    };
    expect(optionsOf('city')).toHaveLength(51);
    expect(optionsOf('document')).toEqual(['PP_CN', 'EEP', 'MTP_TO_TW']);
  });

  it('Q-02 is not open on the day before the sixteenth birthday, and is on it', () => {
    const { desk } = testDesk([replacement], '2025-12-01T10:00:00+08:00');
    expect(desk.look(replacement, resident('2009-12-02'))).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['AGE_BELOW_MIN'] },
    });
    expect(desk.look(replacement, resident('2009-12-01'))).toEqual({ outcome: 'open' });
  });

  it('Q-01 is not open on the day before the pilot began, and is on its first day', () => {
    const look = (at: string) => testDesk([replacement], at).desk.look(replacement, resident());
    expect(look('2024-05-05T23:59:00+08:00')).toMatchObject({ decision: { reasons: ['RULE_NOT_IN_FORCE'] } });
    expect(look('2024-05-06T00:00:00+08:00')).toEqual({ outcome: 'open' });
  });

  it('Q-03 refuses soldiers and registered state employees, and no other state employee', async () => {
    expect((await replace({ duty: 'military' })).reasons).toEqual(['refused', 'EXCLUDED_PERSON']);
    expect((await replace({ duty: 'registered' })).reasons).toEqual(['refused', 'EXCLUDED_PERSON']);
    expect((await replace({ duty: 'unregistered' })).reasons).toEqual(['in-review', 'OK']);
  });

  it('C-06 asks whom the law refuses for no number, no picture and no address', async () => {
    const { form, record } = await replace({ city: 'another' }).then(async ({ desk, id }) =>
      desk.read(id, resident()),
    );
    expect(form.steps.map((step) => step.id)).toEqual(['document', 'reason', 'city', 'duty']);
    expect(Object.keys(record.body.answers)).toEqual(['document', 'reason', 'city', 'duty']);
  });

  it('Q-04 does not issue a first document, and Q-05 none without a reason; neither keeps a number', async () => {
    const first = await replace({ reason: 'first' });
    expect(first.reasons).toEqual(['refused', 'FIRST_ISSUE_NOT_COVERED']);
    expect(first.record.body.answers).not.toHaveProperty('number');
    expect((await replace({ reason: 'none' })).reasons).toEqual(['refused', 'PROOF_MISSING']);
  });

  it('Q-07 names the platform that the law lists as an official channel, and warns of links', () => {
    const { law } = testDesk([replacement], '2025-12-01T10:00:00+08:00').desk.context(resident());
    const link = (name: string) =>
      law.decide('service', { at: '2025-12-01T10:00:00+08:00', link: name }).decision;
    expect(link('國家移民管理局政務服務平台')).toBe('ADVICE');
    expect(link('https://example.com/pay')).toBe('NOT_AVAILABLE');
    expect(replacement.words.appeal?.en).toContain('never pay through a link');
  });
});

describe('the stand-ins of fee and delivery', () => {
  it('answer the same for the same question, and charge nothing', () => {
    const quote = demonstrationFee.quote('PP_CN');
    expect(quote?.fen).toBe(12_000);
    expect(demonstrationFee.quote('HRP')).toBeUndefined();
    const pay = () => quote && demonstrationFee.pay(quote, 'R-1');
    expect(pay()).toEqual(pay());
    expect(pay()).toMatchObject({ outcome: 'not-charged', reference: 'R-1' });
    expect(demonstrationDelivery.track('post', 'R-1')).toEqual(demonstrationDelivery.track('post', 'R-1'));
    expect(demonstrationDelivery.track('post', 'R-1').text.en).toContain('nothing is sent');
  });
});
