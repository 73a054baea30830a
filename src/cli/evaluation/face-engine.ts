/** The face engine of this program, opened for one tool and closed after it. */
import type { FaceEngine } from '../../biometrics/index.ts';
import { openFaceEngine } from '../../biometrics/node.ts';
import { findPlaces } from '../../host/index.ts';
import { systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';

export async function withFaceEngine<T>(
  args: Arguments,
  work: (engine: FaceEngine) => Promise<T>,
): Promise<T> {
  const [descriptor, detector] = [args.one('model'), args.one('detector')];
  const engine = await openFaceEngine({
    modelsDir: findPlaces().models,
    clock: systemClock,
    ...(descriptor === undefined ? {} : { descriptor }),
    ...(detector === undefined ? {} : { detector }),
  });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
