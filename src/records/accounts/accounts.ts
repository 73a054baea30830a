/** `records.accounts`: where identity keeps travellers' accounts, what they sign in with, and how often somebody tried. */
import { type Instant, instantOf, isRoomError, type Language, type TravellerId } from '../../kernel/index.ts';
import type { Row } from '../database/tables.ts';
import { blindIndex } from '../keys/blind-index.ts';
import type { Store } from '../store.ts';
import { type ContactRecords, openContacts } from './contacts.ts';
import {
  ACCOUNT_TABLES,
  endSignIn,
  openSignIn,
  type SessionRecord,
  type SignInRecords,
} from './sign-in-tables.ts';

export type AccountKind = 'guest' | 'passkey' | 'oidc';

export interface AccountRecord {
  readonly id: string;
  readonly kind: AccountKind;
  readonly language: Language;
  readonly realName?: { readonly traveller: TravellerId; readonly at: Instant };
  readonly mainlandMobile: boolean;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
}

export interface AccountSessionRecord extends SessionRecord {
  readonly account: AccountRecord;
  readonly realPersonAt?: Instant;
}

export interface ConsentRecord {
  readonly account: string;
  readonly purpose: string;
  readonly textVersion: string;
  readonly language: Language;
  readonly givenAt: Instant;
}

export interface Accounts extends Omit<SignInRecords, 'session'>, ContactRecords {
  /** With its account: one question for each request. */
  session(idHash: string): Promise<AccountSessionRecord | undefined>;
  addAccount(account: AccountRecord): Promise<void>;
  account(id: string): Promise<AccountRecord | undefined>;
  setKind(id: string, kind: AccountKind): Promise<void>;
  setLanguage(id: string, language: Language): Promise<void>;
  setRealName(id: string, traveller: TravellerId, at: Instant): Promise<void>;
  /** Open accounts that passed as this traveller, oldest first. */
  accountsOf(traveller: string): Promise<AccountRecord[]>;
  accountOfSubject(issuer: string, subject: string): Promise<AccountRecord | undefined>;
  /** False when another account has this subject. */
  setSubject(id: string, issuer: string, subject: string): Promise<boolean>;
  setRealPerson(sessionIdHash: string, at: Instant): Promise<void>;
  /** Ends sign-in, destroys the account's key with what it sealed; the row stays for what refers to it. */
  closeAccount(id: string, at: Instant): Promise<void>;
  addConsent(consent: ConsentRecord): Promise<void>;
  consentFor(account: string, purpose: string): Promise<string | undefined>;
  withdrawConsent(account: string, purpose: string, at: Instant): Promise<void>;
  addAttempt(attempt: { act: string; subject: string; at: Instant }): Promise<number>;
  /** Oldest first. */
  attemptsSince(act: string, subject: string, since: Instant): Promise<Instant[]>;
  dropAttempt(id: number): Promise<void>;
  dropAttemptsOf(act: string, subject: string): Promise<void>;
}

/** No limit looks back further. */
const ATTEMPTS_KEPT_MS = 48 * 3_600_000;

export function openAccounts(store: Store): Accounts {
  const db = store.database.quick;
  const signIn = openSignIn(db, ACCOUNT_TABLES);
  return {
    ...signIn,
    ...people(store),
    ...sessions(store),
    ...consents(store),
    ...attempts(store),
    ...openContacts(store),
    async forgetExpired(now, sessionsStartedBefore) {
      await signIn.forgetExpired(now, sessionsStartedBefore);
      await db.deleteFrom('contact_codes').where('expires_at', '<', now).execute();
      await db
        .deleteFrom('attempts')
        .where('at', '<', instantOf(now - ATTEMPTS_KEPT_MS))
        .execute();
    },
  };
}

function people(store: Store) {
  const db = store.database.quick;
  const change = () => db.updateTable('accounts');
  const subjectIndex = (issuer: string, subject: string) =>
    blindIndex(store.keys.indexKey(), 'provider-subject', `${issuer} ${subject}`);
  return {
    async addAccount({ id, kind, language, openedAt }: AccountRecord) {
      await db.insertInto('accounts').values({ id, kind, language, opened_at: openedAt }).execute();
    },
    async account(id: string) {
      const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readAccount(row);
    },
    async setKind(id: string, kind: AccountKind) {
      await change().set({ kind }).where('id', '=', id).execute();
    },
    async setLanguage(id: string, language: Language) {
      await change().set({ language }).where('id', '=', id).execute();
    },
    async setRealName(id: string, traveller: TravellerId, at: Instant) {
      await change().set({ traveller_id: traveller, real_name_at: at }).where('id', '=', id).execute();
    },
    async accountsOf(traveller: string) {
      const found = db.selectFrom('accounts').selectAll().where('traveller_id', '=', traveller);
      const open = found.where('closed_at', 'is', null).orderBy('opened_at').orderBy('id');
      return (await open.execute()).map(readAccount);
    },
    async accountOfSubject(issuer: string, subject: string) {
      const found = db
        .selectFrom('accounts')
        .selectAll()
        .where('provider_index', '=', subjectIndex(issuer, subject));
      const row = await found.where('closed_at', 'is', null).executeTakeFirst();
      return row && readAccount(row);
    },
    async setSubject(id: string, issuer: string, subject: string) {
      const provider_index = subjectIndex(issuer, subject);
      try {
        await change().set({ provider_index }).where('id', '=', id).execute();
        return true;
      } catch (error) {
        if (isRoomError(error) && error.code === 'ALREADY_EXISTS') return false;
        throw error;
      }
    },
    async closeAccount(id: string, at: Instant) {
      await db.transaction().execute(async (tx) => {
        await endSignIn(tx, ACCOUNT_TABLES, id);
        await tx.deleteFrom('contact_codes').where('account_id', '=', id).execute();
        const erased = { wrapped: null, kek_id: null, sealed: null, provider_index: null };
        await tx
          .updateTable('accounts')
          .set({ closed_at: at, mainland_mobile: false, ...erased })
          .where('id', '=', id)
          .execute();
      });
    },
  };
}

type AccountColumns = Pick<
  Row<'accounts'>,
  'id' | 'kind' | 'language' | 'traveller_id' | 'real_name_at' | 'mainland_mobile' | 'opened_at' | 'closed_at'
>;

const readAccount = (row: AccountColumns): AccountRecord => ({
  id: row.id,
  kind: row.kind as AccountKind,
  language: row.language as Language,
  mainlandMobile: row.mainland_mobile,
  openedAt: row.opened_at,
  ...(row.traveller_id !== null &&
    row.real_name_at !== null && {
      realName: { traveller: row.traveller_id as TravellerId, at: row.real_name_at },
    }),
  ...(row.closed_at !== null && { closedAt: row.closed_at }),
});

function sessions({ database: { quick: db } }: Store) {
  return {
    async session(idHash: string): Promise<AccountSessionRecord | undefined> {
      const row = await db
        .selectFrom('account_sessions')
        .innerJoin('accounts', 'accounts.id', 'account_sessions.holder_id')
        .selectAll('accounts')
        .select(['started_at', 'seen_at', 'real_person_at'])
        .where('id_hash', '=', idHash)
        .executeTakeFirst();
      return (
        row && {
          idHash,
          holder: row.id,
          startedAt: row.started_at,
          seenAt: row.seen_at,
          account: readAccount(row),
          ...(row.real_person_at !== null && { realPersonAt: row.real_person_at }),
        }
      );
    },
    async setRealPerson(idHash: string, at: Instant) {
      await db
        .updateTable('account_sessions')
        .set({ real_person_at: at })
        .where('id_hash', '=', idHash)
        .execute();
    },
  };
}

function consents({ database: { quick: db } }: Store) {
  return {
    async addConsent({ account, purpose, textVersion, language, givenAt }: ConsentRecord) {
      const about = { account_id: account, purpose, text_version: textVersion, language };
      await db
        .insertInto('account_consents')
        .values({ ...about, given_at: givenAt, withdrawn_at: null })
        .onConflict((same) => same.doNothing())
        .execute();
    },
    async consentFor(account: string, purpose: string) {
      const given = db
        .selectFrom('account_consents')
        .select('text_version')
        .where('account_id', '=', account)
        .where('purpose', '=', purpose)
        .where('withdrawn_at', 'is', null);
      return (await given.orderBy('given_at', 'desc').executeTakeFirst())?.text_version;
    },
    async withdrawConsent(account: string, purpose: string, at: Instant) {
      await db
        .updateTable('account_consents')
        .set({ withdrawn_at: at })
        .where('account_id', '=', account)
        .where('purpose', '=', purpose)
        .where('withdrawn_at', 'is', null)
        .execute();
    },
  };
}

function attempts({ database: { quick: db }, keys }: Store) {
  const indexOf = (act: string, subject: string) => blindIndex(keys.indexKey(), `attempt/${act}`, subject);
  return {
    async addAttempt({ act, subject, at }: { act: string; subject: string; at: Instant }) {
      const row = await db
        .insertInto('attempts')
        .values({ act, subject: indexOf(act, subject), at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async attemptsSince(act: string, subject: string, since: Instant) {
      const rows = await db
        .selectFrom('attempts')
        .select('at')
        .where('act', '=', act)
        .where('subject', '=', indexOf(act, subject))
        .where('at', '>=', since)
        .orderBy('at')
        .execute();
      return rows.map((row) => row.at);
    },
    async dropAttempt(id: number) {
      await db.deleteFrom('attempts').where('id', '=', id).execute();
    },
    async dropAttemptsOf(act: string, subject: string) {
      await db
        .deleteFrom('attempts')
        .where('act', '=', act)
        .where('subject', '=', indexOf(act, subject))
        .execute();
    },
  };
}
