/** The part of the room that needs Node: an issuer's keys in a folder, and signed PDF files. */

export type { DocumentSeal } from './node/keys/held-key.ts';
export { type IssuerKeys, type IssuerKeysOptions, openIssuerKeys } from './node/keys/issuer-keys.ts';
export type { KeyUse, KeyWrapper } from './node/keys/key-files.ts';
export { beijingTime, type Letter, type LetterTable, renderLetter } from './node/pdf/letter.ts';
export {
  type CertificateKeys,
  type CertifiedCrossing,
  HIDEABLE_COLUMNS,
  type HideableColumn,
  type RecordsCertificate,
  renderRecordsCertificate,
} from './node/pdf/records-certificate.ts';
