/** What a lane's camera sees: people before the lane's backdrop, lit and noisy. Made for every frame, so it is fast. */
import { type Frame, fieldInvalid, seededRandom } from '../../kernel/index.ts';
import { drawBackdrop } from './backdrop.ts';
import type { Portrait } from './face/develop.ts';
import { drawPerson } from './figure.ts';

export interface PlacedPerson {
  readonly picture: Portrait;
  /** Where the middle between the eyes comes, picture elements of the frame. */
  readonly x: number;
  readonly y: number;
  /** 1 is the picture's own size. */
  readonly scale: number;
}

export interface Scene {
  readonly background: number;
  /** From the farthest to the nearest. */
  readonly people: readonly PlacedPerson[];
  /** 1 is well exposed; below about 0.25 is too dark for a face. */
  readonly brightness: number;
  readonly noiseSeed: number;
  readonly width?: number;
  readonly height?: number;
}

const WIDTH = 1280;
const HEIGHT = 720;
const BACKDROPS_MAX = 4;
const backdrops = new Map<string, Frame>();

export function composeFrame(scene: Scene): Frame {
  const [width, height] = [scene.width ?? WIDTH, scene.height ?? HEIGHT];
  if (!(scene.brightness >= 0 && scene.brightness <= 4))
    throw fieldInvalid('brightness', scene.brightness, 'a number from 0 to 4');
  const data = backdrop(scene.background, width, height).data.slice();
  const frame = { width, height, data };
  for (const person of scene.people) drawPerson(frame, person);
  expose(data, scene.brightness, scene.noiseSeed);
  return frame;
}

/** Backdrops are kept, the latest few: a port has few cameras and each looks at one place. */
function backdrop(seed: number, width: number, height: number): Frame {
  const key = `${seed}/${width}x${height}`;
  const kept = backdrops.get(key) ?? drawBackdrop(seed, { width, height });
  backdrops.delete(key);
  backdrops.set(key, kept);
  const oldest = backdrops.keys().next();
  if (backdrops.size > BACKDROPS_MAX && !oldest.done) backdrops.delete(oldest.value);
  return kept;
}

/** Noise reaches so far to either side, 8-bit levels. */
const GRAIN_REACH = 6;
// A prime length, so that the tile of noise never lines up with the rows of a picture.
const GRAIN_LENGTH = 16_381;
const GRAIN = makeGrain();

/** Four values to a word, each from 0 to twice the reach. */
function makeGrain(): Uint32Array {
  const random = seededRandom(1);
  const value = () =>
    GRAIN_REACH + Math.round(Math.max(-GRAIN_REACH, Math.min(GRAIN_REACH, random.gauss() * 1.6)));
  return Uint32Array.from(
    { length: GRAIN_LENGTH },
    () => value() | (value() << 8) | (value() << 16) | (value() << 24),
  );
}

/**
 * Exposure and noise, a word of four values at a time: a frame has millions. Levels leave room for the noise below
 * 256, so that no value carries into its neighbour.
 */
function expose(data: Uint8Array, brightness: number, noiseSeed: number): void {
  const most = 255 - 2 * GRAIN_REACH;
  const level = (v: number) => Math.max(0, Math.min(most, Math.round(v * brightness) - GRAIN_REACH));
  const levels = Uint8Array.from({ length: 256 }, (_, v) => level(v));
  const pairs = new Uint16Array(65_536);
  for (let high = 0, k = 0; high < 256; high++) {
    for (let low = 0; low < 256; low++) pairs[k++] = levels[low]! | (levels[high]! << 8);
  }
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  let grain = seededRandom(noiseSeed).int(0, GRAIN_LENGTH - 1);
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    words[k] = (pairs[word & 0xffff]! | (pairs[word >>> 16]! << 16)) + GRAIN[grain]!;
    if (++grain === GRAIN_LENGTH) grain = 0;
  }
  for (let k = words.length * 4; k < data.length; k++) data[k] = levels[data[k]!]! + GRAIN_REACH;
}
