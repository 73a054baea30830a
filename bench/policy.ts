/** Decisions of the law a second, for the question of a lane, on one core. */
import { compileRules } from '../src/policy/index.ts';
import { loadRules } from '../src/policy/node.ts';
import { figure, perSecond, type Report } from './frame.ts';

/** Sixty-four people, so that no branch is the only one: of all ages, with and without endorsement, consent, guardian. */
function people(): object[] {
  return Array.from({ length: 64 }, (_, i) => ({
    at: `2026-0${1 + (i % 9)}-15T10:00:00+08:00`,
    port: i % 2 ? 'szb' : 'gongbei',
    direction: i % 3 ? 'exit' : 'entry',
    person: { category: i % 4 ? 'mainland' : 'hkmo', birthDate: `${1950 + i}-05-17` },
    document: { type: i % 4 ? 'EEP' : 'HRP', expires: '2029-12-31' },
    consent: { face: i % 16 !== 5, fingerprint: true },
    biometricsOnFile: true,
    companion: i < 56 ? null : { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true },
    endorsements: [
      {
        type: 'S',
        entries: i % 8 === 3 ? 'single' : 'multiple',
        destination: i % 2 ? 'HK' : 'MO',
        expires: '2027-01-31',
      },
    ],
  }));
}

export async function run(): Promise<Report> {
  const law = compileRules(loadRules('rules'));
  const asked = people();
  const rate = (trace: boolean) =>
    perSecond(100_000, (i) => void law.decide('lane', asked[i & 63], { trace, remedies: false }));
  const answers = new Map<string, number>();
  for (const facts of asked) {
    const { decision } = law.decide('lane', facts, { remedies: false });
    answers.set(decision, (answers.get(decision) ?? 0) + 1);
  }
  const spread = Array.from(answers, ([decision, count]) => `${decision} ${count}`).join(', ');
  return {
    figures: [
      figure(
        { name: 'lane decisions without trace', unit: '/s', goal: 1_000_000, better: 'higher' },
        rate(false),
      ),
      figure({ name: 'lane decisions with trace', unit: '/s', goal: 200_000, better: 'higher' }, rate(true)),
    ],
    notes: [`Of the 64 people asked about: ${spread}. Remedies are not computed, as a lane does not.`],
  };
}
