/** The law on the lane, asked with the documents on file as if everything that a collection point brings were there (C-06). */
import { formatInstant, type Instant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { FormContext, HolderDocument } from '../engine/service.ts';

export interface Plan {
  readonly port: string;
  readonly at: Instant;
  readonly guardian: boolean;
}

/** From the answer that serves the holder best to the one that serves least. */
const BEST_FIRST = ['ELIGIBLE_AFTER_ENROLMENT', 'ELIGIBLE', 'REFER', 'NOT_ELIGIBLE', 'ERROR'];
export const MAY_ENROL: readonly string[] = BEST_FIRST.slice(0, 2);

export interface Answered {
  readonly decision: Decision;
  readonly document: HolderDocument | undefined;
}

/** Of several documents the one with which the lane can be used counts. */
export function askLane(context: FormContext, plan: Plan): Answered {
  const documents = context.holder.person?.documents ?? [];
  const answers = documents.map((document) => ({ document, decision: askWith(context, plan, document) }));
  answers.sort((a, b) => rank(a.decision) - rank(b.decision));
  return answers[0] ?? { document: undefined, decision: askWith(context, plan, undefined) };
}

const rank = ({ decision }: Decision): number => BEST_FIRST.indexOf(decision);

function askWith(
  { holder, law }: FormContext,
  { port, at, guardian }: Plan,
  document: HolderDocument | undefined,
): Decision {
  const facts = {
    at: formatInstant(at),
    port,
    direction: 'entry',
    person: { category: holder.person?.category, birthDate: holder.person?.birthDate },
    ...(document ? { document: { type: document.type, expires: document.expires } } : {}),
    consent: { face: true, fingerprint: true },
    biometricsOnFile: true,
    endorsements: document?.endorsements ?? [],
    companion: guardian ? { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true } : null,
  };
  // Who could not use the lane even once enrolled is told why, without the one reason that enrolment would mend.
  const enrolled = law.decide('lane', facts);
  return enrolled.decision === 'ELIGIBLE'
    ? law.decide('lane', { ...facts, biometricsOnFile: false })
    : enrolled;
}
