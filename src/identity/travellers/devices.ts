/**
 * Devices of an account: the passkeys on them. A second device is added with a code that the first one shows; where no
 * device is left, an officer who sees the person issues a link, which ends whatever signed in before. Neither way opens
 * a session by itself: code and link let a passkey be made, and only with the passkey does one sign in.
 */
import { type Instant, RoomError } from '../../kernel/index.ts';
import { type Refused, refused } from '../sign-in/desk.ts';
import { type IssuedLink, newLink, peekLink, takeLink } from '../sign-in/one-time-links.ts';
import {
  type CreationOptions,
  finishRegistration,
  type RegistrationResponse,
  startRegistration,
} from '../sign-in/passkeys.ts';
import { isToken, newToken } from '../sign-in/token.ts';
import { openAccount, type SignedIn, signIn } from './account-sessions.ts';
import type { TravellerDesk } from './desk.ts';
import { NOTICES, tellHolder } from './notices.ts';

/** What the device shows beside the passkey; a name would be personal data on whoever's device it is. */
const SHOWN_AS = 'Kouan 口岸';
/** Crockford's base 32 without letters that are misread; ten of them are 50 bits. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;
const CODE_FORM = /^[0-9A-HJKMNP-TV-Z]{10}$/;

export interface Device {
  /** The credential's id. */
  readonly id: string;
  readonly label: string;
  readonly addedAt: Instant;
  readonly usedAt?: Instant;
}

export type WayIn = 'device' | 'recovery';

export async function devicesOf({ store }: TravellerDesk, account: string): Promise<Device[]> {
  return (await store.passkeysOf(account)).map(({ credentialId, label, addedAt, usedAt }) => ({
    id: credentialId,
    label,
    addedAt,
    ...(usedAt !== undefined && { usedAt }),
  }));
}

/** First half of adding a passkey while signed in. */
export const startDevice = async (desk: TravellerDesk, account: string): Promise<CreationOptions> =>
  startRegistration(desk, { id: (await openAccount(desk, account)).id, name: SHOWN_AS });

/** Second half. A guest becomes an account that can be signed in to again; a new session replaces the one before. */
export async function finishDevice(
  desk: TravellerDesk,
  account: string,
  response: RegistrationResponse,
  label: string,
): Promise<SignedIn | Refused> {
  const { kind } = await openAccount(desk, account);
  const registered = await finishRegistration(desk, account, response, label);
  if (registered.outcome !== 'registered') return registered;
  if (kind === 'guest') await desk.store.setKind(account, 'passkey');
  await tellHolder(desk, account, NOTICES.deviceAdded);
  return signIn(desk, account, 'new-passkey');
}

/** Throws NOT_FOUND for a device of somebody else as for none; NOT_ALLOWED for the last way in. */
export async function removeDevice(desk: TravellerDesk, account: string, device: string): Promise<void> {
  const devices = await desk.store.passkeysOf(account);
  if (!devices.some(({ credentialId }) => credentialId === device)) throw noDevice();
  const { kind } = await openAccount(desk, account);
  if (kind === 'passkey' && devices.length === 1) {
    throw new RoomError(
      'NOT_ALLOWED',
      'The last device is the only way in. Add another first, or close the account.',
      {
        field: 'device',
      },
    );
  }
  if (!(await desk.store.removePasskey(account, device))) throw noDevice();
  await desk.audit.append({ action: 'passkey-removed', actor: account });
}

const noDevice = () => new RoomError('NOT_FOUND', 'There is no such device.', { field: 'device' });

/** `K3M5X-Q27AB`, shown on the first device and typed on the second. */
export async function issueDeviceCode(desk: TravellerDesk, account: string): Promise<IssuedLink> {
  await openAccount(desk, account);
  const bytes = new Uint8Array(CODE_LENGTH);
  desk.fill(bytes);
  const code = Array.from(bytes, (byte) => CODE_ALPHABET[byte & 31]).join('');
  const { expiresAt } = await newLink(desk, account, secretOf('device', code));
  await desk.audit.append({ action: 'device-code-issued', actor: account });
  return { token: `${code.slice(0, 5)}-${code.slice(5)}`, expiresAt };
}

/** For whoever an officer sees and knows by their document. Throws NOT_FOUND when they have no account to recover. */
export async function issueRecovery(
  desk: TravellerDesk,
  documentNumber: string,
  officer: string,
): Promise<IssuedLink> {
  const person = await desk.register.find(documentNumber);
  const accounts = person ? await desk.store.accountsOf(person.traveller) : [];
  const account = accounts.filter(({ kind }) => kind === 'passkey').at(0);
  if (!person || !account) {
    throw new RoomError('NOT_FOUND', 'No account belongs to the holder of this document.', {
      field: 'documentNumber',
    });
  }
  const token = newToken(desk.fill);
  const { expiresAt } = await newLink(desk, account.id, secretOf('recovery', token));
  await desk.audit.append({ action: 'recovery-issued', actor: officer, traveller: person.traveller });
  await tellHolder(desk, account.id, NOTICES.recoveryIssued);
  return { token, expiresAt };
}

/** First half of both ways in: the code or link stays until the device has answered. */
export async function startWayIn(
  desk: TravellerDesk,
  way: WayIn,
  given: unknown,
): Promise<{ readonly outcome: 'asked'; readonly options: CreationOptions } | Refused> {
  const secret = readSecret(way, given);
  const found = secret === undefined ? refused('unknown') : await peekLink(desk, secret);
  if (found.outcome !== 'found') return found;
  return { outcome: 'asked', options: await startDevice(desk, found.holder) };
}

export async function finishWayIn(
  desk: TravellerDesk,
  way: WayIn,
  given: unknown,
  response: RegistrationResponse,
  label: string,
): Promise<SignedIn | Refused> {
  const secret = readSecret(way, given);
  const found = secret === undefined ? refused('unknown') : await takeLink(desk, secret);
  if (found.outcome !== 'found') return found;
  if (way === 'device') return finishDevice(desk, found.holder, response, label);
  return recover(desk, found.holder, response, label);
}

/** The new passkey is verified before the old ones end: a device that fails leaves nobody without any. */
async function recover(
  desk: TravellerDesk,
  account: string,
  response: RegistrationResponse,
  label: string,
): Promise<SignedIn | Refused> {
  const before = await desk.store.passkeysOf(account);
  const registered = await finishRegistration(desk, account, response, label);
  if (registered.outcome !== 'registered') return registered;
  for (const { credentialId } of before) await desk.store.removePasskey(account, credentialId);
  await desk.store.endSessionsOf(account);
  await desk.audit.append({ action: 'account-recovered', actor: account });
  await tellHolder(desk, account, NOTICES.recovered);
  return signIn(desk, account, 'recovery');
}

// A code is no link and a link no code, though they are kept in one place.
const secretOf = (way: WayIn, text: string): string => `${way}:${text}`;

function readSecret(way: WayIn, given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > 100) return undefined;
  if (way === 'recovery') return isToken(given) ? secretOf(way, given) : undefined;
  const code = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE_FORM.test(code) ? secretOf(way, code) : undefined;
}
