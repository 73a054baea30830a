/** Contacts and the codes sent to them, sealed under the account's own key; destroying the key erases them. */
import { type Instant, RoomError } from '../../kernel/index.ts';
import { newKey, sealJson, unsealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';

export interface ContactsRecord {
  readonly mobile?: string;
  readonly email?: string;
}

export interface CodeRecord {
  readonly account: string;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly code: string;
  readonly triesLeft: number;
  readonly expiresAt: Instant;
}

export interface ContactRecords {
  contacts(id: string): Promise<ContactsRecord>;
  setContacts(id: string, contacts: ContactsRecord, mainlandMobile: boolean): Promise<void>;
  /** Replaces the account's code. */
  setCode(code: CodeRecord): Promise<void>;
  /** Takes one try off and returns the code as it was; undefined when there is none, or no try left. */
  tryCode(account: string): Promise<CodeRecord | undefined>;
  forgetCode(account: string): Promise<void>;
}

type SealedCode = Pick<CodeRecord, 'channel' | 'to' | 'code'>;

export const accountKeyContext = (account: string): string => `account/${account}`;
const contactsContext = (account: string) => ({ record: 'contacts', account });
const codeContext = (account: string) => ({ record: 'contact-code', account });

export function openContacts(store: Store): ContactRecords {
  const db = store.database.quick;

  return {
    async contacts(id) {
      const row = await db.selectFrom('accounts').select('sealed').where('id', '=', id).executeTakeFirst();
      if (!row?.sealed) return {};
      return unsealJson<ContactsRecord>(await accountKey(store, id), row.sealed, contactsContext(id));
    },
    async setContacts(id, contacts, mainland_mobile) {
      const sealed = sealJson(await accountKey(store, id), contacts, contactsContext(id));
      await db.updateTable('accounts').set({ sealed, mainland_mobile }).where('id', '=', id).execute();
    },
    async setCode({ account, channel, to, code, triesLeft, expiresAt }) {
      const sealed = sealJson(await accountKey(store, account), { channel, to, code }, codeContext(account));
      const values = { sealed, tries_left: triesLeft, expires_at: expiresAt };
      await db
        .insertInto('contact_codes')
        .values({ account_id: account, ...values })
        .onConflict((same) => same.column('account_id').doUpdateSet(values))
        .execute();
    },
    async tryCode(account) {
      const row = await db
        .updateTable('contact_codes')
        .set((columns) => ({ tries_left: columns('tries_left', '-', 1) }))
        .where('account_id', '=', account)
        .where('tries_left', '>', 0)
        .returningAll()
        .executeTakeFirst();
      if (!row) return undefined;
      const known = unsealJson<SealedCode>(
        await accountKey(store, account),
        row.sealed,
        codeContext(account),
      );
      return { account, ...known, triesLeft: row.tries_left + 1, expiresAt: row.expires_at };
    },
    async forgetCode(account) {
      await db.deleteFrom('contact_codes').where('account_id', '=', account).execute();
    },
  };
}

/** The account's key, made when it is first needed; a guest who leaves no contact never has one. Throws NOT_FOUND. */
export async function accountKey(store: Store, account: string): Promise<Uint8Array> {
  const known = await wrappedKey(store, account);
  if (known) return store.keys.unwrap(known, accountKeyContext(account));
  const { kekId, bytes } = await store.keys.wrap(newKey(), accountKeyContext(account));
  await store.database.quick
    .updateTable('accounts')
    .set({ wrapped: Buffer.from(bytes), kek_id: kekId })
    .where('id', '=', account)
    .where('wrapped', 'is', null)
    .where('closed_at', 'is', null)
    .execute();
  const kept = await wrappedKey(store, account);
  if (kept) return store.keys.unwrap(kept, accountKeyContext(account));
  throw new RoomError('NOT_FOUND', 'There is no such account.', { field: 'account' });
}

async function wrappedKey({ database }: Store, account: string) {
  const row = await database.quick
    .selectFrom('accounts')
    .select(['wrapped', 'kek_id'])
    .where('id', '=', account)
    .executeTakeFirst();
  return row?.wrapped && row.kek_id ? { kekId: row.kek_id, bytes: row.wrapped } : undefined;
}
