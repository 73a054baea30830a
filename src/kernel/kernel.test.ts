import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  canonicalJson,
  type Day,
  dayFromEpoch,
  dayOfAge,
  epochDay,
  formatInstant,
  instantOf,
  ManualClock,
  millis,
  newId,
  parseDay,
  parseId,
  parseInstant,
  RoomError,
  seededRandom,
  shanghaiDay,
  startOfShanghaiDay,
} from './index.ts';

const day = (text: string) => parseDay(text);

describe('Day', () => {
  it.each([
    '2025-02-30',
    '2023-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '',
    '2025-11-05T00:00:00Z',
    20251105,
    null,
  ])('refuses %j and names the field', (value) => {
    expect(() => parseDay(value, 'person.birthDate')).toThrowError(
      expect.objectContaining({
        code: 'FIELD_INVALID',
        facts: expect.objectContaining({ field: 'person.birthDate' }),
      }),
    );
  });

  it('B-01 attains an age on the birthday, a 29 February birth on 1 March in common years', () => {
    expect(dayOfAge(day('2011-11-05'), 14)).toBe('2025-11-05');
    expect(ageOn(day('2011-11-05'), day('2025-11-04'))).toBe(13);
    expect(ageOn(day('2011-11-05'), day('2025-11-05'))).toBe(14);
    expect(dayOfAge(day('2012-02-29'), 14)).toBe('2026-03-01');
    expect(ageOn(day('2012-02-29'), day('2026-02-28'))).toBe(13);
    expect(dayOfAge(day('2012-02-29'), 16)).toBe('2028-02-29');
  });

  it('adds months by shortening to the last day', () => {
    expect(addMonths(day('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29');
    expect(addMonths(day('2025-11-30'), 3)).toBe('2026-02-28');
  });

  it('counts days both ways for every day of four centuries', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -140_000, max: 140_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (n, shift) => {
          const start = dayFromEpoch(n);
          expect(epochDay(start)).toBe(n);
          expect(epochDay(addDays(start, shift))).toBe(n + shift);
        },
      ),
    );
  });

  it('orders as text', () => {
    expect((['2025-11-05', '2024-12-31', '2025-01-01'] as Day[]).sort()).toEqual([
      '2024-12-31',
      '2025-01-01',
      '2025-11-05',
    ]);
  });
});

describe('Instant', () => {
  it('A-02 reads the day in Asia/Shanghai on both sides of midnight', () => {
    expect(shanghaiDay(parseInstant('2024-11-19T15:59:59Z'))).toBe('2024-11-19');
    expect(shanghaiDay(parseInstant('2024-11-19T16:00:00Z'))).toBe('2024-11-20');
    expect(startOfShanghaiDay(day('2024-11-20'))).toBe(Date.parse('2024-11-19T16:00:00Z'));
  });

  it.each([
    '2025-11-05T10:00:00',
    '2025-11-05',
    '2025-02-30T10:00:00+08:00',
    '2025-11-05T24:00:00Z',
    'now',
    5,
    undefined,
  ])('refuses %j, since it names no instant', (value) => {
    expect(() => parseInstant(value)).toThrowError(RoomError);
  });

  it('comes back from its own text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        expect(parseInstant(formatInstant(instantOf(ms)))).toBe(ms);
      }),
    );
  });
});

describe('canonicalJson', () => {
  it('gives equal text for equal values whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RoomError);
    expect(() => canonicalJson(() => 1)).toThrow(RoomError);
  });

  it('leaves undefined fields out, as JSON does', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });
});

describe('ManualClock', () => {
  it('fires timers in order of their time, and none that was cancelled', () => {
    const clock = new ManualClock(instantOf(0));
    const fired: string[] = [];
    clock.after(millis(20), () => fired.push('b'));
    clock.after(millis(10), () => fired.push('a'));
    clock.after(millis(15), () => fired.push('never'))();
    clock.advance(millis(19));
    expect(fired).toEqual(['a']);
    clock.advance(millis(1));
    expect(fired).toEqual(['a', 'b']);
    expect(clock.now()).toBe(20);
  });
});

describe('Random', () => {
  it('replays from its seed, and a fork does not depend on other draws', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    a.next();
    expect(a.fork('x').next()).toBe(b.fork('x').next());
    expect(seededRandom(7).next()).toBe(seededRandom(7).next());
    expect(seededRandom(7).next()).not.toBe(seededRandom(8).next());
  });
});

describe('ids', () => {
  it('sort by time and come back from their text', () => {
    const clock = new ManualClock(instantOf(1_700_000_000_000));
    const first = newId('traveller', clock);
    clock.advance(millis(1));
    const second = newId('traveller', clock);
    expect(first < second).toBe(true);
    expect(parseId('traveller', first)).toBe(first);
    expect(() => parseId('passage', first)).toThrow(RoomError);
    expect(() => parseId('traveller', 'T-../../etc')).toThrow(RoomError);
  });
});
