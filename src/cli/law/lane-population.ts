/** The synthetic population as it would ask for the lane: facts by their names in the fact table. */
import type { Day } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import { makePopulation, type SyntheticTraveller } from '../../simulator/index.ts';

export interface LanePopulation {
  readonly seed: number;
  readonly count: number;
  /** The day on which ages and validities are right. */
  readonly day: Day;
  /** Ports that the people are spread over, evenly. */
  readonly ports: readonly string[];
}

/** Every port that the law names, from whatever day. */
export const portsOf = (law: Law): readonly string[] => [
  ...new Set((law.content.tables['lane-ports']?.rows ?? []).flatMap(({ key: [port] }) => port ?? [])),
];

export function* lanePopulation({ seed, count, day, ports }: LanePopulation): Iterable<object> {
  let place = 0;
  for (const traveller of makePopulation({ seed, count, day })) {
    yield laneFacts(traveller, ports[place++ % ports.length] ?? '', day);
  }
}

/** Whoever is on the mainland leaves it; a minor comes with the guardian, who is in the same lane group. */
export function laneFacts(traveller: SyntheticTraveller, port: string, day: Day): object {
  const { category, birthDate, documents, endorsements, consent, biometricsOnFile, guardians, side } =
    traveller;
  const [document] = documents;
  return {
    at: `${day}T12:00:00+08:00`,
    port,
    direction: side === 'mainland' ? 'exit' : 'entry',
    person: { category, birthDate },
    ...(document && { document: { type: document.type, expires: document.expires } }),
    consent,
    biometricsOnFile,
    companion:
      guardians.length > 0 ? { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true } : null,
    endorsements,
  };
}
