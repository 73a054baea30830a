/**
 * The real-person check (H-10, H-12): live pictures against the portrait on file, one to one, after a consent of its own
 * (C-02). Pictures and readings live in memory until the comparison and nowhere else. No score is heard of.
 */
import {
  fieldInvalid,
  type Instant,
  later,
  minutes,
  RoomError,
  type TravellerId,
} from '../../kernel/index.ts';
import { PERSON_COUNTS } from './account-sessions.ts';
import { type Allowance, type AttemptLimit, attempt } from './attempts.ts';
import { PERSON_CONSENT, PERSON_PURPOSE } from './consent-text.ts';
import { type FaceCapture, OTHER_WAYS, type OtherWay, type ShareBox, type TravellerDesk } from './desk.ts';

/** Who checks themselves, and in which session; `traveller` passed the real-name check. */
export interface PersonSubject {
  readonly account: string;
  readonly session: string;
  readonly traveller: TravellerId;
}

export type PersonStep =
  | {
      readonly outcome: 'adjust';
      readonly guidance: readonly string[];
      readonly box?: ShareBox;
      readonly taken: number;
      readonly needed: number;
    }
  | { readonly outcome: 'taken'; readonly box?: ShareBox; readonly taken: number; readonly needed: number }
  | { readonly outcome: 'passed'; readonly until: Instant }
  | { readonly outcome: 'not-matched'; readonly triesLeft: number; readonly ways: readonly OtherWay[] }
  /** Three tries are over: the counter compares by eye. */
  | { readonly outcome: 'locked'; readonly until: Instant; readonly ways: readonly OtherWay[] }
  | { readonly outcome: 'no-portrait'; readonly ways: readonly OtherWay[] }
  /** A fault of ours: no try is counted. */
  | { readonly outcome: 'service-fault'; readonly ways: readonly OtherWay[] };

const NEEDED = 3;
const BY_TRAVELLER: AttemptLimit = { act: 'real-person', max: 3, windowMs: minutes(60) };
/** People before their cameras at one time; more wait. */
const CHECKS_MAX = 200;
const CHECK_MS = minutes(5);
const ways = OTHER_WAYS;

interface Check {
  readonly captures: FaceCapture[];
  readonly endsAt: Instant;
}

export interface PersonChecks {
  /** Keeps the consent and begins anew. Throws FIELD_INVALID (consent), RATE_LIMITED. */
  begin(subject: PersonSubject, consent: string): Promise<{ taken: number; needed: number }>;
  /** Throws CONSENT_MISSING where none began. */
  frame(subject: PersonSubject, picture: Uint8Array): Promise<PersonStep>;
  /** One photograph in place of live pictures: for a demonstration without a camera only. */
  photograph(subject: PersonSubject, picture: Uint8Array): Promise<PersonStep>;
  abandon(session: string): void;
}

export function openPersonChecks(desk: TravellerDesk): PersonChecks {
  const checks = new Map<string, Check>();

  async function begin({ account, session }: PersonSubject, consent: string) {
    if (consent !== PERSON_CONSENT.version) {
      throw fieldInvalid('consent', consent, `the version of the text agreed to, ${PERSON_CONSENT.version}`);
    }
    const now = desk.clock.now();
    for (const [key, check] of checks) if (now >= check.endsAt) checks.delete(key);
    if (checks.size >= CHECKS_MAX)
      throw new RoomError('RATE_LIMITED', 'Many people are being checked now. Please wait a moment.');
    await keepConsent(desk, account);
    checks.set(session, { captures: [], endsAt: later(now, CHECK_MS) });
    return { taken: 0, needed: NEEDED };
  }

  async function take(subject: PersonSubject, picture: Uint8Array, needed: number): Promise<PersonStep> {
    const check = checks.get(subject.session);
    if (!check || desk.clock.now() >= check.endsAt) throw notBegun();
    const seen = await desk.faces.read(picture);
    const taken = check.captures.length;
    if (seen.outcome === 'adjust') return { ...seen, taken, needed };
    // Of pictures sent at once only the first few count; the rest find the check over.
    if (checks.get(subject.session) !== check) throw notBegun();
    check.captures.push(seen.capture);
    if (check.captures.length < needed) return { outcome: 'taken', box: seen.box, taken: taken + 1, needed };
    checks.delete(subject.session);
    return judge(desk, subject, check.captures);
  }

  return {
    begin,
    frame: (subject, picture) => take(subject, picture, NEEDED),
    photograph: (subject, picture) => take(subject, picture, 1),
    abandon: (session) => void checks.delete(session),
  };
}

const notBegun = () =>
  new RoomError(
    'CONSENT_MISSING',
    'The check has not begun, or took too long. Begin again with the consent.',
    {
      field: 'consent',
    },
  );

async function keepConsent({ store, clock, audit }: TravellerDesk, account: string): Promise<void> {
  if ((await store.consentFor(account, PERSON_PURPOSE)) === PERSON_CONSENT.version) return;
  const { language } = (await store.account(account)) ?? { language: 'en' as const };
  await store.addConsent({
    account,
    purpose: PERSON_PURPOSE,
    textVersion: PERSON_CONSENT.version,
    language,
    givenAt: clock.now(),
  });
  await audit.append({ action: 'consent-given', actor: account, purpose: PERSON_PURPOSE });
}

async function judge(
  desk: TravellerDesk,
  subject: PersonSubject,
  captures: readonly FaceCapture[],
): Promise<PersonStep> {
  const allowance = await attempt(desk, BY_TRAVELLER, subject.traveller);
  if (allowance.outcome === 'locked') return { ...allowance, ways };
  const found = await desk.portraits.compare(subject.traveller, captures).catch(() => 'fault' as const);
  if (found === 'no-match') return refuse(desk, subject, allowance);
  await allowance.undo();
  if (found === 'fault') return { outcome: 'service-fault', ways };
  return found === 'match' ? accept(desk, subject) : { outcome: 'no-portrait', ways };
}

async function refuse(
  desk: TravellerDesk,
  { account, traveller }: PersonSubject,
  { left }: Extract<Allowance, { outcome: 'go' }>,
): Promise<PersonStep> {
  await desk.audit.append({ action: 'real-person-failed', actor: account, traveller });
  return { outcome: 'not-matched', triesLeft: left, ways };
}

async function accept(
  desk: TravellerDesk,
  { account, session, traveller }: PersonSubject,
): Promise<PersonStep> {
  const now = desk.clock.now();
  await desk.store.setRealPerson(session, now);
  await desk.store.dropAttemptsOf(BY_TRAVELLER.act, traveller);
  await desk.audit.append({ action: 'real-person-passed', actor: account, traveller });
  return { outcome: 'passed', until: later(now, PERSON_COUNTS) };
}
