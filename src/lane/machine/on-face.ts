/** What the cameras see. Guidance is help, never a failure. */
import { type AwaitingFace, beginAttempt, identify } from './approach.ts';
import { abandon, refer } from './breaking-off.ts';
import { showMissing, verify } from './chamber.ts';
import type { FaceEvent, PadOutcome } from './events.ts';
import type { Condition } from './state.ts';
import type { Turn } from './turn.ts';

type AwaitingFinger = Extract<Condition, { kind: 'awaiting-finger' }>;

export function onFace(turn: Turn, event: FaceEvent): void {
  if (event.place === 'chamber') onChamberFace(turn, event);
  else onApproachFace(turn, event);
}

function onApproachFace(turn: Turn, event: FaceEvent): void {
  const { kind } = turn.state.condition;
  if (kind === 'free' && event.kind !== 'face-lost') beginAttempt(turn);
  const { condition } = turn.state;
  if (condition.kind === 'awaiting-face') onAwaitedFace(turn, condition, event);
}

function onAwaitedFace(turn: Turn, condition: AwaitingFace, event: FaceEvent): void {
  switch (event.kind) {
    case 'face-captured':
      capture(turn, condition, event.pad);
      break;
    case 'face-guided':
      guide(turn, condition, event.guidance);
      break;
    case 'faces-several':
      if (condition.last !== 'several') startOver(turn, { ...condition, last: 'several' });
      break;
    case 'face-lost':
      if (condition.last !== 'none') startOver(turn, { ...condition, last: 'none' });
      break;
  }
}

function capture(turn: Turn, condition: AwaitingFace, pad: PadOutcome): void {
  if (turn.config.pad === 'required' && pad !== 'passed') {
    refer(turn, 'PAD_REQUIRED');
    return;
  }
  const captures = condition.captures + 1;
  turn.amend({ ...condition, captures, last: 'captured', guidance: '' });
  turn.do({ kind: 'cancel-timer', timer: 'settle' });
  if (captures >= turn.config.approachFrames) identify(turn);
  else turn.show('look-at-camera', 'wait');
}

function guide(turn: Turn, condition: AwaitingFace, hints: readonly string[]): void {
  const guidance = hints.join();
  if (condition.last === 'guided' && condition.guidance === guidance) return;
  turn.amend({ ...condition, last: 'guided', guidance });
  turn.do({ kind: 'cancel-timer', timer: 'settle' });
  turn.show('adjust', 'wait', { guidance: hints });
}

/** The frames so far may show somebody else: they must not be mixed with the next ones. */
function startOver(turn: Turn, condition: AwaitingFace): void {
  turn.amend({ ...condition, captures: 0, guidance: '' });
  turn.do({ kind: 'capture-face', place: 'approach' });
  if (condition.last === 'none') {
    turn.do({ kind: 'start-timer', timer: 'settle', ms: turn.times.faceLostMsMax });
    turn.show('look-at-camera', 'wait');
  } else {
    turn.do({ kind: 'cancel-timer', timer: 'settle' });
    turn.show('one-person-only', 'stop');
  }
}

export function onFaceGone(turn: Turn, condition: AwaitingFace): void {
  if (condition.last === 'none') abandon(turn, 'WALKED_BACK');
}

function onChamberFace(turn: Turn, event: FaceEvent): void {
  const { condition } = turn.state;
  if (condition.kind !== 'awaiting-finger') return;
  switch (event.kind) {
    case 'faces-several':
      refer(turn, 'MORE_THAN_ONE_FACE');
      break;
    case 'face-guided':
      guideInside(turn, condition, event.guidance);
      break;
    case 'face-lost':
      guideInside(turn, condition, ['no-face']);
      break;
    case 'face-captured':
      captureInside(turn, condition, event.pad);
      break;
  }
}

/** Only while the face is still wanted, and only when something new is to be said. */
function guideInside(turn: Turn, condition: AwaitingFinger, hints: readonly string[]): void {
  if (condition.captures >= turn.config.chamberFrames || condition.hints.join() === hints.join()) return;
  turn.amend({ ...condition, hints });
  showMissing(turn);
}

function captureInside(turn: Turn, condition: AwaitingFinger, pad: PadOutcome): void {
  if (turn.config.pad === 'required' && pad !== 'passed') {
    refer(turn, 'PAD_REQUIRED');
    return;
  }
  const captures = condition.captures + 1;
  turn.amend({ ...condition, captures, hints: [] });
  if (captures >= turn.config.chamberFrames) turn.do({ kind: 'stop-face' });
  verifyIfComplete(turn);
  if (condition.hints.length > 0) showMissing(turn);
}

export function verifyIfComplete(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind !== 'awaiting-finger' || !condition.finger) return;
  if (condition.captures >= turn.config.chamberFrames) verify(turn);
}

/** Why standing before the camera led nowhere. */
export function reasonOfNoFace(condition: AwaitingFace) {
  if (condition.last === 'several') return 'MORE_THAN_ONE_FACE';
  return condition.last === 'guided' ? 'POOR_CAPTURE' : 'TIMED_OUT';
}
