/** Credentials: what we issue to travellers and others verify, offline. Runs in a browser; issuing keys and PDF are `node.ts`. */
export {
  isSignedBy,
  namePublicKey,
  type PublicKey,
  type PublicPoint,
  thumbprint,
} from './cose/public-key.ts';
export type { Signer } from './cose/signed-text.ts';
export {
  type CheckQuestion,
  type CredentialCheck,
  checkCredential,
  type GenuineVerdict,
  type RefusedVerdict,
} from './credential/check.ts';
export type { Credential, CredentialOf } from './credential/credential.ts';
export { CREDENTIAL_SIGNS_MAX, issueCredential } from './credential/issue.ts';
export {
  CREDENTIAL_KINDS,
  type CredentialKind,
  DIRECTIONS,
  type FactsOf,
  PURPOSES,
  type Purpose,
} from './credential/kinds.ts';
export {
  type Issuer,
  type IssuerKey,
  issuerName,
  type KeyList,
  type KeyListAge,
  keyListAge,
  type OpenedKeyList,
  openKeyList,
  type Trust,
  writeKeyList,
} from './key-list/key-list.ts';
export { type ToldKeys, tellKeys, toldAnchors } from './key-list/told-keys.ts';
export { checkPermit, issuePermit, type Permit, type PermitCheck } from './permit/permit.ts';
export { encodeQr, QR_VERSION_MAX, type QrModules } from './qr/encode-qr.ts';
