/** One frame → one reading: find, locate, measure, judge, describe. */
import { assertFrame, type Clock, type Frame, RoomError } from '../../kernel/index.ts';
import { Pyramid } from '../imaging/pyramid.ts';
import type { FaceDescriptor } from './descriptor.ts';
import { type FaceFinder, type FoundFace, findFaces } from './find-face.ts';
import { pointsOf } from './landmarks.ts';
import { measureFace } from './measure-face.ts';
import { attitudeOf, failedComponents, guidanceFor, judgeQuality } from './quality.ts';
import type { FacePurpose, FaceReading, FaceTimes } from './reading.ts';

export interface FaceParts extends FaceFinder {
  readonly descriptor: FaceDescriptor;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** Smaller frames have no room for a face that could be recognised. */
const SIDE_PX_MIN = 16;

export async function readFace(parts: FaceParts, frame: Frame, purpose: FacePurpose): Promise<FaceReading> {
  const pyramid = new Pyramid(assertUsable(frame));
  const times = timedParts(parts);
  const found = await findFaces(times.parts, pyramid, purpose !== 'evaluate');
  if (found.kind === 'none') return { outcome: 'no-face', guidance: ['no-face'], ms: times.taken() };
  if (found.kind === 'several') {
    const boxes = found.faces.map(({ detection }) => detection.box);
    return {
      outcome: 'several-faces',
      count: boxes.length,
      guidance: ['one-face-only'],
      boxes,
      ms: times.taken(),
    };
  }
  return await readOne(times, pyramid, found.face, purpose);
}

async function readOne(
  times: TimedParts,
  pyramid: Pyramid,
  face: FoundFace,
  purpose: FacePurpose,
): Promise<FaceReading> {
  const { box } = face.detection;
  const measures = measureFace(pyramid, face);
  const quality = judgeQuality(measures);
  const seen = { quality, attitude: attitudeOf(measures, quality), box, points: pointsOf(face.landmarks) };
  const failed = failedComponents(quality, purpose);
  if (failed.length > 0) {
    const guidance = guidanceFor(failed, measures);
    return { outcome: 'poor', ...seen, guidance, ms: times.taken() };
  }
  const { descriptor } = times.parts;
  const features = await descriptor.describe(pyramid, face.landmarks);
  const model = descriptor.model.sha256;
  return { outcome: 'ok', ...seen, model, features, ms: times.taken() };
}

function assertUsable(frame: Frame): Frame {
  if (frame.width >= SIDE_PX_MIN && frame.height >= SIDE_PX_MIN) return assertFrame(frame);
  throw new RoomError(
    'IMAGE_UNREADABLE',
    `The frame is ${frame.width} x ${frame.height} pixels: too small for a face.`,
    {
      value: `${frame.width} x ${frame.height}`,
      expected: `at least ${SIDE_PX_MIN} x ${SIDE_PX_MIN}`,
    },
  );
}

interface TimedParts {
  readonly parts: FaceParts;
  taken(): FaceTimes;
}

/** The same parts, each adding up the time spent in it. */
function timedParts(parts: FaceParts): TimedParts {
  const spent = { detect: 0, mesh: 0, describe: 0 };
  const timed = async <T>(step: keyof FaceTimes, work: Promise<T>): Promise<T> => {
    const start = parts.clock.elapsed();
    const result = await work;
    spent[step] += parts.clock.elapsed() - start;
    return result;
  };
  const { detector, mesh, descriptor } = parts;
  return {
    parts: {
      ...parts,
      detector: { ...detector, detect: (...given) => timed('detect', detector.detect(...given)) },
      mesh: { ...mesh, locate: (...given) => timed('mesh', mesh.locate(...given)) },
      descriptor: { ...descriptor, describe: (...given) => timed('describe', descriptor.describe(...given)) },
    },
    taken: () => ({ ...spent }),
  };
}
