/** Services to a traveller, one folder each, over one engine: who may (law), what is asked, what follows. No HTTP, no SQL, no engine of a lane. */

export {
  type CertificateHolder,
  type CertificateWish,
  certificateFacts,
} from './crossing-records/certificate.ts';
export {
  type Found,
  portName,
  type Span,
  searchCrossings,
} from './crossing-records/search.ts';
export {
  type CodeCheck,
  checkCode,
  makeCode,
  type RotatingCode,
  type SeenCodes,
} from './e-channel/rotating-code.ts';
export { seenCodes } from './e-channel/seen-codes.ts';
export * from './engine/index.ts';
export { CONSENT_TEXTS, type ConsentWords, type Modality } from './enrolment/consent-texts.ts';
export { CollectionPoint, FACES_NEEDED, FINGERS_NEEDED } from './enrolment/desk.ts';
export { type CheckedDraft, checkDraft, type Draft, lawFacts } from './enrolment/draft.ts';
export type { CaptureReading, EnrolmentParts } from './enrolment/parts.ts';
export { helpEntries } from './help/entries.ts';
export { buildHelpIndex, type HelpIndex } from './help/search.ts';
export type { ConsentState } from './my-data/consents.ts';
export { MyDataDesk } from './my-data/desk.ts';
export type { Erasure } from './my-data/erasures.ts';
export type { Everything } from './my-data/export.ts';
export { nameIn, namesOf, type Overview } from './my-data/overview.ts';
export { type Asking, readingOf } from './my-data/parts.ts';
export { SERVICES } from './services.ts';
