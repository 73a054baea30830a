/** For tests: one embedded Postgres a file, a database of its own for each store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Day, instantOf, ManualClock, systemClock } from '../kernel/index.ts';
import type { Access } from './access.ts';
import { openFileKeys } from './keys/file-keys.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import { openRecords, type Records } from './open-records.ts';
import type { Passage } from './passages/passages.ts';
import { type RunningPostgres, startPostgres } from './postgres/start-postgres.ts';
import type { NewTraveller } from './travellers/traveller.ts';

export const START = instantOf(Date.parse('2025-12-01T10:00:00+08:00'));
export const BY: Access = { actor: 'O-1', purpose: 'test' };

export interface TestStore {
  readonly records: Records;
  readonly clock: ManualClock;
  readonly keys: KeyProvider;
  readonly connectionString: string;
  /** Straight to the tables, as the owner who may do everything: what an intruder would do. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface TestServer {
  readonly folder: string;
  readonly postgres: RunningPostgres;
  newStore(): Promise<TestStore>;
  stop(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kouan-records-'));
  const postgres = await startPostgres({ dataDir: folder, clock: systemClock });
  let count = 0;
  return {
    folder,
    postgres,
    async newStore() {
      count += 1;
      await query(postgres.connectionString, `CREATE DATABASE store_${count}`);
      const url = new URL(postgres.connectionString);
      url.pathname = `/store_${count}`;
      return openTestStore(url.href, join(folder, `keys-${count}`));
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openTestStore(connectionString: string, folder: string): Promise<TestStore> {
  const clock = new ManualClock(START);
  const keys = await openFileKeys({ folder, makeIfAbsent: true });
  const records = await openRecords({ connectionString, keys, clock });
  return {
    records,
    clock,
    keys,
    connectionString,
    sql: (text, values) => query(connectionString, text, values),
    close: () => records.close(),
  };
}

async function query(connectionString: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export function newPerson(number: string, more: Partial<NewTraveller> = {}): NewTraveller {
  return {
    category: 'hkmo',
    names: { 'zh-Hant': '陳大文', latin: 'CHAN TAI MAN' },
    birthDate: '1990-06-15' as Day,
    documents: [{ type: 'HRP', number, expires: '2030-12-31' as Day }],
    consents: [
      { modality: 'face', textVersion: '1', language: 'zh-Hant' },
      { modality: 'fingerprint', textVersion: '1', language: 'zh-Hant' },
    ],
    ...more,
  };
}

export const passageNamed = (id: string, more: Partial<Passage> = {}): Passage => ({
  id: `P-${id}`,
  port: 'szb',
  lane: 'szb-1',
  direction: 'exit',
  startedAt: START,
  ...more,
});
