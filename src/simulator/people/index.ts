/** Synthetic people: no real person's face, finger, name or document is among them. */

export type { Portrait } from './face/develop.ts';
export {
  type Demographics,
  type FaceIdentity,
  makeIdentity,
  type Origin,
  type Sex,
} from './face/identity.ts';
export {
  ENROLMENT_VIEWS,
  LANE_VIEWS,
  PICTURED_VIEWS,
  type PicturedView,
  picturedView,
} from './face/pictured-views.ts';
export { renderFace } from './face/render.ts';
export { type FaceView, FRONTAL } from './face/view.ts';
export { CAREFUL, makeImpression, type Touch } from './finger/impression.ts';
export { type FingerMaster, growMaster } from './finger/master.ts';
export { composeFrame, type PlacedPerson, type Scene } from './frames.ts';
export { STANDINGS, type Standing, standAt } from './placements.ts';
export {
  DOCUMENT_TYPES,
  type DocumentType,
  issueDocument,
  type TravelDocument,
  withCheckDigit,
} from './register/documents.ts';
export { chineseName, otherName } from './register/names.ts';
export { birthDateFor, makePopulation, type PopulationOrder, travellerIdOf } from './register/population.ts';
export type {
  Side,
  SyntheticTraveller,
  TravellerConsent,
  TravellerEndorsement,
} from './register/traveller.ts';
export {
  type Category,
  FINGERS,
  type Finger,
  type PersonName,
  type PicturedPerson,
  parseRoster,
} from './roster.ts';
