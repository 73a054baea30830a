/** One person into a frame: the kept picture scaled, and the body below it carried on to the floor. */
import type { Frame } from '../../kernel/index.ts';
import type { Portrait } from './face/develop.ts';
import { EYE_LINE } from './face/rasteriser.ts';
import type { PlacedPerson } from './frames.ts';

/** From this many picture heights below the picture on, the body wears darker trousers. */
const WAIST = 0.6;

export function drawPerson(frame: Frame, { picture, x, y, scale }: PlacedPerson): void {
  const left = x - (picture.width * scale) / 2;
  const top = y - picture.height * EYE_LINE * scale;
  const lines = stretchedLines(picture, frame.width, left, scale);
  const last = lines(picture.height - 1);
  for (let row = Math.max(0, Math.ceil(top)); row < frame.height; row++) {
    const at = (row - top) / scale;
    const upper = Math.floor(at);
    if (upper < picture.height - 1)
      blendRow(frame, row, lines(upper), lines(upper + 1), Math.round((at - upper) * 256), 256);
    else blendRow(frame, row, last, last, 0, at / picture.height - 1 > WAIST ? 132 : 256);
  }
}

/** A row of the picture at the frame's scale: colour and mask for the columns from `from` on. */
interface Line {
  readonly from: number;
  readonly rgba: Uint8Array;
}

/** Rows stretched when asked for; the two latest are kept, for each serves several rows of the frame. */
function stretchedLines(
  picture: Portrait,
  frameWidth: number,
  left: number,
  scale: number,
): (row: number) => Line {
  const from = Math.max(0, Math.ceil(left));
  const to = Math.min(frameWidth, Math.floor(left + (picture.width - 1.001) * scale) + 1);
  const make = () => ({ row: -1, line: { from, rgba: new Uint8Array(Math.max(0, to - from) * 4) } });
  const kept = [make(), make()] as const;
  const last = make();
  return (row) => {
    const slot = row === picture.height - 1 ? last : kept[(row & 1) as 0 | 1];
    if (slot.row !== row) {
      slot.row = row;
      stretch(picture, row, (from - left) / scale, 1 / scale, slot.line.rgba);
    }
    return slot.line;
  };
}

/** Resamples one row in 16.16 fixed point. */
function stretch(picture: Portrait, row: number, start: number, step: number, out: Uint8Array): void {
  const source = picture.rgba;
  const base = row * picture.width * 4;
  const fixedStep = Math.round(step * 65536);
  for (let o = 0, at = Math.round(start * 65536); o < out.length; o += 4, at += fixedStep) {
    const a = base + (at >> 16) * 4;
    const alpha = source[a + 3]!;
    const next = source[a + 7]!;
    if ((alpha | next) === 0) {
      out[o + 3] = 0;
      continue;
    }
    const s = (at >> 8) & 255;
    out[o] = source[a]! + (((source[a + 4]! - source[a]!) * s) >> 8);
    out[o + 1] = source[a + 1]! + (((source[a + 5]! - source[a + 1]!) * s) >> 8);
    out[o + 2] = source[a + 2]! + (((source[a + 6]! - source[a + 2]!) * s) >> 8);
    out[o + 3] = alpha + (((next - alpha) * s) >> 8);
  }
}

/** Lays a mixture of two lines over a row of the frame; `t` and `light` in 256ths. */
function blendRow(frame: Frame, row: number, above: Line, below: Line, t: number, light: number): void {
  const data = frame.data;
  const [a, b] = [above.rgba, below.rgba];
  for (let i = 0, k = (row * frame.width + above.from) * 3; i < a.length; i += 4, k += 3) {
    if ((a[i + 3]! | b[i + 3]!) === 0) continue;
    const cover = a[i + 3]! + (((b[i + 3]! - a[i + 3]!) * t) >> 8);
    const red = ((a[i]! + (((b[i]! - a[i]!) * t) >> 8)) * light) >> 8;
    const green = ((a[i + 1]! + (((b[i + 1]! - a[i + 1]!) * t) >> 8)) * light) >> 8;
    const blue = ((a[i + 2]! + (((b[i + 2]! - a[i + 2]!) * t) >> 8)) * light) >> 8;
    if (cover >= 254) {
      data[k] = red;
      data[k + 1] = green;
      data[k + 2] = blue;
      continue;
    }
    data[k] = data[k]! + (((red - data[k]!) * cover) >> 8);
    data[k + 1] = data[k + 1]! + (((green - data[k + 1]!) * cover) >> 8);
    data[k + 2] = data[k + 2]! + (((blue - data[k + 2]!) * cover) >> 8);
  }
}
