/** A frame at full, half, quarter … size. Levels are made when first asked for: several steps share them. */
import type { Frame } from '../../kernel/index.ts';

/** Below this side a halving loses more than it saves. */
const SIDE_PX_MIN = 64;

export class Pyramid {
  readonly frame: Frame;
  readonly #levels: Frame[];

  constructor(frame: Frame) {
    this.frame = frame;
    this.#levels = [frame];
  }

  /** The smallest level on which a picture shrunk `scale`-fold is still sampled at least once in two pixels. */
  levelFor(scale: number): { readonly image: Frame; readonly halvings: number } {
    let halvings = 0;
    while (scale / 2 ** halvings > 2 && this.#level(halvings).width > SIDE_PX_MIN) halvings++;
    return { image: this.#level(halvings), halvings };
  }

  #level(halvings: number): Frame {
    while (this.#levels.length <= halvings) this.#levels.push(halfSample(this.#levels.at(-1)!));
    return this.#levels[halvings]!;
  }
}

/** Means of 2 x 2 pixels; an odd last row or column falls away. */
export function halfSample({ width, height, data }: Frame): Frame {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const half = new Uint8Array(halfWidth * halfHeight * 3);
  const stride = width * 3;
  let to = 0;
  for (let y = 0; y < halfHeight; y++) {
    let from = 2 * y * stride;
    for (let x = 0; x < halfWidth; x++, from += 6) {
      for (let i = from; i < from + 3; i++) {
        half[to++] = (data[i]! + data[i + 3]! + data[i + stride]! + data[i + stride + 3]! + 2) >> 2;
      }
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
