/** Contacts confirmed by a code: six digits, ten minutes, five tries (H-10). */
import { fieldInvalid, type Instant, later, minutes } from '../../kernel/index.ts';
import type { Channel } from './account-store.ts';
import { type AttemptLimit, attemptAll } from './attempts.ts';
import type { TravellerDesk } from './desk.ts';
import { NOTICES } from './notices.ts';
import { isMainlandMobile, readEmail, readMobile } from './phone.ts';

export type CodeSent =
  | { readonly outcome: 'sent'; readonly expiresAt: Instant }
  | { readonly outcome: 'locked'; readonly until: Instant }
  /** The gateway did not take it: no try is counted. */
  | { readonly outcome: 'service-fault' };

export type CodeCheck =
  | { readonly outcome: 'confirmed'; readonly channel: Channel }
  | { readonly outcome: 'wrong-code'; readonly triesLeft: number }
  /** Run out, used up or never sent: ask for another. */
  | { readonly outcome: 'no-code' };

const CODE_MS = minutes(10);
const TRIES = 5;
const CODE_FORM = /^\d{6}$/;
const BY_ACCOUNT: AttemptLimit = { act: 'contact-code', max: 5, windowMs: minutes(60) };
/** A stranger's telephone is not to be rung again and again from many accounts. */
const BY_NUMBER: AttemptLimit = { act: 'contact-code-to', max: 5, windowMs: minutes(24 * 60) };

/** Throws FIELD_INVALID (to). */
export async function sendCode(
  desk: TravellerDesk,
  account: string,
  { channel, to }: { channel: Channel; to: string },
): Promise<CodeSent> {
  const read = channel === 'sms' ? readMobile(to) : readEmail(to);
  if (read.outcome !== 'valid') throw fieldInvalid('to', to, read.expected);
  const allowance = await attemptAll(desk, [
    [BY_ACCOUNT, account],
    [BY_NUMBER, read.to],
  ]);
  if (allowance.outcome === 'locked') return allowance;
  const code = sixDigits(desk);
  const expiresAt = later(desk.clock.now(), CODE_MS);
  await desk.store.setCode({ account, channel, to: read.to, code, triesLeft: TRIES, expiresAt });
  const language = (await desk.store.account(account))?.language ?? 'en';
  try {
    const text = NOTICES.code[language].replace('{code}', code);
    await desk.messages.send({ channel, to: read.to, text });
  } catch {
    await allowance.undo();
    return { outcome: 'service-fault' };
  }
  return { outcome: 'sent', expiresAt };
}

/** Uniform: of 2^32 values those above the last whole million are drawn again. */
function sixDigits({ fill }: TravellerDesk): string {
  const bytes = new Uint8Array(4);
  const view = new DataView(bytes.buffer);
  const bound = 4_294_000_000;
  do fill(bytes);
  while (view.getUint32(0) >= bound);
  return String(view.getUint32(0) % 1_000_000).padStart(6, '0');
}

/** Throws FIELD_INVALID (code). */
export async function confirmCode(desk: TravellerDesk, account: string, typed: string): Promise<CodeCheck> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!CODE_FORM.test(code)) throw fieldInvalid('code', 'what was typed', 'the six digits of the message');
  const sent = await desk.store.tryCode(account);
  if (!sent || desk.clock.now() >= sent.expiresAt) return { outcome: 'no-code' };
  if (sent.code !== code) {
    const triesLeft = sent.triesLeft - 1;
    return triesLeft > 0 ? { outcome: 'wrong-code', triesLeft } : { outcome: 'no-code' };
  }
  await desk.store.forgetCode(account);
  await keepContact(desk, account, sent.channel, sent.to);
  await desk.audit.append({ action: 'contact-confirmed', actor: account, result: sent.channel });
  return { outcome: 'confirmed', channel: sent.channel };
}

/** `to` undefined forgets the contact. */
export async function keepContact(
  { store }: TravellerDesk,
  account: string,
  channel: Channel,
  to: string | undefined,
): Promise<void> {
  const { mobile, email } = await store.contacts(account);
  const kept = channel === 'sms' ? { mobile: to, email } : { mobile, email: to };
  await store.setContacts(
    account,
    {
      ...(kept.mobile !== undefined && { mobile: kept.mobile }),
      ...(kept.email !== undefined && { email: kept.email }),
    },
    isMainlandMobile(kept.mobile),
  );
}
