/** Why a lane ended a passage otherwise than by the exit. Closed; the law's own reasons stand beside NOT_ELIGIBLE. */
export const LANE_REASONS = [
  'NOT_RECOGNISED',
  'AMBIGUOUS_MATCH',
  'MORE_THAN_ONE_FACE',
  'MORE_THAN_ONE_PERSON',
  'NOBODY_ENTERED',
  'POOR_CAPTURE',
  'BIOMETRIC_MISMATCH',
  'FINGER_UNREADABLE',
  'NOT_ME',
  'NOT_ELIGIBLE',
  'CONSENT_WITHDRAWN',
  'ALREADY_IN_PASSAGE',
  'PAD_REQUIRED',
  'DEVICE_FAULT',
  'STORE_UNAVAILABLE',
  'LAW_UNAVAILABLE',
  'TIMED_OUT',
  'CANCELLED',
  'WALKED_BACK',
  'OFFICER_CALLED',
  'SECONDARY_INSPECTION',
  'FORCED_GATE',
  'CLOCK_UNTRUSTED',
] as const;
export type LaneReason = (typeof LANE_REASONS)[number];

/** What can be wrong with a lane. `forced`: a gate was forced, until an officer resets the lane. */
export const LANE_FAULTS = [
  'camera',
  'chamber-camera',
  'finger-reader',
  'occupancy',
  'entry-gate',
  'exit-gate',
  'screen',
  'signal',
  'printer',
  'clock',
  'store',
  'forced',
] as const;
export type LaneFault = (typeof LANE_FAULTS)[number];

/** A lane works on without a lamp or a receipt on paper; nothing else may be missing. */
export const isFatal = (fault: LaneFault): boolean => fault !== 'signal' && fault !== 'printer';

const FAULT_REASONS: Partial<Record<LaneFault, LaneReason>> = {
  clock: 'CLOCK_UNTRUSTED',
  store: 'STORE_UNAVAILABLE',
  forced: 'FORCED_GATE',
};
export const reasonOfFault = (fault: LaneFault): LaneReason => FAULT_REASONS[fault] ?? 'DEVICE_FAULT';
