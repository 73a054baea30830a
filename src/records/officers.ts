/** `records.officers`: where identity keeps officers, and what they sign in with. */
import type { Instant } from '../kernel/index.ts';
import { endSignIn, OFFICER_TABLES, openSignIn, type SignInRecords } from './accounts/sign-in-tables.ts';
import type { Row } from './database/tables.ts';
import type { Store } from './store.ts';

export type Role = 'officer' | 'supervisor' | 'operator';

export interface OfficerRecord {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly addedAt: Instant;
  readonly disabledAt?: Instant;
}

export interface Officers extends SignInRecords {
  addOfficer(officer: OfficerRecord): Promise<void>;
  officer(id: string): Promise<OfficerRecord | undefined>;
  officers(): Promise<OfficerRecord[]>;
  /** Ends the account with its sessions, links and passkeys. */
  disableOfficer(id: string, at: Instant): Promise<void>;
}

export function openOfficers({ database: { quick: db } }: Store): Officers {
  return {
    ...openSignIn(db, OFFICER_TABLES),
    async addOfficer({ id, name, role, addedAt, disabledAt }) {
      const row = { id, name, role, added_at: addedAt, disabled_at: disabledAt ?? null };
      await db.insertInto('officers').values(row).execute();
    },
    async officer(id) {
      const row = await db.selectFrom('officers').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readOfficer(row);
    },
    async officers() {
      return (await db.selectFrom('officers').selectAll().orderBy('id').execute()).map(readOfficer);
    },
    async disableOfficer(id, at) {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('officers').set({ disabled_at: at }).where('id', '=', id).execute();
        await endSignIn(tx, OFFICER_TABLES, id);
      });
    },
  };
}

const readOfficer = (row: Row<'officers'>): OfficerRecord => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  addedAt: row.added_at,
  ...(row.disabled_at !== null && { disabledAt: row.disabled_at }),
});
