/** What those answer whom the lane asked: search, law, matcher, store. Late answers change nothing, except to be undone. */
import { admit, askConfirmation } from './approach.ts';
import { refer } from './breaking-off.ts';
import { askFinger, letOut, record } from './chamber.ts';
import type { AttemptEvent, LawFinding } from './events.ts';
import { verifyIfComplete } from './on-face.ts';
import type { LaneReason } from './reasons.ts';
import { closeUp, endAttempt } from './resting.ts';
import type { ConditionKind } from './state.ts';
import type { Turn } from './turn.ts';

type Of<Kind extends AttemptEvent['kind']> = Extract<AttemptEvent, { kind: Kind }>;

/** Which condition waits for which answer; `clearance-recorded` is heard everywhere. */
const AWAITED_IN: Readonly<
  Record<Exclude<AttemptEvent['kind'], 'clearance-recorded'>, readonly ConditionKind[]>
> = {
  identified: ['identifying'],
  'not-recognised': ['identifying'],
  ambiguous: ['identifying'],
  'identify-failed': ['identifying'],
  'already-in-passage': ['deciding'],
  'law-answered': ['deciding'],
  'law-failed': ['deciding'],
  'guardian-ready': ['awaiting-confirmation', 'awaiting-guardian'],
  'finger-captured': ['awaiting-finger'],
  'finger-failed': ['awaiting-finger'],
  verified: ['verifying'],
  'verify-failed': ['verifying'],
  'clearance-failed': ['recording'],
  'crossing-completed': ['completing'],
};

/** Answers that hand the attempt to an officer, whatever else is known. */
const REFERRED_BY = {
  'not-recognised': 'NOT_RECOGNISED',
  ambiguous: 'AMBIGUOUS_MATCH',
  'already-in-passage': 'ALREADY_IN_PASSAGE',
  'law-failed': 'LAW_UNAVAILABLE',
  'finger-failed': 'DEVICE_FAULT',
  'clearance-failed': 'STORE_UNAVAILABLE',
} as const satisfies Partial<Record<AttemptEvent['kind'], LaneReason>>;

export function onAnswer(turn: Turn, event: AttemptEvent): void {
  const current = turn.state.attempt !== null && event.serial === turn.state.serial;
  if (event.kind === 'clearance-recorded') onClearance(turn, event, current);
  else if (current && AWAITED_IN[event.kind].includes(turn.state.condition.kind)) onAwaited(turn, event);
}

function onAwaited(turn: Turn, event: Exclude<AttemptEvent, Of<'clearance-recorded'>>): void {
  switch (event.kind) {
    case 'identified':
      turn.patchAttempt({ traveller: event.traveller });
      turn.do({ kind: 'decide', traveller: event.traveller });
      turn.enter({ kind: 'deciding' }, turn.times.decideMsMax);
      break;
    case 'identify-failed':
    case 'verify-failed':
      refer(turn, event.why === 'timed-out' ? 'TIMED_OUT' : 'DEVICE_FAULT');
      break;
    case 'law-answered':
      onLaw(turn, event.finding);
      break;
    case 'guardian-ready':
      onGuardian(turn);
      break;
    case 'finger-captured':
      onFinger(turn);
      break;
    case 'verified':
      onVerified(turn, event);
      break;
    case 'crossing-completed':
      onCompleted(turn);
      break;
    default:
      refer(turn, REFERRED_BY[event.kind]);
  }
}

function onLaw(turn: Turn, finding: LawFinding): void {
  turn.patchAttempt({
    advice: finding.alternatives,
    identity: finding.identity,
    lawReasons: finding.reasons,
  });
  turn.patchAttempt({ guardian: finding.awaitsGuardian ? 'awaited' : 'none' });
  if (finding.admits) askConfirmation(turn);
  else refer(turn, 'NOT_ELIGIBLE');
}

function onGuardian(turn: Turn): void {
  if (turn.attempt.guardian !== 'awaited') return;
  turn.patchAttempt({ guardian: 'ready' });
  if (turn.state.condition.kind === 'awaiting-guardian') admit(turn);
}

function onFinger(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind !== 'awaiting-finger' || condition.finger) return;
  turn.amend({ ...condition, finger: true });
  verifyIfComplete(turn);
}

function onVerified(turn: Turn, { face, finger, guidance }: Of<'verified'>): void {
  if (face === 'match' && finger === 'match') {
    record(turn, 'automatic');
    return;
  }
  const mismatched = turn.attempt.mismatched || face === 'no-match' || finger === 'no-match';
  const fingerTries = turn.attempt.fingerTries + 1;
  turn.patchAttempt({ fingerTries, mismatched });
  if (fingerTries < turn.config.fingerTriesMax) askFinger(turn, guidance);
  else refer(turn, mismatched ? 'BIOMETRIC_MISMATCH' : 'FINGER_UNREADABLE');
}

function onClearance(turn: Turn, event: Of<'clearance-recorded'>, current: boolean): void {
  if (current && turn.attempt.clearance === event.clearance) return;
  if (current && turn.state.condition.kind === 'recording') letOut(turn, event.clearance);
  else turn.do({ kind: 'void-clearance', clearance: event.clearance, serial: event.serial });
}

function onCompleted(turn: Turn): void {
  turn.do({ kind: 'offer-receipt' });
  endAttempt(turn, 'passed');
  closeUp(turn);
}
