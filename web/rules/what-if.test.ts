import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson, parseDay } from '../../src/kernel/index.ts';
import { type CaseFile, readCases, readRulesTexts } from './cases/case-files.ts';
import { contradictionsOf } from './draft/contradictions.ts';
import {
  type DraftLine,
  draftLaw,
  firstDifference,
  isSame,
  kindOf,
  linesOf,
  NOTICE_TO_COME,
  readDraft,
} from './draft/draft.ts';
import { editOf } from './draft/yaml-edit.ts';
import { openLaw } from './law.fixture.ts';
import { marksOf, moodOf, peoplePerMark } from './population/marks.ts';
import { populationOf } from './population/population.ts';
import { shiftOfDays, shiftOfLaws } from './population/shift.ts';

const law = openLaw();
const day = parseDay('2025-11-04');
const casesOf = async (question: string): Promise<CaseFile> => {
  const file = await readCases(question);
  if (!file) throw new Error(`${question} has no cases.`);
  return file;
};
const dated = (id: string) => {
  const parameter = law.content.parameters[id];
  if (!parameter) throw new Error(`There is no value ${id}.`);
  return parameter;
};
const age = dated('lane-age-min');
const twelve: DraftLine = { line: 9, from: '2027-01-01', value: '12', reference: NOTICE_TO_COME };
const lowered = readDraft(age, [...linesOf(age), twelve]).values ?? [];
const draftOf = (id: string, values = lowered) => {
  const { law: draft, fault } = draftLaw(law, id, values);
  if (!draft) throw new Error(JSON.stringify(fault));
  return draft;
};

describe('the population', () => {
  it('is the same each time, and asks what the law understands', () => {
    const people = populationOf(law, undefined, 'lane', day);
    expect(people).toEqual(populationOf(law, undefined, 'lane', day));
    expect(people.length).toBe(2000);
    const answers = new Set(people.map((facts) => law.decide('lane', facts, { remedies: false }).decision));
    expect([...answers].sort()).toEqual(['ELIGIBLE', 'ELIGIBLE_AFTER_ENROLMENT', 'NOT_ELIGIBLE']);
  });

  it('D-06 sends a child with the guardian and nobody else with anyone', () => {
    for (const { person, companion } of populationOf(law, undefined, 'lane', day)) {
      const birth = (person as { birthDate: string }).birthDate;
      expect(companion !== null).toBe(birth > '2007-11-04');
    }
  });

  it.each(law.questions)('%s: has askers, none with facts that the law refuses', async (question) => {
    // The health code knew two answers only while it ran.
    const asked = parseDay(question === 'health-code' ? '2022-03-01' : '2026-06-01');
    const people = populationOf(law, await casesOf(question), question, asked);
    expect(people.length).toBeGreaterThan(100);
    const decided = people.map(
      (facts) => law.decide(question, facts, { remedies: false, trace: false }).decision,
    );
    expect(decided.filter((decision) => decision === 'ERROR').length / decided.length).toBeLessThan(0.01);
    expect(new Set(decided).size).toBeGreaterThan(1);
  });

  it('is nobody where there is nothing to draw from', () => {
    expect(populationOf(law, undefined, 'talent', day)).toEqual([]);
  });
});

describe('two days', () => {
  const people = populationOf(law, undefined, 'lane', day);
  const shift = shiftOfDays(law, 'lane', day, parseDay('2025-11-06'), people);
  const parts = law.describe('lane')?.parts ?? [];

  it('A-18 count whom the second ports gave another answer', () => {
    expect([...shift.before.values()].reduce((sum, count) => sum + count)).toBe(2000);
    expect(shift.changed).toBeGreaterThan(1000);
    expect(shift.transitions[0]).toMatchObject({
      before: { decision: 'NOT_ELIGIBLE', reasons: ['PORT_NOT_OPEN'] },
      after: { decision: 'ELIGIBLE' },
    });
  });

  it('are drawn with the same people at the same place', () => {
    const marks = marksOf(parts, shift);
    expect(marks.length).toBeGreaterThan(200);
    expect(marks.length).toBeLessThan(340);
    const turned = shift.transitions.filter(({ before, after }) => before.decision !== after.decision);
    const people = turned.reduce((sum, { count }) => sum + count, 0);
    const ringed = marks.filter(({ changed }) => changed).length * peoplePerMark(shift.asked);
    expect(Math.abs(ringed - people)).toBeLessThan(40);
    expect(marks.every(({ before, after, changed }) => changed === (before !== after))).toBe(true);
  });

  it('between which nothing changed affect nobody but by birthdays and papers', () => {
    const still = shiftOfDays(law, 'lane', day, day, people);
    expect([still.changed, still.transitions]).toEqual([0, []]);
  });

  it('tell the best answer, the worst and an officer’s apart', () => {
    const moods = ['ELIGIBLE', 'ELIGIBLE_AFTER_ENROLMENT', 'REFER', 'NOT_ELIGIBLE'].map((each) =>
      moodOf(parts, each),
    );
    expect(moods).toEqual(['best', 'middle', 'refer', 'worst']);
  });
});

describe('a draft', () => {
  it('says in which line what is wrong', () => {
    const faultsOf = (lines: readonly DraftLine[]) => readDraft(age, lines).faults;
    expect(faultsOf([])).toEqual([{ fault: 'none' }]);
    expect(faultsOf([{ ...twelve, from: '2027-02-30' }])).toEqual([{ fault: 'day', at: 1 }]);
    expect(faultsOf([{ ...twelve, value: 'twelve' }])).toEqual([{ fault: 'value', at: 1 }]);
    expect(faultsOf([...linesOf(age), { ...twelve, from: '2024-11-20' }])).toEqual([
      { fault: 'twice', day: '2024-11-20' },
    ]);
    expect(faultsOf([twelve])).toBeUndefined();
  });

  it('reads flags, lists and texts as their kind', () => {
    expect([kindOf(age), kindOf(dated('lane-start')), kindOf(dated('lane-entries'))]).toEqual([
      'number',
      'flag',
      'text',
    ]);
    const channels = dated('arrival-card-channels');
    expect(kindOf(channels)).toBe('list');
    expect(readDraft(channels, linesOf(channels)).values).toEqual(channels.values);
  });

  it('B-01 lowers the age from its day and not a day earlier', () => {
    const draft = draftOf('lane-age-min');
    const child = { category: 'hkmo', birthDate: '2014-06-10' };
    const facts = {
      port: 'luohu',
      direction: 'exit',
      person: child,
      document: { type: 'HRP', expires: '2030-01-01' },
      consent: { face: true, fingerprint: true },
      biometricsOnFile: true,
      companion: { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true },
    };
    const on = (at: string) => draft.decide('lane', { ...facts, at }).decision;
    expect(on('2026-12-31T23:00:00+08:00')).toBe('NOT_ELIGIBLE');
    expect(on('2027-01-01T00:00:00+08:00')).toBe('ELIGIBLE');
    expect(firstDifference(age.values, lowered)).toBe('2027-01-01');
    expect(firstDifference(age.values, age.values)).toBeUndefined();
  });

  it('shows which cases it contradicts, and none where it changes nothing', async () => {
    const files = [await casesOf('lane')];
    const earlier = readDraft(age, [{ ...twelve, from: '2024-11-20' }]).values ?? [];
    const { found, run } = contradictionsOf(law, draftOf('lane-age-min', earlier), files);
    expect(run).toBe(files[0]?.cases.length);
    expect(found.flatMap(({ outcome }) => outcome.one.requirement)).toContain('B-01');
    expect(contradictionsOf(law, law, files).found).toEqual([]);
  });

  it('shows whom it affects: the young who are enrolled, and nobody older', () => {
    const people = populationOf(law, undefined, 'lane', parseDay('2027-01-01'));
    const { changed, transitions, asked } = shiftOfLaws(law, draftOf('lane-age-min'), 'lane', people);
    expect(asked).toBe(2000);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(40);
    expect(transitions.every(({ before }) => before.reasons.includes('AGE_BELOW_MIN'))).toBe(true);
  });

  it('says the same as the law when nothing was typed, as a release spells it too', () => {
    const spelled = JSON.parse(canonicalJson(age.values)) as typeof age.values;
    expect(isSame(spelled, readDraft({ ...age, values: spelled }, linesOf(age)).values ?? [])).toBe(true);
    expect(isSame(age.values, lowered)).toBe(false);
  });

  it('is refused in words when the law could not be read with it', () => {
    expect(draftLaw(law, 'no-such-value', lowered).fault).toEqual({ fault: 'law', what: 'no-such-value' });
  });
});

describe('the edit to propose', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const declaring = () => readRulesTexts((file) => !file.endsWith('.cases.yaml'));

  /** A copy of the rules as a folder that an author works in. */
  function copied(): string {
    const folder = mkdtempSync(join(tmpdir(), 'kouan-edit-'));
    folders.push(folder);
    cpSync(fileURLToPath(new URL('../../rules', import.meta.url)), join(folder, 'rules'), {
      recursive: true,
    });
    return folder;
  }

  it('applies to the rules file that declares the value, with the notice still to come', async () => {
    const edit = await editOf(await declaring(), 'lane-age-min', lowered);
    expect(edit?.files).toEqual(['rules/lane.yaml', 'rules/references.yaml']);
    const folder = copied();
    execFileSync('git', ['apply', '--whitespace=error-all'], { cwd: folder, input: edit?.patch ?? '' });
    const text = readFileSync(join(folder, 'rules/lane.yaml'), 'utf8');
    expect(text).toContain('      2027-01-01: { value: 12, reference: notice-to-come }\n');
    expect(text).toContain('      2025-11-05: { value: 14, reference: nia-2025-11-03 }\n');
    expect(readFileSync(join(folder, 'rules/references.yaml'), 'utf8')).toContain('  notice-to-come:\n');
    const added = (edit?.patch ?? '').split('\n').filter((line) => /^[+-][^+-]/.test(line));
    expect(added.length).toBe(5);
  });

  it('finds every value of the law where it is declared, and git takes the edit', async () => {
    const [texts, folder] = [await declaring(), copied()];
    for (const [id, { values }] of Object.entries(law.content.parameters)) {
      const [first] = values;
      const edit = first && (await editOf(texts, id, [{ ...first, from: '1949-10-01' }, ...values]));
      expect(edit?.patch, id).toContain('1949-10-01: {');
      execFileSync('git', ['apply', '--check'], { cwd: folder, input: edit?.patch ?? '' });
    }
  });

  it('is none for a value that no file declares', async () => {
    expect(await editOf(await declaring(), 'no-such-value', lowered)).toBeUndefined();
  });
});
