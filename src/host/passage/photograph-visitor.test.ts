import { expect, it } from 'vitest';
import type { GreyImage } from '../../kernel/index.ts';
import { visitorOf } from './photograph-visitor.ts';

const picture = (value: number): GreyImage => ({ width: 1, height: 1, data: Uint8Array.of(value) });
const [one, other, left] = [picture(1), picture(2), picture(3)];
const fingers = new Map([
  ['right-index', [one, other]],
  ['left-thumb', [left]],
]);
const visitor = visitorOf({ faces: [], fingers, direction: 'exit' });

it('A-11 lays the pictures of the finger that is asked for, one after the other', () => {
  expect([0, 1, 2].map((attempt) => visitor.touch(attempt, 'right-index'))).toEqual([one, other, one]);
  expect(visitor.touch(1, 'left-thumb')).toBe(left);
});

it('leaves the glass empty when there is no picture of that finger', () => {
  expect(visitor.touch(0, 'left-index').data.every((grey) => grey === 255)).toBe(true);
});

it('lays any of them, in turn, when no finger is named', () => {
  expect([0, 1, 2].map((attempt) => visitor.touch(attempt))).toEqual([one, other, left]);
});
