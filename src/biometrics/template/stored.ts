/**
 * The stored form of a template: what is sealed into a record. A template has three forms that are kept apart:
 * the *working* form is an engine's own, the *stored* form lasts and is checked on load, the *search* form
 * (int8, rotated for one port) is rebuilt from it and never stored.
 */

/** ISO/IEC 19794-2 table 3: 1 right thumb … 5 right little, 6 left thumb … 10 left little. */
export type FingerPosition = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export interface StoredFace {
  readonly kind: 'face';
  /** Of the model that made it, 64 hexadecimal digits, lower case; others cannot be compared with it. */
  readonly modelSha256: string;
  /** 1 to 4096. */
  readonly dims: number;
  /** Pictures fused into it, 1 to 255. */
  readonly frames: number;
  /** `dims` 32-bit floats, little-endian, of unit length. */
  readonly body: Uint8Array;
}

export interface StoredFinger {
  readonly kind: 'finger';
  /** Name and version of the extractor: 1 to 64 printable ASCII signs without a space. */
  readonly extractor: string;
  /** Impressions in it, 1 to 255. */
  readonly frames: number;
  readonly position: FingerPosition;
  /** As the extractor writes it: 1 byte to 64 KiB. */
  readonly body: Uint8Array;
}

export type StoredTemplate = StoredFace | StoredFinger;

export const DIMS_MAX = 4096;
export const FRAMES_MAX = 255;
export const BODY_BYTES_MAX = 65_536;
