import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import { groupTally } from './group-tally.ts';
import { parseLabels } from './labels.ts';

const PEOPLE = Array.from({ length: 40 }, (_, i) => `p${i}`);
const HALVES = `person,half,third\n${PEOPLE.map((person, i) => `${person},${i < 20 ? 'young' : 'old'},`).join('\n')}`;

describe('labels', () => {
  it('give each person a group by the columns of the file, in any order', () => {
    const [sex, age] = parseLabels('\uFEFFperson,sex,age\r\nb,f,"60, or more"\r\na,m,\r\n', ['a', 'b', 'c']);
    expect(sex).toEqual({ kind: 'sex', groups: ['f', 'm'], groupOf: Int16Array.of(1, 0, -1) });
    expect(age).toEqual({ kind: 'age', groups: ['60, or more'], groupOf: Int16Array.of(-1, 0, -1) });
  });

  it('read doubled quotes as one', () => {
    expect(parseLabels('person,x\na,"say ""yes"""', ['a'])[0]?.groups).toEqual(['say "yes"']);
  });

  it.each([
    ['', /labels/],
    ['person\na', /first row/],
    ['person,sex\na,m,x', /row 2/],
    ['person,sex\nz,m', /people of the folder/],
    ['person,sex\na,', /column sex/],
    ['person,sex\na,"m"x', /quotes/],
  ])('%j is refused with what is wrong', (csv, message) => {
    expect(() => parseLabels(csv, ['a'])).toThrow(message);
  });

  it('allow twelve groups and no more', () => {
    const csv = (groups: number) => `person,x\n${PEOPLE.map((p, i) => `${p},g${i % groups}`).join('\n')}`;
    expect(parseLabels(csv(12), PEOPLE)[0]?.groups).toHaveLength(12);
    expect(() => parseLabels(csv(13), PEOPLE)).toThrow(/1 to 12 groups/);
  });
});

describe('the tally of groups', () => {
  const range = { low: 0, high: 1, bins: 100 };
  const labels = HALVES.replaceAll(/,third|,$/gm, '');
  const measure = (scoreOf: (a: number, b: number, turn: number) => number) => {
    const tally = groupTally({
      ...range,
      labellings: parseLabels(labels, PEOPLE),
      people: PEOPLE.length,
      random: seededRandom(3),
    });
    for (let a = 0; a < PEOPLE.length; a++) {
      for (let turn = 0; turn < 10; turn++) tally.add(scoreOf(a, a, turn), a, a);
      for (let b = 0; b < a; b++) tally.add(scoreOf(a, b, 0), a, b);
    }
    return tally.rates({ '1e-2': 0.5, '1e-3': 0.8, '1e-4': 0.8 })[0]!;
  };

  it('counts FNMR and FMR of each group and FMR between them at the common threshold', () => {
    // Of the old one genuine comparison in ten fails; strangers are alike among the old only.
    const { at, kind, unlabelled } = measure((a, b, turn) =>
      a === b ? (a >= 20 && turn === 0 ? 0.4 : 0.9) : a >= 20 && b >= 20 && b % 5 === 0 ? 0.6 : 0.1,
    );
    const { groups, cross, differentials } = at['1e-2'];
    expect([kind, unlabelled]).toEqual(['half', 0]);
    expect(groups.old).toMatchObject({ people: 20, fnmr: { comparisons: 200 }, fmr: { comparisons: 190 } });
    expect(groups.old?.fnmr?.rate).toBeCloseTo(0.1, 6);
    expect(groups.young?.fnmr?.rate).toBe(0);
    expect(groups.old?.fmr?.rate).toBeGreaterThan(0.1);
    expect(cross).toEqual([{ groups: ['old', 'young'], fmr: expect.objectContaining({ rate: 0 }) }]);
    expect(differentials.fnmr).toMatchObject({ worst: 'old', best: 'young' });
    expect(differentials.fnmr?.ratio).toBeUndefined();
    expect(at['1e-3'].groups.old?.fmr?.rate).toBe(0);
  });

  it('tells how many times worse one group fares than another', () => {
    const { at } = measure((a, b, turn) => (a === b ? (turn < (a >= 20 ? 2 : 1) ? 0.4 : 0.9) : 0.1));
    expect(at['1e-2'].differentials.fnmr?.ratio).toBeCloseTo(2, 5);
    expect(at['1e-2'].differentials.fnmr?.difference).toBeCloseTo(0.1, 5);
  });

  it('does not call a rate of none certain: the rule of three bounds it by the number of people', () => {
    const { at } = measure((a, b) => (a === b ? 0.9 : 0.1));
    const [low, high] = at['1e-2'].groups.young?.fnmr?.interval ?? [];
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1 - 0.05 ** (1 / 20), 9);
    expect(at['1e-2'].cross[0]?.fmr.interval[1]).toBeCloseTo(1 - 0.05 ** (1 / 400), 9);
  });

  it('counts a score at the threshold as a match and one below it as none', () => {
    const { at } = measure((a, b) => (a === b ? (a % 2 === 0 ? 0.5 : 0.499) : 0.1));
    expect(at['1e-2'].groups.young?.fnmr?.rate).toBeCloseTo(0.5, 9);
  });

  it('leaves people without a label out, and a group without comparisons without rates', () => {
    const labellings = parseLabels('person,x\np0,a\np1,b', PEOPLE);
    const tally = groupTally({ ...range, labellings, people: PEOPLE.length, random: seededRandom(1) });
    tally.add(0.9, 0, 0);
    tally.add(0.9, 0, 5);
    const [rates] = tally.rates({ '1e-2': 0.5, '1e-3': 0.5, '1e-4': 0.5 });
    expect(rates?.unlabelled).toBe(38);
    expect(rates?.at['1e-2'].groups).toMatchObject({ a: { fnmr: { comparisons: 1 } }, b: { people: 1 } });
    expect(rates?.at['1e-2'].groups.b?.fnmr).toBeUndefined();
    expect(rates?.at['1e-2'].cross).toEqual([]);
    expect(rates?.at['1e-2'].differentials).toEqual({});
  });
});
