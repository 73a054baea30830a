import { expect, it } from 'vitest';
import { type Demographics, makeIdentity, ORIGINS } from './identity.ts';

const many = (who: Demographics, count = 60) =>
  Array.from({ length: count }, (_, seed) => makeIdentity(seed, who));
const brightness = (c: readonly number[]) => (c[0]! + c[1]! + c[2]!) / 3;

it('nobody under forty has grey or white hair', () => {
  for (const origin of ORIGINS.filter((o) => o !== 'european')) {
    for (const face of many({ origin, sex: 'male', age: 39 }))
      expect(brightness(face.hairColour)).toBeLessThan(0.36);
  }
});

it('some of the old have', () => {
  const old = many({ origin: 'east-asian', sex: 'male', age: 75 });
  expect(old.some((face) => brightness(face.hairColour) > 0.6)).toBe(true);
});

it('women and children have no beard', () => {
  const bare = [
    ...many({ origin: 'european', sex: 'female', age: 50 }),
    ...many({ origin: 'european', sex: 'male', age: 14 }),
  ];
  for (const { beard } of bare) expect(beard.cheeks + beard.chin + beard.lip).toBe(0);
});
