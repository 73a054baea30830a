/** The fast form of a template: flat arrays at 500 dpi, everything that one side alone decides worked out ahead. Never stored. */

import type { FlowField } from '../template.ts';

export interface SearchTemplate {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radians within (-π, π], x towards y. */
  readonly direction: Float32Array;
  /** Distance of minutia j from i at `i * count + j`, pixels. */
  readonly distance: Float32Array;
  /** Direction in which j lies seen from i, relative to the direction of i, (-π, π]. */
  readonly bearing: Float32Array;
  /** The nearest neighbours of each minutia. */
  readonly near: Neighbours;
  /** Texture samples of each minutia (see texture.ts). */
  readonly texture: Texture;
  /** As stored, or made up from the minutiae where the template has none. */
  readonly flow: FlowField;
}

/** Neighbours of minutia i, nearest first, at `i * NEAR` and after (`NEAR` is `MATCHING.neighbours`). */
export interface Neighbours {
  /** How many there are. */
  readonly count: Uint8Array;
  /** … and how many of them lie within reach. */
  readonly within: Uint8Array;
  /** Pixels. */
  readonly distance: Float32Array;
  /** Where the neighbour lies and how it points, both relative to the minutia's direction, (-π, π]. */
  readonly bearing: Float32Array;
  readonly turn: Float32Array;
}

export interface Texture {
  /** Orientation samples; `MISSING` off the finger. */
  readonly samples: Int16Array;
  /** One bit for each sample that is on the finger. */
  readonly known: Int32Array;
}
