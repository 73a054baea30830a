/** The key list as CBOR: arrays in a fixed order, read with the same bounds as they are written. */
import { type Instant, LANGUAGES, type Texts } from '../../kernel/index.ts';
import { COORDINATE_BYTES, type PublicKey } from '../cose/public-key.ts';
import { KID_BYTES } from '../cose/sign1.ts';
import { instant, text } from '../credential/fields.ts';
import { decodeCbor, encodeCbor } from '../encoding/cbor.ts';
import { fromHex, toHex } from '../encoding/hex.ts';
import type { Issuer, IssuerKey, KeyList } from './key-list.ts';

const VERSION = 1;
const ID = text(32);
const NAME = text(120);

export function encodeKeyList(list: KeyList): Uint8Array<ArrayBuffer> {
  return encodeCbor([
    VERSION,
    instant.write(list.issuedAt, 'issuedAt'),
    instant.write(list.nextUpdate, 'nextUpdate'),
    list.issuers.map(writeIssuer),
    list.anchors.map(writeKey),
    list.keys.map(writeIssuerKey),
    list.revoked.map((id) => ID.write(id, 'revoked')),
  ]);
}

const writeIssuer = ({ id, name }: Issuer) => [
  ID.write(id, 'issuer'),
  ...LANGUAGES.map((language) => NAME.write(name[language], `name.${language}`)),
];

const writeKey = ({ kid, x, y }: PublicKey) => [fromHex(kid), x, y];

const writeIssuerKey = (key: IssuerKey) => [
  ...writeKey(key),
  ID.write(key.issuer, 'issuer'),
  instant.write(key.from, 'from'),
  key.until === undefined ? null : instant.write(key.until, 'until'),
  key.revoked,
];

/** Undefined when one part of it is not what `encodeKeyList` writes. */
export function decodeKeyList(payload: Uint8Array): KeyList | undefined {
  const parts = decodeCbor(payload);
  if (!Array.isArray(parts) || parts.length !== 7 || parts[0] !== VERSION) return undefined;
  const list = {
    issuedAt: instant.read(parts[1]),
    nextUpdate: instant.read(parts[2]),
    issuers: readAll(parts[3], readIssuer),
    anchors: readAll(parts[4], readKey),
    keys: readAll(parts[5], readIssuerKey),
    revoked: readAll(parts[6], ID.read),
  };
  return isWhole(list) ? list : undefined;
}

const isWhole = (list: { readonly [Name in keyof KeyList]: KeyList[Name] | undefined }): list is KeyList =>
  Object.values(list).every((part) => part !== undefined);

function readAll<T>(raw: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const items = raw.map(read).filter((item) => item !== undefined);
  return items.length === raw.length ? items : undefined;
}

function readIssuer(raw: unknown): Issuer | undefined {
  const [id, ...names] = Array.isArray(raw) ? raw.map((part, i) => (i === 0 ? ID : NAME).read(part)) : [];
  if (id === undefined || names.length !== LANGUAGES.length || names.includes(undefined)) return undefined;
  return { id, name: Object.fromEntries(LANGUAGES.map((language, i) => [language, names[i]])) as Texts };
}

const isBytes = (value: unknown, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;

function readKey(raw: unknown): PublicKey | undefined {
  const [kid, x, y]: unknown[] = Array.isArray(raw) ? raw : [];
  if (!isBytes(kid, KID_BYTES) || !isBytes(x, COORDINATE_BYTES) || !isBytes(y, COORDINATE_BYTES))
    return undefined;
  return { kid: toHex(kid), x: new Uint8Array(x), y: new Uint8Array(y) };
}

function readIssuerKey(raw: unknown): IssuerKey | undefined {
  if (!Array.isArray(raw) || raw.length !== 7) return undefined;
  const [key, issuer, from] = [readKey(raw), ID.read(raw[3]), instant.read(raw[4])];
  const until: Instant | null | undefined = raw[5] === null ? null : instant.read(raw[5]);
  const revoked: unknown = raw[6];
  if (!key || issuer === undefined || from === undefined || until === undefined) return undefined;
  if (typeof revoked !== 'boolean') return undefined;
  return { ...key, issuer, from, ...(until === null ? {} : { until }), revoked };
}
