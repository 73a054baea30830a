/** `kouan face calibrate DIR`: thresholds from an operator's own pictures, as a file that a port loads. */
import {
  type CalibrationGoal,
  calibrateFaces,
  type FaceCalibration,
  formatThresholds,
} from '../../biometrics/node.ts';
import { fieldInvalid, RoomError, seededRandom, shanghaiDay, systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withFaceEngine } from './face-engine.ts';
import { EXIT_INTERRUPTED, interruptible } from './interruption.ts';
import { openProgress } from './progress.ts';
import { percent } from './rates-text.ts';
import { writeOut } from './write-out.ts';

/** Galleries and resampled people are drawn alike each time, so that two runs give the same thresholds. */
const SEED = 1;
const FMR = 1e-3;
const FPIR = 1e-2;
/** One picture each, and as a lane works. */
const FRAMES = ['1+1', '3+2'];

export async function calibrateOnFolder(
  [folder = '']: readonly string[],
  args: Arguments,
  { print, note }: Terminal,
): Promise<number> {
  const request = readRequest(args);
  const found = await calibrate(folder, args, request);
  if (found.interrupted) {
    note('Broken off: no threshold was found.');
    return EXIT_INTERRUPTED;
  }
  if (found.thresholds.length === 0) throw tooFewPeople(found);
  for (const refused of found.refused) note(refusalLine(refused));
  const content = formatThresholds(
    found.model,
    found.thresholds.map(({ threshold }) => threshold),
  );
  const out = args.one('out');
  if (out !== undefined) writeOut(out, content, 'out');
  if (args.has('json')) print(JSON.stringify(found));
  else if (out === undefined) print(content.trimEnd());
  else for (const line of calibrationLines(found)) print(line);
  return EXIT.done;
}

interface Request {
  readonly goals: readonly CalibrationGoal[];
  readonly frames: readonly { readonly enrolFrames: number; readonly probeFrames: number }[];
}

export function readRequest(args: Arguments): Request {
  const n = args.one('gallery') === undefined ? undefined : args.number('gallery', 0);
  const frames = args.one('frames');
  return {
    goals: [
      { task: '1:1', fmr: args.number('fmr', FMR) },
      ...(n === undefined ? [] : [{ task: '1:N', fpir: args.number('fpir', FPIR), n } as const]),
    ],
    frames: (frames === undefined ? FRAMES : [frames]).map(readFrames),
  };
}

function readFrames(text: string): Request['frames'][number] {
  const found = /^([1-9]\d?)\+([1-9]\d?)$/.exec(text);
  const [enrolFrames, probeFrames] = [Number(found?.[1]), Number(found?.[2])];
  if (!(enrolFrames <= 32 && probeFrames <= 32))
    throw fieldInvalid(
      '--frames',
      text,
      'pictures enrolled + pictures of a probe, such as 3+2, at most 32 each',
    );
  return { enrolFrames, probeFrames };
}

async function calibrate(folder: string, args: Arguments, request: Request): Promise<FaceCalibration> {
  const progress = openProgress(process.stderr);
  const day = shanghaiDay(systemClock.now());
  try {
    return await interruptible((signal) =>
      withFaceEngine(args, (engine) =>
        calibrateFaces(folder, {
          ...request,
          engine,
          clock: systemClock,
          random: seededRandom(SEED),
          calibratedOn: `pictures of the operator, ${day}`,
          onProgress: ({ done, of }) => progress.tell('Reading pictures', done, of),
          signal,
        }),
      ),
    );
  } finally {
    progress.end();
  }
}

type Refused = FaceCalibration['refused'][number];

const promiseText = (goal: CalibrationGoal): string =>
  goal.task === '1:1' ? `FMR ${goal.fmr}` : `FPIR ${goal.fpir} among ${goal.n}`;

export const refusalLine = ({ goal, people, peopleNeeded }: Refused): string =>
  `Not promised: ${promiseText(goal)} with ${goal.enrolFrames}+${goal.probeFrames} pictures needs at least ${peopleNeeded} people with ${goal.enrolFrames + goal.probeFrames} pictures each; there are ${people}.`;

const tooFewPeople = ({ refused, people }: FaceCalibration): RoomError =>
  new RoomError(
    'FIELD_INVALID',
    `The pictures of ${people} people support none of the promises. ${refused[0] ? refusalLine(refused[0]) : ''}`,
    { field: 'DIR', value: people, expected: `at least ${refused[0]?.peopleNeeded ?? 2} people` },
  );

export const calibrationLines = ({ thresholds, model, people, pictures, fta }: FaceCalibration): string[] => [
  `Face engine          ${model.name} (${model.sha256.slice(0, 12)})`,
  `Pictures             ${pictures} of ${people} people, ${percent(fta)} without a template`,
  ...thresholds.flatMap(({ threshold: { id, value, rate = 0, interval = [0, 1] }, fnmr }) => [
    `${id.padEnd(28)} ${value.toFixed(4)}`,
    `    strangers above it ${percent(rate)} (95 %: ${percent(interval[0])} to ${percent(interval[1])}), own below it ${percent(fnmr)}`,
  ]),
];
