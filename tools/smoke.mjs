// What a stranger does: clones, runs `npm start`, sees somebody cross, presses Ctrl-C, starts again. On the Node that runs this, then on Node 24.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './terminal.mjs';

const FIRST_READY_S_MAX = 600;
const AGAIN_READY_S_MAX = 60;
const CROSSING_S_MAX = 180;
const STOP_S_MAX = 30;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function until(what, seconds, test) {
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    if (await test().catch(() => false)) return (performance.now() - started) / 1000;
    await pause(500);
  }
  throw new Error(`${what}: not within ${seconds} s.`);
}

function startPort(dir, command, port) {
  const child = spawn(command[0], command.slice(1), {
    cwd: dir,
    env: { ...process.env, PORT: String(port), KOUAN_DATA: join(dir, '.kouan') },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  return { child, ended };
}

// Ctrl-C reaches the whole foreground group, as a terminal sends it.
async function interrupt({ child, ended }) {
  process.kill(-child.pid, 'SIGINT');
  const outcome = await Promise.race([ended, pause(STOP_S_MAX * 1000).then(() => 'timeout')]);
  if (outcome === 'timeout') throw new Error('Ctrl-C did not end the port.');
}

async function smoke(label, command) {
  const dir = mkdtempSync(join(tmpdir(), 'kouan-smoke-'));
  let running;
  try {
    execFileSync('git', ['clone', '--quiet', root, dir]);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const healthy = async () => (await fetch(`${url}/health`)).status === 200;
    running = startPort(dir, command, port);
    const first = await until('first start', FIRST_READY_S_MAX, healthy);
    const page = await (await fetch(url)).text();
    if (!page.includes('<div id="root"')) throw new Error('The first page is not there.');
    const crossed = await until(
      'a crossing',
      CROSSING_S_MAX,
      async () => (await (await fetch(`${url}/v1/port`)).json()).stats.crossings > 0,
    );
    await interrupt(running);
    running = startPort(dir, command, port);
    const again = await until('second start', AGAIN_READY_S_MAX, healthy);
    await interrupt(running);
    running = undefined;
    console.log(
      `${label}: first start ${first.toFixed(1)} s, first crossing after ${crossed.toFixed(1)} s, second start ${again.toFixed(1)} s`,
    );
  } finally {
    if (running) process.kill(-running.child.pid, 'SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

await smoke(`Node ${process.versions.node}`, ['npm', 'start']);
await smoke('Node 24', ['npx', '--yes', '--package', 'node@24', '--call', 'npm start']);
console.log('2 passed, 0 failed');
