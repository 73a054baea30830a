/** Starting, refusing to start, being killed, starting again, ending. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Extra, type Finished, kouan } from './command-line.ts';
import { type Home, killIfThere, makeHome, processesIn } from './home.ts';
import { impression, photograph } from './pictures.ts';
import { ask, freePort, type RunningPort, signIn, startPort } from './running-port.ts';
import { until } from './until.ts';

/** Measured at about 4 s on two idle cores. */
const AGAIN_READY_S_MAX = 30;
const AT = '2025-11-05T10:00:00+08:00';

/** A start that must fail: with a sentence, without a stack trace. */
async function refusal(home: Home, args: readonly string[], env: Extra = {}): Promise<Finished> {
  const finished = await kouan(home, ['serve', '--empty', ...args], { PORT: '0', ...env });
  expect(finished.code, finished.stdout + finished.stderr).toBe(2);
  expect(finished.stderr).not.toMatch(/\n\s+at /);
  return finished;
}

describe('a start that cannot be', () => {
  const home = makeHome();
  afterAll(() => home.remove());

  it.each<[string, Extra, string]>([
    ['a PORT that is no number', { PORT: 'eighty' }, 'PORT=eighty: PORT must be a number from 0 to 65535'],
    ['a PORT beyond the last', { PORT: '65536' }, 'PORT=65536'],
    ['an unknown mode', { KOUAN_MODE: 'prod' }, 'KOUAN_MODE must be "demo" or "production"'],
    [
      'a database that is no Postgres',
      { DATABASE_URL: 'mysql://somewhere' },
      'DATABASE_URL must be a postgres://',
    ],
    [
      'a certificate without its key',
      { KOUAN_TLS_CERT: 'package.json' },
      'KOUAN_TLS_KEY must be a readable PEM file',
    ],
    [
      'a TLS file that is no PEM',
      { KOUAN_TLS_KEY: 'package.json', KOUAN_TLS_CERT: 'package.json' },
      'KOUAN_TLS_KEY must be a file in PEM form',
    ],
  ])('%s: a sentence, exit code 2, nothing made', async (_, env, sentence) => {
    const { stderr } = await refusal(home, [], env);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(home.data)).toBe(false);
  });

  it.each([
    [['--speed', '9'], '--speed'],
    [['--register', '1.5'], '--register'],
    [['--seed', 'x'], '--seed'],
    [['--sped', '2'], 'There is no option --sped here'],
  ])('an option %j: a sentence, exit code 2', async (args, sentence) => {
    expect((await refusal(home, args)).stderr).toContain(sentence);
    expect(existsSync(home.data)).toBe(false);
  });

  it('an unknown command: exit code 2 and what there is', async () => {
    const finished = await kouan(home, ['fly']);
    expect(finished).toMatchObject({ code: 2, stdout: '' });
    expect(finished.stderr).toContain('There is no command "fly"');
  });

  it('production without KOUAN_KEYS: a sentence, exit code 2', async () => {
    const { stderr } = await refusal(home, [], { KOUAN_MODE: 'production', KOUAN_KEYS: '' });
    expect(stderr).toContain('Production needs KOUAN_KEYS');
    expect(processesIn(home)).toEqual([]);
  });
});

describe('a data folder that is not ours to use', () => {
  it('of a newer version: a sentence, exit code 2, untouched', async () => {
    const home = makeHome();
    execFileSync('mkdir', ['-p', home.data]);
    writeFileSync(join(home.data, 'version.json'), '{"version":99}');
    expect((await refusal(home, [])).stderr).toContain('was written by a newer Kouan (data version 99');
    expect(readdirSync(home.data)).toEqual(['version.json']);
    home.remove();
  });

  it('kouan reset erases no folder that Kouan did not make', async () => {
    const home = makeHome();
    execFileSync('mkdir', ['-p', home.data]);
    writeFileSync(join(home.data, 'letters.txt'), 'mine');
    expect(await kouan(home, ['reset', '--yes'])).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(home.data, 'letters.txt'), 'utf8')).toBe('mine');
    home.remove();
  });
});

describe('the life of one data folder', () => {
  const home = makeHome();
  let port: RunningPort;
  let holder: string;
  let crossing: string;
  let printed = '';

  interface Shown {
    readonly crossings: readonly { readonly id: string }[];
    readonly enrolled: readonly string[];
  }
  const show = () => ask<Shown>(port, home, 'traveller-show', { traveller: holder });
  const start = async () => {
    port = await startPort(home, ['--empty']);
  };
  const stop = async () => {
    const code = await port.stop();
    printed += port.output();
    return code;
  };

  beforeAll(async () => {
    await start();
    holder = await addHolder(port, home);
    crossing = await crossOnce(port, home);
  });
  afterAll(async () => {
    await port?.stop();
    home.remove();
  });

  it('a taken port: a sentence that names another, exit code 2, while the first goes on', async () => {
    const other = makeHome();
    const { server, number } = await occupy();
    const { stderr } = await refusal(other, [], { PORT: String(number) });
    expect(stderr).toContain(`Port ${number} on 127.0.0.1 is taken by another program`);
    expect(stderr).toContain(`PORT=${number + 1}`);
    expect(processesIn(other)).toEqual([]);
    server.close();
    other.remove();
  });

  it('a second port on the same folder: a sentence, exit code 2, the first goes on', async () => {
    const { stderr } = await refusal(home, []);
    expect(stderr).toContain(`Process ${port.pid} works with ${home.data} already`);
    expect((await fetch(`${port.url}/health`)).status).toBe(200);
  });

  it('kouan reset refuses while it runs, and without --yes', async () => {
    const unsure = await kouan(home, ['reset']);
    expect(unsure).toMatchObject({ code: 2, stdout: '' });
    expect(unsure.stderr).toContain('Add --yes');
    const running = await kouan(home, ['reset', '--yes']);
    expect(running).toMatchObject({ code: 2, stdout: '' });
    expect(running.stderr).toContain('Stop it first; nothing was changed.');
    expect((await show()).crossings.map(({ id }) => id)).toEqual([crossing]);
  });

  it('the one-time link signs in once and never again', async () => {
    expect(await signIn(port)).toMatch(/^kouan_session=/);
    await expect(signIn(port)).rejects.toThrow('401');
  });

  it('Ctrl-C ends it with 0 and leaves no process of the folder', async () => {
    expect(processesIn(home).length).toBeGreaterThan(0);
    expect(await stop()).toBe(0);
    expect(processesIn(home)).toEqual([]);
    expect(existsSync(join(home.data, 'owner.json'))).toBe(false);
  });

  it(`starts again within ${AGAIN_READY_S_MAX} s with everything in place`, async () => {
    await start();
    expect(port.readySeconds).toBeLessThan(AGAIN_READY_S_MAX);
    console.info(`second start: ${port.readySeconds.toFixed(1)} s`);
    expect(await show()).toMatchObject({ crossings: [{ id: crossing }], enrolled: ['face', 'fingerprint'] });
  });

  it('killed, its Postgres left behind: starts again by itself, no acknowledged crossing is lost', async () => {
    const second = await crossOnce(port, home);
    printed += port.output();
    await port.kill();
    expect(processesIn(home).length).toBeGreaterThan(0);
    await start();
    console.info(`start after a kill: ${port.readySeconds.toFixed(1)} s`);
    expect((await show()).crossings.map(({ id }) => id).sort()).toEqual([crossing, second].sort());
    expect((await fetch(`${port.url}/health`)).status).toBe(200);
  });

  it('everything killed, files half-written: starts again, nothing is lost', async () => {
    printed += port.output();
    const orphans = processesIn(home);
    await port.kill();
    for (const pid of orphans) killIfThere(pid);
    await until('its processes to end', 15, () => processesIn(home).length === 0);
    truncateSync(join(home.data, 'owner.json'), 5);
    const stale = join(home.data, 'postgres', 'cluster', 'postmaster.pid');
    expect(existsSync(stale)).toBe(true);
    await start();
    expect((await show()).crossings).toHaveLength(2);
    expect(await ask(port, home, 'cross', await probe(home))).toMatchObject({ outcome: 'passed' });
  });

  it('a broken operator token is made anew', async () => {
    expect(await stop()).toBe(0);
    truncateSync(join(home.data, 'operator-token'), 10);
    await start();
    expect((await show()).crossings).toHaveLength(3);
  });

  it('prints no name, no document number, no traveller id', async () => {
    expect(await stop()).toBe(0);
    expect(printed).toContain('Kouan 口岸 is open');
    for (const secret of ['SO, Fai', 'Fai Kit', '12345678', holder, '1981-01-02'])
      expect(printed).not.toContain(secret);
    // The one-time link's 43 characters are the longest secret that may stand there; templates and keys are longer.
    expect(printed).not.toMatch(/[A-Za-z0-9+/_-]{64}/);
    const log = readFileSync(join(home.data, 'postgres', 'postgres.log'), 'utf8');
    for (const secret of ['SO, Fai', 'Fai Kit', 'H12345678']) expect(log).not.toContain(secret);
  });

  it('kouan reset --yes forgets everything but the keys that were named', async () => {
    const done = await kouan(home, ['reset', '--yes']);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(home.data)).toBe(false);
    expect(existsSync(home.keys)).toBe(true);
  });
});

async function addHolder(port: RunningPort, home: Home): Promise<string> {
  const { id } = await ask<{ id: string }>(port, home, 'traveller-add', {
    name: 'SO, Fai Kit',
    category: 'hkmo',
    birthDate: '1981-01-02',
    documents: [{ type: 'HRP', number: 'H12345678', expires: '2030-12-31' }],
    endorsements: [],
  });
  const file = async (made: Promise<string>) => asPicture(await made);
  await ask(port, home, 'enrol', {
    traveller: id,
    faces: [await file(photograph(home.file('face.jpg'), 'p03', 'enrol-1'))],
    fingers: [
      {
        position: 'right-index',
        pictures: [await file(impression(home.file('finger.png'), 'p03', 'right-index', 1))],
      },
    ],
    consents: ['face', 'fingerprint'],
  });
  return id;
}

const asPicture = (path: string) => ({ name: 'picture', data: readFileSync(path).toString('base64') });

async function probe(home: Home) {
  const face = await photograph(home.file('probe.jpg'), 'p03', 'lane-1');
  const finger = await impression(home.file('probe.png'), 'p03', 'right-index', 3);
  const fingers = [{ position: 'right-index', pictures: [asPicture(finger)] }];
  return { faces: [asPicture(face)], fingers, port: 'szb', direction: 'exit', at: AT };
}

/** One acknowledged crossing; returns its id. */
async function crossOnce(port: RunningPort, home: Home): Promise<string> {
  const told = await ask<{ crossing?: { id: string } }>(port, home, 'cross', await probe(home));
  if (!told.crossing) throw new Error(`Nobody crossed: ${JSON.stringify(told)}`);
  return told.crossing.id;
}

async function occupy(): Promise<{ server: Server; number: number }> {
  const number = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(number, '127.0.0.1', resolve));
  return { server, number };
}
