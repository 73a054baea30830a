/** What travellers bring: numbers of documents, and how they are shown. Runs in a browser. */
export { hongKongCheckDigit, mod11Two } from './check-digits.ts';
export { maskName, maskNumber } from './mask.ts';
export { type NumberVerdict, normaliseNumber, readNumber } from './numbers.ts';
export { type DayVerdict, readDay } from './read-day.ts';
export { REAL_NAME_DOCUMENTS, type RealNameDocument } from './real-name-documents.ts';
