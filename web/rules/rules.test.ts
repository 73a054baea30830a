import { describe, expect, it } from 'vitest';
import { LANGUAGES, parseDay } from '../../src/kernel/index.ts';
import { readCases } from './cases/case-files.ts';
import { differences, factsOfCase, runCases, withFact } from './cases/case-run.ts';
import { inline, type Phrase, phraseOf, type Speaker } from './clauses/phrases.ts';
import { remedyText } from './clauses/remedy-text.ts';
import { axisOf, shareOn, spansOf } from './history/spans.ts';
import { turnsOf } from './history/turns.ts';
import { openLaw } from './law.fixture.ts';
import { addressOf, readPlace } from './place.ts';
import { placedClauses, questionsReading, reachOf } from './reach.ts';
import { find, makeIndex } from './search/search.ts';

const law = openLaw();

describe('the search', () => {
  const index = makeIndex(law);
  const found = (asked: string) =>
    find(index, asked).map(({ kind, question, id }) => `${kind} ${question} ${id}`);

  it.each(['羅湖', '罗湖', 'luohu', 'LUOHU'])('finds a port by %s, in any script', (asked) => {
    expect(found(asked)).toContain('row lane lane-ports');
  });

  it('finds clauses by requirement and by reason, values by their number, whatever the accents', () => {
    expect(found('B-05')).toContain('clause lane use.endorsement-present');
    expect(found('AGE_BELOW_MIN')).toContain('clause lane use.age');
    expect(found('canal minima 14')).toContain('parameter lane lane-age-min');
    expect(found('canal minima 15')).toEqual([]);
  });

  it('finds only what holds every word, and nothing for no word', () => {
    expect(found('luohu gongbei')).toEqual([]);
    expect(found('   ')).toEqual([]);
  });
});

describe('a place', () => {
  it('comes back from its address', () => {
    const address = addressOf('lane', 'days', '2025-11-04', '2025-11-06');
    expect(readPlace(address, law.questions)).toEqual({
      question: 'lane',
      view: 'days',
      rest: ['2025-11-04', '2025-11-06'],
    });
  });

  it('is none for a question that there is not, and the history for a view that there is not', () => {
    expect(readPlace('#nowhere/cases', law.questions)).toBeUndefined();
    expect(readPlace('#%E0%A4%A/cases', law.questions)).toBeUndefined();
    expect(readPlace('#lane/other', law.questions)?.view).toBe('history');
  });
});

describe('the reach of a question', () => {
  it('names the values and lists that it rests on', () => {
    const { parameters, tables } = reachOf(law, 'lane');
    expect(parameters).toEqual(
      expect.arrayContaining(['lane-start', 'lane-age-min', 'card-lane-height-min']),
    );
    expect(tables).toEqual(
      expect.arrayContaining(['lane-ports', 'lane-documents', 'documents', 'endorsements']),
    );
    expect(parameters).not.toContain('talent-stay-days');
  });

  it('is known from a value back to its questions; one that the engine reads concerns all', () => {
    expect(questionsReading(law, 'lane-age-min')).toContain('lane');
    expect(questionsReading(law, 'lane-age-min')).not.toContain('urgent');
    expect(questionsReading(law, 'leap-day-birth-attains')).toEqual(law.questions);
  });
});

describe('the cases of every question', () => {
  it.each(law.questions)('%s: come out as they are written', async (question) => {
    const file = await readCases(question);
    expect(file?.question).toBe(question);
    const outcomes = file ? runCases(law, file) : [];
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => outcome.differences.length > 0)).toEqual([]);
  });

  it('a case that says otherwise is told apart, part by part', async () => {
    const file = await readCases('lane');
    const [one] = file?.cases ?? [];
    if (!file || !one) throw new Error('The lane has no case.');
    const decision = law.decide('lane', factsOfCase(file, one));
    const wrong = { ...one, decision: 'ELIGIBLE', reasons: ['OK'], outputs: { colour: 'red' } };
    expect(differences(wrong, decision)).toEqual([
      { what: 'decision', said: 'ELIGIBLE', is: 'NOT_ELIGIBLE' },
      { what: 'reasons', said: 'OK', is: 'RULE_NOT_IN_FORCE' },
      { what: 'colour', said: '"red"', is: '–' },
    ]);
  });

  it('facts are laid by path and left out by path, without touching what all share', () => {
    const base = { person: { age: 3, name: 'x' }, at: '2025-01-01' };
    expect(withFact(base, 'person.age', 4)).toEqual({ person: { age: 4, name: 'x' }, at: '2025-01-01' });
    expect(withFact(base, 'person.name', undefined)).toEqual({ person: { age: 3 }, at: '2025-01-01' });
    expect(base.person.age).toBe(3);
  });
});

describe('conditions in words', () => {
  const speak = (question: string, language: (typeof LANGUAGES)[number]): Speaker => ({
    law,
    facts: law.describe(question)?.facts ?? {},
    day: '2026-01-01',
    say: (words, values = {}) =>
      Object.entries(values).reduce(
        (text, [name, value]) => text.replace(`{${name}}`, String(value)),
        words[language],
      ),
  });
  const clause = (key: string) => placedClauses(law, 'lane').find((each) => each.key === key)?.clause;
  const told = (key: string, speaker: Speaker): Phrase => phraseOf(clause(key)?.require ?? null, speaker);

  it('tells numbers as more and days as later, with the value of the day', () => {
    const speaker = speak('lane', 'en');
    expect(told('use.age', speaker)).toBe(
      'the age by ‹person.birthDate› is 14 (Minimum age for the face lane) or more',
    );
    expect(told('use.document-valid', speaker)).toBe(
      'the last valid day of ‹document.expires› is the day asked or later',
    );
    expect(inline(told('use.guardian-present', speaker), speaker)).toBe(
      'all of these hold: ‹companion› is given, ‹companion.present› is so, ‹companion.sameLaneGroup› is so',
    );
  });

  it.each(LANGUAGES)('every clause of every question has words in %s', (language) => {
    const raw = law.questions.flatMap((question) => {
      const speaker = speak(question, language);
      const trees = placedClauses(law, question).flatMap(({ clause: { when, require } }) => [
        when ?? true,
        require,
      ]);
      const parts = (law.describe(question)?.parts ?? []).map(({ when }) => when ?? true);
      return [...trees, ...parts]
        .filter((tree) => tree !== true)
        .map((tree) => inline(phraseOf(tree, speaker), speaker))
        .filter((text) => /\{"|\{[abc]\}|undefined/.test(text));
    });
    expect(raw).toEqual([]);
  });

  it('remedies speak of nobody in particular', () => {
    const [wait] = clause('use.age')?.remedies ?? [];
    const text = wait ? remedyText(wait.text, speak('lane', 'en')) : '';
    expect(text).toBe('from your 14th birthday, a day');
  });
});

describe('the history', () => {
  it('A-18 has a turn on the day on which the second ports joined, newest first', () => {
    const turns = turnsOf(law, 'lane');
    const joined = turns.find(({ day }) => day === '2025-11-05');
    expect(joined?.changes.some(({ text }) => text.en.includes('Luohu'))).toBe(true);
    expect(turns.map(({ day }) => day)).toEqual([...turns.map(({ day }) => day)].sort().reverse());
    expect(turns.every(({ day }) => day > '1900-01-01')).toBe(true);
  });

  it('draws each dated value from its day to the day before the next', () => {
    const parameter = law.content.parameters['e-channel-age-visitor'];
    if (!parameter) throw new Error('There is no such value.');
    const axis = axisOf([parameter], parseDay('2026-11-22'));
    const spans = spansOf(parameter, axis);
    expect(spans.map(({ since, until, value }) => [since, until, value])).toEqual([
      ['2004-12-16', '2023-04-28', 16],
      ['2023-04-29', '2025-12-21', 11],
      ['2025-12-22', axis.until, 7],
    ]);
    expect([shareOn(axis, axis.from), shareOn(axis, axis.until)]).toEqual([0, 1]);
    expect(axis.years.length).toBeLessThanOrEqual(8);
  });

  it('begins what was always so at the edge of the picture', () => {
    const parameter = law.content.parameters['leap-day-birth-attains'];
    if (!parameter) throw new Error('There is no such value.');
    const axis = axisOf([parameter], parseDay('2026-11-22'));
    expect(spansOf(parameter, axis)[0]?.from).toBe(axis.from);
  });
});
