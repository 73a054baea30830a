/** Makes inputs out of good ones: most faults lie a few bytes beside what is right. */
import type { Random } from '../../src/kernel/index.ts';

/** Numbers at which fields overflow, in one to four bytes. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

/** May change the bytes in place. */
type ByteChange = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const setByte: ByteChange = (bytes, random) => {
  bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
  return bytes;
};

const flipBit: ByteChange = (bytes, random) => {
  bytes[random.int(0, bytes.length - 1)]! ^= 1 << random.int(0, 7);
  return bytes;
};

const setEdge: ByteChange = (bytes, random) => {
  const width = random.pick([1, 2, 4] as const);
  if (bytes.length < width) return bytes;
  const at = random.int(0, bytes.length - width);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = random.pick(EDGES);
  const little = random.chance(0.5);
  if (width === 1) view.setUint8(at, value & 0xff);
  else if (width === 2) view.setUint16(at, value & 0xffff, little);
  else view.setUint32(at, value, little);
  return bytes;
};

const cut: ByteChange = (bytes, random) => bytes.slice(0, random.int(0, bytes.length));

const dropInside: ByteChange = (bytes, random) => {
  const from = random.int(0, bytes.length - 1);
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.int(1, 8)));
};

const repeatInside: ByteChange = (bytes, random) => {
  const from = random.int(0, bytes.length - 1);
  const to = Math.min(bytes.length, from + random.int(1, 32));
  return joined(bytes.subarray(0, to), bytes.subarray(from));
};

const append: ByteChange = (bytes, random) => joined(bytes, noise(random, random.int(1, 16)));

const CHANGES: readonly ByteChange[] = [
  setByte,
  setByte,
  flipBit,
  flipBit,
  setEdge,
  setEdge,
  setEdge,
  cut,
  dropInside,
  repeatInside,
  append,
];

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

export const noise = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random.int(0, 255));

/** One to four changes of a copy; now and then noise alone, behind the sample's first bytes. */
export function mutateBytes(random: Random, sample: Uint8Array): Uint8Array<ArrayBuffer> {
  if (random.chance(0.03)) {
    return joined(
      sample.subarray(0, random.int(0, Math.min(12, sample.length))),
      noise(random, random.int(0, 200)),
    );
  }
  let bytes = new Uint8Array(sample);
  for (let left = random.int(1, 4); left > 0 && bytes.length > 0; left--)
    bytes = random.pick(CHANGES)(bytes, random);
  return bytes;
}

/** Signs that parsers of text stumble over. */
const SIGNS = [
  '',
  '\0',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '-',
  '&a',
  '*a',
  '<<',
  '|',
  '>',
  '#',
  '%',
  '!',
  '~',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '2026-02-30',
  '9999999999999999999',
  '__proto__',
  'constructor',
  '\u202e',
  '\ufeff',
  '\ud800',
  '😀',
  '龘',
  'Ａ',
  'ﬁ',
  'İ',
] as const;

/** One to four changes of the sample: signs put in, pieces taken out, doubled or exchanged. */
export function mutateText(random: Random, sample: string, signs: readonly string[] = SIGNS): string {
  let text = sample;
  for (let left = random.int(1, 4); left > 0; left--) {
    const from = random.int(0, text.length);
    const to = Math.min(text.length, from + random.int(0, 12));
    const piece = text.slice(from, to);
    const between = random.pick([
      random.pick(signs),
      piece + piece,
      '',
      piece.toUpperCase(),
      random.pick(SIGNS),
    ]);
    text = text.slice(0, from) + between + text.slice(random.chance(0.5) ? from : to);
  }
  return text;
}

const SCALARS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  '2026-11-22',
  '2026-02-30',
  'HK',
  [],
  {},
  [[]],
  [null],
  '__proto__',
];

/** The same value with some of its parts exchanged, left out or put elsewhere. */
export function mutateJson(random: Random, value: unknown, depth = 0): unknown {
  if (random.chance(depth === 0 ? 0.02 : 0.12)) return random.pick(SCALARS);
  if (Array.isArray(value)) {
    const items = value.map((item) => mutateJson(random, item, depth + 1));
    return random.chance(0.1) ? [...items, ...items, random.pick(SCALARS)] : items;
  }
  if (typeof value === 'string') return random.chance(0.12) ? mutateText(random, value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => !random.chance(0.05));
  const made = Object.fromEntries(kept.map(([key, item]) => [key, mutateJson(random, item, depth + 1)]));
  return random.chance(0.08) ? { ...made, [String(random.pick(SIGNS))]: random.pick(SCALARS) } : made;
}
