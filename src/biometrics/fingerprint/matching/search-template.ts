/** The fast form of a template: flat arrays at 500 dpi, everything that one side alone decides worked out ahead. Never stored. */

import type { FlowField } from '../template.ts';

export interface SearchTemplate {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radians, x towards y. */
  readonly direction: Float32Array;
  /** Distance of minutia j from i at `i * count + j`, pixels. */
  readonly distance: Float32Array;
  /** Direction in which j lies seen from i, relative to the direction of i, (-π, π]. */
  readonly bearing: Float32Array;
  /** For each minutia its nearest neighbours, nearest first: `neighbourCount` indices, -1 where there are fewer. */
  readonly neighbours: Int16Array;
  readonly neighbourCount: number;
  /** Texture samples of each minutia (see texture.ts). */
  readonly texture: Uint8Array;
  /** As stored, or made up from the minutiae where the template has none. */
  readonly flow: FlowField;
}
