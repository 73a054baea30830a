/** The keys of an issuer: made, kept, changed, revoked; and the signed list by which others know them. */
import { type Clock, instantOf, later, type Millis, millis, RoomError } from '../../../kernel/index.ts';
import type { PublicKey } from '../../cose/public-key.ts';
import type { Signer } from '../../cose/signed-text.ts';
import { type Issuer, type IssuerKey, writeKeyList } from '../../key-list/key-list.ts';
import { type DocumentSeal, type HeldKey, makeKey, openKey, sealOf, signerOf, wrapKey } from './held-key.ts';
import {
  KEY_USES,
  type KeyFile,
  type KeyUse,
  type KeyWrapper,
  readKeyFiles,
  writeKeyFile,
} from './key-files.ts';

const DAY_MS = 86_400_000;
const LIST_LASTS = millis(DAY_MS);
const CERTIFICATE_LASTS = millis(5 * 365 * DAY_MS);
/** A certificate is renewed when the process starts and less than this is left of it. */
const RENEWED_BEFORE = 180 * DAY_MS;

export interface IssuerKeysOptions {
  /** A folder for these keys alone, below KOUAN_KEYS. */
  readonly folder: string;
  readonly issuer: Issuer;
  readonly wrapper: KeyWrapper;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether a folder without keys gets new ones; production says no. */
  readonly makeIfAbsent: boolean;
  /** How long a key list may be used before a newer one is due; a day unless told. */
  readonly listLasts?: Millis;
}

export interface IssuerKeys {
  readonly issuer: Issuer;
  /** The keys are new: nobody trusts them yet. */
  readonly made: boolean;
  /** Signs credentials by the newest key. Ask anew for each: keys change. */
  signer(): Signer;
  documentSeal(): DocumentSeal;
  /** What a verifier is given out of band, or takes at its first visit. */
  anchors(): readonly PublicKey[];
  /** The signed key list as of now. `revoked`: ids of credentials withdrawn before their end. */
  keyList(revoked?: readonly string[]): Promise<string>;
  /** A new key of a use. What the one before signed stays good; returns the new key's name. */
  rotate(use: KeyUse): Promise<string>;
  /** A key came into wrong hands: nothing it signed is good from the next list on; a new one takes its place. */
  revoke(kid: string): Promise<void>;
  /** Wraps every key anew by the current key-encryption key, before an old one is retired. Returns how many. */
  rewrap(): Promise<number>;
}

/** Throws KEYS_MISSING where there are none and none may be made, CONFIG_INVALID when others may read them. */
export async function openIssuerKeys(options: IssuerKeysOptions): Promise<IssuerKeys> {
  const files = await readKeyFiles(options.folder);
  if (files.length === 0 && !options.makeIfAbsent) throw keysMissing(options.folder);
  const keys = await Promise.all(files.map((file) => openKey(file, options.wrapper)));
  const ring = new KeyRing(options, keys, files.length === 0);
  for (const use of KEY_USES) if (needsKey(ring.newest(use), options.clock)) await ring.rotate(use);
  return ring;
}

function needsKey(key: HeldKey | undefined, clock: Pick<Clock, 'now'>): boolean {
  if (!key) return true;
  const { use, until } = key.file;
  return use === 'document' && until !== undefined && until - clock.now() < RENEWED_BEFORE;
}

class KeyRing implements IssuerKeys {
  readonly issuer: Issuer;
  readonly made: boolean;
  readonly #options: IssuerKeysOptions;
  #keys: readonly HeldKey[];

  constructor(options: IssuerKeysOptions, keys: readonly HeldKey[], made: boolean) {
    this.issuer = options.issuer;
    this.made = made;
    this.#options = options;
    this.#keys = keys;
  }

  /** The oldest first. */
  #goodKeys(use: KeyUse): HeldKey[] {
    return this.#keys.filter(({ file }) => file.use === use && !file.revoked);
  }

  newest(use: KeyUse): HeldKey | undefined {
    return this.#goodKeys(use).at(-1);
  }

  #current(use: KeyUse): HeldKey {
    const key = this.newest(use);
    if (key) return key;
    throw new RoomError('KEYS_MISSING', `There is no ${use} key.`, { field: 'KOUAN_KEYS' });
  }

  signer = (): Signer => signerOf(this.#current('credential'));
  documentSeal = (): DocumentSeal => sealOf(this.#current('document'));
  anchors = (): readonly PublicKey[] => this.#goodKeys('anchor').map(({ publicKey }) => publicKey);

  async keyList(revoked: readonly string[] = []): Promise<string> {
    const [anchor] = this.#goodKeys('anchor');
    if (!anchor) throw new RoomError('KEYS_MISSING', 'There is no anchor key.', { field: 'KOUAN_KEYS' });
    const issuedAt = this.#options.clock.now();
    const nextUpdate = later(issuedAt, this.#options.listLasts ?? LIST_LASTS);
    const keys = this.#keys.filter(({ file }) => file.use === 'credential').map((key) => this.#listed(key));
    const list = { issuedAt, nextUpdate, issuers: [this.issuer], anchors: this.anchors(), keys, revoked };
    // The oldest anchor signs: verifiers that know only that one learn of the newer from this very list.
    return writeKeyList(list, signerOf(anchor));
  }

  #listed({ file, publicKey }: HeldKey): IssuerKey {
    const { from, until, revoked } = file;
    const ended = until === undefined ? {} : { until: instantOf(until) };
    return { ...publicKey, issuer: this.issuer.id, from: instantOf(from), ...ended, revoked };
  }

  async rotate(use: KeyUse): Promise<string> {
    const before = this.newest(use);
    const { wrapper, issuer, clock } = this.#options;
    // Credentials count whole seconds; what is issued within this one is good by either key.
    const from = instantOf(Math.floor(clock.now() / 1000) * 1000);
    const serial = 1 + Math.max(0, ...this.#keys.map(({ file }) => file.serial));
    const wish = { use, serial, from, name: issuer.name.en, certificateLasts: CERTIFICATE_LASTS };
    const key = await makeKey(wish, wrapper);
    await writeKeyFile(this.#options.folder, key.file);
    this.#keys = [...this.#keys, key];
    if (before && use === 'credential') await this.#change(before, { until: from + 1000 });
    return key.file.kid;
  }

  async revoke(kid: string): Promise<void> {
    const key = this.#keys.find(({ file }) => file.kid === kid);
    if (!key) throw new RoomError('NOT_FOUND', `There is no key ${kid}.`, { field: 'kid', value: kid });
    if (this.newest(key.file.use) === key) await this.rotate(key.file.use);
    await this.#change(this.#keys.find(({ file }) => file.kid === kid) ?? key, { revoked: true });
  }

  async rewrap(): Promise<number> {
    for (const key of this.#keys) {
      const { use, kid } = key.file;
      await this.#change(key, await wrapKey(key.secret, use, kid, this.#options.wrapper));
    }
    return this.#keys.length;
  }

  async #change(key: HeldKey, changes: Partial<KeyFile>): Promise<void> {
    const changed = { ...key, file: { ...key.file, ...changes } };
    await writeKeyFile(this.#options.folder, changed.file);
    this.#keys = this.#keys.map((other) => (other === key ? changed : other));
  }
}

function keysMissing(folder: string): RoomError {
  const text = `There are no issuer's keys in ${folder}. Set KOUAN_KEYS to the folder that holds them.`;
  return new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS' });
}
