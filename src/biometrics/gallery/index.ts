/** The gallery: exact 1:N search. What needs worker threads is in `node.ts`. */

export { filingPeopleOn } from './filing-duty.ts';
export type { GalleryCore, GallerySettings, ImpostorCounts, SearchOptions } from './gallery.ts';
export { createGallery } from './gallery.ts';
export type { GalleryAssessment, GovernorInput, GovernorWarning } from './governor.ts';
export { addCounts, assessGallery, NO_COUNTS } from './governor.ts';
export type { GovernorCode } from './governor-texts.ts';
export type { SearchOutcome } from './outcome.ts';
export { type RateEstimate, rateOf } from './rate-estimate.ts';
export { portRotation, ROTATION_KEY_BYTES, type Rotation } from './rotation.ts';
export type { SnapshotRecord } from './snapshot.ts';
export { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
export type { SearchThresholds } from './thresholds.ts';
