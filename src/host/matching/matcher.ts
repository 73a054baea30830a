/**
 * What a lane asks of biometrics: read a face and look it up, so that no document need be shown, then compare
 * face and finger with the person's own (F-02). No score leaves.
 */
import {
  DEFAULT_FACE_THRESHOLDS,
  extractFinger,
  FINGER_THRESHOLDS,
  fuseReadings,
  type GoodReading,
  prepareFinger,
  type SearchTemplate,
  verifyFace,
  verifyFinger,
} from '../../biometrics/index.ts';
import type { GreyImage, TravellerId } from '../../kernel/index.ts';
import type { FaceReader, FingerVerdict, Identifier, Verifier } from '../../lane/index.ts';
import type { Records } from '../../records/index.ts';
import type { Engines } from './engines.ts';
import { decodeFace } from './face-forms.ts';
import { decodeFinger } from './finger-forms.ts';

/** A stranger who passes for somebody by face should fail by finger in all but one of ten thousand cases. */
const FINGER_THRESHOLD = FINGER_THRESHOLDS['finger-fmr-1e-4'];

export interface Matcher {
  readonly faceReader: FaceReader<GoodReading>;
  readonly identifier: Identifier<GoodReading>;
  readonly verifier: Verifier<GoodReading>;
}

export function openMatcher(records: Records, engines: Engines): Matcher {
  return {
    faceReader: {
      async read(frame) {
        const reading = await engines.face.read(frame, 'probe');
        if (reading.outcome === 'no-face' || reading.outcome === 'several-faces')
          return { kind: reading.outcome };
        if (reading.outcome === 'poor') return { kind: 'poor', guidance: reading.guidance };
        // The bundled models detect no presentation attack reliably, so none is claimed.
        return { kind: 'ok', capture: reading, pad: 'absent' };
      },
    },
    identifier: {
      async identify(captures) {
        const found = await engines.gallery.search(engines.toSearch(fuseReadings(captures)));
        return found.kind === 'one'
          ? { kind: 'one', traveller: found.id as TravellerId }
          : { kind: found.kind };
      },
    },
    verifier: {
      verifyFace: (traveller, captures) => compareFace(records, traveller, captures),
      verifyFinger: (traveller, image) => compareFinger(records, traveller, image),
    },
  };
}

async function compareFace(records: Records, traveller: TravellerId, captures: readonly GoodReading[]) {
  const probe = fuseReadings(captures);
  const stored = await records.templates.of(traveller, 'face');
  const own = stored.filter(({ model }) => model === probe.model);
  const matched = own.some(
    ({ bytes }) => verifyFace(probe, decodeFace(bytes), DEFAULT_FACE_THRESHOLDS).outcome === 'match',
  );
  for (const { bytes } of stored) bytes.fill(0);
  return matched ? 'match' : 'no-match';
}

async function compareFinger(
  records: Records,
  traveller: TravellerId,
  image: GreyImage,
): Promise<FingerVerdict> {
  const reading = extractFinger(image);
  if (reading.outcome !== 'ok') return { poor: reading.guidance };
  const probe = prepareFinger(reading.template);
  const stored = await records.templates.of(traveller, 'fingerprint');
  const matched = stored.some(({ bytes }) => matchesFinger(probe, bytes));
  for (const { bytes } of stored) bytes.fill(0);
  return matched ? 'match' : 'no-match';
}

function matchesFinger(probe: SearchTemplate, bytes: Uint8Array): boolean {
  return verifyFinger(probe, decodeFinger(bytes), FINGER_THRESHOLD).outcome === 'match';
}
