import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import type { Occupancy } from './contract.ts';

export interface OccupancyBench {
  readonly occupancy: Occupancy;
  readonly elapse: Elapse;
  /** Puts so many bodies into the chamber. */
  readonly place: (bodies: number) => void;
}

const SETTLE_MS = 2_000;

export function occupancyConformance(setup: () => OccupancyBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().occupancy),
    { name: 'knows nothing until opened, then reports an empty chamber', run: () => startsUnknown(setup()) },
    { name: 'counts bodies coming and going', run: () => counts(setup()) },
    { name: 'reports nothing while nothing changes', run: () => staysQuiet(setup()) },
  ];
}

const shown = (occupancy: Occupancy): string => {
  const reading = occupancy.reading();
  return reading.kind === 'agreed' ? String(reading.bodies) : reading.kind;
};

async function startsUnknown({ occupancy, elapse }: OccupancyBench): Promise<void> {
  claim(shown(occupancy) === 'unknown', 'an unopened device knows nothing');
  await occupancy.open();
  await elapse(SETTLE_MS);
  claim(shown(occupancy) === '0', 'an empty chamber has no bodies');
  await occupancy.close();
  claim(shown(occupancy) === 'unknown', 'a closed device knows nothing');
}

async function counts({ occupancy, elapse, place }: OccupancyBench): Promise<void> {
  await occupancy.open();
  for (const bodies of [1, 2, 1, 0]) {
    place(bodies);
    await elapse(SETTLE_MS);
    claim(shown(occupancy) === String(bodies), `${bodies} bodies are read as ${shown(occupancy)}`);
  }
}

async function staysQuiet({ occupancy, elapse, place }: OccupancyBench): Promise<void> {
  await occupancy.open();
  place(1);
  await elapse(SETTLE_MS);
  let told = 0;
  occupancy.on((event) => {
    if (event.kind === 'occupancy-changed') told += 1;
  });
  place(1);
  await elapse(SETTLE_MS);
  claim(told === 0, 'an unchanged chamber is not told again');
}
