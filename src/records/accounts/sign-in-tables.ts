/** Passkeys, one-time links, challenges and sessions in one form: officers have theirs in four tables, travellers in four. */
import type { Instant } from '../../kernel/index.ts';
import type { Db } from '../database/open-database.ts';
import type { Row } from '../database/tables.ts';

export interface PasskeyRecord {
  /** base64url */
  readonly credentialId: string;
  /** Id of the officer or account. */
  readonly holder: string;
  /** COSE key */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly label: string;
  readonly addedAt: Instant;
  readonly usedAt?: Instant;
}

export interface LinkRecord {
  readonly tokenHash: string;
  readonly holder: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

export interface ChallengeRecord {
  readonly challenge: string;
  readonly ceremony: 'registration' | 'authentication';
  readonly holder?: string;
  readonly expiresAt: Instant;
}

export interface SessionRecord {
  readonly idHash: string;
  readonly holder: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

export interface SignInRecords {
  /** Throws ALREADY_EXISTS. */
  addPasskey(passkey: PasskeyRecord): Promise<void>;
  passkey(credentialId: string): Promise<PasskeyRecord | undefined>;
  passkeysOf(holder: string): Promise<PasskeyRecord[]>;
  /** Sets the counter only if it still is `from`; false when another sign-in came first. */
  advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant): Promise<boolean>;
  /** False when the holder has no such passkey. */
  removePasskey(holder: string, credentialId: string): Promise<boolean>;
  addLink(link: LinkRecord): Promise<void>;
  link(tokenHash: string): Promise<LinkRecord | undefined>;
  /** Removes and returns it: of many who ask at once, one gets it. */
  takeLink(tokenHash: string): Promise<LinkRecord | undefined>;
  addChallenge(challenge: ChallengeRecord): Promise<void>;
  takeChallenge(challenge: string): Promise<ChallengeRecord | undefined>;
  addSession(session: SessionRecord): Promise<void>;
  session(idHash: string): Promise<SessionRecord | undefined>;
  touchSession(idHash: string, at: Instant): Promise<void>;
  endSession(idHash: string): Promise<void>;
  endSessionsOf(holder: string): Promise<void>;
  /** Ends everything that the holder could sign in with. */
  endSignInOf(holder: string): Promise<void>;
  /** Forgets links and challenges that ran out before, and sessions started before. */
  forgetExpired(now: Instant, sessionsStartedBefore: Instant): Promise<void>;
}

/** The travellers' tables have the columns of the officers' ones; the compiler is told the officers' names. */
export interface SignInTables {
  readonly passkeys: 'passkeys';
  readonly links: 'sign_in_links';
  readonly challenges: 'challenges';
  readonly sessions: 'sessions';
}

export const OFFICER_TABLES: SignInTables = {
  passkeys: 'passkeys',
  links: 'sign_in_links',
  challenges: 'challenges',
  sessions: 'sessions',
};

const named = (table: string): string => table;
export const ACCOUNT_TABLES: SignInTables = {
  passkeys: named('account_passkeys') as 'passkeys',
  links: named('account_links') as 'sign_in_links',
  challenges: named('account_challenges') as 'challenges',
  sessions: named('account_sessions') as 'sessions',
};

export const openSignIn = (db: Db, tables: SignInTables): SignInRecords => ({
  ...passkeys(db, tables),
  ...tickets(db, tables),
  ...sessions(db, tables),
  endSignInOf: (holder) => db.transaction().execute((tx) => endSignIn(tx, tables, holder)),
});

export async function endSignIn(tx: Db, tables: SignInTables, holder: string): Promise<void> {
  for (const table of [tables.sessions, tables.links, tables.passkeys, tables.challenges]) {
    await tx.deleteFrom(table).where('holder_id', '=', holder).execute();
  }
}

function passkeys(db: Db, { passkeys: table }: SignInTables) {
  return {
    async addPasskey(key: PasskeyRecord) {
      const row = {
        credential_id: key.credentialId,
        holder_id: key.holder,
        public_key: Buffer.from(key.publicKey),
        counter: key.counter,
        transports: [...key.transports],
        backed_up: key.backedUp,
        label: key.label,
        added_at: key.addedAt,
        used_at: key.usedAt ?? null,
      };
      await db.insertInto(table).values(row).execute();
    },
    async passkey(credentialId: string) {
      const found = db.selectFrom(table).selectAll().where('credential_id', '=', credentialId);
      const row = await found.executeTakeFirst();
      return row && readPasskey(row);
    },
    async passkeysOf(holder: string) {
      const found = db.selectFrom(table).selectAll().where('holder_id', '=', holder);
      return (await found.orderBy('added_at').execute()).map(readPasskey);
    },
    async advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant) {
      const row = await db
        .updateTable(table)
        .set({ counter: counter.to, used_at: at })
        .where('credential_id', '=', credentialId)
        .where('counter', '=', counter.from)
        .returning('credential_id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async removePasskey(holder: string, credentialId: string) {
      const row = await db
        .deleteFrom(table)
        .where('holder_id', '=', holder)
        .where('credential_id', '=', credentialId)
        .returning('credential_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const readPasskey = (row: Row<'passkeys'>): PasskeyRecord => ({
  credentialId: row.credential_id,
  holder: row.holder_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  backedUp: row.backed_up,
  label: row.label,
  addedAt: row.added_at,
  ...(row.used_at !== null && { usedAt: row.used_at }),
});

function tickets(db: Db, { links, challenges }: SignInTables) {
  return {
    async addLink({ tokenHash, holder, madeAt, expiresAt }: LinkRecord) {
      const row = { token_hash: tokenHash, holder_id: holder, made_at: madeAt, expires_at: expiresAt };
      await db.insertInto(links).values(row).execute();
    },
    async link(tokenHash: string) {
      const found = db.selectFrom(links).selectAll().where('token_hash', '=', tokenHash);
      const row = await found.executeTakeFirst();
      return row && readLink(row);
    },
    async takeLink(tokenHash: string) {
      const taken = db.deleteFrom(links).where('token_hash', '=', tokenHash).returningAll();
      const row = await taken.executeTakeFirst();
      return row && readLink(row);
    },
    async addChallenge({ challenge, ceremony, holder, expiresAt }: ChallengeRecord) {
      const row = { challenge, ceremony, holder_id: holder ?? null, expires_at: expiresAt };
      await db.insertInto(challenges).values(row).execute();
    },
    async takeChallenge(challenge: string): Promise<ChallengeRecord | undefined> {
      const taken = db.deleteFrom(challenges).where('challenge', '=', challenge).returningAll();
      const row = await taken.executeTakeFirst();
      if (!row) return undefined;
      const ceremony = row.ceremony === 'registration' ? 'registration' : 'authentication';
      const about = row.holder_id === null ? {} : { holder: row.holder_id };
      return { challenge, ceremony, expiresAt: row.expires_at, ...about };
    },
  };
}

const readLink = (row: Row<'sign_in_links'>): LinkRecord => ({
  tokenHash: row.token_hash,
  holder: row.holder_id,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
});

function sessions(db: Db, { links, challenges, sessions: table }: SignInTables) {
  return {
    async addSession({ idHash, holder, startedAt, seenAt }: SessionRecord) {
      const row = { id_hash: idHash, holder_id: holder, started_at: startedAt, seen_at: seenAt };
      await db.insertInto(table).values(row).execute();
    },
    async session(idHash: string): Promise<SessionRecord | undefined> {
      const row = await db.selectFrom(table).selectAll().where('id_hash', '=', idHash).executeTakeFirst();
      return row && { idHash, holder: row.holder_id, startedAt: row.started_at, seenAt: row.seen_at };
    },
    async touchSession(idHash: string, at: Instant) {
      await db.updateTable(table).set({ seen_at: at }).where('id_hash', '=', idHash).execute();
    },
    async endSession(idHash: string) {
      await db.deleteFrom(table).where('id_hash', '=', idHash).execute();
    },
    async endSessionsOf(holder: string) {
      await db.deleteFrom(table).where('holder_id', '=', holder).execute();
    },
    async forgetExpired(now: Instant, sessionsStartedBefore: Instant) {
      await db.deleteFrom(links).where('expires_at', '<', now).execute();
      await db.deleteFrom(challenges).where('expires_at', '<', now).execute();
      await db.deleteFrom(table).where('started_at', '<', sessionsStartedBefore).execute();
    },
  };
}
