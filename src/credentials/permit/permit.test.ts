import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantOf, minutes } from '../../kernel/index.ts';
import type { Signer } from '../cose/signed-text.ts';
import { issueCredential } from '../credential/issue.ts';
import { PURPOSES } from '../credential/kinds.ts';
import { decodeBase45, encodeBase45 } from '../encoding/base45.ts';
import { deflate } from '../encoding/deflate.ts';
import { inflate } from '../encoding/inflate.ts';
import type { KeyList } from '../key-list/key-list.ts';
import { at, KEY_11, listOf, signerOf } from '../keys.fixture.ts';
import { encodeQr } from '../qr/encode-qr.ts';
import { checkPermit, issuePermit, type Permit } from './permit.ts';

const permit: Omit<Permit, 'kind'> = {
  id: 'TP-01JCQ8Z4W9-7K3M5XQ2',
  issuer: 'demo',
  issuedAt: at('2026-11-22T10:00:00'),
  validFrom: at('2026-11-22T10:00:00'),
  validUntil: at('2026-11-30T00:00:00'),
  facts: { name: '陳 * 文', document: '5678', purposes: ['train', 'flight'] },
};
const now = at('2026-11-25T12:00:00');
/** The same permit as it was issued once: whoever verifies must go on reading it. */
const RECORDED =
  'KOUAN1:6BFA90620FFWTWGSLKC 4U89NX3KQO4PTHFCC7BH:K5VC0$CP1EDF3/O1500DF33D0GAKDF33D0HAK5-A56A746LH92CA7IB91BAW5 M9AY9J7BXF6100000.UGNHDHJJ:24774F1J3UCJ%6L6710027BT20WU7L 2M04PF7 +GH7NSI18QJ+VP.FR4JSA8P$9JN42YXG%M3R2RX3CXWL2-I:Z3NJQ0KS5RP%8AIH6N8D7VRDBQB50L-D.RSCI7';

let signer: Signer;
let keys: KeyList;
beforeAll(async () => {
  signer = await signerOf(KEY_11);
  keys = await listOf();
});

describe('temporary permit', () => {
  it('H-13 is a code that verifies offline', async () => {
    const check = await checkPermit(await issuePermit(permit, signer), { at: now, keys, purpose: 'train' });
    expect(check).toEqual({ verdict: 'valid', permit: { ...permit, kind: 'permit' } });
  });

  it('H-13 a permit that was issued once is still read', async () => {
    const check = await checkPermit(` ${RECORDED}\n`, { at: now, keys, purpose: 'flight' });
    expect(check).toEqual({ verdict: 'valid', permit: { ...permit, kind: 'permit' } });
  });

  it.each(PURPOSES)('H-07 tells whether it may be shown for %s', async (purpose) => {
    const { verdict } = await checkPermit(RECORDED, { at: now, keys, purpose });
    expect(verdict).toBe(purpose === 'train' || purpose === 'flight' ? 'valid' : 'outside-its-purpose');
  });

  it('what is genuine but no permit does not pass for one', async () => {
    const letter = { ...permit, kind: 'letter', facts: { name: '陳 * 文', subject: '—' } } as const;
    const text = await issueCredential(letter, signer);
    expect(await checkPermit(text, { at: now, keys, purpose: 'train' })).toEqual({ verdict: 'malformed' });
  });
});

describe('what a stranger learns', () => {
  it('F-04 a generic scanner shows nothing to read: no name, no number, no day', () => {
    expect(RECORDED).toMatch(/^KOUAN1:[0-9A-Z $%*+\-./:]+$/);
    expect(RECORDED).not.toContain('5678');
  });

  it('F-04 unpacked, it holds a masked name and four signs of a number, and no day of birth', () => {
    const bytes = inflate(decodeBase45(RECORDED.slice(7))!, 1024)!;
    const readable = new TextDecoder().decode(bytes);
    expect(readable).toContain('陳 * 文');
    expect(readable).toContain('5678');
    expect(readable).not.toMatch(/(19|20)\d\d-\d\d/);
    expect(bytes.length).toBeLessThan(220);
  });
});

describe('forgery', () => {
  it('any changed sign of the text is never valid', async () => {
    const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    for (let place = 0; place < RECORDED.length; place++) {
      for (const sign of signs) {
        if (sign === RECORDED[place]) continue;
        const changed = RECORDED.slice(0, place) + sign + RECORDED.slice(place + 1);
        // A blank before or behind is what a scanner may add; in between it is a change like any other.
        const { verdict } = await checkPermit(changed, { at: now, keys, purpose: 'train' });
        expect(`${place}${sign} ${verdict}`).toMatch(/not-genuine|unknown-key|malformed/);
      }
    }
  });

  it('any changed byte under the packing is never valid', async () => {
    const bytes = inflate(decodeBase45(RECORDED.slice(7))!, 1024)!;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const changed = bytes.slice();
        changed[place]! ^= flip;
        const text = `KOUAN1:${encodeBase45(await deflate(changed))}`;
        const { verdict } = await checkPermit(text, { at: now, keys, purpose: 'train' });
        expect(verdict).toMatch(/not-genuine|unknown-key|malformed/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('size', () => {
  it('any permit fits a QR code of version 12 at error correction M', async () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const any = fc.record({
      id: fc.string({
        unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        minLength: 32,
        maxLength: 32,
      }),
      name: fc.oneof(
        fc.string({ unit: han, minLength: 1, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ '), minLength: 1, maxLength: 38 }),
      ),
      minutes: fc.integer({ min: 1, max: 20_000 }),
    });
    await fc.assert(
      fc.asyncProperty(any, async ({ id, name, minutes: length }) => {
        const validUntil = instantOf(permit.validFrom + minutes(length));
        const facts = { name: `${name}*`, document: 'Z9X8', purposes: PURPOSES };
        const text = await issuePermit({ ...permit, id, issuer: 'i'.repeat(24), validUntil, facts }, signer);
        expect((await encodeQr(text)).version).toBeLessThanOrEqual(12);
      }),
      { numRuns: 50 },
    );
  });

  it('an ordinary permit needs version 10 at most', async () => {
    expect((await encodeQr(RECORDED)).version).toBeLessThanOrEqual(10);
  });
});
