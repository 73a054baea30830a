/** A port that was started as `kouan serve`, on a free TCP port and a home of its own. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Extra, spawnProgram } from './command-line.ts';
import type { Home } from './home.ts';
import { until } from './until.ts';

/** A first start with its population on a busy machine. */
const READY_S_MAX = 80;
const STOP_MS_MAX = 30_000;
const LINK = /(http\S+\/officer#link=\S+)/;

export interface RunningPort {
  readonly url: string;
  /** The officer's one-time address, as printed; it works once. */
  readonly link: string;
  readonly pid: number;
  /** From spawning to `GET /health` 200. */
  readonly readySeconds: number;
  /** Everything that was printed so far, both streams. */
  output(): string;
  /** Ctrl-C; resolves with the exit code, or 'hung'. */
  stop(): Promise<number | null | 'hung'>;
  /** As a machine that loses its power does. */
  kill(): Promise<void>;
}

/** Below the range from which the system gives ports away by itself: else a database that starts meanwhile may take it. */
const PORTS_FROM = 20_000;
const PORTS = 10_000;
let next = (process.pid * 37) % PORTS;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS_FROM + (next++ % PORTS);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export async function startPort(home: Home, args: readonly string[], env: Extra = {}): Promise<RunningPort> {
  const started = performance.now();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawnProgram(['serve', ...args], { ...home.env, PORT: String(port), ...env });
  const heard = listen(child);
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const link = await ready(child, url, heard).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${error instanceof Error ? error.message : error}\nIt had printed:\n${heard.text}`);
  });
  return {
    url,
    link,
    pid: child.pid ?? 0,
    readySeconds: (performance.now() - started) / 1000,
    output: () => heard.text,
    async stop() {
      child.kill('SIGINT');
      const outcome = await Promise.race([ended, pause(STOP_MS_MAX, 'hung' as const, { ref: false })]);
      if (outcome === 'hung') child.kill('SIGKILL');
      return outcome;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function listen(child: ChildProcess): { text: string } {
  const heard = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (heard.text += part));
  }
  return heard;
}

async function ready(child: ChildProcess, url: string, heard: { text: string }): Promise<string> {
  const opened = until('the port to be ready', READY_S_MAX, async () => {
    if (child.exitCode !== null) return 'ended' as const;
    const healthy = (await fetch(`${url}/health`)).status === 200;
    return healthy && LINK.exec(heard.text)?.[1];
  });
  const link = await opened;
  if (link !== 'ended') return link;
  throw new Error(`The port ended with ${child.exitCode} while it started.`);
}

/** Signs an officer in by the one-time link, without a browser; returns the cookie to send along. */
export async function signIn({ url, link }: RunningPort): Promise<string> {
  const token = new URL(link).hash.replace('#link=', '');
  const answer = await fetch(`${url}/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || !cookie) throw new Error(`The one-time link was not taken: ${answer.status}.`);
  return cookie;
}

/** What `kouan <command>` asks of a running port, without the time that a new process takes. */
export async function ask<T>(port: RunningPort, home: Home, command: string, input: unknown): Promise<T> {
  const token = readFileSync(join(home.data, 'operator-token'), 'utf8');
  const answer = await fetch(`${port.url}/v1/operator/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  });
  const told: { result: T } = JSON.parse(await answer.text());
  if (answer.ok) return told.result;
  throw new Error(`${command}: ${JSON.stringify(told)}`);
}
