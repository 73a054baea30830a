/** Uncompressed pixels as a file holds them, ready to be scaled. */
import type { ImageSize } from './limits.ts';

export interface Raster extends ImageSize {
  readonly channels: 1 | 3;
  /** Rows from the top, `width * height * channels` bytes. */
  readonly data: Uint8Array;
}

/** A file whose header has been read; its pixels wait until its size has been judged. */
export interface RasterFile extends ImageSize {
  /** Pixels an inch, where the file states it. */
  readonly dpi?: number;
  readonly pixels: () => Raster;
}
