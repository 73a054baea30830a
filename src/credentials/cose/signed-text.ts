/** The outer form of all that is signed here: a prefix, then COSE_Sign1, packed by zlib, in base45. */
import { decodeBase45, encodeBase45 } from '../encoding/base45.ts';
import { deflate } from '../encoding/deflate.ts';
import { inflate } from '../encoding/inflate.ts';
import { bytesToSign, decodeSign1, encodeSign1, type Sign1 } from './sign1.ts';

/** Signs with ES256 and tells by which key; the private key stays with whoever made it. */
export interface Signer {
  /** 16 hexadecimal digits. */
  readonly kid: string;
  /** `r` and `s`, 64 bytes together (IEEE P1363). */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

export interface TextForm {
  readonly prefix: string;
  /** Longest text that is looked at, in signs. */
  readonly signsMax: number;
  /** Most bytes that may come out of the packed part. */
  readonly bytesMax: number;
}

export async function writeSignedText(
  form: TextForm,
  payload: Uint8Array<ArrayBuffer>,
  signer: Signer,
): Promise<string> {
  const { kid } = signer;
  const signature = await signer.sign(bytesToSign(kid, payload));
  return form.prefix + encodeBase45(await deflate(encodeSign1({ kid, payload, signature })));
}

/** Undefined when the text has not this form. The signature is not checked here. */
export function readSignedText(form: TextForm, text: string): Sign1 | undefined {
  if (!text.startsWith(form.prefix) || text.length > form.signsMax) return undefined;
  const packed = decodeBase45(text.slice(form.prefix.length));
  const bytes = packed && inflate(packed, form.bytesMax);
  return bytes && decodeSign1(bytes);
}
