import type { OfficerCommand, TravellerInput } from '../lane.ts';
import type { LaneEvent } from '../machine/index.ts';

export const OFFICER_EVENTS: Readonly<Record<OfficerCommand, LaneEvent>> = {
  'call-acknowledged': { kind: 'officer-acknowledged' },
  'release-entry': { kind: 'entry-release-ordered' },
  'release-exit': { kind: 'exit-release-ordered' },
  'flag-secondary': { kind: 'secondary-flagged' },
  reset: { kind: 'reset-ordered' },
  close: { kind: 'lane-closed' },
  open: { kind: 'lane-opened' },
};

export const TRAVELLER_EVENTS: Readonly<Record<TravellerInput, LaneEvent>> = {
  confirm: { kind: 'traveller-confirmed' },
  'not-me': { kind: 'traveller-denied' },
  cancel: { kind: 'traveller-cancelled' },
  help: { kind: 'help-asked' },
};
