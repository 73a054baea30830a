/** The schema's steps in order; a new one goes to the end. */
import { people } from './0001-people.ts';
import { passages } from './0002-passages.ts';
import { audit } from './0003-audit.ts';
import { officers } from './0004-officers.ts';
import { accounts } from './0005-accounts.ts';
import { cases } from './0006-cases.ts';
import { notices } from './0007-notices.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [people, passages, audit, officers, accounts, cases, notices];
