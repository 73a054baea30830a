/** Moves a figure along its way with the browser's own animations; the position at any moment is computed, not measured. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { FigureView } from '../../../src/server/index.ts';
import { elapsedMs } from '../../shared/api/ticks.ts';
import type { PortPlace, Spot } from './geometry.ts';
import { headingBetween, restingHeading, routeBetween, standingSpot, startSpot } from './standing.ts';

const WALK_CM_PER_S = 135;
const [WALK_MS_MIN, WALK_MS_MAX] = [220, 6_000];

export interface Walk {
  readonly route: readonly Spot[];
  /** Share of the way at which each corner lies, 0 to 1. */
  readonly shares: readonly number[];
  readonly startedMs: number;
  readonly durationMs: number;
}

const distance = (a: Spot, b: Spot) => Math.hypot(a.along - b.along, a.across - b.across);

/** @param speed how much faster than life the port runs */
export function planWalk(route: readonly Spot[], startedMs: number, speed: number): Walk {
  const lengths = route.slice(1).map((spot, index) => distance(route[index] ?? spot, spot));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const shares = [0];
  let walked = 0;
  for (const length of lengths) {
    walked += length;
    shares.push(whole === 0 ? 1 : walked / whole);
  }
  const natural = (whole / WALK_CM_PER_S / Math.max(speed, 0.1)) * 1000;
  const durationMs = whole < 1 ? 0 : Math.min(WALK_MS_MAX, Math.max(WALK_MS_MIN, natural));
  return { route, shares, startedMs, durationMs };
}

/** Where the walker is at that moment. */
export function spotAt(walk: Walk, nowMs: number): Spot | undefined {
  const share = walk.durationMs === 0 ? 1 : Math.min(1, (nowMs - walk.startedMs) / walk.durationMs);
  const next = walk.shares.findIndex((corner, index) => index > 0 && corner >= share);
  const [from, to] = [walk.route[next - 1], walk.route[next]];
  if (!from || !to) return walk.route.at(-1);
  const [start, end] = [walk.shares[next - 1] ?? 0, walk.shares[next] ?? 1];
  const part = end === start ? 1 : (share - start) / (end - start);
  return {
    along: from.along + (to.along - from.along) * part,
    across: from.across + (to.across - from.across) * part,
  };
}

const pose = (spot: Spot, heading: number) =>
  `translate(${spot.along.toFixed(1)}px, ${spot.across.toFixed(1)}px) rotate(${heading.toFixed(0)}deg)`;

function keyframes(walk: Walk, lastHeading: number): Keyframe[] {
  const frames: Keyframe[] = [];
  walk.route.slice(1).forEach((to, index) => {
    const from = walk.route[index] ?? to;
    const heading = headingBetween(from, to);
    frames.push({ offset: walk.shares[index] ?? 0, transform: pose(from, heading) });
    frames.push({ offset: walk.shares[index + 1] ?? 1, transform: pose(to, heading) });
  });
  const last = walk.route.at(-1);
  if (last) frames.push({ offset: 1, transform: pose(last, lastHeading) });
  return frames;
}

const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** @param isNew whether the figure came into being while the page was open, and so walks in from outside */
export function useWalking(
  element: RefObject<SVGGElement | null>,
  port: PortPlace,
  figure: FigureView,
  speed: number,
  isNew: boolean,
): void {
  const walk = useRef<Walk>(undefined);
  const { along, across } = standingSpot(port, figure, walk.current?.route.at(-1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a walk begins when the standing place changes, not when the port tells something else of the figure.
  useLayoutEffect(() => {
    const target: Spot = { along, across };
    const before = walk.current ? spotAt(walk.current, elapsedMs()) : undefined;
    const from = before ?? (isNew ? startSpot(port, figure) : target);
    const next = planWalk(routeBetween(port, figure, from, target), elapsedMs(), speed);
    walk.current = next;
    const node = element.current;
    if (!node) return;
    const heading = restingHeading(figure);
    node.style.transform = pose(target, heading);
    if (next.durationMs === 0 || wantsStillness()) return;
    const animation = node.animate(keyframes(next, heading), { duration: next.durationMs, easing: 'linear' });
    return () => animation.cancel();
  }, [along, across, figure.place]);
}
