/** Where the traveller is on the way, and which step of how many that is. */
import type { EnrolmentAnswer, EnrolmentReceipt } from '../../src/server/index.ts';
import type { Form } from './enrol/form.ts';

type Modality = 'face' | 'fingerprint';

export type Stage =
  | { readonly at: 'language' }
  | { readonly at: 'welcome' }
  | { readonly at: 'about-you'; readonly form: Form }
  | { readonly at: 'check'; readonly form: Form }
  | { readonly at: 'turned-away'; readonly answer: EnrolmentAnswer }
  | { readonly at: 'consent'; readonly modality: Modality; readonly answer: EnrolmentAnswer }
  | { readonly at: 'declined'; readonly modality: Modality; readonly answer: EnrolmentAnswer }
  | { readonly at: 'face'; readonly enrolment: string }
  | { readonly at: 'finger'; readonly enrolment: string }
  | { readonly at: 'enrolled'; readonly receipt: EnrolmentReceipt }
  | { readonly at: 'lane' };

/** The order of enrolment; the two consents are one step each. */
const STEPS = ['about-you', 'check', 'consent face', 'consent fingerprint', 'face', 'finger'];

export interface Progress {
  readonly step: number;
  readonly of: number;
}

export function progressOf(stage: Stage): Progress | undefined {
  const name = stage.at === 'consent' ? `consent ${stage.modality}` : stage.at;
  const index = STEPS.indexOf(name);
  return index < 0 ? undefined : { step: index + 1, of: STEPS.length };
}

/** The enrolment that a stage has begun on the server, so that leaving can erase it. */
export function enrolmentOf(stage: Stage): string | undefined {
  if (stage.at === 'face' || stage.at === 'finger') return stage.enrolment;
  if (stage.at === 'consent' || stage.at === 'declined') return stage.answer.enrolment;
  return undefined;
}

/** On these stages nobody has told anything about themselves yet, so there is nothing to wipe. */
export const holdsNothing = (stage: Stage): boolean => stage.at === 'language' || stage.at === 'welcome';
