/** `kouan rules keygen --key FILE`: a pair of Ed25519 keys; the public one is what others trust. */
import { generateKeyPairSync } from 'node:crypto';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeNewFile } from './keep-files.ts';

export async function makeRulesKey(
  _words: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const file = args.required('key');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeNewFile(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 0o600);
  writeNewFile(`${file}.pub`, String(publicKey.export({ type: 'spki', format: 'pem' })));
  if (args.has('json')) print(JSON.stringify({ key: file, trust: `${file}.pub` }));
  else print(`${file} signs releases: keep it secret. ${file}.pub is what others trust.`);
  return EXIT.done;
}
