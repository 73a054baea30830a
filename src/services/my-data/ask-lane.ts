/** What a document allows today: the law of the lane asked with what is on file about its holder. */
import { formatInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { LaneFacts, MyDataParts } from './parts.ts';

/** Leaving the mainland alone at this port, now. */
export function askLane(
  { law, clock, port }: Pick<MyDataParts, 'law' | 'clock' | 'port'>,
  { documentId: _, ...facts }: LaneFacts,
): Decision {
  const at = formatInstant(clock.now());
  return law.decide('lane', { at, port, direction: 'exit', ...facts, companion: null });
}
