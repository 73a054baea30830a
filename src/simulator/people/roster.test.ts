import { expect, it } from 'vitest';
import { isRoomError } from '../../kernel/index.ts';
import { parseRoster } from './roster.ts';

const person = {
  id: 'p01',
  faceSeed: 3,
  fingerSeeds: { 'right-index': 1, 'left-index': 2 },
  fingerPatterns: { 'right-index': 'whorl', 'left-index': 'arch' },
  origin: 'east-asian',
  sex: 'female',
  age: 30,
  category: 'hkmo',
  name: { han: '陳美玲', latin: 'CHAN, Mei Ling' },
};

it('reads what is in shape', () => {
  expect(parseRoster({ people: [person] })).toEqual([person]);
});

it.each([
  ['people', undefined],
  ['people[0]', { people: [7] }],
  ['people[0].id', { people: [{ ...person, id: '' }] }],
  ['people[0].faceSeed', { people: [{ ...person, faceSeed: 1.5 }] }],
  ['people[0].fingerSeeds.left-index', { people: [{ ...person, fingerSeeds: { 'right-index': 1 } }] }],
  [
    'people[0].fingerPatterns.right-index',
    { people: [{ ...person, fingerPatterns: { 'right-index': 'loop' } }] },
  ],
  ['people[0].category', { people: [{ ...person, category: 'other' }] }],
  ['people[0].name.latin', { people: [{ ...person, name: {} }] }],
])('what is out of shape is an error that names %s', (field, value) => {
  let error: unknown;
  try {
    parseRoster(value);
  } catch (cause) {
    error = cause;
  }
  expect(isRoomError(error) && error.facts.field).toBe(field);
});
