/** Memory of a program and of all that it started, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** The process and its descendants. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  // Grows while it is walked: the children of children come in too.
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything; the state and the parent follow the last bracket.
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1) ?? '';
    return Number(after.trim().split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Summed proportional set size in MB: shared pages are counted once, divided among their users. */
export function pssMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => /^Pss:\s+(\d+) kB$/m.exec(rollupOf(pid))?.[1] ?? '0').map(Number);
  return (kilobytes.reduce((sum, value) => sum + value, 0) * 1024) / MIB;
}

function rollupOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

/** Ticks of the scheduler in a second, as Linux tells them to programs. */
const TICKS = 100;

/** Processor milliseconds that these processes took so far, in user and system. */
export const processorMs = (pids: readonly number[]): number =>
  pids.map(ticksOf).reduce((sum, ticks) => sum + ticks, 0) * (1000 / TICKS);

function ticksOf(pid: number): number {
  try {
    const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1) ?? '').trim().split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
