/** Reads a collection picture by picture; of each only its template goes on, so that memory does not grow with pixels. */
import { readFile } from 'node:fs/promises';
import { type Clock, isRoomError } from '../../kernel/index.ts';
import { decodeImage } from '../imaging/decode.ts';
import type { PersonPictures } from './picture-folder.ts';
import type { FaceEngine, FaceReading } from './reading.ts';
import type { DescribedFace } from './template.ts';

export interface DescribeOptions {
  readonly engine: FaceEngine;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
  /** Ends the run; what was read until then counts. */
  readonly signal?: AbortSignal;
}

export const STEPS = ['decode', 'detect', 'mesh', 'describe', 'total'] as const;
/** Milliseconds. */
export type StepTimes = Readonly<Record<(typeof STEPS)[number], number>>;

/** One described picture of a person, who is named by number. */
export interface Sample {
  readonly person: number;
  readonly face: DescribedFace;
}

export type DescribedPicture =
  | { readonly kind: 'described'; readonly sample: Sample; readonly ms: StepTimes }
  | { readonly kind: 'failed'; readonly person: number; readonly path: string; readonly why: string };

/** Person by person, in the order of the list. */
export async function* describePictures(
  people: readonly PersonPictures[],
  options: DescribeOptions,
): AsyncGenerator<DescribedPicture> {
  const of = people.reduce((sum, { paths }) => sum + paths.length, 0);
  let done = 0;
  for (const [person, { paths }] of people.entries()) {
    for (const path of paths) {
      if (options.signal?.aborted) return;
      yield await describeOne(person, path, options);
      options.onProgress?.({ done: ++done, of });
      // Lets Ctrl-C and progress bars through.
      await nextTurn();
    }
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

async function describeOne(
  person: number,
  path: string,
  { engine, clock }: DescribeOptions,
): Promise<DescribedPicture> {
  const bytes = await readFile(path);
  const start = clock.elapsed();
  try {
    const frame = await decodeImage(bytes);
    const decode = clock.elapsed() - start;
    const reading = await engine.read(frame, 'evaluate');
    if (reading.outcome !== 'ok') return { kind: 'failed', person, path, why: reading.outcome };
    const ms = { decode, ...reading.ms, total: clock.elapsed() - start };
    return { kind: 'described', sample: { person, face: templateOf(reading) }, ms };
  } catch (error) {
    // A picture that cannot be read is a failure to acquire; a broken engine ends the run.
    if (isRoomError(error) && error.code.startsWith('IMAGE_'))
      return { kind: 'failed', person, path, why: error.message };
    throw error;
  }
}

const templateOf = ({
  model,
  features,
  quality,
}: Extract<FaceReading, { outcome: 'ok' }>): DescribedFace => ({
  model,
  features,
  quality,
});

/** The samples of each person; `samples` come person by person. */
export function byPerson(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const people: Sample[][] = [];
  for (const sample of samples) {
    if (people.at(-1)?.[0]?.person === sample.person) people.at(-1)?.push(sample);
    else people.push([sample]);
  }
  return people;
}
