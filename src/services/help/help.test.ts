import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRules } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import { dualLinkage } from '../dual-linkage/dual-linkage.ts';
import { holder, testDesk } from '../engine/desk.fixture.ts';
import { temporaryPermit } from '../temporary-permit/temporary-permit.ts';
import { helpEntries } from './entries.ts';
import { helpDesk } from './help-desk.ts';
import { buildHelpIndex, type HelpIndex } from './search.ts';
import { termsOf } from './search-terms.ts';

let index: HelpIndex;
beforeAll(() => {
  const law = compileRules(loadRules(new URL('../../../rules', import.meta.url).pathname));
  index = buildHelpIndex(helpEntries([temporaryPermit, dualLinkage, helpDesk], law));
});
const first = (query: string) => index.search(query)[0]?.to;

describe('the search of help', () => {
  it('finds a service by what a person would type, in traditional, simplified, English and Portuguese', () => {
    for (const query of ['臨時通行證', '临时通行证', 'temporary permit', 'salvo-conduto temporário'])
      expect(first(query)).toBe('/services/temporary-permit');
  });

  it('simplified and traditional signs find the same, in the same order', () => {
    const found = (query: string) => index.search(query).map(({ to }) => to);
    expect(found('簽注').length).toBeGreaterThan(0);
    expect(found('签注')).toEqual(found('簽注'));
  });

  it('accents, capitals and full-width letters make no difference', () => {
    expect(first('TEMPORARIO salvo')).toBe(first('temporário salvo'));
    expect(first('１２３６７')).toBe('/services/help-desk');
  });

  it('finds rules too, at the address of their clause', () => {
    expect(index.search('採集點').some(({ kind, to }) => kind === 'rule' && to.startsWith('/rules#'))).toBe(
      true,
    );
  });

  it('forgives one slip in a longer question, and finds nothing in what is foreign to it', () => {
    expect(first('temporary travel permit pleease')).toBe('/services/temporary-permit');
    for (const query of ['', '   ', '!?', 'xyzzy', '饕餮']) expect(index.search(query)).toEqual([]);
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        expect(index.search(query, 3).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 40 },
    );
  });

  it('reads signs in pairs and letters in words', () => {
    expect(termsOf('電子簽注 e-Channel 年')).toEqual({
      pairs: ['電子', '子簽', '簽注', '年'],
      words: ['e', 'channel'],
    });
  });
});

describe('the 12367 desk', () => {
  const AT = '2026-11-22T10:00:00+08:00';
  const ANSWERS = { topic: 'stuck', question: 'The page failed.', trace: 'abc-1', reply: 'here' };
  const { person: _, ...nobody } = holder();
  const guest = { ...nobody, guest: true, realPerson: false };

  it('W-09 takes a guest’s question under a number, and an officer answers by message', async () => {
    const { run, desk, officers } = testDesk([helpDesk], AT);
    const { id } = await run('help-desk', ANSWERS, guest);
    expect((await desk.read(id, guest)).record.state).toBe('in-review');
    await officers.step(id, 'O-1', { action: 'return', reason: 'Please try again now.' });
    const { record } = await desk.read(id, guest);
    expect(record.id).toMatch(/^K-/);
    expect(record.body.messages).toMatchObject([{ from: 'officer', text: 'Please try again now.' }]);
    expect((await desk.send(id, guest)).outcome).toBe('sent');
  });

  it('ends when two officers agree that it is answered', async () => {
    const { run, desk, officers } = testDesk([helpDesk], AT);
    const { id } = await run('help-desk', ANSWERS, guest);
    await officers.step(id, 'O-1', { action: 'propose-grant', reason: 'answered' });
    await officers.step(id, 'O-2', { action: 'agree' });
    expect((await desk.read(id, guest)).record.state).toBe('granted');
  });

  it('asks for the trace number only where something went wrong, and for one way to answer', async () => {
    const { run, desk } = testDesk([helpDesk], AT);
    const { id, sent } = await run('help-desk', { ...ANSWERS, topic: 'lane' }, guest);
    expect(sent.outcome).toBe('sent');
    expect((await desk.read(id, guest)).record.body.answers).not.toHaveProperty('trace');
    const without = await run('help-desk', { ...ANSWERS, reply: 'email' }, guest, 'other-key');
    expect(without.sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'email' }] });
  });
});
