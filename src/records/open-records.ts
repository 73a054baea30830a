/** Opens the store: schema, role, keys; then hands out one small module for each kind of record. */
import {
  type CancelTimer,
  type Clock,
  type FillRandom,
  millis,
  platformRandom,
  RoomError,
} from '../kernel/index.ts';
import type { NoticeStore } from '../notices/index.ts';
import type { CaseStore } from '../services/index.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { type FindRegistered, openRegisteredPersons } from './accounts/registered-person.ts';
import { rewrapAccounts } from './accounts/rewrap-accounts.ts';
import { type AuditLog, openAuditLog } from './audit/audit-log.ts';
import { openCases } from './cases/open-cases.ts';
import { type Consents, openConsents } from './consents.ts';
import { type Crossings, openCrossings } from './crossings.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { type Decisions, openDecisions } from './decisions.ts';
import { readFacts, type TravellerFacts } from './facts.ts';
import { type GalleryListener, watchGallery } from './gallery-changes.ts';
import { checkHealth, type Health } from './health.ts';
import { checkKeys } from './keys/check-keys.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import { openPersonKeys } from './keys/person-keys.ts';
import { rotateKeys } from './keys/rotate-keys.ts';
import { APP_ROLE, grantAppRole } from './migrations/app-role.ts';
import { migrate } from './migrations/migrate.ts';
import { openNotices } from './notices/open-notices.ts';
import { type Officers, openOfficers } from './officers.ts';
import { openPassages, type Passages } from './passages/passages.ts';
import { type Log, noLog } from './postgres/log.ts';
import { openReferrals, type Referrals } from './referrals.ts';
import { openSettings, type Settings } from './settings.ts';
import type { Store } from './store.ts';
import { openTemplates, type Templates } from './templates/templates.ts';
import { openTravellers, type Travellers } from './travellers/travellers.ts';

export interface RecordsOptions {
  readonly connectionString: string;
  readonly keys: KeyProvider;
  readonly clock: Clock;
  readonly log?: Log;
  /** For ids only; keys and nonces always come from the platform. */
  readonly fill?: FillRandom;
}

export interface Records {
  readonly travellers: Travellers;
  readonly consents: Consents;
  readonly templates: Templates;
  readonly passages: Passages;
  readonly crossings: Crossings;
  readonly referrals: Referrals;
  readonly decisions: Decisions;
  readonly audit: AuditLog;
  readonly officers: Officers;
  readonly accounts: Accounts;
  /** For a check of who somebody is: the same work for a number that nobody has. */
  readonly findRegistered: FindRegistered;
  readonly cases: CaseStore;
  readonly notices: NoticeStore;
  readonly settings: Settings;
  /** Facts of the question `lane`, of the document named or the one valid longest. Throws NOT_FOUND. */
  facts(traveller: string, document?: string): Promise<TravellerFacts>;
  rotateKeys(): Promise<{ kekId: string; rewrapped: number }>;
  watchGallery(listener: GalleryListener): () => Promise<void>;
  health(): Promise<Health>;
  close(): Promise<void>;
}

/** How long an audit leaf waits for its place at most (checkpoints: R22). */
const SEQUENCE_EVERY = millis(1000);

/** Throws STORE_NEWER_VERSION, STORE_UNAVAILABLE, STORE_CONFLICT, KEYS_MISSING. */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const { connectionString, keys, clock, log = noLog, fill = platformRandom } = options;
  const role = await prepareSchema(connectionString, clock, log);
  const database = openDatabase(connectionString, role);
  const settings = openSettings({ database, clock });
  try {
    await checkKeys(settings, keys);
  } catch (error) {
    await database.close();
    throw error;
  }
  const audit = openAuditLog(database, clock, fill);
  const personKeys = openPersonKeys(database.quick, keys, clock);
  const store: Store = { database, keys, personKeys, audit, clock, fill };
  const stopSequencer = startSequencer(audit, clock, log);
  const accounts = openAccounts(store);
  return {
    travellers: openTravellers(store),
    consents: openConsents(store),
    templates: openTemplates(store),
    passages: openPassages(store),
    crossings: openCrossings(store),
    referrals: openReferrals(store),
    decisions: openDecisions(store),
    audit,
    officers: openOfficers(store),
    accounts,
    findRegistered: openRegisteredPersons(store),
    cases: openCases(store),
    notices: openNotices(store, (account) => accounts.contacts(account)),
    settings,
    facts: (traveller, document) => readFacts(store, traveller, document),
    async rotateKeys() {
      const { kekId, rewrapped } = await rotateKeys(database, keys);
      return { kekId, rewrapped: rewrapped + (await rewrapAccounts(database, keys, kekId)) };
    },
    watchGallery: (listener) => watchGallery(connectionString, clock, listener),
    health: () => checkHealth(database.quick, clock, role !== undefined),
    async close() {
      await stopSequencer();
      await database.close();
    },
  };
}

/** Done as the owner of the tables; everything after works in the role that may do less. */
async function prepareSchema(connectionString: string, clock: Clock, log: Log): Promise<string | undefined> {
  const asOwner: Database = openDatabase(connectionString);
  try {
    const { version, applied } = await migrate(asOwner.patient, clock);
    if (applied.length > 0) log.info({ version, applied }, 'The store was brought to this schema.');
    if (await grantAppRole(asOwner.patient)) return APP_ROLE;
    log.warn(
      { role: APP_ROLE },
      'This database login may not make roles: the store works without row security.',
    );
    return undefined;
  } finally {
    await asOwner.close();
  }
}

/** Runs until stopped; a store that is gone only delays the leaves, which wait in their queue. */
function startSequencer(audit: AuditLog, clock: Clock, log: Log): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let cancel: CancelTimer = schedule();

  function schedule(): CancelTimer {
    return clock.after(SEQUENCE_EVERY, () => {
      running = audit.sequence().then(
        () => undefined,
        (error) =>
          log.warn(
            { code: error instanceof RoomError ? error.code : 'INTERNAL' },
            'Audit leaves wait for their place.',
          ),
      );
      void running.then(() => {
        if (!stopped) cancel = schedule();
      });
    });
  }

  return async () => {
    stopped = true;
    cancel();
    await running;
  };
}
