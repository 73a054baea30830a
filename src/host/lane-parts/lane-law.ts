/** What a lane asks of the law: the facts on file about this traveller, put to the question `lane`. */
import { maskName, maskNumber } from '../../documents/index.ts';
import {
  type Clock,
  formatInstant,
  type Instant,
  newId,
  shanghaiDay,
  type TravellerId,
} from '../../kernel/index.ts';
import type { Law as LaneLaw, LawAnswer, LawContext } from '../../lane/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import type { Records, TravelDocument, Traveller, TravellerFacts } from '../../records/index.ts';

/** Whom a lane group knows to be near: a minor's guardian, in the same group of lanes. */
export interface Companion {
  readonly role: string;
  readonly present: boolean;
  readonly sameLaneGroup: boolean;
}

/** With the guardian's own id where it is known: the lane may wait for that person (D-08). */
export interface NearbyCompanion {
  readonly companion: Companion;
  readonly guardian?: TravellerId;
}

export interface KeptDecision {
  readonly at: Instant;
  readonly facts: unknown;
  readonly decision: Decision;
  /** The document that was decided on. */
  readonly document?: string;
}

/** Decisions of passages under way, until the record takes them. */
export type DecisionDesk = Map<string, KeptDecision>;
/** More than any port has under way; the oldest are of passages long over. */
const DESK_MAX = 500;

export interface LaneLawParts {
  readonly records: Records;
  readonly law: Law;
  readonly clock: Clock;
  readonly desk: DecisionDesk;
  /** Who accompanies this traveller here and now; null is nobody. */
  readonly companionOf: (traveller: TravellerId, context: LawContext) => Promise<NearbyCompanion | null>;
}

const ACCESS = { actor: 'host/lane', purpose: 'lane-passage' } as const;

export function openLaneLaw({ records, law, clock, desk, companionOf }: LaneLawParts): LaneLaw {
  return {
    async decide(traveller, context) {
      const [onFile, person, near] = await Promise.all([
        records.facts(traveller),
        records.travellers.get(traveller, ACCESS),
        companionOf(traveller, context),
      ]);
      const facts = factsOf(onFile, context, near?.companion ?? null);
      const decision = law.decide('lane', facts, { remedies: false });
      const decisionId = newId('audit', clock);
      keep(desk, decisionId, {
        at: context.at,
        facts,
        decision,
        ...(onFile.documentId ? { document: onFile.documentId } : {}),
      });
      const answer = answerOf(decision, decisionId, identityOf(person, onFile.documentId));
      const waits = answer.admits && near?.guardian !== undefined && needsCompanion(law, facts);
      return waits && near?.guardian ? { ...answer, awaitsGuardian: near.guardian } : answer;
    },
  };
}

/** Whether it is the companion who makes the traveller eligible. */
const needsCompanion = (law: Law, facts: object): boolean =>
  law.decide('lane', { ...facts, companion: null }, { trace: false, remedies: false }).decision !==
  'ELIGIBLE';

function factsOf(
  { documentId: _, ...onFile }: TravellerFacts,
  context: LawContext,
  companion: Companion | null,
) {
  return {
    at: formatInstant(context.at),
    port: context.port,
    direction: context.direction,
    ...onFile,
    companion,
  };
}

function keep(desk: DecisionDesk, id: string, decision: KeptDecision): void {
  desk.set(id, decision);
  const [oldest] = desk.keys();
  if (desk.size > DESK_MAX && oldest !== undefined) desk.delete(oldest);
}

function answerOf(decision: Decision, decisionId: string, identity: LawAnswer['identity']): LawAnswer {
  return {
    admits: decision.decision === 'ELIGIBLE',
    afterEnrolment: decision.decision === 'ELIGIBLE_AFTER_ENROLMENT',
    reasons: decision.reasons.filter((code) => code !== 'OK'),
    decisionId,
    obligations: decision.obligations,
    alternatives: decision.alternatives,
    identity,
  };
}

function identityOf(person: Traveller, documentId: string | undefined): LawAnswer['identity'] {
  const document = person.documents.find(({ id }) => id === documentId) ?? person.documents[0];
  return { name: maskName(nameOf(person)), documentTail: document ? tailOf(document) : '' };
}

const tailOf = ({ number }: TravelDocument) => maskNumber(number);

/** The name as its owner writes it: Chinese first where there is one. */
export function nameOf({ names }: Pick<Traveller, 'names'>): string {
  return names['zh-Hant'] ?? names['zh-Hans'] ?? names.latin ?? Object.values(names)[0] ?? '';
}

/** Whether a guardian's link is valid that day is the records' knowledge; who stands in the lane group is the port's. */
export async function guardianNearby(
  records: Records,
  traveller: TravellerId,
  at: Instant,
  isNear: (guardian: TravellerId) => boolean,
): Promise<NearbyCompanion | null> {
  const guardian = (await records.travellers.guardiansOf(traveller, shanghaiDay(at))).find(isNear);
  return guardian
    ? { guardian, companion: { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true } }
    : null;
}
