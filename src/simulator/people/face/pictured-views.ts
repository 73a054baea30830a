/** The pictures kept of each pictured person: three to enrol with, some as a lane sees them, two that must fail. */
import { type Random, seededRandom } from '../../../kernel/index.ts';
import { type FaceView, FRONTAL } from './view.ts';

export const PICTURED_VIEWS = [
  'enrol-1',
  'enrol-2',
  'enrol-3',
  'lane-1',
  'lane-2',
  'lane-3',
  'away',
  'eyes-closed',
] as const;
export type PicturedView = (typeof PICTURED_VIEWS)[number];
export const ENROLMENT_VIEWS = ['enrol-1', 'enrol-2', 'enrol-3'] as const satisfies readonly PicturedView[];
export const LANE_VIEWS = ['lane-1', 'lane-2', 'lane-3'] as const satisfies readonly PicturedView[];

const VIEWS: Readonly<Record<PicturedView, Partial<FaceView>>> = {
  'enrol-1': {},
  'enrol-2': { yaw: 0.08, smile: 0.2, light: [-0.3, 0.5, 0.85] },
  'enrol-3': { yaw: -0.08, pitch: 0.03, smile: 0.05, light: [0.1, 0.7, 0.7] },
  'lane-1': { yaw: 0.04, pitch: -0.03, light: [0.45, 0.5, 0.75], gain: 0.96 },
  'lane-2': { yaw: -0.1, roll: 0.03, smile: 0.4, light: [0.2, 0.65, 0.7] },
  'lane-3': { yaw: 0.1, pitch: 0.04, roll: -0.03, light: [-0.4, 0.5, 0.75], gain: 0.9 },
  away: { yaw: 0.72, pitch: 0.14 },
  'eyes-closed': { eyesOpen: 0.04, pitch: 0.02 },
};

/** The view with a little of each person's own unsteadiness. */
export function picturedView(name: PicturedView, seed: number): FaceView {
  const random = seededRandom(seed).fork(`view-${name}`);
  const base = { ...FRONTAL, ...VIEWS[name] };
  const sway = (value: number, by: number) => value + by * limited(random);
  return {
    ...base,
    yaw: sway(base.yaw, 0.015),
    pitch: sway(base.pitch, 0.015),
    roll: sway(base.roll, 0.012),
    noiseSeed: PICTURED_VIEWS.indexOf(name) + 1,
  };
}

const limited = (random: Random) => Math.max(-2, Math.min(2, random.gauss()));
