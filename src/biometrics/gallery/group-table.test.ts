import { expect, it } from 'vitest';
import { GROUPS_MAX, GroupTable } from './group-table.ts';

const invalid = expect.objectContaining({ code: 'FIELD_INVALID' });

it('keeps a group for as long as it has members', () => {
  const groups = new GroupTable();
  const manifest = groups.join('manifest');
  expect(groups.join('manifest')).toBe(manifest);
  groups.leave(manifest);
  expect(groups.numbersOf(['manifest', 'unknown'])).toEqual(new Set([manifest]));
  groups.leave(manifest);
  expect(groups.numbersOf(['manifest'])).toEqual(new Set());
});

it('gives the number of a group that is gone to the next one, and refuses one too many', () => {
  const groups = new GroupTable();
  const numbers = Array.from({ length: GROUPS_MAX }, (_, i) => groups.join(`g${i}`));
  expect(new Set(numbers).size).toBe(GROUPS_MAX);
  expect(() => groups.join('one more')).toThrow(invalid);
  groups.leave(numbers[7]!);
  expect(groups.join('one more')).toBe(numbers[7]);
});

it('refuses a name that is empty or longer than 64 signs', () => {
  const groups = new GroupTable();
  expect(() => groups.join('')).toThrow(invalid);
  expect(() => groups.join('x'.repeat(65))).toThrow(invalid);
  expect(groups.join('x'.repeat(64))).toBe(0);
});
