/** `records.officers`: where identity keeps accounts, passkeys, sign-in links, challenges and sessions. */
import type { Instant } from '../kernel/index.ts';
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

export interface PasskeyRecord {
  /** base64url */
  readonly credentialId: string;
  readonly officer: string;
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
  readonly officer: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

export interface ChallengeRecord {
  readonly challenge: string;
  readonly ceremony: 'registration' | 'authentication';
  readonly officer?: string;
  readonly expiresAt: Instant;
}

export interface SessionRecord {
  readonly idHash: string;
  readonly officer: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

export interface Officers {
  addOfficer(officer: OfficerRecord): Promise<void>;
  officer(id: string): Promise<OfficerRecord | undefined>;
  officers(): Promise<OfficerRecord[]>;
  /** Ends the account with its sessions, links and passkeys. */
  disableOfficer(id: string, at: Instant): Promise<void>;
  /** Throws ALREADY_EXISTS. */
  addPasskey(passkey: PasskeyRecord): Promise<void>;
  passkey(credentialId: string): Promise<PasskeyRecord | undefined>;
  passkeysOf(officer: string): Promise<PasskeyRecord[]>;
  /** Sets the counter only if it still is `from`; false when another sign-in came first. */
  advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant): Promise<boolean>;
  addLink(link: LinkRecord): Promise<void>;
  /** Removes and returns it: of many who ask at once, one gets it. */
  takeLink(tokenHash: string): Promise<LinkRecord | undefined>;
  addChallenge(challenge: ChallengeRecord): Promise<void>;
  takeChallenge(challenge: string): Promise<ChallengeRecord | undefined>;
  addSession(session: SessionRecord): Promise<void>;
  session(idHash: string): Promise<SessionRecord | undefined>;
  touchSession(idHash: string, at: Instant): Promise<void>;
  endSession(idHash: string): Promise<void>;
  /** Forgets links and challenges that ran out before, and sessions started before. */
  forgetExpired(now: Instant, sessionsStartedBefore: Instant): Promise<void>;
}

export function openOfficers({ database: { quick: db } }: Store): Officers {
  return { ...accounts(db), ...passkeys(db), ...tickets(db), ...sessions(db) };
}

type Db = Store['database']['quick'];

function accounts(db: Db) {
  return {
    async addOfficer({ id, name, role, addedAt, disabledAt }: OfficerRecord) {
      const row = { id, name, role, added_at: addedAt, disabled_at: disabledAt ?? null };
      await db.insertInto('officers').values(row).execute();
    },
    async officer(id: string) {
      const row = await db.selectFrom('officers').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readOfficer(row);
    },
    async officers() {
      return (await db.selectFrom('officers').selectAll().orderBy('id').execute()).map(readOfficer);
    },
    async disableOfficer(id: string, at: Instant) {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('officers').set({ disabled_at: at }).where('id', '=', id).execute();
        for (const table of ['sessions', 'sign_in_links', 'passkeys', 'challenges'] as const) {
          await tx.deleteFrom(table).where('officer_id', '=', id).execute();
        }
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

function passkeys(db: Db) {
  return {
    async addPasskey(key: PasskeyRecord) {
      const row = {
        credential_id: key.credentialId,
        officer_id: key.officer,
        public_key: Buffer.from(key.publicKey),
        counter: key.counter,
        transports: [...key.transports],
        backed_up: key.backedUp,
        label: key.label,
        added_at: key.addedAt,
        used_at: key.usedAt ?? null,
      };
      await db.insertInto('passkeys').values(row).execute();
    },
    async passkey(credentialId: string) {
      const found = db.selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId);
      const row = await found.executeTakeFirst();
      return row && readPasskey(row);
    },
    async passkeysOf(officer: string) {
      const found = db.selectFrom('passkeys').selectAll().where('officer_id', '=', officer);
      return (await found.orderBy('added_at').execute()).map(readPasskey);
    },
    async advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant) {
      const row = await db
        .updateTable('passkeys')
        .set({ counter: counter.to, used_at: at })
        .where('credential_id', '=', credentialId)
        .where('counter', '=', counter.from)
        .returning('credential_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const readPasskey = (row: Row<'passkeys'>): PasskeyRecord => ({
  credentialId: row.credential_id,
  officer: row.officer_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  backedUp: row.backed_up,
  label: row.label,
  addedAt: row.added_at,
  ...(row.used_at !== null && { usedAt: row.used_at }),
});

function tickets(db: Db) {
  return {
    async addLink({ tokenHash, officer, madeAt, expiresAt }: LinkRecord) {
      const row = { token_hash: tokenHash, officer_id: officer, made_at: madeAt, expires_at: expiresAt };
      await db.insertInto('sign_in_links').values(row).execute();
    },
    async takeLink(tokenHash: string): Promise<LinkRecord | undefined> {
      const taken = db.deleteFrom('sign_in_links').where('token_hash', '=', tokenHash).returningAll();
      const row = await taken.executeTakeFirst();
      return row && { tokenHash, officer: row.officer_id, madeAt: row.made_at, expiresAt: row.expires_at };
    },
    async addChallenge({ challenge, ceremony, officer, expiresAt }: ChallengeRecord) {
      const row = { challenge, ceremony, officer_id: officer ?? null, expires_at: expiresAt };
      await db.insertInto('challenges').values(row).execute();
    },
    async takeChallenge(challenge: string): Promise<ChallengeRecord | undefined> {
      const taken = db.deleteFrom('challenges').where('challenge', '=', challenge).returningAll();
      const row = await taken.executeTakeFirst();
      if (!row) return undefined;
      const ceremony = row.ceremony === 'registration' ? 'registration' : 'authentication';
      const about = row.officer_id === null ? {} : { officer: row.officer_id };
      return { challenge, ceremony, expiresAt: row.expires_at, ...about };
    },
  };
}

function sessions(db: Db) {
  return {
    async addSession({ idHash, officer, startedAt, seenAt }: SessionRecord) {
      const row = { id_hash: idHash, officer_id: officer, started_at: startedAt, seen_at: seenAt };
      await db.insertInto('sessions').values(row).execute();
    },
    async session(idHash: string): Promise<SessionRecord | undefined> {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id_hash', '=', idHash)
        .executeTakeFirst();
      return row && { idHash, officer: row.officer_id, startedAt: row.started_at, seenAt: row.seen_at };
    },
    async touchSession(idHash: string, at: Instant) {
      await db.updateTable('sessions').set({ seen_at: at }).where('id_hash', '=', idHash).execute();
    },
    async endSession(idHash: string) {
      await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
    },
    async forgetExpired(now: Instant, sessionsStartedBefore: Instant) {
      await db.deleteFrom('sign_in_links').where('expires_at', '<', now).execute();
      await db.deleteFrom('challenges').where('expires_at', '<', now).execute();
      await db.deleteFrom('sessions').where('started_at', '<', sessionsStartedBefore).execute();
    },
  };
}
