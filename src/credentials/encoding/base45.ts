/** Base45 (RFC 9285): bytes in the alphabet of a QR code's alphanumeric mode, three signs for two bytes. */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map(Array.from(ALPHABET, (sign, value) => [sign, value]));

/** One or two bytes as two or three signs, the least significant first. */
function encodeGroup(value: number, signs: number): string {
  let text = '';
  for (let rest = value, i = 0; i < signs; i++, rest = Math.floor(rest / 45)) text += ALPHABET[rest % 45];
  return text;
}

export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += encodeGroup(bytes[i]! * 256 + bytes[i + 1]!, 3);
  return bytes.length % 2 === 0 ? text : text + encodeGroup(bytes[bytes.length - 1]!, 2);
}

/** Undefined when the text is no base45: a strange sign, a group that is too large, one sign left over. */
export function decodeBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  for (let i = 0, at = 0; i < text.length; i += 3) {
    const value = groupValue(text.slice(i, i + 3));
    const isPair = i + 2 < text.length;
    if (value === undefined || value > (isPair ? 0xffff : 0xff)) return undefined;
    if (isPair) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}

function groupValue(group: string): number | undefined {
  let value = 0;
  for (let i = group.length - 1; i >= 0; i--) {
    const digit = VALUES.get(group[i]!);
    if (digit === undefined) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
