/**
 * Presentation attack detection, after ISO/IEC 30107: whether a face before the camera is a living one or a print, a
 * screen, a mask. An engine plugs in here. Free of Node.
 */
import type { Frame } from '../../kernel/index.ts';

/** What was held before the camera, as ISO/IEC 30107-3 sorts artefacts into species. */
export const PAD_SPECIES = ['print', 'screen', 'mask-2d', 'mask-3d', 'other'] as const;
export type PadSpecies = (typeof PAD_SPECIES)[number];

export type PadResult =
  /** No engine, or none of the frames could be used: nothing is known, which is not the same as harmless. */
  | { readonly evaluated: false; readonly reason: 'no-engine' | 'no-face' | 'too-few-frames' }
  | {
      readonly evaluated: true;
      /** 0 an attack, 1 a bona fide presentation. */
      readonly score: number;
      /** The same for each species that the engine tells apart. */
      readonly species?: Readonly<Partial<Record<PadSpecies, number>>>;
      /** True for an engine whose error rates are unknown or poor: it may be shown, it must not decide. */
      readonly advisory: boolean;
      /** Name of the engine. */
      readonly engine: string;
    };

export interface PadEngine {
  readonly name: string;
  /** Consecutive frames of one person, oldest first. */
  evaluate(frames: readonly Frame[]): Promise<PadResult>;
  close(): Promise<void>;
}

/** Stands where none is installed, so that its absence is said and never mistaken for a pass. */
export const noPad: PadEngine = {
  name: 'none',
  evaluate: async () => ({ evaluated: false, reason: 'no-engine' }),
  close: async () => {},
};

export interface PadRequirement {
  /** Whether this lane lets nobody through without a verdict. */
  readonly required: boolean;
  /** Least score of a bona fide presentation. */
  readonly threshold: number;
}

export type PadVerdict = 'passed' | 'attack-suspected' | 'not-evaluated' | 'not-required';

/** An advisory engine satisfies no requirement and accuses nobody. */
export function judgePresentation(result: PadResult, { required, threshold }: PadRequirement): PadVerdict {
  if (!result.evaluated || result.advisory) return required ? 'not-evaluated' : 'not-required';
  return result.score >= threshold ? 'passed' : 'attack-suspected';
}
