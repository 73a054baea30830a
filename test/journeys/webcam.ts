/** A file that Chromium takes for what its webcam sees. */
import { appendFileSync, writeFileSync } from 'node:fs';
import type { PicturedView } from '../../src/simulator/index.ts';
import { photographBytes } from './pictures.ts';

/** Chromium plays 30 a second, round and round. */
const FRAMES_A_VIEW = 20;

/** Writes a motion JPEG of one person who holds still, then turns a little, then another little. */
export async function webcamOf(
  file: string,
  person: string,
  views: readonly PicturedView[],
): Promise<string> {
  writeFileSync(file, '');
  for (const view of views) {
    const frame = await photographBytes(person, view);
    for (let k = 0; k < FRAMES_A_VIEW; k++) appendFileSync(file, frame);
  }
  return file;
}
