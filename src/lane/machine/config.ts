/** Every tunable of a lane, with its unit. */
export interface LaneConfig {
  /** R4: with `required`, a face whose presentation attack detection did not pass goes to an officer. */
  readonly pad: 'required' | 'advisory';
  /** Good frames that make one probe for the search. */
  readonly approachFrames: number;
  /** Good frames that make the probe for the 1:1 check inside. */
  readonly chamberFrames: number;
  /** Faces inside that did not fit before an officer takes over. How often a finger is tried is the matcher's to say. */
  readonly faceMissesMax: number;
  readonly times: LaneTimes;
}

/** All in milliseconds. */
export interface LaneTimes {
  /** Standing before the camera without success. */
  readonly faceMsMax: number;
  /** Without any face: the person walked away. */
  readonly faceLostMsMax: number;
  readonly identifyMsMax: number;
  readonly decideMsMax: number;
  readonly confirmMsMax: number;
  /** D-08: a minor waits for the guardian before the entry. */
  readonly guardianMsMax: number;
  /** One travel of a gate. */
  readonly gateMsMax: number;
  /** From an open entry gate to a body inside. */
  readonly enterMsMax: number;
  /** How long the count of bodies must hold; longer than the sensors may differ. */
  readonly occupancySettleMs: number;
  readonly fingerMsMax: number;
  readonly verifyMsMax: number;
  readonly recordMsMax: number;
  /** From an open exit gate to an empty chamber. */
  readonly leaveMsMax: number;
  readonly completeMsMax: number;
  /** How long the entry stays open after the chamber emptied, before it closes. */
  readonly releaseDwellMs: number;
  /** Between two attempts to move a gate that does not. */
  readonly retryMs: number;
  /** How long a referral is shown outside. */
  readonly referralShownMs: number;
  readonly secondaryMsMax: number;
  /** T8: a body inside for so long calls an officer. */
  readonly officerMs: number;
  /** T8: a body inside for so long is let out at the entry side. */
  readonly releaseMs: number;
}

export const DEFAULT_LANE_CONFIG: LaneConfig = {
  pad: 'required',
  approachFrames: 2,
  chamberFrames: 1,
  faceMissesMax: 3,
  times: {
    faceMsMax: 20_000,
    faceLostMsMax: 4_000,
    identifyMsMax: 5_000,
    decideMsMax: 3_000,
    confirmMsMax: 20_000,
    guardianMsMax: 60_000,
    gateMsMax: 4_000,
    enterMsMax: 12_000,
    occupancySettleMs: 600,
    fingerMsMax: 15_000,
    verifyMsMax: 5_000,
    recordMsMax: 5_000,
    leaveMsMax: 12_000,
    completeMsMax: 10_000,
    releaseDwellMs: 1_500,
    retryMs: 3_000,
    referralShownMs: 10_000,
    secondaryMsMax: 120_000,
    officerMs: 30_000,
    releaseMs: 60_000,
  },
};
