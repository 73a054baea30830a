import { expect, it } from 'vitest';
import { encodeTemplate, type GoodReading, storedFace } from '../../biometrics/index.ts';
import { type GreyImage, type PassageId, seededRandom, type TravellerId } from '../../kernel/index.ts';
import { encodeFinger, FINGER_EXTRACTOR } from './finger-forms.ts';
import { openMatcher } from './matcher.ts';
import { Operation } from './operation.ts';

const traveller = 'T-1' as TravellerId;
const model = 'ab'.repeat(32);
const features = Float32Array.from({ length: 128 }, (_, i) => (i === 0 ? 1 : 0));
const capture = { outcome: 'ok', model, features, quality: { overall: 80 } } as GoodReading;
const face = () => encodeTemplate(storedFace({ model, dims: 128, frames: 1, features }));

const position = 'right-index';
const stored = () => ({
  model: FINGER_EXTRACTOR,
  position,
  bytes: encodeFinger(position, [{ width: 300, height: 400, dpi: 500, minutiae: [] }]),
});

function open() {
  const probes: Int8Array[] = [];
  const gallery = {
    async search(probe: Int8Array) {
      probes.push(probe);
      return { kind: 'one', id: traveller } as const;
    },
    countFalseMatches: async (probe: Int8Array) => ({ comparisons: probe[0]!, falseMatches: 0 }),
  };
  const operation = new Operation({ fingersOf: async () => [], gallery, random: seededRandom(1) });
  const templates = {
    of: async (_: string, modality: string) =>
      modality === 'face' ? [{ model, position: '', bytes: face() }] : [stored()],
  };
  const engines = {
    face: { read: () => Promise.reject(new Error('not asked')) },
    gallery,
    toSearch: () => Int8Array.of(7, 7),
  };
  return { matcher: openMatcher({ templates }, engines, operation), operation, probes };
}

it('tells the evaluation of every search, with a probe of its own, and overwrites the one that was searched', async () => {
  const { matcher, operation, probes } = open();
  expect(await matcher.identifier.identify([capture])).toEqual({ kind: 'one', traveller });
  await operation.settled();
  expect(operation.counts).toMatchObject({
    searches: { one: 1 },
    face: { impostors: { comparisons: 7 } },
  });
  expect(probes).toEqual([Int8Array.of(0, 0)]);
});

it('counts a face as genuine only where the finger was compared too', async () => {
  const { matcher, operation } = open();
  expect(await matcher.verifier.verifyFace(traveller, [capture, capture])).toBe('match');
  const blank: GreyImage = { width: 300, height: 400, dpi: 500, data: new Uint8Array(120_000).fill(255) };
  const touch = { passage: 'P-1' as PassageId, traveller, image: blank };
  expect(await matcher.verifier.verifyFinger(touch)).toMatchObject({ kind: 'again' });
  matcher.verifier.forgetTouches(touch.passage);
  expect(operation.counts.face.genuine.comparisons).toBe(0);
});
