/** The engine of the services: forms as data, cases as a table of states, one desk for every service. */
export type { Calendar, Slot } from './calendar.ts';
export * from './case.ts';
export type * from './case-store.ts';
export { type DeskParts, type FileReading, type Look, type Saved, type Sent, ServiceDesk } from './desk.ts';
export type { Fault, FaultCode } from './faults.ts';
export {
  type Answers,
  FILE_MEDIA,
  type Field,
  type FileMedia,
  type Form,
  type Step,
  shownSteps,
} from './form.ts';
export { CaseOfficers, OFFICER_ACTIONS, type OfficerStep } from './officer-desk.ts';
export type { Holder, HolderPerson, Service } from './service.ts';
