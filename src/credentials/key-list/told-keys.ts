/** What a server tells verifiers: the signed key list, and the anchors for those who come for the first time. */
import type { PublicKey } from '../cose/public-key.ts';
import { fromHex, toHex } from '../encoding/hex.ts';

/** A key as JSON; `kid` has 16 hexadecimal digits, coordinates have 64. */
export interface ToldKey {
  readonly kid: string;
  readonly x: string;
  readonly y: string;
}

/** The answer of `GET /v1/credentials/keys`. */
export interface ToldKeys {
  readonly list: string;
  readonly anchors: readonly ToldKey[];
}

export const tellKeys = (list: string, anchors: readonly PublicKey[]): ToldKeys => ({
  list,
  anchors: anchors.map(({ kid, x, y }) => ({ kid, x: toHex(x), y: toHex(y) })),
});

/** Not checked any further: a key that is none verifies nothing. */
export const toldAnchors = ({ anchors }: ToldKeys): readonly PublicKey[] =>
  anchors.map(({ kid, x, y }) => ({ kid, x: fromHex(x), y: fromHex(y) }));
