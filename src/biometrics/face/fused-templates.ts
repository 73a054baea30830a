/** Samples put together as a lane does it: the first few enrolled, the next few as probe, and so on. */
import { byPerson, type Sample } from './describe-pictures.ts';
import { fuseReadings } from './template.ts';

export interface FrameCounts {
  readonly enrolFrames: number;
  readonly probeFrames: number;
}

export interface FusedPerson {
  readonly person: number;
  readonly template: Float32Array;
  readonly probes: readonly Float32Array[];
}

/** Everyone with enough samples for a template and a probe. */
export function fusePeople(
  samples: readonly Sample[],
  { enrolFrames, probeFrames }: FrameCounts,
): readonly FusedPerson[] {
  return byPerson(samples)
    .filter((own) => own.length >= enrolFrames + probeFrames)
    .map((own) => ({
      person: own[0]?.person ?? 0,
      template: fused(own.slice(0, enrolFrames)),
      probes: Array.from({ length: Math.floor((own.length - enrolFrames) / probeFrames) }, (_, i) =>
        fused(own.slice(enrolFrames + i * probeFrames, enrolFrames + (i + 1) * probeFrames)),
      ),
    }));
}

const fused = (samples: readonly Sample[]): Float32Array =>
  fuseReadings(samples.map(({ face }) => face)).features;
