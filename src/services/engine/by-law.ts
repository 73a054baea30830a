/** From an answer of the law to what becomes of a case: doubt goes to an officer, never to a guess. */
import { RoomError } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Verdict } from './service.ts';

/** `granted`: the decisions that say yes. Throws FIELD_INVALID for facts that the law cannot read. */
export function byLaw(decision: Decision, granted: readonly string[]): Verdict {
  if (decision.decision === 'ERROR') throw unreadable(decision);
  if (decision.decision === 'REFER') return { outcome: 'to-officer', decision };
  return { outcome: granted.includes(decision.decision) ? 'granted' : 'refused', decision };
}

function unreadable({ outputs = {} }: Decision): RoomError {
  const [field, expected] = [String(outputs.field ?? 'answers'), String(outputs.expected ?? 'another value')];
  return new RoomError('FIELD_INVALID', `${field}: expected ${expected}. Nothing was used up.`, {
    field,
    expected,
  });
}
