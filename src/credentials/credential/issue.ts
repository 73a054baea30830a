/** Signs a credential into the text of its QR code. */
import { RoomError } from '../../kernel/index.ts';
import { type Signer, type TextForm, writeSignedText } from '../cose/signed-text.ts';
import { type Credential, encodeCredential } from './credential.ts';

/** The longest text that a QR code of version 12 holds at error correction M. */
export const CREDENTIAL_SIGNS_MAX = 419;

export const CREDENTIAL_FORM: TextForm = {
  prefix: 'KOUAN1:',
  signsMax: CREDENTIAL_SIGNS_MAX,
  bytesMax: 1024,
};

/** Throws FIELD_INVALID when a fact is wrong, or when all together are too long for the code. */
export async function issueCredential(credential: Credential, signer: Signer): Promise<string> {
  const text = await writeSignedText(CREDENTIAL_FORM, encodeCredential(credential), signer);
  if (text.length <= CREDENTIAL_SIGNS_MAX) return text;
  throw new RoomError(
    'FIELD_INVALID',
    `The facts of this ${credential.kind} make ${text.length} signs; its code holds ${CREDENTIAL_SIGNS_MAX}. Shorten its texts.`,
    { field: 'facts' },
  );
}
