/** Identity: officers' accounts, passkeys, one-time links, sessions, and who may do what. No HTTP. */
export type { Refusal, Refused, RelyingParty, SignIn } from './context.ts';
export type {
  Challenge,
  IdentityAudit,
  IdentityStore,
  Officer,
  Passkey,
  Session,
  SignInLink,
} from './identity-store.ts';
export { type IdentityOptions, type Officers, openIdentity } from './open-identity.ts';
export type { Registration } from './passkeys.ts';
export { ACTIONS, type Action, may, ROLES, type Role } from './permissions.ts';
export type { SessionCheck } from './sessions.ts';
export type { IssuedLink } from './sign-in-links.ts';
