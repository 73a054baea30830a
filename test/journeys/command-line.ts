/** The built program as a person at a terminal runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Home } from './home.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** A command that takes longer hangs. */
const COMMAND_MS_MAX = 100_000;

/** Settings of whoever runs the journeys must not reach the program. */
const OWN_SETTINGS = /^(KOUAN_|PORT$|HOST$|DATABASE_URL$)/;

export type Extra = Readonly<Record<string, string>>;

export function spawnProgram(args: readonly string[], env: Extra): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !OWN_SETTINGS.test(name));
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What stood on standard output, read as JSON; throws when it is none. */
  json<T>(): T;
}

/** Runs `kouan …` to its end; `env` overrides the home's settings, an empty text unsets one. */
export function kouan(home: Home, args: readonly string[], env: Extra = {}): Promise<Finished> {
  return finish(spawnProgram(args, { ...home.env, ...env }));
}

function finish(child: ChildProcess): Promise<Finished> {
  const text = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (text.stdout += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (text.stderr += part));
  const hung = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS_MAX);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(hung);
      resolve({ code, ...text, json: <T>(): T => JSON.parse(text.stdout) });
    });
  });
}
