import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoomError } from '../kernel/index.ts';
import { decodeImpressions, encodeImpressions } from './finger-impressions.ts';
import { encodeTemplate } from './template/index.ts';

const impressions = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 16 });

describe('impressions of a finger', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(impressions, (list) => {
        const finger = { extractor: 'kouan-1', position: 2 as const, impressions: list };
        expect(decodeImpressions(encodeImpressions(finger))).toEqual(finger);
      }),
    );
  });

  it('are refused when none or too many', () => {
    const finger = { extractor: 'kouan-1', position: 2 as const };
    expect(() => encodeImpressions({ ...finger, impressions: [] })).toThrow(/1 to 16/);
    expect(() => encodeImpressions({ ...finger, impressions: Array(17).fill(new Uint8Array(1)) })).toThrow(
      /1 to 16/,
    );
  });

  it('are refused with a coded error when the body was cut or is anything at all', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (body, frames) => {
          const bytes = encodeTemplate({ kind: 'finger', extractor: 'kouan-1', position: 2, frames, body });
          try {
            expect(decodeImpressions(bytes).impressions).toHaveLength(frames);
          } catch (error) {
            expect(isRoomError(error) && error.code).toBe('TEMPLATE_INVALID');
          }
        },
      ),
    );
  });
});
