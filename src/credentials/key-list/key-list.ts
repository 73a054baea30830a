/** The signed list of who issues and by which keys: what a verifier needs to check everything else without a network. */
import { type Instant, LANGUAGES, type Millis, millis, type Texts } from '../../kernel/index.ts';
import { isSignedBy, type PublicKey } from '../cose/public-key.ts';
import { bytesToSign } from '../cose/sign1.ts';
import { readSignedText, type Signer, type TextForm, writeSignedText } from '../cose/signed-text.ts';
import { decodeKeyList, encodeKeyList } from './wire.ts';

export interface Issuer {
  readonly id: string;
  readonly name: Texts;
}

export interface IssuerKey extends PublicKey {
  readonly issuer: string;
  /** Signs what is issued from this instant on. */
  readonly from: Instant;
  /** Signs no longer what is issued at this instant or later; what it signed before stays good. */
  readonly until?: Instant;
  /** Came into wrong hands: nothing that it signed is good, whenever that was. */
  readonly revoked: boolean;
}

export interface KeyList {
  readonly issuedAt: Instant;
  /** When a newer one should be at hand; a list is still used after it, with a word of its age. */
  readonly nextUpdate: Instant;
  readonly issuers: readonly Issuer[];
  /** Keys that may sign lists to come, so that a verifier's anchor can change. */
  readonly anchors: readonly PublicKey[];
  readonly keys: readonly IssuerKey[];
  /** Ids of credentials that were withdrawn before their end. */
  readonly revoked: readonly string[];
}

const FORM: TextForm = { prefix: 'KOUANKEYS1:', signsMax: 1_000_000, bytesMax: 1_000_000 };

/** `signer` is an anchor's. Throws FIELD_INVALID when the list is too large to be read. */
export const writeKeyList = (list: KeyList, signer: Signer): Promise<string> =>
  writeSignedText(FORM, encodeKeyList(list), signer);

export type OpenedKeyList =
  | { readonly outcome: 'opened'; readonly list: KeyList }
  /** `older`: genuine, but issued before the one at hand, and so not to be put in its place. */
  | { readonly outcome: 'malformed' | 'not-genuine' | 'older' };

export interface Trust {
  /** Keys that the verifier takes for genuine: given out of band, or those that the list at hand names. */
  readonly anchors: readonly PublicKey[];
  /** The list at hand, if any: a list never goes back in time. */
  readonly atHand?: Pick<KeyList, 'issuedAt'>;
}

export async function openKeyList(text: string, { anchors, atHand }: Trust): Promise<OpenedKeyList> {
  const signed = readSignedText(FORM, text.trim());
  if (!signed) return { outcome: 'malformed' };
  const anchor = anchors.find(({ kid }) => kid === signed.kid);
  const genuine =
    anchor && (await isSignedBy(anchor, bytesToSign(signed.kid, signed.payload), signed.signature));
  if (!genuine) return { outcome: 'not-genuine' };
  const list = decodeKeyList(signed.payload);
  if (!list) return { outcome: 'malformed' };
  return atHand && list.issuedAt < atHand.issuedAt ? { outcome: 'older' } : { outcome: 'opened', list };
}

export interface KeyListAge {
  /** Zero for a list from a clock that runs ahead of ours. */
  readonly age: Millis;
  /** The time of the next list has come. */
  readonly stale: boolean;
}

export const keyListAge = ({ issuedAt, nextUpdate }: KeyList, at: Instant): KeyListAge => ({
  age: millis(Math.max(0, at - issuedAt)),
  stale: at >= nextUpdate,
});

/** Names of an issuer; its id in every language where the list does not name it. */
export const issuerName = (list: KeyList, id: string): Texts =>
  list.issuers.find((issuer) => issuer.id === id)?.name ??
  (Object.fromEntries(LANGUAGES.map((language) => [language, id])) as Texts);
