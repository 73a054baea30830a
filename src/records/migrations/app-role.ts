/**
 * The role that the running program takes on: it owns no table, and may change or delete only what the law of
 * this room lets be changed. Row security keeps every other role out (R25).
 */
import { type Kysely, sql } from 'kysely';
import { isRoomError } from '../../kernel/index.ts';
import type { Tables } from '../database/tables.ts';
import { MIGRATIONS } from './list.ts';

export const APP_ROLE = 'kouan_app';

const LOCK = 7_205_892;

/** Ours only: a database that somebody else runs may hold other tables beside them. */
const OUR_TABLES = [
  'schema_version',
  ...MIGRATIONS.flatMap((step) =>
    [...step.sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] ?? ''),
  ),
];

const secured = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS app ON ${table};
CREATE POLICY app ON ${table} TO ${APP_ROLE} USING (true) WITH CHECK (true);
REVOKE ALL ON ${table} FROM PUBLIC, ${APP_ROLE};
GRANT SELECT, INSERT ON ${table} TO ${APP_ROLE};
`;

const GRANTS = `
${OUR_TABLES.map(secured).join('')}
REVOKE INSERT ON schema_version FROM ${APP_ROLE};
GRANT UPDATE (sealed, category) ON travellers TO ${APP_ROLE};
GRANT UPDATE (valid_from, valid_to, relation, evidence) ON guardian_links TO ${APP_ROLE};
GRANT UPDATE (withdrawn_at) ON consents TO ${APP_ROLE};
GRANT UPDATE, DELETE ON person_keys, templates TO ${APP_ROLE};
GRANT DELETE ON audit_pending TO ${APP_ROLE};
GRANT UPDATE (name, role, disabled_at) ON officers TO ${APP_ROLE};
GRANT UPDATE (counter, used_at, backed_up), DELETE ON passkeys TO ${APP_ROLE};
GRANT DELETE ON sign_in_links, challenges TO ${APP_ROLE};
GRANT UPDATE (seen_at), DELETE ON sessions TO ${APP_ROLE};
GRANT UPDATE (value, set_at) ON settings TO ${APP_ROLE};
`;

/** Roles belong to the whole server, so another store on it may have made ours already. */
const MAKE_ROLE = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
    CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT ${APP_ROLE} TO CURRENT_USER;
`;

/** False when the given login may not make roles: the program then works as the owner of its tables, and says so. */
export async function grantAppRole(db: Kysely<Tables>): Promise<boolean> {
  // Securing a table locks it: a command that opens the store beside a running port must not stop its lanes.
  if (await isGranted(db)) return true;
  try {
    await db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
      await sql.raw(MAKE_ROLE).execute(tx);
      await sql.raw(GRANTS).execute(tx);
    });
    return true;
  } catch (error) {
    if (isRoomError(error) && error.facts.sqlState === '42501') return false;
    throw error;
  }
}

/** The policies come last of a table's rights and in one transaction, so that all of them or none are there. */
async function isGranted(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ granted: boolean }>`
    SELECT count(*) = ${OUR_TABLES.length} AND bool_and(pg_has_role(current_user, r.oid, 'MEMBER')) AS granted
    FROM pg_roles r JOIN pg_policies p ON p.roles = ARRAY[r.rolname]
    WHERE r.rolname = ${APP_ROLE} AND p.policyname = 'app' AND p.schemaname = current_schema()
      AND p.tablename = ANY (${OUR_TABLES}::name[])`.execute(db);
  return rows[0]?.granted ?? false;
}
