/** The parts that pictured people play in the living port. */

export const ROLES = [
  'regular',
  'not-enrolled',
  'consent-withdrawn',
  'single-entry',
  'expired-endorsement',
  'minor-alone',
  'minor-with-guardian',
  'guardian',
  'wrong-finger',
  'two-bodies',
  'two-lanes',
  'not-me',
  'walks-back',
  'looks-away',
  'worn-finger',
  'thirteen',
] as const;
export type Role = (typeof ROLES)[number];

/** Those that end with an officer or at the counter: some fifteen in a hundred arrivals. */
export const REFERRED_ROLES = [
  'not-enrolled',
  'consent-withdrawn',
  'single-entry',
  'expired-endorsement',
  'minor-alone',
  'wrong-finger',
  'two-bodies',
  'two-lanes',
  'not-me',
  'walks-back',
  'thirteen',
] as const satisfies readonly Role[];

/** Those that pass, but not as everybody does. */
export const UNUSUAL_ROLES = [
  'looks-away',
  'worn-finger',
  'minor-with-guardian',
] as const satisfies readonly Role[];

/** Eligible travellers who play up on some days only; on others they cross as everybody does. */
export const PLAYFUL_ROLES = [
  'wrong-finger',
  'two-bodies',
  'two-lanes',
  'not-me',
  'walks-back',
  'looks-away',
  'worn-finger',
] as const satisfies readonly Role[];

export const isOneOf = (roles: readonly Role[], role: Role): boolean => roles.includes(role);
