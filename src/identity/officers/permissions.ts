/** Who may do what: a closed table. What is not in it is not allowed. */

export const ROLES = ['officer', 'supervisor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Officers work with travellers; supervisors also answer for them; operators keep the machines running
 * and see no traveller (need to know, T31).
 */
const TABLE = {
  'view-port': ['officer', 'supervisor', 'operator'],
  'view-lane-details': ['officer', 'supervisor'],
  'view-referrals': ['officer', 'supervisor'],
  'resolve-referral': ['officer', 'supervisor'],
  'view-traveller': ['officer', 'supervisor'],
  'add-traveller': ['officer', 'supervisor'],
  'change-traveller': ['officer', 'supervisor'],
  'enrol-traveller': ['officer', 'supervisor'],
  'give-consent': ['officer', 'supervisor'],
  'withdraw-consent': ['officer', 'supervisor'],
  'recover-account': ['officer', 'supervisor'],
  'erase-biometrics': ['supervisor'],
  'view-crossings': ['officer', 'supervisor'],
  'run-passage': ['officer', 'supervisor'],
  'open-gate-by-hand': ['supervisor'],
  'view-audit': ['supervisor'],
  'verify-audit': ['supervisor', 'operator'],
  'view-officers': ['supervisor', 'operator'],
  'manage-officers': ['supervisor'],
  'issue-sign-in-link': ['supervisor', 'operator'],
  'change-settings': ['operator'],
  'control-simulation': ['supervisor', 'operator'],
  'rotate-keys': ['operator'],
  'reset-store': ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as readonly Action[];

export function may(role: Role, action: Action): boolean {
  const roles: readonly Role[] = Object.hasOwn(TABLE, action) ? TABLE[action] : [];
  return roles.includes(role);
}
