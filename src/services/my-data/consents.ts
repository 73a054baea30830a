/** Consents, one for each purpose: what hangs on each is told before it is withdrawn, and what was erased is attested after (C-13). */
import { ageOn, type Day, formatInstant, RoomError, shanghaiDay } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { CONSENT_TEXTS, type ConsentWords, type Modality } from '../enrolment/consent-texts.ts';
import { askLane } from './ask-lane.ts';
import { type Erasure, readErasures } from './erasures.ts';
import { type Asking, type GivenConsent, type LaneFacts, type MyDataParts, readingOf } from './parts.ts';

export interface ConsentState {
  readonly consent: GivenConsent;
  /** Absent when another version than today's was agreed to. */
  readonly words?: ConsentWords;
  /** Only of what is in force. */
  readonly ifWithdrawn?: Consequences;
}

export interface Consequences {
  /** The lane opens now and would not any more. */
  readonly losesLane: boolean;
  /** The law's answer to the withdrawal: its ways that remain, what is erased and what is kept. */
  readonly law: Decision;
}

export type Withdrawn =
  | { readonly outcome: 'withdrawn'; readonly receipt: Erasure }
  | { readonly outcome: 'refused'; readonly decision: Decision };

/** In force first, then newest first. */
export async function readConsents(parts: MyDataParts, who: Asking): Promise<ConsentState[]> {
  const [given, facts, person] = await Promise.all([
    parts.consents.of(who.traveller),
    parts.facts(who.traveller),
    parts.register.get(who.traveller, readingOf(who)),
  ]);
  const law = askWithdrawal(parts, person.birthDate);
  const losesLane = opens(parts, facts) && !opens(parts, withdrawnNow(parts, facts));
  return given
    .toSorted((a, b) => standing(b) - standing(a) || b.givenAt - a.givenAt)
    .map((consent) => {
      const words = CONSENT_TEXTS[consent.modality];
      return {
        consent,
        ...(words.version === consent.textVersion ? { words } : {}),
        ...(consent.withdrawnAt === undefined ? { ifWithdrawn: { losesLane, law } } : {}),
      };
    });
}

/** A second tap gives the receipt of the first. Throws NOT_FOUND where no such consent was ever in force. */
export async function withdrawConsent(
  parts: MyDataParts,
  who: Asking,
  modality: Modality,
): Promise<Withdrawn> {
  const { birthDate } = await parts.register.get(who.traveller, readingOf(who));
  const decision = askWithdrawal(parts, birthDate);
  if (decision.decision !== 'ACCEPTED') return { outcome: 'refused', decision };
  const by = readingOf(who);
  const { withdrawn, templatesErased } = await parts.consents.withdraw(who.traveller, by, modality);
  if (withdrawn.length > 0) {
    await parts.audit.append({
      action: 'erasure-attested',
      ...by,
      traveller: who.traveller,
      result: modality,
      count: templatesErased,
    });
  }
  const receipt = (await readErasures(parts, who)).find((one) => one.modality === modality);
  if (receipt) return { outcome: 'withdrawn', receipt };
  throw new RoomError('NOT_FOUND', 'There is no such consent of yours to withdraw.', { field: 'modality' });
}

const standing = ({ withdrawnAt }: GivenConsent): number => (withdrawnAt === undefined ? 1 : 0);

function askWithdrawal({ law, clock, port }: MyDataParts, birthDate: Day): Decision {
  const now = clock.now();
  const age = ageOn(birthDate, shanghaiDay(now));
  return law.decide('consent', { at: formatInstant(now), action: 'withdraw', port, birthDate, age });
}

const opens = (parts: MyDataParts, facts: LaneFacts): boolean =>
  askLane(parts, facts).decision === 'ELIGIBLE';

const withdrawnNow = ({ clock }: MyDataParts, facts: LaneFacts): LaneFacts => ({
  ...facts,
  consent: { ...facts.consent, withdrawnAt: formatInstant(clock.now()) },
  biometricsOnFile: false,
});
