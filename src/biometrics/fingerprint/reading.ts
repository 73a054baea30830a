import type { FingerTemplate } from './template.ts';

/** What the person can do so that the next touch is better. */
export type FingerGuidance =
  | 'no-finger'
  | 'press-firmer'
  | 'press-lighter'
  | 'dry-finger'
  | 'moisten-finger'
  | 'cover-more'
  | 'centre'
  | 'clean-reader';

/** Measures of one touch, each 0 (useless) to 100 (as good as it gets), named after ISO/IEC 29794-4 where it has them. */
export interface FingerMeasures {
  /** Skin that touched, against that of a well placed adult finger, or against the picture where that is smaller. */
  readonly area: number;
  /** Difference of brightness between ridges and valleys. */
  readonly contrast: number;
  /** How clearly the ridges have one direction in each place. */
  readonly orientationCertainty: number;
  /** How even ridges and valleys follow each other: of all measures the one that foretells matching best. */
  readonly ridgeValleyUniformity: number;
  /** Balance of ridges and valleys: a dry finger breaks its ridges, a wet one fills its valleys. */
  readonly moisture: number;
  /** Minutiae found, against the dozen or so that a comparison lives on. */
  readonly minutiae: number;
  /** How near the finger's middle is to the picture's. */
  readonly centring: number;
  /** Whether the outline is round as a finger's, not cut off in a straight line inside the picture. */
  readonly wholeness: number;
  /** Whether the picture has the size of a finger picture at all: 0 or 100. */
  readonly dimensions: number;
}

export type FingerMeasure = keyof FingerMeasures;

export interface FingerQuality extends FingerMeasures {
  /** One figure for lists and trends; the gate looks at the measures, not at it. */
  readonly overall: number;
}

/** Outcome of reading one picture. A poor one has no template: it would only lead to refusals later. */
export type FingerReading =
  | {
      readonly outcome: 'no-finger' | 'poor';
      readonly quality: FingerQuality;
      /** Measures under their floor, worst first. */
      readonly failed: readonly FingerMeasure[];
      readonly guidance: readonly FingerGuidance[];
    }
  | { readonly outcome: 'ok'; readonly quality: FingerQuality; readonly template: FingerTemplate };
