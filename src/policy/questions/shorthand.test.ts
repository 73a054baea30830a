/**
 * The shorthand in which people write examples: few facts, everything else left to its default. Each says what a decision and its
 * reasons must be, and the outputs that it is about. What a lane, a kiosk or a form does with the answer is tested in its own room.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRules } from '../index.ts';
import { loadRules } from '../node.ts';

const law = compileRules(loadRules(join(import.meta.dirname, '../../../rules')));

type Shorthand = readonly [
  name: string,
  question: string,
  facts: Readonly<Record<string, unknown>>,
  answer: string,
  outputs?: Readonly<Record<string, unknown>>,
];

const SHORTHAND: readonly Shorthand[] = [
  [
    'A-11 A-19 fingerprint fails three times, face matches',
    'lane-session',
    { face: 'match', fingerprintAttempts: [0, 0, 0] },
    'REFER BIOMETRIC_MISMATCH USE_OTHER_LANE',
  ],
  [
    'A-08 A-12 E-06 complete pass',
    'lane-session',
    { face: 'match', confirmed: true, fingerprint: 'ok', faceInside: 'ok', exit: 'opened' },
    'PASSED OK',
    { crossingRecorded: true, receipt: true },
  ],
  [
    'A-06 A-17 mainland resident via face lane at Luohu, then Hong Kong side',
    'journey',
    { from: 'Shenzhen', to: 'Hong Kong', at: '2025-12-01', category: 'mainland', document: 'EEP' },
    'ADVICE CARRY_DOCUMENTS',
    { steps: ['mainland face lane', 'HK inspection with EEP'] },
  ],
  [
    'A-05 A-06 hK resident forgot HRP at Futian entry 2025-12-01, enrolled in lane',
    'journey',
    { port: 'futian', at: '2025-12-01', documentCarried: false, enrolled: true },
    'ADVICE CARRY_DOCUMENTS',
  ],
  [
    'E-01 mainland resident, kiosk, last crossing at this port',
    'records',
    { category: 'mainland', way: 'kiosk', kioskPort: 'szb', crossings: [{ port: 'szb', at: '2024-12-01' }] },
    'GRANTED OK',
    { printed: ['2024-12-01 szb'] },
  ],
  [
    'E-02 office, no document',
    'records',
    { category: 'mainland', way: 'office', documents: [] },
    'NOT_GRANTED DOC_NOT_HELD',
  ],
  [
    'D-05 age 17 without consent',
    'e-channel',
    { at: '2021-12-05', way: 'app', age: 17, guardianConsent: false },
    'REFUSED GUARDIAN_CONSENT_REQUIRED',
  ],
  [
    'G-09 hKPR child aged 8, 1.15 m, HKSAR passport, 2025-04-01',
    'e-channel',
    { at: '2025-04-01', who: 'HKPR', age: 8, heightM: 1.15, hksarPassport: true, channel: 'ID-card face' },
    'ELIGIBLE OK',
  ],
  [
    'G-03 qR valid, face mismatch',
    'e-channel',
    { at: '2022-01-01', port: 'HKIA', qr: 'valid', face: 'mismatch' },
    'REFER BIOMETRIC_MISMATCH',
  ],
  [
    'I-01 I-04 online, both documents, same person',
    'linkage',
    {
      at: '2025-03-20T12:00:00+08:00',
      permit: 'HRP',
      residencePermit: true,
      same: true,
      way: 'online',
      realPerson: true,
    },
    'LINKED OK',
  ],
  [
    'I-05 offline with one original missing',
    'linkage',
    {
      at: '2025-04-01T12:00:00+08:00',
      permit: 'HRP',
      residencePermit: true,
      same: true,
      way: 'offline',
      originals: ['HRP'],
    },
    'REFUSED DOC_NOT_HELD',
  ],
  [
    'I-06 paper result day 10 has equal effect',
    'linkage',
    {
      issuedAt: '2025-03-20T12:00:00+08:00',
      checkedAt: '2025-03-30T12:00:00+08:00',
      verifier: 'BANK',
      form: 'paper',
    },
    'VALID OK',
  ],
  [
    'I-07 J-05 bank asks linkage: minimal answer',
    'rp-verify',
    { rp: 'BANK', scope: ['linked'], requested: ['linked'] },
    'VALID OK',
    { mustNotContain: ['full document numbers', 'birth date', 'portrait'] },
  ],
  [
    'C-12 C-10 hotel configuration forces face',
    'rp-verify',
    { rp: 'HOTEL', config: { faceRequired: true } },
    'DENIED PURPOSE_NOT_COVERED',
  ],
  [
    'M-01 M-02 filed Park researcher, no talent proof',
    'hetao',
    { at: '2025-11-05', employer: 'Shenzhen Park research institute', filed: true, proof: false },
    'GRANTED OK',
    { validityYears: 3, destinations: ['HK', 'MO'] },
  ],
  [
    'M-05 dedicated lane at Luohu does not exist',
    'hetao',
    { at: '2025-12-05', port: 'luohu', parkStaff: true, lane: 'HETAO' },
    'NOT_ELIGIBLE PORT_NOT_OPEN',
  ],
  [
    'M-03 company aged 13 months without tax record',
    'hetao',
    { at: '2025-12-05', companyRegistered: '2024-11-01', taxPaid: 0 },
    'REFER NEEDS_HUMAN_REVIEW',
  ],
  [
    'N-01 family visit to Taiwan filed away from hukou, first day',
    'taiwan',
    { at: '2025-11-05', hukou: 'Lanzhou', office: 'Xiamen county-level', type: '探親' },
    'ACCEPTED OK',
  ],
  [
    'N-03 5-year permit valid but left at home',
    'taiwan',
    { at: '2025-12-01', port: '羅湖', validDocument: true, carried: false },
    'REFER NEEDS_HUMAN_REVIEW',
  ],
  [
    'N-04 approved then enters once; second entry refused',
    'taiwan',
    { at: '2025-12-01', port: '拱北', permit: 'single-entry', entriesUsed: 1 },
    'REFUSED DOC_EXPIRED',
  ],
  [
    'T-02 launched: arrived 10 days ago from Macao under Come2hk',
    'health-code',
    { model: 'launched', at: '2021-12-15', arrivedHKDaysAgo: 10, via: '來港易' },
    'GREEN CODE_GREEN',
  ],
  [
    'T-03 yesterday’s green',
    'health-code',
    { model: 'launched', issuedOn: '2021-12-15', checkedAt: '2021-12-16T00:01:00+08:00', colour: 'green' },
    'INVALID CODE_STALE',
  ],
  [
    'U-01 U-02 U-03 U-06 father critically ill, proof, booked',
    'urgent',
    { reason: '探望危重病人', relation: '父', proof: true, booked: true },
    'PREPARED OK',
  ],
  [
    'U-03 missed the slot',
    'urgent',
    { reason: '治病', proof: true, booked: true, slotMissed: true },
    'REFER USE_OTHER_LANE',
  ],
  [
    'W-02 third failure in a row',
    'service',
    { failures: 3, step: 'real-person' },
    'ERROR SYSTEM_FAULT',
    { fallback: 'paper certificate', alert: true },
  ],
  [
    'W-09 guest flow on a borrowed phone after losing wallet',
    'service',
    { device: 'borrowed', wallet: 'lost' },
    'ADVICE OK',
    { noAccountPersistence: true },
  ],
  [
    'K-01 K-02 exact 14 ports on 2025-11-05',
    'service',
    { asOf: '2025-11-05', list: 'lane ports' },
    'COUNT OK',
    { count: 14 },
  ],
  [
    'C-08 C-01 pre-ticked bundled consent box',
    'consent',
    { consent: { bundled: true, preTicked: true } },
    'NOT_ELIGIBLE CONSENT_MISSING',
  ],
  [
    'C-13 D-04 cancel registration as a minor without guardian (Hengqin)',
    'consent',
    { port: 'hengqin', age: 15, guardian: false, action: 'cancel' },
    'REFUSED GUARDIAN_REQUIRED',
  ],
  [
    'D-04 guardian link ended yesterday (court order)',
    'guardian',
    { at: '2025-12-02', childBirthDate: '2010-06-01', guardianLinkValidTo: '2025-12-01' },
    'NOT_ELIGIBLE GUARDIAN_NOT_STATUTORY',
  ],
  [
    'D-08 guardian refused at the gate after the child was matched',
    'guardian',
    { child: 'FACE_MATCHED', guardian: 'REFUSED' },
    'REFER GUARDIAN_REQUIRED',
    { childState: 'held before ENTRY_OPEN' },
  ],
  [
    'G-07 iAM Smart mock says verified',
    'e-channel',
    { at: '2021-12-05', idp: 'mock-iAMSmart', verified: true, age: 25 },
    'ENROLLED OK',
    { qr: true },
  ],
  [
    'A-15 old and new scheme names mean one scheme',
    'policy',
    { q: ['免出示證件通道', '智能快捷通道'] },
    'ADVICE OK',
    { sameScheme: true },
  ],
  [
    'B-04 age floor set to 12 from a test date in a test policy file',
    'policy',
    {
      policy: { min_age: 12, effective_from: '2027-01-01' },
      birthDate: '2014-06-01',
      at: '2027-01-02',
      guardian: true,
    },
    'ELIGIBLE OK',
  ],
  [
    'T-07 ten days of travel records',
    'health-code',
    { model: 'source-expected', recordDays: 10, purpose: 'cross' },
    'NOT_MET NOT_APPLICABLE',
  ],
];

describe('an example in shorthand', () => {
  for (const [name, question, facts, answer, outputs = {}] of SHORTHAND) {
    it(name, () => {
      const decided = law.decide(question, facts);
      expect([decided.decision, ...decided.reasons].join(' ')).toBe(answer);
      expect(decided.outputs ?? {}).toMatchObject(outputs);
    });
  }
});
