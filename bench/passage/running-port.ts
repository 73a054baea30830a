/** Starts the built program as a stranger does, on a data folder of its own, and ends it again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { millis, systemClock, wait } from '../../src/kernel/index.ts';

export const CLI = 'dist/cli.js';
const START_MS_MAX = 240_000;

export interface RunningPort {
  readonly pid: number;
  /** As `http://127.0.0.1:20000`. */
  readonly url: string;
  /** From the start of the process until /health answered 200. */
  readonly startSeconds: number;
  stop(): Promise<void>;
}

export const environmentOf = (folder: string, port: number) => ({
  ...process.env,
  PORT: String(port),
  KOUAN_DATA: join(folder, 'data'),
  KOUAN_KEYS: join(folder, 'keys'),
});

export async function startPort(folder: string, options: readonly string[] = []): Promise<RunningPort> {
  const port = await freePort();
  const start = systemClock.elapsed();
  const child = spawn(process.execPath, [CLI, 'serve', ...options], {
    env: environmentOf(folder, port),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`The port ended while it started: ${complaint}`);
    if (systemClock.elapsed() - start > START_MS_MAX) {
      await stop(child);
      throw new Error('The port did not become ready.');
    }
    await wait(systemClock, millis(50));
  }
  const startSeconds = (systemClock.elapsed() - start) / 1000;
  return { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, startSeconds, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

const isHealthy = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
