/**
 * The face of the real-person check: pictures read by the engine, compared with the portrait on file. Templates of the
 * lanes are not touched (C-02). The portraits that ship are the synthetic people's own photographs; an authority's
 * archive takes their place.
 */
import {
  DEFAULT_FACE_THRESHOLDS,
  fuseReadings,
  type GoodReading,
  verifyFace,
} from '../../biometrics/index.ts';
import type { FaceCapture, LiveFaces, Portraits } from '../../identity/index.ts';
import { RoomError } from '../../kernel/index.ts';
import { composeFrame, travellerIdOf } from '../../simulator/index.ts';
import type { People } from '../../simulator/node.ts';
import type { Engines } from '../matching/engines.ts';
import { readPicture } from '../matching/read-picture.ts';

/** A portrait as a document has it: the head large, before a plain wall. */
const PORTRAIT = { background: 1, brightness: 1, noiseSeed: 1 } as const;
const PLACE = { x: 640, y: 330, scale: 1.3 } as const;

export interface LiveFace {
  readonly faces: LiveFaces;
  readonly portraits: Portraits;
}

export function openLiveFace(engines: Pick<Engines, 'face'>, people: People): LiveFace {
  // A capture stands for a reading that only this closure can look up; the map forgets with the capture.
  const readings = new WeakMap<FaceCapture, GoodReading>();
  const pictured = new Map<string, string>(people.roster.map(({ id }) => [travellerIdOf(id), id]));

  async function portraitOf(person: string): Promise<GoodReading> {
    const picture = await people.picture(person, 'enrol-1');
    const reading = await engines.face.read(
      composeFrame({ ...PORTRAIT, people: [{ picture, ...PLACE }] }),
      'enrol',
    );
    if (reading.outcome === 'ok') return reading;
    throw new RoomError('INTERNAL', `The portrait on file cannot be read: ${reading.outcome}.`);
  }

  return {
    faces: {
      async read(picture) {
        const reading = await readPicture(engines, picture, 'probe');
        if (reading.outcome === 'adjust') return reading;
        const capture: FaceCapture = { kind: 'face-capture' };
        readings.set(capture, reading.capture);
        return { outcome: 'ok', capture, box: reading.box };
      },
    },
    portraits: {
      async compare(traveller, captures) {
        const person = pictured.get(traveller);
        if (person === undefined) return 'no-portrait';
        const live = captures.flatMap((capture) => readings.get(capture) ?? []);
        const portrait = fuseReadings([await portraitOf(person)]);
        const { outcome } = verifyFace(fuseReadings(live), portrait, DEFAULT_FACE_THRESHOLDS);
        return outcome === 'match' ? 'match' : 'no-match';
      },
    },
  };
}
