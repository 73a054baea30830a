import type { FingerThreshold } from './verify.ts';

/**
 * Measured on FVC2002 DB1_B to DB4_B together (11,520 impostor pairs of 40 fingers, 1,120 genuine pairs): FNMR 1.3 %,
 * 2.3 % and 3 % in this order, one impression against one. The last rests on one or two impostor pairs.
 * Operators who measure on their own readers replace them.
 */
export const FINGER_THRESHOLDS = {
  'finger-fmr-1e-2': { id: 'finger-fmr-1e-2', fmr: 1e-2, scoreMin: -0.9 },
  'finger-fmr-1e-3': { id: 'finger-fmr-1e-3', fmr: 1e-3, scoreMin: 1.5 },
  'finger-fmr-1e-4': { id: 'finger-fmr-1e-4', fmr: 1e-4, scoreMin: 2.8 },
} as const satisfies Record<string, FingerThreshold>;
