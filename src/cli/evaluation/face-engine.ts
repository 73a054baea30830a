/** The face engine of this program, opened for one tool and closed after it. */
import type { FaceEngine } from '../../biometrics/index.ts';
import { openFaceEngine } from '../../biometrics/node.ts';
import { systemClock } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import { inProgram } from '../program-folder.ts';

export async function withFaceEngine<T>(
  args: Arguments,
  work: (engine: FaceEngine) => Promise<T>,
): Promise<T> {
  const descriptor = args.one('model');
  const engine = await openFaceEngine({
    modelsDir: inProgram('dist/models'),
    clock: systemClock,
    ...(descriptor === undefined ? {} : { descriptor }),
  });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
