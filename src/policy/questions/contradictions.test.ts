/** Where two texts contradict each other, one prevails: 23 places, each decided as the stronger text says. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRules } from '../index.ts';
import { loadRules } from '../node.ts';

const law = compileRules(loadRules(join(import.meta.dirname, '../../../rules')));

const lane = {
  at: '2024-12-01T10:00:00+08:00',
  port: 'szb',
  direction: 'entry',
  person: { category: 'hkmo', birthDate: '1990-06-15' },
  document: { type: 'HRP', expires: '2030-12-31' },
  consent: { face: true, fingerprint: true },
  biometricsOnFile: true,
};
const mainlander = {
  person: { category: 'mainland', birthDate: '1990-06-15' },
  document: { type: 'EEP', expires: '2030-12-31' },
};
const stay = { type: 'D', entries: 'multiple', destination: 'HK', expires: '2030-01-01' };
const taiwan = {
  person: { category: 'taiwan', birthDate: '1990-06-15' },
  document: { type: 'MTP_TW_5Y', expires: '2030-12-31' },
};
const fifteen = { person: { category: 'hkmo', birthDate: '2009-06-15' } };
const later = { at: '2025-11-05T10:00:00+08:00' };
const session = { face: 'match', faceInside: 'ok', exit: 'opened' };
const permit = {
  resident: 'HK',
  ground: 'forgot',
  realName: true,
  realPerson: true,
  mainlandMobile: true,
  issuedThisMonth: 0,
};
const issue = { ...permit, at: '2025-03-20T15:30:00+08:00', from: 'Shenzhen', to: 'Guangzhou' };
const replace = {
  at: '2025-12-01',
  city: '廣州',
  hukouInCity: true,
  birthDate: '1990-01-01',
  document: 'EEP',
  kind: 'replace',
  ground: 'lost',
};

const ELIGIBLE = 'ELIGIBLE OK';

type Settled = readonly [name: string, question: string, facts: object, answer: string];

const SETTLED: readonly Settled[] = [
  [
    'X1 records are for everybody',
    'records',
    { category: 'hkmo', way: 'online', authenticated: true },
    'GRANTED OK',
  ],
  ['X2 the lane serves those who leave too', 'lane', { ...lane, direction: 'exit' }, ELIGIBLE],
  [
    'X3 a stay endorsement is one of five classes',
    'lane',
    { ...lane, ...mainlander, endorsements: [stay] },
    ELIGIBLE,
  ],
  [
    'X3 the endorsement may be for Macao',
    'lane',
    { ...lane, ...mainlander, port: 'gongbei', endorsements: [{ ...stay, destination: 'MO' }] },
    ELIGIBLE,
  ],
  [
    'X4 fourteen is attained on the birthday',
    'lane',
    { ...lane, person: { category: 'hkmo', birthDate: '2010-12-01' } },
    ELIGIBLE,
  ],
  [
    'X5 biometrics alone are not enough',
    'lane',
    { ...lane, ...mainlander },
    'NOT_ELIGIBLE ENDORSEMENT_MISSING',
  ],
  [
    'X6 documents are carried all the same',
    'journey',
    { at: '2024-12-01', from: 'Hong Kong', to: 'Shenzhen', category: 'hkmo', document: 'HRP' },
    'ADVICE CARRY_DOCUMENTS',
  ],
  ['X7 alone at fifteen before the guardian rule', 'lane', { ...lane, ...fifteen }, ELIGIBLE],
  [
    'X7 alone at fifteen under it',
    'lane',
    { ...lane, ...fifteen, ...later },
    'NOT_ELIGIBLE GUARDIAN_REQUIRED',
  ],
  [
    'X8 a resident of Taiwan in the pilot',
    'lane',
    { ...lane, ...taiwan },
    'NOT_ELIGIBLE DOC_TYPE_NOT_ELIGIBLE',
  ],
  ['X8 a resident of Taiwan from 5 November 2025', 'lane', { ...lane, ...taiwan, ...later }, ELIGIBLE],
  [
    'X9 a port of the body that its first lines leave out',
    'lane',
    { ...lane, ...later, port: 'wenjindu' },
    ELIGIBLE,
  ],
  [
    'X10 a caption dates nothing',
    'policy',
    { ruleDate: '2025-11-20', source: 'caption' },
    'REFUSED NOT_APPLICABLE',
  ],
  [
    'X11 the face does not stand in for the finger',
    'lane-session',
    { ...session, fingerprint: 'none' },
    'REFER BIOMETRIC_MISMATCH USE_OTHER_LANE',
  ],
  ['X12 there was a yellow code', 'health-code', { arrivedHKDaysAgo: 10 }, 'YELLOW CODE_YELLOW'],
  [
    'X13 fourteen days were what was expected beforehand',
    'health-code',
    { model: 'source-expected', recordDays: 14, purpose: 'cross' },
    'MET OK',
  ],
  [
    'X14 a permit holds although a verifier is not ready',
    'temp-permit',
    { ...issue, purpose: 'train', verifierReadiness: 'unknown' },
    'GRANTED OK',
  ],
  ['X15 every train counts', 'temp-permit', { ...issue, purpose: 'train' }, 'GRANTED OK'],
  ['X16 two names, one scheme', 'policy', { q: ['免出示證件通道', '智能快捷通道'] }, 'ADVICE OK'],
  [
    'X18 Gongbei was there from the start',
    'lane',
    { ...lane, at: '2024-11-20T00:00:00+08:00', port: 'gongbei' },
    ELIGIBLE,
  ],
  [
    'X19 the code began on 10 December 2021',
    'health-code',
    { at: '2021-12-09' },
    'NOT_APPLICABLE RULE_NOT_IN_FORCE',
  ],
  ['X20 seven exemptions', 'service', { asOf: '2025-11-20', list: 'arrival-card exemptions' }, 'COUNT OK'],
  [
    'X21 a state employee who is not registered',
    'replacement',
    { ...replace, stateEmployee: true, registeredStateEmployee: false },
    'ACCEPTED OK',
  ],
  [
    'X22 a port that only a local report names',
    'lane',
    { ...lane, ...later, port: 'zhongshan-port' },
    'REFER PORT_NOT_OPEN',
  ],
  [
    'X23 no hotel takes the temporary permit',
    'rp-verify',
    { rp: 'HOTEL', subject: 'temp-permit' },
    'DENIED PURPOSE_NOT_COVERED',
  ],
];

describe('a contradiction between two texts', () => {
  for (const [name, question, facts, answer] of SETTLED) {
    it(name, () => {
      const { decision, reasons } = law.decide(question, facts, { remedies: false });
      expect([decision, ...reasons].join(' ')).toBe(answer);
    });
  }

  it('X17 seconds of two systems are two figures', () => {
    const told = ['X-01', 'X-02'].map((metric) => law.decide('policy', { metric }).outputs);
    expect(told.map((outputs) => outputs?.system)).toEqual(['e-channel', 'face-lane']);
  });
});
