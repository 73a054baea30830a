import { describe, expect, it } from 'vitest';
import type { DeskCaseHead, DeskCaseView } from '../../../src/server/index.ts';
import type { Field } from '../../portal/form/form-types.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { answerText } from './answers.tsx';
import { whoseWords } from './queue.tsx';
import { waysOf } from './ways.ts';

const actions = (view: Pick<DeskCaseView, 'state' | 'owner' | 'proposal'>) =>
  waysOf(view, 'O-1').ways.map(({ action }) => action);
const proposalOf = (officer: string) => ({ officer, outcome: 'grant' as const, reason: 'x' });

describe('the steps of an officer', () => {
  it('U-08 begin with taking the case: what is nobody’s or a colleague’s is not decided in passing', () => {
    expect(actions({ state: 'in-review' })).toEqual(['take']);
    expect(actions({ state: 'in-review', owner: 'O-2' })).toEqual(['take']);
    expect(actions({ state: 'in-review', owner: 'O-1' })).toEqual([
      'propose-grant',
      'propose-refuse',
      'return',
    ]);
  });

  it('leave the second word to another officer than the first', () => {
    expect(actions({ state: 'proposed', proposal: proposalOf('O-1') })).toEqual([]);
    expect(actions({ state: 'proposed', proposal: proposalOf('O-2') })).toEqual(['agree', 'disagree']);
  });

  it('end with the case', () => {
    for (const state of ['returned', 'granted', 'refused', 'withdrawn'] as const)
      expect(actions({ state, owner: 'O-1' })).toEqual([]);
  });

  it('ask for a reason wherever somebody else has to read one', () => {
    const { ways } = waysOf({ state: 'in-review', owner: 'O-1' }, 'O-1');
    expect(ways.every(({ reason }) => reason)).toBe(true);
  });
});

describe('the queue', () => {
  const head = { id: 'K-1', state: 'in-review' } as DeskCaseHead;
  it('says whose a case is', () => {
    expect(whoseWords(head, 'O-1')).toBe(deskWords.free);
    expect(whoseWords({ ...head, owner: 'O-1' }, 'O-1')).toBe(deskWords.mine);
    expect(whoseWords({ ...head, owner: 'O-2' }, 'O-1')).toBe(deskWords.taken);
    expect(whoseWords({ ...head, owner: 'O-1', proposedBy: 'O-1' }, 'O-1')).toBe(deskWords.yourProposal);
    expect(whoseWords({ ...head, owner: 'O-2', proposedBy: 'O-2' }, 'O-1')).toBe(deskWords.toAgree);
  });
});

describe('answers in words', () => {
  const say = (text: { readonly en: string }) => text.en;
  const label = { 'zh-Hant': '', 'zh-Hans': '', en: '', pt: '' };
  const choice: Field = {
    id: 'why',
    label,
    kind: 'choice',
    options: [{ id: 'lost', text: { ...label, en: 'Lost' } }],
  };
  it('shows an option by its text, an unknown one by its id, an empty one as not answered', () => {
    expect(answerText(choice, 'lost', say)).toBe('Lost');
    expect(answerText(choice, 'gone', say)).toBe('gone');
    expect(answerText(choice, '', say)).toBe('Not answered');
    expect(answerText(choice, undefined, say)).toBe('Not answered');
  });
});
