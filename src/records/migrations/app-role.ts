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

/** Whose eyes a transaction has, set by `records/cases/as-viewer.ts`; unset shows nothing. */
const ACCOUNT = "account_id = current_setting('kouan.account', true)";
const OFFICER = "current_setting('kouan.officer', true) <> ''";
const OWN_CASE = 'EXISTS (SELECT FROM cases WHERE cases.id = case_id)';
const VISIBLE: Readonly<Record<string, string>> = {
  cases: `${ACCOUNT} OR (${OFFICER} AND state <> 'draft')`,
  case_events: OWN_CASE,
  case_files: OWN_CASE,
  notices: `${ACCOUNT} OR ${OFFICER} OR current_setting('kouan.delivery', true) = 'yes'`,
};

const secured = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS app ON ${table};
CREATE POLICY app ON ${table} TO ${APP_ROLE} USING (${VISIBLE[table] ?? 'true'}) WITH CHECK (${VISIBLE[table] ?? 'true'});
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
GRANT UPDATE (counter, used_at, backed_up), DELETE ON passkeys, account_passkeys TO ${APP_ROLE};
GRANT DELETE ON sign_in_links, challenges, account_links, account_challenges, attempts TO ${APP_ROLE};
GRANT UPDATE (seen_at), DELETE ON sessions TO ${APP_ROLE};
GRANT UPDATE (seen_at, real_person_at), DELETE ON account_sessions TO ${APP_ROLE};
GRANT UPDATE (kind, language, traveller_id, real_name_at, provider_index, mainland_mobile, wrapped, kek_id, sealed, closed_at)
  ON accounts TO ${APP_ROLE};
GRANT UPDATE (withdrawn_at) ON account_consents TO ${APP_ROLE};
GRANT UPDATE (sealed, tries_left, expires_at), DELETE ON contact_codes TO ${APP_ROLE};
GRANT UPDATE (traveller_id, state, due_on, owner_id, wrapped, kek_id, sealed, changed_at) ON cases TO ${APP_ROLE};
GRANT UPDATE (revoked_at) ON case_credentials TO ${APP_ROLE};
GRANT DELETE ON case_files, bookings TO ${APP_ROLE};
GRANT UPDATE (delivered_at, send_at, tries) ON notices TO ${APP_ROLE};
GRANT UPDATE (sealed, added_at), DELETE ON push_subscriptions TO ${APP_ROLE};
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
