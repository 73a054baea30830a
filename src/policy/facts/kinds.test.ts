import { describe, expect, it } from 'vitest';
import { KINDS } from './kinds.ts';

const read = (kind: string, value: unknown) => KINDS.get(kind)?.read(value);

describe('a fact that is a day or an instant', () => {
  it('C-13 takes a day for its first moment in Asia/Shanghai', () => {
    expect(read('when', '2025-11-05')).toBe(Date.parse('2025-11-05T00:00:00+08:00'));
    expect(read('when', '2025-11-05T09:00:00Z')).toBe(Date.parse('2025-11-05T17:00:00+08:00'));
  });

  it.each(['2025-02-30', '2025-11-05T10:00:00', '', 20251105, null])('W-01 refuses %j', (value) => {
    expect(read('when', value)).toBeUndefined();
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 9.5],
    ['23:59', 23 + 59 / 60],
  ])('W-08 %s is %d hours', (written, hours) => {
    expect(read('clock', written)).toBe(hours);
  });

  it.each(['24:00', '9:30', '12:60', 'noon', 12])('W-01 refuses %j', (value) => {
    expect(read('clock', value)).toBeUndefined();
  });
});
