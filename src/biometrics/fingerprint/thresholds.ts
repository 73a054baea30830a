import type { FingerThreshold } from './verify.ts';

/**
 * Measured on FVC2002 DB1_B to DB4_B together (11,448 impostor pairs of 40 fingers, 1,113 genuine pairs), one impression
 * against one: FNMR 0.4 %, 2.2 % and 3.9 % in this order. The last rests on a single impostor pair.
 * Operators who measure on their own readers replace them.
 */
export const FINGER_THRESHOLDS = {
  'finger-fmr-1e-2': { id: 'finger-fmr-1e-2', fmr: 1e-2, scoreMin: -0.9 },
  'finger-fmr-1e-3': { id: 'finger-fmr-1e-3', fmr: 1e-3, scoreMin: 1.55 },
  'finger-fmr-1e-4': { id: 'finger-fmr-1e-4', fmr: 1e-4, scoreMin: 3.4 },
} as const satisfies Record<string, FingerThreshold>;
