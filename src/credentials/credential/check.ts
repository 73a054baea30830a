/** Checks a credential without any network: genuine, not withdrawn, in its time, and for this purpose. */
import type { Instant } from '../../kernel/index.ts';
import { isSignedBy } from '../cose/public-key.ts';
import { bytesToSign, type Sign1 } from '../cose/sign1.ts';
import { readSignedText } from '../cose/signed-text.ts';
import type { IssuerKey, KeyList } from '../key-list/key-list.ts';
import { type Credential, decodeCredential } from './credential.ts';
import { CREDENTIAL_FORM } from './issue.ts';
import type { Purpose } from './kinds.ts';

/** Verdicts about a credential that its issuer did sign; only these show what it says. */
export type GenuineVerdict = 'valid' | 'revoked' | 'not-yet-valid' | 'expired' | 'outside-its-purpose';
/** `malformed` is no code of ours, or one of a later version; `unknown-key` is signed by somebody the list does not name. */
export type RefusedVerdict = 'not-genuine' | 'unknown-key' | 'malformed';

export type CredentialCheck =
  | { readonly verdict: GenuineVerdict; readonly credential: Credential }
  | { readonly verdict: RefusedVerdict };

export interface CheckQuestion {
  readonly at: Instant;
  readonly keys: KeyList;
  /** With a purpose only a permit for it is valid; without one, whatever is genuine and in its time. */
  readonly purpose?: Purpose;
}

/** The text as it was scanned; blanks around it do not count. Never throws for what a text may be. */
export async function checkCredential(text: string, question: CheckQuestion): Promise<CredentialCheck> {
  const signed = readSignedText(CREDENTIAL_FORM, text.trim());
  if (!signed) return { verdict: 'malformed' };
  const key = question.keys.keys.find(({ kid }) => kid === signed.kid);
  if (!key) return { verdict: 'unknown-key' };
  if (!(await isSignedBy(key, bytesToSign(signed.kid, signed.payload), signed.signature))) {
    return { verdict: 'not-genuine' };
  }
  return judge(signed, key, question);
}

function judge(signed: Sign1, key: IssuerKey, question: CheckQuestion): CredentialCheck {
  const credential = decodeCredential(signed.payload);
  if (!credential) return { verdict: 'malformed' };
  if (!mayHaveSigned(key, credential)) return { verdict: 'not-genuine' };
  return { verdict: verdictOn(credential, key, question), credential };
}

/** A key speaks for its own issuer, for what was issued while it was in use. */
const mayHaveSigned = (key: IssuerKey, { issuer, issuedAt }: Credential): boolean =>
  issuer === key.issuer && issuedAt >= key.from && (key.until === undefined || issuedAt < key.until);

function verdictOn(
  credential: Credential,
  key: IssuerKey,
  { at, keys, purpose }: CheckQuestion,
): GenuineVerdict {
  if (key.revoked || keys.revoked.includes(credential.id)) return 'revoked';
  if (at < credential.validFrom) return 'not-yet-valid';
  if (at >= credential.validUntil) return 'expired';
  return purpose === undefined || serves(credential, purpose) ? 'valid' : 'outside-its-purpose';
}

const serves = (credential: Credential, purpose: Purpose): boolean =>
  credential.kind === 'permit' && credential.facts.purposes.includes(purpose);
