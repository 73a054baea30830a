/**
 * The real-name check (H-10, H-11): document, number, expiry day and name against the register. What does not agree is
 * never said: one answer for an unknown number, another name and another day, after the same work and the same time.
 * It shows that somebody knows what is printed on a document; that it is the holder is the real-person check's to show.
 */
import {
  type Day,
  fieldInvalid,
  type Instant,
  millis,
  minutes,
  shanghaiDay,
  type TravellerId,
} from '../../kernel/index.ts';
import type { AttemptLimit } from './attempts.ts';
import { attemptAll } from './attempts.ts';
import { OTHER_WAYS, type OtherWay, type RegisteredPerson, type TravellerDesk } from './desk.ts';
import { isSameName, readName } from './names.ts';
import { tellOtherAccounts } from './notices.ts';
import { steadily } from './steady.ts';

/** As typed: full-width digits, spaces and hyphens are no errors. */
export interface RealNameForm {
  readonly type: string;
  readonly number: string;
  readonly expires: string;
  readonly name: string;
}

interface ReadForm {
  readonly type: string;
  readonly number: string;
  readonly expires: Day;
  readonly name: string;
}

export type RealNameCheck =
  | { readonly outcome: 'passed'; readonly traveller: TravellerId }
  /** After three of them the page puts the other ways first (W-02). */
  | { readonly outcome: 'not-matched'; readonly triesLeft: number; readonly ways: readonly OtherWay[] }
  | { readonly outcome: 'expired-document'; readonly expired: Day; readonly ways: readonly OtherWay[] }
  | { readonly outcome: 'locked'; readonly until: Instant; readonly ways: readonly OtherWay[] }
  /** The account passed as another person before; who shares a device opens an account of their own. */
  | { readonly outcome: 'other-person'; readonly ways: readonly OtherWay[] }
  /** A fault of ours: no try is counted. */
  | { readonly outcome: 'service-fault'; readonly ways: readonly OtherWay[] };

const BY_ACCOUNT: AttemptLimit = { act: 'real-name', max: 5, windowMs: minutes(30) };
/** Wider than an account's own: whoever guesses at a stranger's number must not lock the stranger out soon. */
const BY_NUMBER: AttemptLimit = { act: 'real-name-number', max: 12, windowMs: minutes(60) };
const ANSWER_STEP = millis(400);
const ALERT_AT_TRY = 3;
const ways = OTHER_WAYS;

/** Throws FIELD_INVALID with `type`, `number`, `expires` or `name`. */
export async function checkRealName(
  desk: TravellerDesk,
  account: string,
  form: RealNameForm,
): Promise<RealNameCheck> {
  const read = readForm(desk, form);
  return steadily(desk.clock, ANSWER_STEP, () => compareWithRegister(desk, account, read));
}

function readForm({ documents }: TravellerDesk, form: RealNameForm): ReadForm {
  if (!documents.types.includes(form.type)) {
    throw fieldInvalid('type', form.type, `one of ${documents.types.join(', ')}`);
  }
  const number = documents.readNumber(form.type, form.number);
  if (number.outcome !== 'valid') throw fieldInvalid('number', 'the number given', number.expected);
  const day = documents.readDay(form.expires);
  if (day.outcome !== 'day') throw fieldInvalid('expires', form.expires, day.expected);
  const name = readName(form.name);
  if (name.outcome !== 'valid') throw fieldInvalid('name', 'the name given', name.expected);
  return { type: form.type, number: number.number, expires: day.day, name: name.name };
}

async function compareWithRegister(
  desk: TravellerDesk,
  account: string,
  form: ReadForm,
): Promise<RealNameCheck> {
  const allowance = await attemptAll(desk, [
    [BY_ACCOUNT, account],
    [BY_NUMBER, form.number],
  ]);
  if (allowance.outcome === 'locked') return { outcome: 'locked', until: allowance.until, ways };
  const person = await desk.register.find(form.number).catch(() => 'fault' as const);
  if (person === 'fault') {
    await allowance.undo();
    return { outcome: 'service-fault', ways };
  }
  const traveller = agreeing(form, person);
  if (!traveller) return refuse(desk, account, allowance.left);
  await allowance.undo();
  if (form.expires < shanghaiDay(desk.clock.now())) {
    return { outcome: 'expired-document', expired: form.expires, ways };
  }
  return accept(desk, account, traveller);
}

const NOBODY: RegisteredPerson['names'] = { latin: 'NOBODY, Of That Number' };

/** All four parts are compared always. */
function agreeing(form: ReadForm, person: RegisteredPerson | undefined): TravellerId | undefined {
  const agrees = [
    isSameName(form.name, person?.names ?? NOBODY),
    form.type === person?.document.type,
    form.expires === person?.document.expires,
  ];
  return agrees.includes(false) ? undefined : person?.traveller;
}

async function refuse(desk: TravellerDesk, account: string, triesLeft: number): Promise<RealNameCheck> {
  const repeated = BY_ACCOUNT.max - triesLeft >= ALERT_AT_TRY;
  await desk.audit.append({
    action: repeated ? 'real-name-failed-repeatedly' : 'real-name-failed',
    actor: account,
  });
  return { outcome: 'not-matched', triesLeft, ways };
}

async function accept(desk: TravellerDesk, account: string, traveller: TravellerId): Promise<RealNameCheck> {
  const before = (await desk.store.account(account))?.realName;
  if (before && before.traveller !== traveller) return { outcome: 'other-person', ways };
  await desk.store.setRealName(account, traveller, desk.clock.now());
  await desk.audit.append({ action: 'real-name-passed', actor: account, traveller });
  await tellOtherAccounts(desk, traveller, account);
  return { outcome: 'passed', traveller };
}
