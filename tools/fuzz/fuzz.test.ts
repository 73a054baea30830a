import { describe, expect, it } from 'vitest';
import { RoomError, seededRandom } from '../../src/kernel/index.ts';
import { fuzz, HANG_MS } from './fuzz.ts';
import { mutateBytes, mutateJson, mutateText } from './mutate.ts';
import { type FuzzParser, subjectOfText } from './parser.ts';

describe('the machine that does it', () => {
  const parserThat = (read: (text: string) => unknown): FuzzParser => ({
    name: 'made-up',
    inputsInTests: 1,
    codes: ['FIELD_INVALID'],
    open: () => subjectOfText((random) => String(random.int(0, 9)), read),
  });
  const run = (read: (text: string) => unknown, seed = 1, clock = () => 0) =>
    fuzz(parserThat(read), { seed, inputs: 200, elapsedMs: clock });

  it('stops at an error that is not ours with the seed that makes the input again', async () => {
    const read = (text: string) => {
      if (text === '7') throw new TypeError('seven');
    };
    const { failure, inputs } = await run(read);
    expect(failure).toMatchObject({
      parser: 'made-up',
      input: '"7"',
      why: expect.stringContaining('TypeError: seven'),
    });
    expect(inputs).toBeLessThan(200);
    expect((await run(read, failure?.seed)).inputs).toBe(1);
  });

  it('takes the codes of the parser for an answer, and no other', async () => {
    const answering = (code: 'FIELD_INVALID' | 'INTERNAL') => () => {
      throw new RoomError(code, 'refused');
    };
    expect(await run(answering('FIELD_INVALID'))).toMatchObject({ inputs: 200, accepted: 0 });
    expect((await run(answering('INTERNAL'))).failure?.why).toContain('code INTERNAL');
  });

  it('stops at an input that takes long each time, not at one that met a busy machine', async () => {
    const slow = (each: number) => {
      let [now, calls] = [0, 0];
      return () => {
        now += calls++ % 2 === 0 ? 0 : each;
        return now;
      };
    };
    expect((await run(() => 0, 1, slow(HANG_MS + 1))).failure?.why).toBe('it took 101 ms');
    expect((await run(() => 0, 1, slow(HANG_MS))).failure).toBeUndefined();
    let late = 1000;
    const once = () => {
      const now = late;
      late = 0;
      return -now;
    };
    expect((await run(() => 0, 1, once)).failure).toBeUndefined();
  });

  it('makes the same input from the same seed and leaves the sample as it was', () => {
    const sample = Uint8Array.from({ length: 40 }, (_, i) => i);
    const value = { a: [1, 'two', { three: null }] };
    const [bytes, text] = [sample.slice(), JSON.stringify(value)];
    for (let seed = 0; seed < 500; seed++) {
      const [one, other] = [seededRandom(seed), seededRandom(seed)];
      expect(mutateBytes(one, sample)).toEqual(mutateBytes(other, sample));
      expect(mutateText(one, text)).toBe(mutateText(other, text));
      expect(mutateJson(one, value)).toEqual(mutateJson(other, value));
    }
    expect([sample, JSON.stringify(value)]).toEqual([bytes, text]);
  });
});
