/** What an authority announces is an edit of the YAML: each edit is made on a copy of the files, and no code knows of it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRules, type Law } from '../index.ts';
import { collect } from '../load/collect.ts';
import { loadRulesFiles, nameRules, type RulesFile, readRulesFolder } from '../node.ts';

const files = readRulesFolder(join(import.meta.dirname, '../../../rules'));
const base = collect(files);

interface Edit {
  readonly file: string;
  readonly after: string;
  readonly add: string;
}

/** Puts lines after a place that stands in the file exactly once. */
function edited(held: readonly RulesFile[], edits: readonly Edit[]): readonly RulesFile[] {
  return edits.reduce<readonly RulesFile[]>(
    (changed, { file, after, add }) =>
      changed.map((each) => {
        if (each.file !== file) return each;
        expect(each.text.split(after)).toHaveLength(2);
        return { file, text: each.text.replace(after, `${after}\n${add}`) };
      }),
    held,
  );
}

/** The law after an edit: only the changed files are read anew. */
function lawAfter(...edits: readonly Edit[]): Law {
  const names = new Set(edits.map(({ file }) => file));
  const changed = collect(
    edited(
      files.filter(({ file }) => names.has(file)),
      edits,
    ),
  );
  expect(changed.faults).toEqual([]);
  const content = {
    ...base.content,
    parameters: { ...base.content.parameters, ...changed.content.parameters },
    tables: { ...base.content.tables, ...changed.content.tables },
    questions: { ...base.content.questions, ...changed.content.questions },
  };
  return compileRules({ rules: nameRules(content), content });
}

const PORT: Edit = {
  file: 'data/ports.yaml',
  after: '            named: false\n            type: sea',
  add: `      - from: 2027-01-01
        reference: nia-2025-11-03
        confidence: source-official
        rows:
          - { key: qingmao, names: { zh-Hant: 青茂, zh-Hans: 青茂, en: Qingmao, pt: Qingmao }, counterpart: [MO], named: true, type: land }`,
};
const AGE: Edit = {
  file: 'lane.yaml',
  after: '      2025-11-05: { value: 14, reference: nia-2025-11-03 }',
  add: '      2027-01-01: { value: 12, reference: nia-2025-11-03 }',
};
const CLASS: Edit[] = [
  {
    file: 'data/endorsements.yaml',
    after:
      '            names: { zh-Hant: 團隊旅遊, zh-Hans: 团队旅游, en: "group tourism", pt: turismo em grupo }',
    add: '          - { key: X, names: { zh-Hant: 學習, zh-Hans: 学习, en: study, pt: estudo } }',
  },
  {
    file: 'data/endorsements.yaml',
    after: '          - key: D\n          - key: Q',
    add: `      - from: 2027-01-01
        reference: nia-2025-11-03
        confidence: source-official
        rows: [{ key: X }]`,
  },
];
const EXEMPTION: Edit[] = [
  {
    file: 'data/arrival-card.yaml',
    after:
      '            names: { zh-Hant: "出入境交通運輸工具的外國籍員工", zh-Hans: "出入境交通运输工具的外国籍员工", en: "foreign crew of means of transport", pt: "tripulantes estrangeiros de meios de transporte" }',
    add: `      - from: 2027-01-01
        reference: nia-2025-11-03
        confidence: source-official
        rows:
          - { key: diplomat, names: { zh-Hant: 外交人員, zh-Hans: 外交人员, en: diplomats, pt: diplomatas } }`,
  },
  { file: 'arrival-card.yaml', after: '  crew: { kind: flag }', add: '  diplomat: { kind: flag }' },
  {
    file: 'arrival-card.yaml',
    after:
      '            - all: [{ listed: { table: arrival-card-exemptions, key: { literal: crew } } }, crew]',
    add: '            - all: [{ listed: { table: arrival-card-exemptions, key: { literal: diplomat } } }, diplomat]',
  },
];
const CITY: Edit = {
  file: 'data/replacement.yaml',
  after:
    '          - { key: "Yinchuan", names: { zh-Hant: 銀川, zh-Hans: 银川, en: "Yinchuan", pt: "Yinchuan" }, aliases: [銀川市, 银川市] }',
  add: `      - from: 2027-01-01
        reference: nia-2025-11-03
        confidence: source-official
        rows:
          - { key: Kashgar, names: { zh-Hant: 喀什, zh-Hans: 喀什, en: Kashgar, pt: Kashgar } }`,
};
const COUNTRY: Edit = {
  file: 'data/transit240-countries.yaml',
  after:
    '          - { key: ID, names: { zh-Hant: 印度尼西亞, zh-Hans: 印度尼西亚, en: Indonesia, pt: Indonésia } }',
  add: `      - from: 2027-01-01
        reference: nia-2025-06-12
        confidence: source-official
        rows:
          - { key: IN, names: { zh-Hant: 印度, zh-Hans: 印度, en: India, pt: Índia } }`,
};

const traveller = {
  at: '2027-01-01T00:00:00+08:00',
  port: 'luohu',
  direction: 'exit',
  person: { category: 'hkmo', birthDate: '1990-06-15' },
  document: { type: 'HRP', expires: '2030-12-31' },
  consent: { face: true, fingerprint: true },
  biometricsOnFile: true,
};
const EVE = '2026-12-31T23:59:59+08:00';

/** The answer on the first day, and a moment or a day before. */
function answers(law: Law, question: string, facts: object, before: object): readonly string[] {
  const said = (asked: object) => {
    const { decision, reasons } = law.decide(question, asked, { remedies: false });
    return [decision, ...reasons].join(' ');
  };
  return [said({ ...facts, ...before }), said(facts)];
}

describe('an edit of the YAML alone', () => {
  it('A-18 K-05 adds a port from its day', () => {
    const asked = answers(lawAfter(PORT), 'lane', { ...traveller, port: 'qingmao' }, { at: EVE });
    expect(asked).toEqual(['NOT_ELIGIBLE PORT_NOT_OPEN', 'ELIGIBLE OK']);
  });

  it('B-04 sets another age from its day', () => {
    const companion = { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true };
    const young = { ...traveller, person: { category: 'hkmo', birthDate: '2014-06-01' }, companion };
    expect(answers(lawAfter(AGE), 'lane', young, { at: EVE })).toEqual([
      'NOT_ELIGIBLE AGE_BELOW_MIN',
      'ELIGIBLE OK',
    ]);
  });

  it('B-05 adds a class of endorsement from its day', () => {
    const endorsements = [{ type: 'X', entries: 'multiple', destination: 'HK', expires: '2030-01-01' }];
    const document = { type: 'EEP', expires: '2030-12-31' };
    const person = { category: 'mainland', birthDate: '1990-06-15' };
    const facts = { ...traveller, person, document, endorsements };
    expect(answers(lawAfter(...CLASS), 'lane', facts, { at: EVE })).toEqual([
      'NOT_ELIGIBLE ENDORSEMENT_TYPE_NOT_ELIGIBLE',
      'ELIGIBLE OK',
    ]);
  });

  it('S-11 adds an eighth exemption from its day', () => {
    const facts = { at: '2027-01-01', category: 'foreigner', diplomat: true };
    expect(answers(lawAfter(...EXEMPTION), 'arrival-card', facts, { at: '2026-12-31' })).toEqual([
      'MUST_FILE MUST_FILE',
      'EXEMPT EXEMPT',
    ]);
  });

  it('Q-06 adds a pilot city from its day', () => {
    const person = { hukouInCity: true, birthDate: '1990-01-01', document: 'EEP' };
    const facts = { at: '2027-01-01', city: '喀什', kind: 'replace', ground: 'lost', ...person };
    expect(answers(lawAfter(CITY), 'replacement', facts, { at: '2026-12-31' })).toEqual([
      'REFUSED HUKOU_NOT_IN_PILOT_CITY',
      'ACCEPTED OK',
    ]);
  });

  it('P-02 adds a country from its day', () => {
    const facts = {
      nationality: 'IN',
      origin: 'IN',
      destination: 'JP',
      entryPort: 'pvg',
      entry: '2027-01-01T00:00:00+08:00',
      exit: '2027-01-03T09:00:00+08:00',
      ticket: 'confirmed',
      areas: ['Shanghai'],
      purpose: 'tourism',
      passportExpires: '2029-12-31',
    };
    expect(answers(lawAfter(COUNTRY), 'transit240', facts, { entry: EVE })).toEqual([
      'NOT_ELIGIBLE NATIONALITY_NOT_LISTED',
      'ELIGIBLE OK',
    ]);
  });

  it('B-04 all of them together pass every check of the loader', () => {
    const all = edited(files, [PORT, AGE, ...CLASS, ...EXEMPTION, CITY, COUNTRY]);
    expect(loadRulesFiles(all).rules).not.toBe(nameRules(base.content));
  });
});
