/** Who is asked when a change is weighed: synthetic, and the same on every device. */
import type { Day } from '../../../src/kernel/index.ts';
import type { Law } from '../../../src/policy/index.ts';
import type { CaseFacts, CaseFile } from '../cases/case-files.ts';
import { laneTravellers } from './lane-travellers.ts';
import { variedCases } from './varied-cases.ts';

export const LANE = 'lane';
const SEED = 1;
/** Enough that one in a hundred is seen, and decided in a blink. */
const PEOPLE = 2000;

/** Every port that the law names, from whatever day. */
const portsOf = (law: Law): readonly string[] => [
  ...new Set((law.content.tables['lane-ports']?.rows ?? []).map(({ key }) => key[0] ?? '')),
];

/** The population of a question, right on a day; nobody where the question has no cases to draw from. */
export function populationOf(
  law: Law,
  file: CaseFile | undefined,
  question: string,
  day: Day,
): readonly CaseFacts[] {
  if (question === LANE) return laneTravellers({ seed: SEED, count: PEOPLE, day, ports: portsOf(law) });
  return file ? variedCases(law, file, { seed: SEED, count: PEOPLE, day }) : [];
}
