import { describe, expect, it } from 'vitest';
import { ManualClock, millis, parseId, parseInstant, type Texts } from '../../kernel/index.ts';
import { CollectionPoint } from './desk.ts';
import type { Draft } from './draft.ts';
import type { EnrolmentParts, LawAnswer } from './parts.ts';

const texts = (word: string): Texts => ({ 'zh-Hant': word, 'zh-Hans': word, en: word, pt: word });
const adult: Draft = {
  category: 'hkmo',
  name: '陳小文',
  birthDate: '1990-06-15',
  document: { type: 'HRP', number: 'H12345678', expires: '2030-12-31' },
  language: 'zh-Hant',
};
const ELIGIBLE: LawAnswer = {
  decision: 'ELIGIBLE_AFTER_ENROLMENT',
  reasons: ['BIOMETRICS_NOT_ON_FILE'],
  alternatives: [],
  remedies: [],
};
const TOO_YOUNG: LawAnswer = {
  decision: 'NOT_ELIGIBLE',
  reasons: ['AGE_BELOW_MIN'],
  alternatives: ['card-lane', 'counter'],
  remedies: [{ text: texts('from the 14th birthday') }],
};

function world(answer: LawAnswer = ELIGIBLE) {
  const clock = new ManualClock(parseInstant('2025-11-10T10:00:00+08:00'));
  const seen = { pictures: 0, fingers: 0, asked: [] as unknown[], enrolled: [] as unknown[] };
  let next = 0;
  const parts: EnrolmentParts<string, string> = {
    now: clock.now,
    after: (ms, call) => clock.after(millis(ms), call),
    newTraveller: () => parseId('traveller', 'T-1'),
    newToken: () => `enrolment-${next++}`,
    place: { port: 'szb', direction: 'exit' },
    law: (facts) => {
      seen.asked.push(facts);
      return answer;
    },
    words: { reason: texts, alternative: texts },
    captures: {
      readFace: async (picture) => {
        seen.pictures++;
        return picture[0] === 0
          ? { outcome: 'adjust', guidance: ['closer'] }
          : { outcome: 'ok', capture: `face${seen.pictures}`, quality: 80 };
      },
      readFinger: async () => {
        seen.fingers++;
        return { outcome: 'ok', capture: `finger${seen.fingers}`, quality: 70 };
      },
    },
    register: { enrol: async (entry) => void seen.enrolled.push(entry) },
  };
  return { clock, seen, desk: new CollectionPoint(parts) };
}

const good = new Uint8Array([1]);
const poor = new Uint8Array([0]);

describe('the collection point', () => {
  it('C-05 enrols after consent, three good pictures and two impressions', async () => {
    const { desk, seen } = world();
    const { enrolment = '', consents } = await desk.begin(adult);
    expect(consents.map(({ modality }) => modality)).toEqual(['face', 'fingerprint']);
    await desk.consent(enrolment, { face: true, fingerprint: true });
    expect(await desk.frame(enrolment, poor)).toMatchObject({
      outcome: 'adjust',
      guidance: ['closer'],
      taken: 0,
    });
    await desk.frame(enrolment, good);
    expect(await desk.frame(enrolment, good)).toMatchObject({ outcome: 'taken', taken: 2, needed: 3 });
    expect(await desk.frame(enrolment, good)).toMatchObject({ outcome: 'complete', taken: 3 });
    await desk.finger(enrolment);
    expect(await desk.finger(enrolment)).toMatchObject({ outcome: 'complete' });
    expect(await desk.finish(enrolment)).toMatchObject({ traveller: 'T-1', face: true, fingerprint: true });
    expect(seen.enrolled).toEqual([
      expect.objectContaining({ faces: ['face2', 'face3', 'face4'], fingers: ['finger1', 'finger2'] }),
    ]);
  });

  it('C-06 D-06 turns a thirteen-year-old away kindly, and captures nothing', async () => {
    const { desk, seen } = world(TOO_YOUNG);
    const answer = await desk.begin({ ...adult, birthDate: '2012-05-01' });
    expect(answer).toMatchObject({
      outcome: 'turned-away',
      reasons: [{ code: 'AGE_BELOW_MIN' }],
      consents: [],
    });
    expect(answer.enrolment).toBeUndefined();
    expect(answer.alternatives.map(({ id }) => id)).toEqual(['card-lane', 'counter']);
    expect(seen.pictures + seen.fingers).toBe(0);
  });

  it.each([
    { face: false, fingerprint: true, field: 'face' },
    { face: true, fingerprint: false, field: 'fingerprint' },
    { face: false, fingerprint: false, field: 'face' },
  ])('C-01 captures nothing while a consent is missing: %j', async ({ face, fingerprint, field }) => {
    const { desk, seen } = world();
    const { enrolment = '' } = await desk.begin(adult);
    await desk.consent(enrolment, { face, fingerprint });
    const refusal = expect.objectContaining({ code: 'CONSENT_MISSING', facts: { field } });
    await expect(desk.frame(enrolment, good)).rejects.toEqual(refusal);
    await expect(desk.finger(enrolment)).rejects.toEqual(refusal);
    await expect(desk.finish(enrolment)).rejects.toEqual(refusal);
    expect(seen.pictures + seen.fingers + seen.enrolled.length).toBe(0);
  });

  it('C-13 forgets what was captured when a consent is taken back before the end', async () => {
    const { desk } = world();
    const { enrolment = '' } = await desk.begin(adult);
    await desk.consent(enrolment, { face: true, fingerprint: true });
    for (let i = 0; i < 3; i++) await desk.frame(enrolment, good);
    await desk.consent(enrolment, { face: false, fingerprint: true });
    await desk.consent(enrolment, { face: true, fingerprint: true });
    await expect(desk.finish(enrolment)).rejects.toEqual(
      expect.objectContaining({ facts: { field: 'frames' } }),
    );
  });

  it('wipes an enrolment that is left alone, at ten minutes and not before', async () => {
    const { desk, clock } = world();
    const { enrolment = '' } = await desk.begin(adult);
    clock.advance(millis(10 * 60_000 - 1));
    await desk.consent(enrolment, { face: true, fingerprint: true });
    clock.advance(millis(10 * 60_000));
    await expect(desk.frame(enrolment, good)).rejects.toEqual(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it.each([
    ['name', { name: '   ' }],
    ['birthDate', { birthDate: '2025-02-30' }],
    ['birthDate', { birthDate: '2025-11-11' }],
    ['document.number', { document: { ...adult.document, number: 'H1;DROP' } }],
    ['document.expires', { document: { ...adult.document, expires: '31/12/2030' } }],
  ])('W-01 names the field that is wrong: %s', async (field, change) => {
    const { desk } = world();
    await expect(desk.begin({ ...adult, ...change })).rejects.toEqual(
      expect.objectContaining({ code: 'FIELD_INVALID', facts: expect.objectContaining({ field }) }),
    );
  });

  it('accepts a number as people copy it: full width, spaces, hyphens', async () => {
    const { desk, seen } = world();
    const { enrolment } = await desk.begin({
      ...adult,
      document: { ...adult.document, number: ' Ｈ１２３-４５６ 78 ' },
    });
    expect(enrolment).toBeDefined();
    expect(seen.asked).toHaveLength(1);
  });
});
