import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, later, seconds } from '../../kernel/index.ts';
import { checkCode, makeCode } from './rotating-code.ts';
import { seenCodes } from './seen-codes.ts';

const SECRET = new Uint8Array(32).fill(7);
/** The beginning of a step. */
const AT = instantOf(Date.parse('2026-11-22T10:00:00+08:00'));
const inSeconds = (count: number) => later(AT, seconds(count));

describe('the rotating code', () => {
  it('F-06 opens a gate, once', async () => {
    const { text } = await makeCode(SECRET, 'CASE-1', AT);
    const seen = seenCodes();
    expect(await checkCode(SECRET, text, AT, seen)).toEqual({ outcome: 'valid', registration: 'CASE-1' });
    expect(await checkCode(SECRET, text, inSeconds(1), seen)).toEqual({
      outcome: 'rejected',
      because: 'used',
    });
    // The next one is good again, and so is somebody else's of the same half minute.
    const next = await makeCode(SECRET, 'CASE-1', inSeconds(30));
    expect((await checkCode(SECRET, next.text, inSeconds(30), seen)).outcome).toBe('valid');
    const other = await makeCode(SECRET, 'CASE-2', AT);
    expect((await checkCode(SECRET, other.text, AT, seen)).outcome).toBe('valid');
  });

  it('F-06 changes every thirty seconds, and not before', async () => {
    const first = await makeCode(SECRET, 'CASE-1', AT);
    expect(first.refreshAt).toBe(inSeconds(30));
    expect(await makeCode(SECRET, 'CASE-1', inSeconds(29.999))).toEqual(first);
    expect((await makeCode(SECRET, 'CASE-1', inSeconds(30))).text).not.toBe(first.text);
  });

  it('F-06 rejects a picture of a code that is older than the window', async () => {
    const { text } = await makeCode(SECRET, 'CASE-1', AT);
    expect((await checkCode(SECRET, text, inSeconds(59.999), seenCodes())).outcome).toBe('valid');
    expect(await checkCode(SECRET, text, inSeconds(60), seenCodes())).toEqual({
      outcome: 'rejected',
      because: 'too-old',
    });
  });

  it('F-06 bears a clock that is one step ahead, and no more', async () => {
    const ahead = await makeCode(SECRET, 'CASE-1', inSeconds(30));
    expect((await checkCode(SECRET, ahead.text, AT, seenCodes())).outcome).toBe('valid');
    expect(await checkCode(SECRET, ahead.text, inSeconds(-0.001), seenCodes())).toEqual({
      outcome: 'rejected',
      because: 'too-early',
    });
  });

  it('F-06 still refuses a used code at the last moment of its window', async () => {
    const { text } = await makeCode(SECRET, 'CASE-1', AT);
    const seen = seenCodes();
    await checkCode(SECRET, text, inSeconds(-30), seen);
    expect(await checkCode(SECRET, text, inSeconds(59.999), seen)).toEqual({
      outcome: 'rejected',
      because: 'used',
    });
  });

  it('F-06 rejects what another house made, and uses nothing up by it', async () => {
    const foreign = await makeCode(new Uint8Array(32).fill(8), 'CASE-1', AT);
    const seen = seenCodes();
    expect(await checkCode(SECRET, foreign.text, AT, seen)).toEqual({
      outcome: 'rejected',
      because: 'not-genuine',
    });
    const own = await makeCode(SECRET, 'CASE-1', AT);
    expect((await checkCode(SECRET, own.text, AT, seen)).outcome).toBe('valid');
  });

  it('F-06 rejects a code with any one sign changed, and any text at all', async () => {
    const { text } = await makeCode(SECRET, 'CASE-1', AT);
    const changed = fc
      .tuple(fc.integer({ min: 4, max: text.length - 1 }), fc.constantFrom(...'0123456789ABCDEF'))
      .filter(([index, sign]) => text[index] !== sign)
      .map(([index, sign]) => text.slice(0, index) + sign + text.slice(index + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.string()), async (forged) => {
        expect(await checkCode(SECRET, forged, AT, seenCodes())).toEqual({
          outcome: 'rejected',
          because: 'not-genuine',
        });
      }),
      { numRuns: 200 },
    );
  });

  it('F-06 shows neither the registration nor the time', async () => {
    const { text } = await makeCode(SECRET, 'CASE-1', AT);
    expect(text).toMatch(/^KC1:[0-9A-F]+$/);
    expect(Buffer.from(text.slice(4), 'hex').toString('latin1')).not.toContain('CASE');
  });

  it('needs a secret of 32 bytes', async () => {
    await expect(makeCode(new Uint8Array(31), 'CASE-1', AT)).rejects.toThrow('32 bytes');
  });
});
