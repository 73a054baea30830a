// Installs what the lockfile says, once: both `npm start` and `npm test` begin here. Node built-ins only, since nothing is there yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './terminal.mjs';

const NODE_MIN = [20, 19];
const stampFile = join(root, 'node_modules', '.kouan-installed');

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  console.error(
    `Kouan needs Node ${NODE_MIN.join('.')} or newer; this is ${process.versions.node}. Nothing was changed.`,
  );
  process.exit(2);
}

// The install is bound to the lockfile and to the Node major, since native parts differ between majors' platforms.
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const installed = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted();

/** `npm ci` empties the folder first: through a link it would empty somebody else's. */
function assertOwnFolder() {
  const folder = join(root, 'node_modules');
  if (!existsSync(folder) || !lstatSync(folder).isSymbolicLink()) return;
  console.error(
    `${folder} is a link, and its packages are not those of the lockfile. Remove the link, then run the same command again. Nothing was changed.`,
  );
  process.exit(2);
}

export async function install() {
  assertNode();
  if (installed()) return;
  assertOwnFolder();
  const done = say('Installing packages (once)');
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error(
      'npm ci failed: see its message above. Check the network to the npm registry, then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile, wanted());
  done();
}

function npm(args) {
  const env = {
    ...process.env,
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    npm_config_onnxruntime_node_install: 'skip',
  };
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
