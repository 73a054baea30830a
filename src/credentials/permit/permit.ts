/** The temporary electronic permit (H): stands in for a document that is lost, damaged or forgotten. */

import type { Signer } from '../cose/signed-text.ts';
import {
  type CheckQuestion,
  checkCredential,
  type GenuineVerdict,
  type RefusedVerdict,
} from '../credential/check.ts';
import type { CredentialOf } from '../credential/credential.ts';
import { issueCredential } from '../credential/issue.ts';
import type { Purpose } from '../credential/kinds.ts';

export type Permit = CredentialOf<'permit'>;

export type PermitCheck =
  | { readonly verdict: GenuineVerdict; readonly permit: Permit }
  | { readonly verdict: RefusedVerdict };

/** H-13: the text of the permit's QR code. Throws FIELD_INVALID, among others for a name that is not masked. */
export const issuePermit = (permit: Omit<Permit, 'kind'>, signer: Signer): Promise<string> =>
  issueCredential({ ...permit, kind: 'permit' }, signer);

/** A genuine credential of another kind is no permit: `malformed`. */
export async function checkPermit(
  text: string,
  question: CheckQuestion & { readonly purpose: Purpose },
): Promise<PermitCheck> {
  const check = await checkCredential(text, question);
  if (!('credential' in check)) return check;
  const { credential, verdict } = check;
  return credential.kind === 'permit' ? { verdict, permit: credential } : { verdict: 'malformed' };
}
