/** What the officers' side needs kept, declared here so that the store can be injected; `records.officers` is one. */
import type { Instant } from '../../kernel/index.ts';
import type { SignInStore } from '../sign-in/sign-in-store.ts';
import type { Role } from './permissions.ts';

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly addedAt: Instant;
  readonly disabledAt?: Instant;
}

export interface IdentityStore extends SignInStore {
  addOfficer(officer: Officer): Promise<void>;
  officer(id: string): Promise<Officer | undefined>;
  officers(): Promise<Officer[]>;
  /** Ends the account with its sessions, links, challenges and passkeys. */
  disableOfficer(id: string, at: Instant): Promise<void>;
}
