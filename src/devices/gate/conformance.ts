import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import type { Gate } from './contract.ts';

export interface GateBench {
  readonly entry: Gate;
  readonly exit: Gate;
  readonly elapse: Elapse;
  /** The longest full travel, in milliseconds. */
  readonly travelMsMax: number;
  /** Pulls the entry open by hand. */
  readonly forceEntry: () => void;
}

/** `setup` gives both gates of one controller, closed and not open for use. */
export function gateConformance(setup: () => GateBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().entry),
    ...deviceConformance(() => setup().exit),
    {
      name: 'opens on command, telling each position on the way, and closes again',
      run: () => travels(setup()),
    },
    { name: 'refuses the second gate while the first is not closed', run: () => interlocks(setup()) },
    { name: 'takes a command that is already fulfilled without moving', run: () => idles(setup()) },
    { name: 'takes a repeated command without starting anew', run: () => repeats(setup()) },
    { name: 'tells a leaf pulled open by hand from one that was commanded', run: () => tellsForce(setup()) },
    { name: 'reverses half-way when the opposite is commanded', run: () => reverses(setup()) },
  ];
}

/** Gives the command and lets the controller answer. */
async function order(bench: GateBench, gate: Gate, action: 'open' | 'close', ms: number): Promise<string> {
  const reply = gate.command(action);
  await bench.elapse(ms);
  return reply;
}

async function ready(bench: GateBench): Promise<string[]> {
  await bench.entry.open();
  await bench.exit.open();
  const positions: string[] = [];
  bench.entry.on((event) => event.kind === 'position-changed' && positions.push(event.position));
  return positions;
}

async function travels(bench: GateBench): Promise<void> {
  const positions = await ready(bench);
  claim((await order(bench, bench.entry, 'open', bench.travelMsMax)) === 'accepted', 'opening is accepted');
  claim(bench.entry.position() === 'open', 'the gate is open after its travel');
  await order(bench, bench.entry, 'close', bench.travelMsMax);
  claim(
    positions.join() === 'opening,open,closing,closed',
    `all positions are told, not ${positions.join()}`,
  );
}

async function interlocks(bench: GateBench): Promise<void> {
  await ready(bench);
  await order(bench, bench.entry, 'open', 20);
  claim((await order(bench, bench.exit, 'open', 20)) === 'refused', 'no exit while the entry is opening');
  await order(bench, bench.entry, 'open', bench.travelMsMax);
  claim((await order(bench, bench.exit, 'open', 20)) === 'refused', 'no exit while the entry is open');
  claim(bench.exit.position() === 'closed', 'a refused gate does not move');
  await order(bench, bench.entry, 'close', bench.travelMsMax);
  claim((await order(bench, bench.exit, 'open', bench.travelMsMax)) === 'accepted', 'the exit opens alone');
  claim((await order(bench, bench.entry, 'open', 20)) === 'refused', 'no entry while the exit is open');
}

async function idles(bench: GateBench): Promise<void> {
  const positions = await ready(bench);
  await order(bench, bench.entry, 'close', bench.travelMsMax);
  claim(positions.length === 0, 'closing a closed gate moves nothing');
}

async function repeats(bench: GateBench): Promise<void> {
  await ready(bench);
  const pieces = 5;
  for (let i = 0; i < pieces; i++) await order(bench, bench.entry, 'open', bench.travelMsMax / pieces + 10);
  claim(bench.entry.position() === 'open', 'a gate told again and again still arrives');
}

async function tellsForce(bench: GateBench): Promise<void> {
  await ready(bench);
  let alarms = 0;
  bench.entry.on((event) => {
    if (event.kind === 'forced-open') alarms += 1;
  });
  await order(bench, bench.entry, 'open', bench.travelMsMax);
  await order(bench, bench.entry, 'close', bench.travelMsMax);
  claim(alarms === 0, 'a commanded movement is no alarm');
  bench.forceEntry();
  await bench.elapse(900);
  claim(alarms === 1, 'a forced leaf is told within a second');
}

async function reverses(bench: GateBench): Promise<void> {
  await ready(bench);
  await order(bench, bench.entry, 'open', 20);
  await order(bench, bench.entry, 'close', bench.travelMsMax);
  claim(bench.entry.position() === 'closed', 'a reversed gate closes');
}
