/**
 * The first of two stages at many dimensions: a sketch of each row (its signs, one bit a dimension) that proves
 * of almost every row that it cannot reach a high limit, reading an eighth of the memory. It never answers by
 * itself: rows that it cannot exclude are compared exactly, and below `SKETCH_LIMIT_MIN` it is not used at all.
 *
 * Why no row is missed. Let s be the signs of a row x, φ the angle between x and s, θ that between the probe p
 * and s, and α = arccos(limit). Angles obey the triangle inequality, so the angle between p and x is at least
 * θ − φ. A row with cos(p, x) ≥ limit therefore has θ ≤ φ + α, that is
 *   ⟨p, s⟩ ≥ |p| √d cos(φ + α).                                                                          (1)
 * φ is a property of the row alone: cos φ = Σ|x_i| / (|x| √d). It is kept as a class whose lower bound of cos φ
 * is used (a larger φ, a smaller right side). ⟨p, s⟩ is added up from table entries that are rounded up (a
 * larger left side), and the right side is rounded down. So (1) as computed holds for every row that reaches
 * the limit, and a row for which it fails is excluded with certainty, whatever the templates are.
 *
 * A random row has θ near 90°, and signs lie near φ = 37° of it: the limit has to exceed cos(53°) by some
 * standard deviations (1/√d) for (1) to exclude much. Hence the least limit below.
 */
import type { ScanKernel } from './scan-kernel.ts';

/** The least limit at which the sketch excludes all but about one row in two thousand at 512 dimensions. */
export const SKETCH_LIMIT_MIN = 0.72;
/** With fewer dimensions the exact scan is quicker. */
export const SKETCH_DIMS_MIN = 512;
/** Four blocks of 16 rows, a stride apart. */
export const SKETCH_ROWS_AT_ONCE = 64;
export const SKETCH_BLOCKS = 4;

/** Class 0 excludes nothing, class 15 is a row without a template; class c says cos φ ≥ 0.72 + c / 100. */
const CLASS_EMPTY = 15;
const CLASS_COSINE_BASE = 0.72;
const CLASS_COSINE_STEP = 0.01;
const TABLE_MAX = 127;
const TABLE_SIZE = 16;
const NEVER = 65_535;
/** Covers the rounding of 64-bit numbers in (1), which is near 1e-12 of the sums. */
const ROUNDING_SLACK = 1e-6;

export interface SketchPlaces {
  readonly tablesAt: number;
  readonly classesAt: number;
  readonly signsAt: number;
  readonly hitsAt: number;
  readonly hitsMax: number;
}

export class SketchStore {
  readonly #dims: number;
  readonly #places: SketchPlaces;
  readonly #kernel: ScanKernel;
  readonly #tables: Uint8Array;
  readonly #limits: Uint8Array;
  readonly #classes: Uint8Array;
  readonly #signs: Uint8Array;

  constructor(
    memory: WebAssembly.Memory,
    kernel: ScanKernel,
    dims: number,
    capacity: number,
    places: SketchPlaces,
  ) {
    this.#dims = dims;
    this.#places = places;
    this.#kernel = kernel;
    this.#tables = new Uint8Array(memory.buffer, places.tablesAt, dims * 4);
    this.#limits = new Uint8Array(memory.buffer, places.tablesAt + dims * 4, 2 * TABLE_SIZE);
    this.#classes = new Uint8Array(memory.buffer, places.classesAt, capacity);
    this.#signs = new Uint8Array(memory.buffer, places.signsAt, (capacity * dims) / 8);
  }

  /** `length` is the Euclidean length of the template. */
  write(row: number, template: Int8Array, length: number): void {
    const signs = this.#signs;
    let [sum, place] = [0, this.#placeOf(row, 0)];
    for (let i = 0; i < template.length; place += 16) {
      let bits = 0;
      for (let bit = 1; bit < 256; bit <<= 1, i++) {
        const value = template[i]!;
        if (value >= 0) bits |= bit;
        sum += value < 0 ? -value : value;
      }
      signs[place] = bits;
    }
    const cosine = sum / (length * Math.sqrt(this.#dims));
    const steps = Math.floor((cosine - CLASS_COSINE_BASE) / CLASS_COSINE_STEP - ROUNDING_SLACK);
    this.#classes[row] = Math.max(0, Math.min(CLASS_EMPTY - 1, steps));
  }

  clear(row: number): void {
    this.#classes[row] = CLASS_EMPTY;
    for (let byte = 0; byte < this.#dims / 8; byte++) this.#signs[this.#placeOf(row, byte)] = 0;
  }

  /** Makes the tables of a probe for a limit of at least `SKETCH_LIMIT_MIN`; `length` is the probe's. */
  prepare(probe: Int8Array, length: number, limit: number): void {
    const reach = Math.max(...this.#groups(probe).map(absoluteSum));
    const unit = (2 * reach) / TABLE_MAX;
    let offset = 0;
    this.#groups(probe).forEach((group, index) => {
      const most = absoluteSum(group);
      offset += most;
      for (let signs = 0; signs < TABLE_SIZE; signs++) {
        this.#tables[index * TABLE_SIZE + signs] = Math.ceil((signedSum(group, signs) + most) / unit - 1e-9);
      }
    });
    this.#setLimits(length * Math.sqrt(this.#dims), limit, offset, unit);
  }

  /** Lists rows that may reach the limit, from place `row` of the four blocks on; the place to go on with, up to a quarter of `end`. */
  list(row: number, end: number): number {
    const stride = end / SKETCH_BLOCKS;
    const { signsAt, classesAt, tablesAt, hitsAt, hitsMax } = this.#places;
    const limitsAt = tablesAt + this.#dims * 4;
    const bytesPerRow = this.#dims / 8;
    return (
      this.#kernel.sketch(
        signsAt,
        classesAt,
        row,
        stride,
        stride,
        bytesPerRow,
        tablesAt,
        limitsAt,
        hitsAt,
        hitsMax,
      ) >>> 0
    );
  }

  /** Overwrites what the tables tell of the probe. */
  forget(): void {
    this.#tables.fill(0);
  }

  #placeOf(row: number, byte: number): number {
    return (row >> 4) * 2 * this.#dims + byte * 16 + (row & 15);
  }

  #groups(probe: Int8Array): Int8Array[] {
    return Array.from({ length: this.#dims / 4 }, (_, i) => probe.subarray(i * 4, i * 4 + 4));
  }

  /** The right side of (1) for each class, in units of the table. */
  #setLimits(scale: number, limit: number, offset: number, unit: number): void {
    const alpha = Math.acos(limit);
    for (let cls = 0; cls < TABLE_SIZE; cls++) {
      const phi = Math.acos(CLASS_COSINE_BASE + cls * CLASS_COSINE_STEP);
      const bound = (scale * (Math.cos(phi + alpha) - ROUNDING_SLACK) + offset) / unit;
      const least = cls === 0 ? 0 : cls === CLASS_EMPTY ? NEVER : Math.max(0, Math.floor(bound));
      this.#limits[cls] = least & 255;
      this.#limits[TABLE_SIZE + cls] = least >> 8;
    }
  }
}

const absoluteSum = (group: Int8Array) => group.reduce((sum, value) => sum + Math.abs(value), 0);

const signedSum = (group: Int8Array, signs: number) =>
  group.reduce((sum, value, bit) => sum + (signs & (1 << bit) ? value : -value), 0);
