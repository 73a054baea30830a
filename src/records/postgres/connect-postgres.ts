/** A Postgres that somebody else runs (DATABASE_URL): looked at before anything is entrusted to it. */
import pg from 'pg';
import { RoomError } from '../../kernel/index.ts';
import { storeError } from '../database/store-error.ts';

export interface ConnectedPostgres {
  readonly connectionString: string;
  /** As 170004 for 17.4. */
  readonly version: number;
}

const CONNECT_MS = 5000;
const VERSION_MIN = 150_000;
const VERSION_END = 190_000;

/** Throws CONFIG_INVALID (not a URL, not 15-18, not durable), STORE_UNAVAILABLE. */
export async function connectPostgres(url: string): Promise<ConnectedPostgres> {
  checkUrl(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const version = await readNumber(client, 'server_version_num');
    checkVersion(version);
    for (const setting of ['fsync', 'full_page_writes']) await checkOn(client, setting);
    return { connectionString: url, version };
  } catch (error) {
    throw storeError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The URL holds a password: no message repeats it. */
function checkUrl(url: string): void {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return;
  const text = 'DATABASE_URL is not of the form postgres://user:password@host:port/database.';
  throw new RoomError('CONFIG_INVALID', text, { field: 'DATABASE_URL' });
}

async function show(client: pg.Client, setting: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [setting]);
  return rows[0]?.value ?? '';
}

const readNumber = async (client: pg.Client, setting: string) => Number(await show(client, setting));

function checkVersion(version: number): void {
  if (version >= VERSION_MIN && version < VERSION_END) return;
  const text = `DATABASE_URL leads to Postgres ${Math.floor(version / 10_000)}; Kouan works with 15 to 18.`;
  throw new RoomError('CONFIG_INVALID', text, {
    field: 'DATABASE_URL',
    value: version,
    expected: '15 to 18',
  });
}

/** A store that acknowledges before it writes would let a gate open on a crossing that a power cut undoes (R1). */
async function checkOn(client: pg.Client, setting: string): Promise<void> {
  if ((await show(client, setting)) === 'on') return;
  const text = `The Postgres of DATABASE_URL runs with ${setting} = off, so a power cut would lose crossings. Turn it on.`;
  throw new RoomError('CONFIG_INVALID', text, { field: 'DATABASE_URL', value: `${setting}=off` });
}
