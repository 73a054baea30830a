import { describe, expect, it } from 'vitest';
import type { FigureView, LaneView } from '../../../src/server/index.ts';
import { alongAt, CABINET, placePort, STATION } from './geometry.ts';
import { headingBetween, routeBetween, standingSpot, startSpot } from './standing.ts';
import { planWalk, spotAt } from './walking.ts';

const lane = (id: string, number: number, direction: 'entry' | 'exit', wide = false): LaneView => ({
  id,
  number,
  direction,
  kind: 'simulated',
  wide,
  state: 'free',
  since: '2026-11-22T09:00:00+08:00',
  step: 'free',
  gates: { entry: 'closed', exit: 'closed' },
  inside: 0,
  light: 'green',
  screen: { message: 'welcome' },
});

const figure = (part: Partial<FigureView>): FigureView => ({
  key: 'f1',
  place: 'queue',
  lane: 'a',
  order: 0,
  mood: 'plain',
  direction: 'exit',
  bodies: 1,
  since: '2026-11-22T09:00:00+08:00',
  ...part,
});

const port = placePort(
  [lane('c', 3, 'entry'), lane('b', 2, 'exit'), lane('a', 1, 'exit'), lane('d', 4, 'entry', true)],
  2,
);

describe('the floor plan', () => {
  it('places exit lanes by number, then entry lanes, each beside the next with one cabinet between', () => {
    expect(port.lanes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    const [a, b] = port.lanes;
    expect((b?.across ?? 0) - (a?.across ?? 0)).toBe((a?.width ?? 0) + CABINET);
    expect(port.lanes[3]?.width).toBeGreaterThan(port.lanes[2]?.width ?? 0);
    expect(port.island).toBeGreaterThan(b?.across ?? 0);
    expect(port.island).toBeLessThan(port.lanes[2]?.across ?? 0);
  });

  it('lets the halls grow with the room, within limits', () => {
    const lanes = [lane('a', 1, 'exit')];
    expect(placePort(lanes, 0.1).length).toBe(1700);
    expect(placePort(lanes, 99).length).toBe(3200);
  });

  it('mirrors entry lanes: who enters the mainland walks the other way', () => {
    expect(alongAt(port, 'exit', 0)).toBe(port.length - alongAt(port, 'entry', 0));
    const out = standingSpot(port, figure({ place: 'beyond' }));
    const into = standingSpot(port, figure({ place: 'beyond', lane: 'c', direction: 'entry' }));
    expect(out.along).toBeGreaterThan(port.length / 2);
    expect(into.along).toBeLessThan(port.length / 2);
  });

  it('queues before the mouth, the next one nearest', () => {
    const [first, second] = [0, 1].map((order) => standingSpot(port, figure({ order })));
    expect(first?.along).toBeLessThan(alongAt(port, 'exit', STATION.mouth));
    expect(second?.along).toBeLessThan(first?.along ?? 0);
    expect(standingSpot(port, figure({ order: 50 }))).toEqual(standingSpot(port, figure({ order: 8 })));
  });

  it('walks a referred person out of the mouth before going to the counter', () => {
    const referred = figure({ place: 'counter', mood: 'referred' });
    const from = standingSpot(port, figure({ place: 'chamber' }));
    const route = routeBetween(port, referred, from, standingSpot(port, referred));
    expect(route).toHaveLength(3);
    expect(route[1]?.along).toBeLessThan(alongAt(port, 'exit', 0));
    expect(route[1]?.across).toBe(from.across);
  });

  it('leaves by the far edge after a crossing, by the near edge without one', () => {
    const gone = figure({ place: 'gone' });
    expect(standingSpot(port, gone, { along: port.length - 100, across: 5 })).toEqual({
      along: port.length + 70,
      across: 5,
    });
    expect(standingSpot(port, gone, { along: 100, across: 5 })).toEqual({ along: -70, across: 5 });
    expect(standingSpot(port, { ...gone, direction: 'entry' }, { along: 100, across: 5 }).along).toBe(-70);
  });

  it('lets newcomers walk in from outside, to the collection point always from the mainland', () => {
    expect(startSpot(port, figure({ place: 'arriving' })).along).toBeLessThan(0);
    expect(startSpot(port, figure({ place: 'queue', direction: 'entry', lane: 'c' })).along).toBeGreaterThan(
      port.length,
    );
    expect(startSpot(port, figure({ place: 'collection', direction: 'entry' })).along).toBeLessThan(0);
  });
});

describe('a walk', () => {
  const route = [
    { along: 0, across: 0 },
    { along: 300, across: 0 },
    { along: 300, across: 100 },
  ];

  it('takes the time that walking takes, faster in a faster port', () => {
    expect(planWalk(route, 0, 1).durationMs).toBeCloseTo((400 / 135) * 1000);
    expect(planWalk(route, 0, 4).durationMs).toBeCloseTo((100 / 135) * 1000);
    expect(planWalk([{ along: 5, across: 5 }], 0, 1).durationMs).toBe(0);
  });

  it('knows where the walker is at each moment', () => {
    const walk = planWalk(route, 1_000, 1);
    expect(spotAt(walk, 1_000)).toEqual({ along: 0, across: 0 });
    const halfway = spotAt(walk, 1_000 + walk.durationMs / 2);
    expect(halfway?.along).toBeCloseTo(200);
    expect(spotAt(walk, 1_000 + walk.durationMs * 0.75)?.along).toBeCloseTo(300);
    expect(spotAt(walk, 99_000)).toEqual({ along: 300, across: 100 });
  });

  it('turns to where it goes', () => {
    expect(headingBetween({ along: 0, across: 0 }, { along: 0, across: 9 })).toBe(90);
    expect(headingBetween({ along: 9, across: 0 }, { along: 0, across: 0 })).toBe(180);
  });
});
