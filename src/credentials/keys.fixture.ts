/** Keys of the standards' own examples, which everybody knows: for tests only. */
import { instantOf, parseInstant } from '../kernel/index.ts';
import { namePublicKey, type PublicKey } from './cose/public-key.ts';
import type { Signer } from './cose/signed-text.ts';
import { fromHex } from './encoding/hex.ts';
import type { IssuerKey, KeyList } from './key-list/key-list.ts';

interface ExampleKey {
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** RFC 9052, appendix C.7.2, key "11". */
export const KEY_11: ExampleKey = {
  x: 'bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff',
  y: '20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e',
  d: '57c92077664146e876760c9520d054aa93c3afb04e306705db6090308507b4d3',
};

/** RFC 9052, appendix C.7.2, key "meriadoc.brandybuck@buckland.example"; RFC 9679 names its thumbprint. */
export const KEY_MERIADOC: ExampleKey = {
  x: '65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d',
  y: '1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c',
  d: 'aff907c99f9ad3aae6c4cdf21122bce2bd68b5283e6907154ad911840fa208cf',
};

const base64Url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

export const publicKeyOf = ({ x, y }: ExampleKey): Promise<PublicKey> =>
  namePublicKey({ x: fromHex(x), y: fromHex(y) });

export async function signerOf(key: ExampleKey): Promise<Signer> {
  const jwk = { kty: 'EC', crv: 'P-256', x: base64Url(key.x), y: base64Url(key.y), d: base64Url(key.d) };
  const scheme = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('jwk', jwk, scheme, false, ['sign']);
  const { kid } = await publicKeyOf(key);
  return { kid, sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(scheme, secret, bytes)) };
}

export const at = (text: string) => parseInstant(`${text}+08:00`);

const name = {
  'zh-Hant': '示範簽發機關',
  'zh-Hans': '演示签发机关',
  en: 'Demonstration issuer',
  pt: 'Emissor de demonstração',
};

/** A list of one issuer, `demo`, whose key is key "11" since 1970; the anchor is Meriadoc's. */
export async function listOf(changes: Partial<KeyList> = {}, key: Partial<IssuerKey> = {}): Promise<KeyList> {
  return {
    issuedAt: at('2026-11-22T08:00:00'),
    nextUpdate: at('2026-11-23T08:00:00'),
    issuers: [{ id: 'demo', name }],
    anchors: [await publicKeyOf(KEY_MERIADOC)],
    keys: [{ ...(await publicKeyOf(KEY_11)), issuer: 'demo', from: instantOf(0), revoked: false, ...key }],
    revoked: [],
    ...changes,
  };
}
