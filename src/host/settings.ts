/** Settings from the environment and the command line, checked at the door: a wrong one is a sentence, not a crash later. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { RoomError } from '../kernel/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Paths of descriptor files (JSON beside an ONNX model), and of what `kouan face calibrate` wrote. */
export interface FaceFiles {
  readonly descriptor?: string;
  readonly detector?: string;
  readonly thresholds?: string;
}

export interface Settings {
  /** TCP port of the pages and the API. */
  readonly port: number;
  readonly host: string;
  /** Folder of everything that lasts, but for the keys. */
  readonly dataDir: string;
  /** Folder of the key-encryption key. */
  readonly keysDir: string;
  /** Whether `keysDir` was named by the operator; without it the demo makes one and says so. */
  readonly keysNamed: boolean;
  readonly databaseUrl?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** An operator's own models instead of the bundled ones, and the thresholds that were calibrated for them. */
  readonly face: FaceFiles;
  readonly production: boolean;
  /** JSON file of identity providers that travellers may sign in through. */
  readonly providersFile?: string;
  /** SMTP server, and whom messages come from; without it a demonstration shows them in its outbox. */
  readonly mail?: { readonly url: string; readonly from: string };
}

function wrong(name: string, value: string, expected: string): RoomError {
  return new RoomError(
    'CONFIG_INVALID',
    `${name}=${value}: ${name} must be ${expected}. Nothing was started or changed.`,
    {
      field: name,
      value,
      expected,
    },
  );
}

export function readSettings(env: Environment, root: string): Settings {
  const dataDir = folder(env.KOUAN_DATA, root) ?? join(root, '.kouan');
  const databaseUrl = readDatabaseUrl(env.DATABASE_URL);
  const tls = readTls(env);
  const providersFile = folder(env.KOUAN_PROVIDERS, root);
  const mail = readMail(env);
  const faceModel = folder(env.KOUAN_FACE_MODEL, root);
  const faceDetector = folder(env.KOUAN_FACE_DETECTOR, root);
  const faceThresholds = folder(env.KOUAN_FACE_THRESHOLDS, root);
  return {
    port: readPort(env.PORT ?? '8080'),
    host: env.HOST ?? '127.0.0.1',
    dataDir,
    keysDir: folder(env.KOUAN_KEYS, root) ?? `${dataDir}-keys`,
    keysNamed: Boolean(env.KOUAN_KEYS),
    production: readMode(env.KOUAN_MODE),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(tls ? { tls } : {}),
    ...(providersFile ? { providersFile } : {}),
    ...(mail ? { mail } : {}),
    face: {
      ...(faceModel ? { descriptor: faceModel } : {}),
      ...(faceDetector ? { detector: faceDetector } : {}),
      ...(faceThresholds ? { thresholds: faceThresholds } : {}),
    },
  };
}

function folder(value: string | undefined, root: string): string | undefined {
  if (!value) return undefined;
  const home = value.startsWith('~/') ? join(homedir(), value.slice(2)) : value;
  return isAbsolute(home) ? home : resolve(root, home);
}

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw wrong('PORT', value, 'a number from 0 to 65535');
  return port;
}

function readMode(value: string | undefined): boolean {
  if (value === undefined || value === '' || value === 'demo') return false;
  if (value === 'production') return true;
  throw wrong('KOUAN_MODE', value, '"demo" or "production"');
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!/^postgres(ql)?:\/\//.test(value))
    throw wrong('DATABASE_URL', value.slice(0, 20), 'a postgres:// address');
  return value;
}

function readMail({ KOUAN_SMTP_URL: url, KOUAN_MAIL_FROM: from }: Environment): Settings['mail'] {
  if (!url && !from) return undefined;
  // The address holds a password, so it is not shown.
  if (!url || !/^smtps?:\/\/[^\s]+$/.test(url) || !URL.canParse(url))
    throw wrong(
      'KOUAN_SMTP_URL',
      '…',
      'an smtp:// or smtps:// address (it goes together with KOUAN_MAIL_FROM)',
    );
  if (!from || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw wrong('KOUAN_MAIL_FROM', from ?? '', 'an e-mail address (it goes together with KOUAN_SMTP_URL)');
  return { url, from };
}

function readTls(env: Environment): Settings['tls'] {
  const { KOUAN_TLS_KEY: key, KOUAN_TLS_CERT: cert } = env;
  if (!key && !cert) return undefined;
  return { key: readPem('KOUAN_TLS_KEY', key), cert: readPem('KOUAN_TLS_CERT', cert) };
}

function readPem(name: string, file: string | undefined): string {
  if (!file || !existsSync(file))
    throw wrong(name, file ?? '', 'a readable PEM file (key and certificate go together)');
  const text = readFileSync(file, 'utf8');
  if (!text.includes('-----BEGIN')) throw wrong(name, file, 'a file in PEM form');
  return text;
}
