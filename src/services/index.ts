/** Services to a traveller, one folder each. */
export { CONSENT_TEXTS, type ConsentWords, type Modality } from './enrolment/consent-texts.ts';
export { CollectionPoint, FACES_NEEDED, FINGERS_NEEDED } from './enrolment/desk.ts';
export { type CheckedDraft, checkDraft, type Draft, lawFacts } from './enrolment/draft.ts';
export type { CaptureReading, EnrolmentParts } from './enrolment/parts.ts';
