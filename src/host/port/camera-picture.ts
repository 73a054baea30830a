/** The latest frame of a lane's camera as JPEG, for the port's page. Made when asked for, kept nowhere. */
import sharp from 'sharp';
import type { Frame } from '../../kernel/index.ts';

const WIDTH_MAX = 640;
const QUALITY = 78;

export async function encodePicture({ data, width, height }: Frame): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: WIDTH_MAX, withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

/** Passes frames on and remembers the latest of each lane, for as long as somebody stands there. */
export class LastFrames {
  readonly #frames = new Map<string, Frame>();

  see(lane: string, frame: Frame | null): Frame | null {
    if (frame) this.#frames.set(lane, frame);
    return frame;
  }

  forget(lane: string): void {
    this.#frames.delete(lane);
  }

  of(lane: string): Frame | undefined {
    return this.#frames.get(lane);
  }
}
