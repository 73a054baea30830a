/** A peer: the clauses of the lane as they stand in 2026, written for json-rules-engine; one event for each that fails. */
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Law } from '../../src/policy/index.ts';

type Facts = { readonly [key: string]: unknown };
type Condition = RuleProperties['conditions'];

const keysOf = (law: Law, table: string, at = 0): string[] =>
  (law.content.tables[table]?.rows ?? []).map(({ key }) => key[at] ?? '');

const pairsOf = (law: Law, table: string): string[] =>
  (law.content.tables[table]?.rows ?? []).map(({ key }) => key.join('/'));

const years = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

const leaf = (fact: string, operator: string, value: unknown): Condition => ({
  all: [{ fact, operator, value }],
});

/** Who may not pass alone. */
const LIMITED = {
  any: [
    { fact: 'capacity', operator: 'notEqual', value: 'FULL' },
    {
      all: [
        { fact: 'age', operator: 'lessThan', value: 18 },
        {
          any: [
            { fact: 'age', operator: 'lessThan', value: 16 },
            { fact: 'ownIncome', operator: 'equal', value: false },
          ],
        },
      ],
    },
  ],
};

function rules(law: Law): readonly (readonly [reason: string, fails: Condition])[] {
  const ports = keysOf(law, 'lane-ports');
  const official = (law.content.tables.documents?.rows ?? [])
    .filter(({ attributes }) => attributes.official)
    .map(({ key }) => key[0]);
  const endorsed = { fact: 'documentType', operator: 'equal', value: 'EEP' };
  return [
    ['PORT_NOT_OPEN', leaf('port', 'notIn', ports)],
    ['AGE_BELOW_MIN', leaf('age', 'lessThan', 14)],
    ['DOC_OFFICIAL_BUSINESS', leaf('documentType', 'in', official)],
    ['DOC_TYPE_NOT_ELIGIBLE', leaf('categoryAndType', 'notIn', pairsOf(law, 'lane-documents'))],
    ['DOC_EXPIRED', leaf('documentExpired', 'equal', true)],
    ['ENDORSEMENT_MISSING', { all: [endorsed, { fact: 'endorsed', operator: 'equal', value: false }] }],
    [
      'CONSENT_MISSING',
      {
        any: [
          { fact: 'face', operator: 'equal', value: false },
          { fact: 'fingerprint', operator: 'equal', value: false },
        ],
      },
    ],
    ['GUARDIAN_REQUIRED', { all: [LIMITED, { fact: 'accompanied', operator: 'equal', value: false }] }],
    [
      'GUARDIAN_NOT_STATUTORY',
      {
        all: [
          LIMITED,
          { fact: 'accompanied', operator: 'equal', value: true },
          { fact: 'companionRole', operator: 'notEqual', value: 'STATUTORY_GUARDIAN' },
        ],
      },
    ],
    ['BIOMETRICS_NOT_ON_FILE', leaf('biometricsOnFile', 'equal', false)],
    [
      'ENDORSEMENT_TYPE_NOT_ELIGIBLE',
      { all: [endorsed, { fact: 'class', operator: 'notIn', value: keysOf(law, 'lane-endorsements') }] },
    ],
    [
      'ENDORSEMENT_NOT_MULTIPLE',
      { all: [endorsed, { fact: 'entries', operator: 'notEqual', value: 'multiple' }] },
    ],
    [
      'ENDORSEMENT_EXPIRED',
      { all: [endorsed, { fact: 'endorsementExpired', operator: 'equal', value: true }] },
    ],
    [
      'ENDORSEMENT_DESTINATION_MISMATCH',
      { all: [endorsed, { fact: 'leadsThere', operator: 'equal', value: false }] },
    ],
  ];
}

/** The engine's facts are flat, so they are laid flat first; one endorsement is looked at. */
function flat(law: Law, facts: Facts): Record<string, unknown> {
  const person = facts.person as Facts;
  const document = facts.document as Facts;
  const consent = facts.consent as Facts;
  const companion = facts.companion as Facts | null;
  const [endorsement] = facts.endorsements as readonly Facts[];
  const day = String(facts.at).slice(0, 10);
  const counterpart = law.content.tables['lane-ports']?.rows.find(({ key }) => key[0] === facts.port)
    ?.attributes.counterpart;
  return {
    port: facts.port,
    age: years(String(person.birthDate), day),
    capacity: person.declaredCapacity ?? 'FULL',
    ownIncome: person.livesOnOwnLabourIncome ?? false,
    documentType: document.type,
    categoryAndType: `${person.category}/${document.type}`,
    documentExpired: String(document.expires) < day,
    face: consent.face,
    fingerprint: consent.fingerprint,
    accompanied: companion?.present === true && companion.sameLaneGroup === true,
    companionRole: companion?.role ?? 'NOBODY',
    biometricsOnFile: facts.biometricsOnFile,
    endorsed: endorsement !== undefined,
    class: endorsement?.type,
    entries: endorsement?.entries,
    endorsementExpired: String(endorsement?.expires) < day,
    leadsThere: (counterpart as readonly unknown[] | undefined)?.includes(endorsement?.destination) === true,
  };
}

/** Asks the engine; the reasons of the clauses that fail, sorted. */
export function jsonRules(law: Law): (facts: Facts) => Promise<readonly string[]> {
  const engine = new Engine(
    rules(law).map(([type, conditions]) => ({ conditions, event: { type } })),
    { allowUndefinedFacts: true },
  );
  return async (facts) => {
    const { events } = await engine.run(flat(law, facts));
    const reasons = events.map(({ type }) => type);
    return reasons.length === 0 ? ['OK'] : [...new Set(reasons)].sort();
  };
}
