/** How an attempt is marked when it will not end by the exit, and what it is owed then. */
import type { LaneFault, LaneReason } from './reasons.ts';
import type { Attempt } from './state.ts';
import type { Turn } from './turn.ts';

const unique = <T>(items: readonly T[], item: T): readonly T[] =>
  items.includes(item) ? items : [...items, item];

/** Adds a reason; a referral is recorded and an officer called, once for each reason. */
export function markEnding(turn: Turn, reason: LaneReason, ending: NonNullable<Attempt['ending']>): void {
  const known = turn.attempt.reasons.includes(reason) && turn.attempt.ending === 'referred';
  const worst = turn.attempt.ending === 'referred' ? 'referred' : ending;
  turn.patchAttempt({ reasons: unique(turn.attempt.reasons, reason), ending: worst });
  if (ending === 'abandoned' || known) return;
  if (turn.state.attempt) {
    const { reasons, lawReasons } = turn.attempt;
    turn.do({ kind: 'record-referral', reasons, lawReasons });
  }
  turn.callOfficer(reason);
}

/** A clearance nobody left with is void, and so is one that may still be on its way. */
export function giveBack(turn: Turn): void {
  const { clearance } = turn.attempt;
  const asked = turn.state.condition.kind === 'recording';
  if (clearance === null && !asked) return;
  turn.do({ kind: 'void-clearance', clearance, serial: turn.state.serial });
  turn.patchAttempt({ clearance: null, exitMoved: false });
}

export function addFault(turn: Turn, fault: LaneFault): void {
  if (!turn.state.faults.includes(fault)) turn.patch({ faults: [...turn.state.faults, fault] });
}
