/** What cameras and readers see of the synthetic people, written to files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Frame, GreyImage } from '../../src/kernel/index.ts';
import {
  CAREFUL,
  composeFrame,
  type Finger,
  makeImpression,
  type PicturedView,
  type PlacedPerson,
} from '../../src/simulator/index.ts';
import { loadPeople } from '../../src/simulator/node.ts';
import { ROOT } from './command-line.ts';

const people = await loadPeople(join(ROOT, 'assets/people'));

const jpeg = ({ width, height, data }: Frame): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();

const scene = (people: readonly PlacedPerson[]): Frame =>
  composeFrame({ background: 1, people, brightness: 1, noiseSeed: 1 });

/** A person where a lane's camera wants a face: eyes in the middle, of full size. */
const wellPlaced = async (person: string, view: PicturedView): Promise<PlacedPerson> => ({
  picture: await people.picture(person, view),
  x: 640,
  y: 330,
  scale: 1.3,
});

/** One person as a JPEG. */
export const photographBytes = async (person: string, view: PicturedView): Promise<Buffer> =>
  jpeg(scene([await wellPlaced(person, view)]));

/** Writes a photograph of one person. */
export async function photograph(file: string, person: string, view: PicturedView): Promise<string> {
  writeFileSync(file, await photographBytes(person, view));
  return file;
}

/** Writes a photograph of two people side by side, equally large. */
export async function photographOfTwo(file: string, first: string, second: string): Promise<string> {
  const [left, right] = await Promise.all([first, second].map((person) => wellPlaced(person, 'lane-1')));
  if (!left || !right) throw new Error('Two people are needed.');
  writeFileSync(
    file,
    await jpeg(
      scene([
        { ...left, x: 340 },
        { ...right, x: 940 },
      ]),
    ),
  );
  return file;
}

/** Writes a photograph of the place with nobody in it. */
export async function photographOfNobody(file: string): Promise<string> {
  writeFileSync(file, await jpeg(scene([])));
  return file;
}

/** Writes one touch of a finger as a reader gives it, 500 dpi; another seed is another touch. */
export async function impression(
  file: string,
  person: string,
  finger: Finger,
  seed: number,
): Promise<string> {
  const picture = makeImpression(await people.master(person, finger), { ...CAREFUL, seed });
  writeFileSync(file, await png(picture));
  return file;
}

/** Writes a picture of one colour, `channels` 1 for grey. */
export async function plain(file: string, width: number, height: number, level: number): Promise<string> {
  const background = { r: level, g: level, b: level };
  await sharp({ create: { width, height, channels: 3, background } }).toFile(file);
  return file;
}

const png = ({ width, height, data, dpi }: GreyImage): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .png()
    .toBuffer();
