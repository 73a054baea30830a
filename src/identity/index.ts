/** Identity: who works here and who travels: accounts, passkeys, one-time links, sessions, who may do what. No HTTP. */

export type { IdentityStore, Officer } from './officers/officer-store.ts';
export {
  type IdentityOptions,
  type Officers,
  openIdentity,
  type SessionCheck,
  type SignIn,
} from './officers/open-identity.ts';
export { ACTIONS, type Action, may, ROLES, type Role } from './officers/permissions.ts';
export {
  DEV_CLIENT,
  DEV_PATH,
  type DevPerson,
  type DevProvider,
  openDevProvider,
} from './oidc/dev-provider.ts';
export { openProviders, type ProviderConfig, type Providers, type Vouched } from './oidc/providers.ts';
export type { IdentityAudit, Refusal, Refused, RelyingParty } from './sign-in/desk.ts';
export type { IssuedLink } from './sign-in/one-time-links.ts';
export type { AuthenticationResponse, Registration, RegistrationResponse } from './sign-in/passkeys.ts';
export type { Challenge, OneTimeLink, Passkey, Session, SignInStore } from './sign-in/sign-in-store.ts';
export type { SignedIn } from './travellers/account-sessions.ts';
export type { Account, AccountKind, AccountStore, Channel, Contacts } from './travellers/account-store.ts';
export { PERSON_CONSENT } from './travellers/consent-text.ts';
export type { CodeCheck, CodeSent } from './travellers/contacts.ts';
export type {
  AccountView,
  DocumentForms,
  FaceCapture,
  FaceSeen,
  LiveFaces,
  Messages,
  OtherWay,
  PersonRegister,
  Portraits,
  RegisteredPerson,
} from './travellers/desk.ts';
export type { Device, WayIn } from './travellers/devices.ts';
export {
  openTravellers,
  type TravellerIdentity,
  type TravellerOptions,
} from './travellers/open-travellers.ts';
export type { RealNameCheck, RealNameForm } from './travellers/real-name.ts';
export type { PersonStep, PersonSubject } from './travellers/real-person.ts';
