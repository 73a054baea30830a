import { beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../kernel/index.ts';
import { writeSignedText } from '../cose/signed-text.ts';
import { encodeCbor } from '../encoding/cbor.ts';
import { at, KEY_11, KEY_MERIADOC, listOf, publicKeyOf, signerOf } from '../keys.fixture.ts';
import { issuerName, type KeyList, keyListAge, openKeyList, writeKeyList } from './key-list.ts';
import { type ToldKeys, tellKeys, toldAnchors } from './told-keys.ts';

let list: KeyList;
let text: string;
beforeAll(async () => {
  list = await listOf({ revoked: ['TP-1', 'TP-2'] }, { until: at('2026-12-31T00:00:00'), revoked: true });
  text = await writeKeyList(list, await signerOf(KEY_MERIADOC));
});

describe('key list', () => {
  it('opens with its anchor to what was written', async () => {
    expect(await openKeyList(text, { anchors: list.anchors })).toEqual({ outcome: 'opened', list });
  });

  it('is not genuine for whoever trusts another anchor, or none', async () => {
    const others = [await publicKeyOf(KEY_11)];
    expect(await openKeyList(text, { anchors: others })).toEqual({ outcome: 'not-genuine' });
    expect(await openKeyList(text, { anchors: [] })).toEqual({ outcome: 'not-genuine' });
  });

  it('is not genuine when another signs under the name of the anchor', async () => {
    const { kid } = await signerOf(KEY_MERIADOC);
    const forged = await writeKeyList(list, { ...(await signerOf(KEY_11)), kid });
    expect(await openKeyList(forged, { anchors: list.anchors })).toEqual({ outcome: 'not-genuine' });
  });

  it('passes trust on to the anchors that it names', async () => {
    const next = await listOf({ anchors: [...list.anchors, await publicKeyOf(KEY_11)] });
    const opened = await openKeyList(await writeKeyList(next, await signerOf(KEY_MERIADOC)), {
      anchors: list.anchors,
    });
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    const byTheNew = await writeKeyList(next, await signerOf(KEY_11));
    expect((await openKeyList(byTheNew, { anchors: opened.list.anchors })).outcome).toBe('opened');
    expect((await openKeyList(byTheNew, { anchors: list.anchors })).outcome).toBe('not-genuine');
  });

  it('does not go back in time', async () => {
    const trust = (issuedAt: number) => ({
      anchors: list.anchors,
      atHand: { issuedAt: instantOf(issuedAt) },
    });
    expect((await openKeyList(text, trust(list.issuedAt))).outcome).toBe('opened');
    expect((await openKeyList(text, trust(list.issuedAt + 1000))).outcome).toBe('older');
  });

  it('is malformed when it is something else, even if an anchor signed it', async () => {
    const form = { prefix: 'KOUANKEYS1:', signsMax: 1e6, bytesMax: 1e6 };
    const signer = await signerOf(KEY_MERIADOC);
    for (const payload of [
      [],
      [2, 1, 2, [], [], [], []],
      [1, 1, 2, [], [], [[1]], []],
      [1, 1, 2, [['demo']], [], [], []],
    ]) {
      const signed = await writeSignedText(form, encodeCbor(payload), signer);
      expect(await openKeyList(signed, { anchors: list.anchors })).toEqual({ outcome: 'malformed' });
    }
    const empty = await writeSignedText(form, encodeCbor([1, 1, 2, [], [], [], []]), signer);
    expect((await openKeyList(empty, { anchors: list.anchors })).outcome).toBe('opened');
    for (const other of ['', 'KOUANKEYS1:', text.slice(0, -3), text.replace('KOUANKEYS1', 'KOUAN1')]) {
      expect(await openKeyList(other, { anchors: list.anchors })).toEqual({ outcome: 'malformed' });
    }
  });

  it('tells its age, and is stale when the next one is due', () => {
    expect(keyListAge(list, list.issuedAt)).toEqual({ age: 0, stale: false });
    expect(keyListAge(list, instantOf(list.nextUpdate - 1)).stale).toBe(false);
    expect(keyListAge(list, list.nextUpdate)).toEqual({ age: 86_400_000, stale: true });
    expect(keyListAge(list, instantOf(list.issuedAt - 5000)).age).toBe(0);
  });

  it('is told with its anchors as JSON, and read from there', async () => {
    const told = tellKeys(text, list.anchors);
    const read: ToldKeys = JSON.parse(JSON.stringify(told));
    expect(await openKeyList(read.list, { anchors: toldAnchors(read) })).toEqual({ outcome: 'opened', list });
    const bent = { ...read, anchors: [{ kid: read.anchors[0]!.kid, x: 'zz', y: '' }] };
    expect((await openKeyList(bent.list, { anchors: toldAnchors(bent) })).outcome).toBe('not-genuine');
  });

  it('names an issuer, by its id where it must', () => {
    expect(issuerName(list, 'demo').en).toBe('Demonstration issuer');
    expect(issuerName(list, 'other').pt).toBe('other');
  });
});
