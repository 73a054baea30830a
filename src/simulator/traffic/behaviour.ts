/** What a traveller does in the port. A closed list: the simulated devices carry each one out. */
import type { Millis } from '../../kernel/index.ts';
import type { Finger } from '../people/index.ts';

export type Behaviour =
  /** Walks up, looks, confirms, gives the own finger, leaves by the exit. */
  | { readonly kind: 'crosses' }
  /** Lays another person's finger on the reader. */
  | { readonly kind: 'gives-finger-of'; readonly person: string; readonly finger: Finger }
  /** Lays the own finger, worn: 0 fresh to 1 smooth. */
  | { readonly kind: 'gives-worn-finger'; readonly wear: number }
  /** Another person slips in behind. */
  | { readonly kind: 'enters-with-another'; readonly person: string }
  /** Shows the face to the camera of a second lane while the first one deals with it. */
  | { readonly kind: 'stands-in-two-lanes' }
  /** Says on the screen that the name shown is not the own one. */
  | { readonly kind: 'presses-not-me' }
  /** Enters, waits so long, and leaves by the way in. */
  | { readonly kind: 'walks-back-out'; readonly after: Millis }
  /** Looks aside for so long, then into the camera. */
  | { readonly kind: 'looks-away-first'; readonly during: Millis }
  /** Comes to the collection point to enrol, not to a lane. */
  | { readonly kind: 'asks-to-enrol' };

export type BehaviourKind = Behaviour['kind'];
