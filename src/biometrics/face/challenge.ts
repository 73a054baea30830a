/**
 * Challenges: the traveller is asked to turn the head or to blink, and the frames are watched for it. A cheap second line
 * against a still picture, never a control: a film of the right movement passes. Free of Node.
 */
import type { Frame, Random } from '../../kernel/index.ts';
import type { PadEngine, PadResult } from './pad.ts';
import type { FaceAttitude, FaceEngine } from './reading.ts';

/** Left and right are the traveller's own. */
export const CHALLENGES = ['turn-left', 'turn-right', 'blink'] as const;
export type Challenge = (typeof CHALLENGES)[number];

export type ChallengeOutcome = 'done' | 'not-done' | 'too-few-frames';

/** Drawn anew for each traveller, so that a film made beforehand has one chance in three. */
export const drawChallenge = (random: Random): Challenge =>
  CHALLENGES[random.int(0, CHALLENGES.length - 1)] ?? 'blink';

const FRAMES_MIN = 3;

/** Degrees. Rendered heads at 0° measure up to 10° with the sway of a person standing, at 20° at least 19°. */
const STRAIGHT_YAW_MAX = 12;
const TURNED_YAW_MIN = 18;
/** Between two frames a head turns less; a cut from one picture to another may not. */
const YAW_STEP_MAX = 30;

/** Quality of the component "eyes open". Closed eyes of rendered heads reach 58, open ones begin at 95. */
const EYES_OPEN_MIN = 80;
const EYES_CLOSED_MAX = 60;
/** Beyond this a lid cannot be told from the side of the nose. */
const BLINK_YAW_MAX = 20;

/** @param attitudes of consecutive frames of one person, oldest first */
export function judgeChallenge(challenge: Challenge, attitudes: readonly FaceAttitude[]): ChallengeOutcome {
  if (attitudes.length < FRAMES_MIN) return 'too-few-frames';
  const done =
    challenge === 'blink' ? blinks(attitudes) : turns(attitudes, challenge === 'turn-left' ? 1 : -1);
  return done ? 'done' : 'not-done';
}

/** Straight, then turned far enough to the wanted side, without a jump between. */
function turns(attitudes: readonly FaceAttitude[], side: 1 | -1): boolean {
  let [wasStraight, before] = [false, Number.NaN];
  for (const { yawDeg } of attitudes) {
    if (Math.abs(yawDeg - before) > YAW_STEP_MAX) wasStraight = false;
    if (Math.abs(yawDeg) <= STRAIGHT_YAW_MAX) wasStraight = true;
    if (wasStraight && side * yawDeg >= TURNED_YAW_MIN) return true;
    before = yawDeg;
  }
  return false;
}

/** Open, closed, open again, looking at the camera all the while. */
function blinks(attitudes: readonly FaceAttitude[]): boolean {
  let stage = 0;
  for (const { yawDeg, eyesOpen } of attitudes) {
    if (Math.abs(yawDeg) > BLINK_YAW_MAX) stage = 0;
    else if (eyesOpen >= EYES_OPEN_MIN) {
      if (stage === 2) return true;
      stage = 1;
    } else if (eyesOpen <= EYES_CLOSED_MAX && stage === 1) stage = 2;
  }
  return false;
}

/** A challenge as a PAD engine: always advisory, so that it satisfies no requirement and accuses nobody. */
export function challengePad(face: Pick<FaceEngine, 'read'>, challenge: Challenge): PadEngine {
  const name = `challenge-${challenge}`;
  return {
    name,
    async evaluate(frames) {
      const attitudes = await attitudesIn(face, frames);
      if (attitudes.length === 0 && frames.length > 0) return { evaluated: false, reason: 'no-face' };
      return asPadResult(judgeChallenge(challenge, attitudes), name);
    },
    close: async () => {},
  };
}

async function attitudesIn(
  face: Pick<FaceEngine, 'read'>,
  frames: readonly Frame[],
): Promise<readonly FaceAttitude[]> {
  const attitudes: FaceAttitude[] = [];
  for (const frame of frames) {
    const reading = await face.read(frame, 'enrol');
    if ('attitude' in reading) attitudes.push(reading.attitude);
  }
  return attitudes;
}

const asPadResult = (outcome: ChallengeOutcome, engine: string): PadResult =>
  outcome === 'too-few-frames'
    ? { evaluated: false, reason: outcome }
    : { evaluated: true, score: outcome === 'done' ? 1 : 0, advisory: true, engine };
