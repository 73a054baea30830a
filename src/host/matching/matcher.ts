/**
 * What a lane asks of biometrics: read a face and look it up, so that no document need be shown, then compare
 * face and finger with the person's own (F-02). No score leaves.
 */
import {
  DEFAULT_FACE_THRESHOLDS,
  fuseReadings,
  type GoodReading,
  verifyFace,
} from '../../biometrics/index.ts';
import type { TravellerId } from '../../kernel/index.ts';
import type { FaceReader, Identifier, Verifier } from '../../lane/index.ts';
import type { Engines } from './engines.ts';
import { decodeFace } from './face-forms.ts';
import { FingerDesk } from './finger-desk.ts';
import type { Operation } from './operation.ts';

/** What is asked of the records: a person's own templates. */
interface Templates {
  readonly templates: {
    of(
      traveller: string,
      modality: 'face' | 'fingerprint',
    ): Promise<readonly { readonly model: string; readonly position: string; readonly bytes: Uint8Array }[]>;
  };
}
type MatcherEngines = Pick<Engines, 'toSearch'> & {
  readonly face: Pick<Engines['face'], 'read'>;
  readonly gallery: Pick<Engines['gallery'], 'search'>;
};

export interface Matcher {
  readonly faceReader: FaceReader<GoodReading>;
  readonly identifier: Identifier<GoodReading>;
  readonly verifier: Verifier<GoodReading>;
}

/** With an `operation`, every comparison counts for the evaluation of the running system. */
export function openMatcher(records: Templates, engines: MatcherEngines, operation?: Operation): Matcher {
  const fingers = new FingerDesk({
    fingersOf: (traveller) => records.templates.of(traveller, 'fingerprint'),
    operation,
  });
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
        const probe = engines.toSearch(fuseReadings(captures));
        const found = await engines.gallery.search(probe);
        operation?.searched(probe, found);
        probe.fill(0);
        return found.kind === 'one'
          ? { kind: 'one', traveller: found.id as TravellerId }
          : { kind: found.kind };
      },
    },
    verifier: {
      async verifyFace(traveller, captures) {
        const verdict = await compareFace(records, traveller, captures);
        operation?.faceCompared(traveller, verdict);
        return verdict;
      },
      firstFinger: (traveller) => fingers.first(traveller),
      verifyFinger: (touch) => fingers.touch(touch),
      forgetTouches: (passage) => fingers.forget(passage),
    },
  };
}

async function compareFace(records: Templates, traveller: TravellerId, captures: readonly GoodReading[]) {
  const probe = fuseReadings(captures);
  const stored = await records.templates.of(traveller, 'face');
  const own = stored.filter(({ model }) => model === probe.model);
  const matched = own.some(
    ({ bytes }) => verifyFace(probe, decodeFace(bytes), DEFAULT_FACE_THRESHOLDS).outcome === 'match',
  );
  for (const { bytes } of stored) bytes.fill(0);
  return matched ? 'match' : 'no-match';
}
