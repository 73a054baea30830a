import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/kernel/index.ts';
import { type Answers, factsOf, NO_ANSWERS, withAnswer } from './answers.ts';
import { choicesOf } from './choices.ts';
import { erasOf, possibleFrom, shareOf } from './eras.ts';
import { openLaw } from './law.fixture.ts';
import { nextStep, type Told } from './next-step.ts';
import { stepsAfter, thingsToCarry } from './next-steps.ts';
import { linkFragment, readFragment } from './share-link.ts';

const law = openLaw();
const day = parseDay('2026-11-22');

const answers = (given: Readonly<Record<string, string | boolean>>): Answers =>
  new Map(Object.entries(given));
const resident = {
  port: 'szb',
  direction: 'exit',
  'person.category': 'hkmo',
  'person.birthDate': '1990-03-02',
  'document.type': 'HRP',
  'document.expires': '2030-01-31',
  biometricsOnFile: true,
  'consent.face': true,
  'consent.fingerprint': true,
};

/** The facts asked for, in order, when the given answers are ready. */
function asked(given: Readonly<Record<string, string | boolean>>, on = day, everything = false): string[] {
  const facts: string[] = [];
  let so: Answers = NO_ANSWERS;
  for (;;) {
    const step = nextStep(law, so, on, everything);
    if (step.at === 'told') return facts.concat(step.decision.decision + (step.early ? ' early' : ''));
    facts.push(step.fact);
    const value = given[step.fact];
    if (value === undefined) return facts;
    so = withAnswer(so, step.fact, value);
  }
}

describe('the next question', () => {
  it('follows the journey and ends with the answer of the law', () => {
    expect(asked(resident)).toEqual([...Object.keys(resident), 'ELIGIBLE']);
    expect(asked({ ...resident, biometricsOnFile: false }).at(-1)).toBe('ELIGIBLE_AFTER_ENROLMENT');
  });

  it('B-05 asks for an endorsement only where the document carries one', () => {
    const permit = { ...resident, 'person.category': 'mainland', 'document.type': 'EEP' };
    expect(asked(resident)).not.toContain('endorsements');
    expect(asked({ ...permit, endorsements: false }).slice(-2)).toEqual(['endorsements', 'NOT_ELIGIBLE']);
    const endorsed = {
      ...permit,
      endorsements: true,
      'endorsements.0.type': 'T',
      'endorsements.0.entries': 'multiple',
      'endorsements.0.destination': 'HK',
      'endorsements.0.expires': '2027-01-01',
    };
    expect(asked(endorsed).at(-1)).toBe('ELIGIBLE');
  });

  it('D-01 asks who comes along only of somebody young, and about work only where it counts', () => {
    const young = (birth: string) => ({ ...resident, 'person.birthDate': birth, companion: false });
    expect(asked(young('2008-11-22'))).not.toContain('companion');
    expect(asked(young('2008-11-23')).slice(-2)).toEqual(['companion', 'person.livesOnOwnLabourIncome']);
    expect(asked(young('2010-11-23')).slice(-2)).toEqual(['companion', 'NOT_ELIGIBLE']);
    const guarded = { ...young('2010-11-23'), companion: true, 'companion.role': 'STATUTORY_GUARDIAN' };
    expect(asked(guarded).slice(-2)).toEqual(['companion.role', 'ELIGIBLE']);
  });

  it('stops as soon as nothing could help on that day, and goes on when wished', () => {
    const luohu = { ...resident, port: 'luohu' };
    expect(asked(luohu, parseDay('2025-11-04'))).toEqual(['port', 'NOT_ELIGIBLE early']);
    expect(asked(luohu, parseDay('2025-11-04'), true).at(-1)).toBe('NOT_ELIGIBLE');
    expect(asked(luohu, parseDay('2025-11-05')).at(-1)).toBe('ELIGIBLE');
  });

  it('K-01 leaves a port that only a local report names to an officer', () => {
    expect(asked({ ...resident, port: 'zhongshan-port' }).at(-1)).toBe('REFER');
  });

  it('asks again for a birthday after the day of crossing', () => {
    const step = nextStep(law, answers({ ...resident, 'person.birthDate': '2027-01-01' }), day, false);
    expect(step).toMatchObject({ at: 'ask', fact: 'person.birthDate', refused: true });
  });
});

describe('after the answer', () => {
  const toldOf = (given: Readonly<Record<string, string | boolean>>, on = day) => {
    const so = answers(given);
    const { decision } = nextStep(law, so, on, false) as Told;
    return {
      steps: stepsAfter(law, so, decision).map(({ en }) => en),
      carry: thingsToCarry(law, so, decision).map(({ en }) => en),
    };
  };

  it('B-07 who may walk through is told where, and carries the document all the same', () => {
    const { steps, carry } = toldOf(resident);
    expect(steps[0]).toContain('At Shenzhen Bay Port');
    expect(carry[0]).toContain('Mainland Travel Permit');
    expect(carry[1]).toContain('Hong Kong and Macao still inspect');
  });

  it('who must enrol is sent to the collection point first', () => {
    expect(toldOf({ ...resident, biometricsOnFile: false }).steps[0]).toContain(
      'collection point at Shenzhen Bay',
    );
  });

  it('who may not is told the other way of the day, and to ask again where something can be mended', () => {
    const { steps } = toldOf({ ...resident, port: 'luohu' }, parseDay('2025-11-04'));
    expect(steps[0]).toContain('other ways');
    expect(steps.at(-1)).toContain('ask here again');
    expect(toldOf({ port: 'elsewhere' }).carry).toEqual(['Your valid travel document']);
  });

  it('whom only an officer can answer is sent to one', () => {
    const { steps } = toldOf({ ...resident, port: 'zhongshan-port' });
    expect(steps[0]).toContain('12367');
    expect(steps.join()).not.toContain('ask here again');
  });
});

describe('answers', () => {
  it('lets go of what rested on a changed answer and of nothing else', () => {
    const before = answers({ ...resident, endorsements: true, 'endorsements.0.type': 'T' });
    const after = withAnswer(before, 'person.category', 'taiwan');
    expect([...after.keys()]).toEqual(Object.keys(resident).filter((fact) => !fact.startsWith('document.')));
    expect(withAnswer(before, 'port', 'luohu').size).toBe(before.size);
    expect(withAnswer(before, 'person.category', 'hkmo')).toBe(before);
  });

  it('nests the facts as the law reads them', () => {
    const facts = factsOf(answers({ port: 'szb', endorsements: false, companion: false }), day);
    expect(facts).toEqual({
      at: '2026-11-22T12:00:00+08:00',
      port: 'szb',
      endorsements: [],
      companion: null,
    });
    expect(factsOf(answers({ endorsements: true, 'endorsements.0.type': 'T' }), day)).toMatchObject({
      endorsements: [{ type: 'T' }],
    });
  });

  it('offers the documents that one may hold, the usual first', () => {
    const documents = choicesOf(law, 'document.type', answers(resident)).map(({ value }) => value);
    expect(documents[0]).toBe('HRP');
    expect(documents).not.toContain('EEP');
    expect(choicesOf(law, 'port', NO_ANSWERS).at(-1)?.value).toBe('elsewhere');
  });
});

describe('the link', () => {
  it('comes back as it went, without anything personal', () => {
    const fragment = linkFragment(answers({ ...resident, endorsements: true, companion: false }), day);
    expect(fragment).toBe('port=szb&direction=exit&category=hkmo&document=HRP&day=2026-11-22');
    const { port, direction } = resident;
    const shared = { port, direction, 'person.category': 'hkmo', 'document.type': 'HRP', at: day };
    expect(Object.fromEntries(readFragment(law, `#${fragment}`))).toEqual(shared);
  });

  it('takes nothing that the law does not know', () => {
    const strange =
      '#port=nowhere&direction=up&category=hkmo&document=EEP&day=2025-02-30&birthDate=1990-01-01';
    expect(Object.fromEntries(readFragment(law, strange))).toEqual({ 'person.category': 'hkmo' });
    expect(readFragment(law, '').size).toBe(0);
  });
});

describe('the years', () => {
  it('turn where the law changes and where papers run out', () => {
    const eras = erasOf(law, answers({ ...resident, port: 'luohu' }), [day]);
    expect(eras.map(({ from, decision }) => [from, decision])).toEqual([
      ['2025-05-05', 'NOT_ELIGIBLE'],
      ['2025-11-05', 'ELIGIBLE'],
      ['2030-02-01', 'NOT_ELIGIBLE'],
    ]);
    expect(eras[1]?.until).toBe('2030-01-31');
  });

  it('B-01 turn on birthdays', () => {
    const child = { ...resident, 'person.birthDate': '2014-06-10', companion: true };
    const eras = erasOf(law, answers({ ...child, 'companion.role': 'STATUTORY_GUARDIAN' }), [day]);
    expect(eras.map(({ from }) => from)).toContain('2028-06-10');
  });

  it('A-18 tell from which day a settled no may turn, and nothing where none is known', () => {
    const before = parseDay('2025-11-04');
    const eras = erasOf(law, answers({ port: 'luohu' }), [day, before]);
    expect(possibleFrom(eras, before, 'NOT_ELIGIBLE')).toBe('2025-11-05');
    expect(
      possibleFrom(erasOf(law, answers({ port: 'elsewhere' }), [day]), before, 'NOT_ELIGIBLE'),
    ).toBeUndefined();
  });

  it('stay open where questions are left, and fill the picture without a gap', () => {
    const eras = erasOf(law, answers({ port: 'luohu' }), [day]);
    expect(eras.map(({ decision }) => decision)).toEqual(['NOT_ELIGIBLE', 'OPEN']);
    expect([shareOf(eras, parseDay('2025-05-05')), shareOf(eras, parseDay('2027-11-22'))]).toEqual([0, 1]);
  });
});
