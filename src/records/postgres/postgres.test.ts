import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock, systemClock } from '../../kernel/index.ts';
import { openFileKeys } from '../keys/file-keys.ts';
import { openRecords, type Records } from '../open-records.ts';
import { BY, newPerson, passageNamed, START } from '../test-store.ts';
import { connectPostgres } from './connect-postgres.ts';
import { explainFailure } from './explain-failure.ts';
import { postgresProcessesIn } from './processes.ts';
import { findRunningPostgres, type RunningPostgres, startPostgres } from './start-postgres.ts';

let dataDir: string;
let postgres: RunningPostgres | undefined;
let records: Records | undefined;

// One folder for all: each test starts on what the one before left, as a port does.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kouan-postgres-'));
});
afterEach(async () => {
  await records?.close();
  await postgres?.stop();
  [records, postgres] = [undefined, undefined];
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = async () => {
  postgres = await startPostgres({ dataDir, clock: systemClock });
  return postgres;
};
const open = async ({ connectionString }: RunningPostgres) => {
  const keys = await openFileKeys({ folder: join(dataDir, 'keys'), makeIfAbsent: true });
  records = await openRecords({ connectionString, keys, clock: new ManualClock(START) });
  return records;
};

/** Asks until it works; the store's own time-outs bound each try. */
async function untilWell(of: Records): Promise<void> {
  while ((await of.health()).outcome !== 'well');
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The new server answers a moment before its supervisor has noted its process id. */
async function untilNoted(server: RunningPostgres, of: Records): Promise<void> {
  while (!lives(server.pid())) await of.health();
}

describe('the embedded Postgres', () => {
  it('R1 R35 keeps every acknowledged clearance when it is killed again and again, and heals by itself', async () => {
    const server = await start();
    expect(server.fresh).toBe(true);
    const store = await open(server);
    const person = await store.travellers.add(newPerson('K1'), BY);
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      let inRound = 0;
      const attempts = Array.from({ length: 30 }, (_, i) => `${round}x${i}`).map(async (name) => {
        const clearance = { passage: passageNamed(name), traveller: person, idempotencyKey: name };
        acknowledged.push((await store.passages.clear(clearance)).crossing);
        inRound += 1;
        // The kill comes while other clearances are on their way.
        if (inRound === 10) process.kill(server.pid(), 'SIGKILL');
      });
      for (const attempt of await Promise.allSettled(attempts)) {
        if (attempt.status === 'rejected')
          expect(attempt.reason).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      }
      await untilWell(store);
      await untilNoted(server, store);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
    const kept = new Set((await store.passages.unfinished()).map((each) => each.crossing));
    expect(acknowledged.filter((crossing) => !kept.has(crossing as never))).toEqual([]);
    await store.audit.sequence();
    expect(await store.audit.verify()).toMatchObject({ outcome: 'intact' });
  });

  it('starts again after a clean stop with what was in it, on a data folder of its own', async () => {
    const first = await start();
    const id = await (await open(first)).travellers.add(newPerson('K2'), BY);
    await records?.close();
    await first.stop();
    const second = await start();
    expect(second.fresh).toBe(false);
    expect((await (await open(second)).travellers.get(id, BY)).documents[0]?.number).toBe('K2');
  });

  it('says STORE_UNAVAILABLE at once while it is gone', async () => {
    const server = await start();
    const store = await open(server);
    const person = await store.travellers.add(newPerson('K3'), BY);
    await server.stop();
    postgres = undefined;
    const begun = systemClock.elapsed();
    const clearance = { passage: passageNamed('k3'), traveller: person, idempotencyKey: 'k3' };
    await expect(store.passages.clear(clearance)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await store.health()).toEqual({ outcome: 'unwell', code: 'STORE_UNAVAILABLE' });
    expect(systemClock.elapsed() - begun).toBeLessThan(5000);
  });

  it('says STORE_UNAVAILABLE within its time-outs while it hangs, and works again when it goes on', async () => {
    const store = await open(await start());
    const person = await store.travellers.add(newPerson('K4'), BY);
    const frozen = await postgresProcessesIn(await realpath(join(dataDir, 'postgres', 'cluster')));
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    const begun = systemClock.elapsed();
    const clearance = { passage: passageNamed('k4'), traveller: person, idempotencyKey: 'k4' };
    await expect(store.passages.clear(clearance)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(systemClock.elapsed() - begun).toBeLessThan(8000);
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
    await untilWell(store);
    // Whether the first try got through is not known; the same key makes it the same clearance.
    await store.passages.clear(clearance);
    const rows = (await store.passages.recent(500)).filter((row) => row.id === 'P-k4');
    expect(rows).toMatchObject([{ state: 'cleared' }]);
  });

  it('is one to a data folder: a second start is refused, and a command beside it finds the first', async () => {
    const server = await start();
    await expect(startPostgres({ dataDir, clock: systemClock })).rejects.toMatchObject({
      code: 'ALREADY_RUNNING',
    });
    expect(await findRunningPostgres(dataDir)).toBe(server.connectionString);
    await server.stop();
    postgres = undefined;
    expect(await findRunningPostgres(dataDir)).toBeUndefined();
  });

  it('keeps its password from everybody else', async () => {
    await start();
    const secret = join(dataDir, 'postgres', 'secret');
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    expect((await readFile(secret, 'utf8')).trim()).toHaveLength(32);
  });

  it('heals a half-made cluster, a stale pid file and the claim of a process that is gone', async () => {
    await (await start()).stop();
    const home = join(dataDir, 'postgres');
    await mkdir(join(home, 'cluster.new', 'cluster'), { recursive: true });
    await writeFile(join(home, 'cluster.new', 'cluster', 'PG_VERSION'), '18\n');
    await writeFile(
      join(home, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${home}\n1\n1\n\n127.0.0.1\n\nready\n`,
    );
    await writeFile(
      join(home, 'owner.json'),
      JSON.stringify({ pid: process.pid, stamp: 'another process', port: 1 }),
    );
    expect((await start()).fresh).toBe(false);
    await expect(stat(join(home, 'cluster.new'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a cluster of a newer Postgres with a clear sentence', async () => {
    await (await start()).stop();
    postgres = undefined;
    await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '19\n');
    const attempt = startPostgres({ dataDir, clock: systemClock });
    await expect(attempt).rejects.toMatchObject({
      code: 'STORE_NEWER_VERSION',
      message: expect.stringContaining('Postgres 19'),
    });
    await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '18\n');
  });

  it('refuses a DATABASE_URL that is none or leads nowhere, and takes a good one', async () => {
    const server = await start();
    expect(await connectPostgres(server.connectionString)).toMatchObject({ version: expect.any(Number) });
    await expect(connectPostgres('mysql://x')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    const elsewhere = server.connectionString.replace(`:${server.port}/`, ':1/');
    await expect(connectPostgres(elsewhere)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

it.each([
  ['FATAL: could not write to file "pg_wal/x": No space left on device', 'DISK_FULL'],
  ['Error: ENOSPC: no space left on device, open', 'DISK_FULL'],
  ['LOG: could not bind IPv4 address "127.0.0.1": Address already in use', 'PORT_TAKEN'],
  ['FATAL: database files are incompatible with server', 'STORE_NEWER_VERSION'],
  ['Error: EACCES: permission denied, mkdir', 'CONFIG_INVALID'],
  ['something unheard of', 'STORE_UNAVAILABLE'],
])('explains %j as %s', (log, code) => {
  expect(explainFailure(log)).toMatchObject({ code });
});
