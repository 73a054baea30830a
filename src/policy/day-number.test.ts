import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  type Day,
  dayFromEpoch,
  epochDay,
  instantOf,
  isDay,
  isRoomError,
  parseInstant,
  shanghaiDay,
} from '../kernel/index.ts';
import {
  addDaysTo,
  addMonthsTo,
  dayNumber,
  dayOfEpoch,
  dayText,
  epochDayOf,
  instantMs,
  instantText,
  shanghaiDayNumber,
  startOfDayMs,
} from './day-number.ts';

const days = fc.integer({ min: -40_000, max: 80_000 }).map(dayFromEpoch);

const kernelInstant = (text: string): number => {
  try {
    return parseInstant(text);
  } catch (error) {
    if (isRoomError(error)) return Number.NaN;
    throw error;
  }
};

describe('days as numbers agree with the kernel', () => {
  it('B-01 in reading, writing and counting', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -900, max: 900 }), (day: Day, count) => {
        const number = dayNumber(day);
        expect(dayText(number)).toBe(day);
        expect(epochDayOf(number)).toBe(epochDay(day));
        expect(dayOfEpoch(epochDay(day))).toBe(number);
        expect(dayText(addDaysTo(number, count))).toBe(addDays(day, count));
        expect(dayText(addMonthsTo(number, count))).toBe(addMonths(day, count));
      }),
    );
  });

  it('B-01 in completed years, 29 February included', () => {
    fc.assert(
      fc.property(days, days, (birth: Day, today: Day) => {
        fc.pre(birth <= today);
        expect(Math.floor((dayNumber(today) - dayNumber(birth)) / 10_000)).toBe(ageOn(birth, today));
      }),
    );
  });

  it('W-01 in which texts are days', () => {
    const near = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/);
    fc.assert(fc.property(fc.oneof(near, fc.string()), (text) => dayNumber(text) > 0 === isDay(text)));
    expect(dayNumber('2025-02-30')).toBe(-1);
    expect(dayNumber('0000-01-01')).toBe(-1);
  });

  it('A-02 in instants, with every offset and fraction', () => {
    const form =
      /^20\d\d-(0[1-9]|1[0-2])-[0-2]\dT[0-2]\d:[0-5]\d(:[0-6]\d(\.\d{1,10})?)?(Z|[+-][01]\d:[0-6]\d)?$/;
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(form), fc.string()), (text) => {
        expect(instantMs(text)).toEqual(kernelInstant(text));
      }),
      { numRuns: 500 },
    );
  });

  it('A-02 in the day in Beijing, at both sides of midnight', () => {
    const midnight = startOfDayMs(20241120);
    expect(instantText(midnight)).toBe('2024-11-20T00:00:00+08:00');
    expect([shanghaiDayNumber(midnight - 1), shanghaiDayNumber(midnight)]).toEqual([20241119, 20241120]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(dayText(shanghaiDayNumber(ms))).toBe(shanghaiDay(instantOf(ms)));
      }),
    );
  });
});
