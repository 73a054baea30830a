import { describe, expect, it } from 'vitest';
import { instantOf, millis, wait } from '../../kernel/index.ts';
import { JumpingClock } from './jumping-clock.ts';

describe('JumpingClock', () => {
  it('jumps over waiting and stands still while something computes', async () => {
    const world = new JumpingClock(instantOf(1_000));
    const seen: number[] = [];
    const script = async () => {
      await wait(world.clock, millis(60_000));
      seen.push(world.clock.elapsed());
      let finish = () => {};
      const computing = world.hold(() => new Promise<void>((resolve) => (finish = resolve)));
      world.clock.after(millis(1), () => seen.push(-1));
      setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(finish)))));
      await computing;
      seen.push(world.clock.elapsed());
      await wait(world.clock, millis(5));
      seen.push(world.clock.elapsed());
    };
    let over = false;
    void script().then(() => (over = true));
    await world.runUntil(() => over, millis(120_000));
    expect(seen).toEqual([60_000, 60_000, -1, 60_005]);
  });

  it('gives up when the world does not come to an end in its time', async () => {
    const world = new JumpingClock(instantOf(0));
    const again = () => void world.clock.after(millis(1_000), again);
    again();
    await expect(world.runUntil(() => false, millis(10_000))).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(new JumpingClock(instantOf(0)).runUntil(() => false, millis(1))).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
