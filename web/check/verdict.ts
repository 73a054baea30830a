/** How a decision looks: its words and its icon; colour only repeats them. */
import { verdictWords } from '../shared/i18n/check-words.ts';
import type { IconName } from '../shared/ui/icon.tsx';

export type Verdict = keyof typeof verdictWords;

export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  ELIGIBLE: 'check',
  ELIGIBLE_AFTER_ENROLMENT: 'finger',
  NOT_ELIGIBLE: 'pause',
  REFER: 'officer',
  OPEN: 'help',
};

const isVerdict = (decision: string): decision is Verdict => Object.hasOwn(verdictWords, decision);

/** A decision that the page does not know is an officer's. */
export const verdictOf = (decision: string): Verdict => (isVerdict(decision) ? decision : 'REFER');
