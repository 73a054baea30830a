/** Which steps a case leaves to an officer. The server judges again; this only spares a refusal. */
import type { DeskCaseView } from '../../../src/server/index.ts';
import type { OfficerStep } from '../../../src/services/index.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import type { Words } from '../../shared/i18n/words.ts';

export interface Way {
  readonly action: OfficerStep['action'];
  readonly text: Words;
  /** A reason is asked for. */
  readonly reason: boolean;
  /** The way that is most often right: it is drawn so. */
  readonly first?: true;
}

const TAKE: Way = { action: 'take', text: deskWords.take, reason: false, first: true };
const DECIDE: readonly Way[] = [
  { action: 'propose-grant', text: deskWords.proposeGrant, reason: true, first: true },
  { action: 'propose-refuse', text: deskWords.proposeRefuse, reason: true },
  { action: 'return', text: deskWords.return, reason: true },
];
const SECOND: readonly Way[] = [
  { action: 'agree', text: deskWords.agree, reason: false, first: true },
  { action: 'disagree', text: deskWords.disagree, reason: true },
];

export function waysOf(
  { state, owner, proposal }: Pick<DeskCaseView, 'state' | 'owner' | 'proposal'>,
  officer: string,
): { readonly note?: Words; readonly ways: readonly Way[] } {
  if (state === 'returned') return { note: deskWords.waiting, ways: [] };
  if (state === 'proposed')
    return proposal?.officer === officer ? { note: deskWords.fourEyes, ways: [] } : { ways: SECOND };
  if (state !== 'in-review') return { note: deskWords.done, ways: [] };
  return owner === officer ? { ways: DECIDE } : { ways: [TAKE] };
}
