/** What those answer whom the lane asked: search, law, matcher, store. Late answers change nothing, except to be undone. */
import { admit, askConfirmation } from './approach.ts';
import { refer } from './breaking-off.ts';
import { askFinger, letOut, record, showMissing } from './chamber.ts';
import type { AttemptEvent, FingerChoice, FingerVerdict, LawFinding } from './events.ts';
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
  'finger-chosen': [
    'awaiting-confirmation',
    'awaiting-guardian',
    'entry-opening',
    'awaiting-entry',
    'chamber-closing',
    'checking-occupancy',
    'awaiting-finger',
  ],
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
    case 'finger-chosen':
      onFingerChosen(turn, event.choice);
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

function onFingerChosen(turn: Turn, choice: FingerChoice): void {
  if (turn.attempt.fingerAsk !== null) return;
  if (choice.kind === 'refer') {
    refer(turn, reasonOfFinger(choice));
    return;
  }
  turn.patchAttempt({ fingerAsk: choice.ask });
  showMissing(turn);
}

function onFinger(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind !== 'awaiting-finger' || condition.finger) return;
  turn.amend({ ...condition, finger: true });
  verifyIfComplete(turn);
  // The finger is there and the face is not: now the screen asks for that.
  showMissing(turn);
}

function onVerified(turn: Turn, { face, finger }: Of<'verified'>): void {
  if (face === 'match' && finger.kind === 'match') {
    record(turn, 'automatic');
    return;
  }
  const faceMisses = turn.attempt.faceMisses + (face === 'match' ? 0 : 1);
  turn.patchAttempt({ faceMisses });
  if (finger.kind === 'refer') refer(turn, faceMisses > 0 ? 'BIOMETRIC_MISMATCH' : reasonOfFinger(finger));
  else if (faceMisses >= turn.config.faceMissesMax) refer(turn, 'BIOMETRIC_MISMATCH');
  else askOnceMore(turn, finger);
}

const reasonOfFinger = ({ why }: Extract<FingerVerdict, { kind: 'refer' }>): LaneReason =>
  why === 'no-match' ? 'BIOMETRIC_MISMATCH' : 'FINGER_UNREADABLE';

/** The same finger or the next one; after a finger that fitted it is the face that needs another look. */
function askOnceMore(turn: Turn, finger: Exclude<FingerVerdict, { kind: 'refer' }>): void {
  const before = turn.attempt.fingerAsk;
  const fingerAsk =
    finger.kind === 'again' ? finger.ask : before && { ...before, guidance: ['look-straight'] };
  turn.patchAttempt({ fingerAsk });
  askFinger(turn, before === null || before.finger === fingerAsk?.finger);
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
