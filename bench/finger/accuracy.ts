/** Errors of the fingerprint engine over every pair of a collection, one finger against one and two against two. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorRates, extractFinger, type FingerTemplate, metrics } from '../../src/biometrics/index.ts';
import { compareFingers, decodeGrey } from '../../src/biometrics/node.ts';
import type { GreyImage } from '../../src/kernel/index.ts';

export interface Impression {
  readonly finger: string;
  /** Counts the impressions of a finger. */
  readonly touch: number;
  readonly image: GreyImage;
}

export interface ReadImpression extends Omit<Impression, 'image'> {
  readonly template: FingerTemplate;
}

export interface Sensor {
  readonly name: string;
  readonly impressions: readonly Impression[];
}

const PICTURE = /^(.+)_(\d+)\.(png|tif|tiff|bmp|pgm|jpg)$/i;

/** A folder of folders, one for each sensor, with files `finger_impression.ext`. */
export async function readSensors(folder: string): Promise<readonly Sensor[]> {
  const sensors: Sensor[] = [];
  for (const name of readdirSync(folder).sort()) {
    const impressions: Impression[] = [];
    for (const file of readdirSync(join(folder, name)).sort()) {
      const [, finger, touch] = PICTURE.exec(file) ?? [];
      if (!finger) continue;
      const image = await decodeGrey(readFileSync(join(folder, name, file)));
      impressions.push({ finger, touch: Number(touch), image });
    }
    sensors.push({ name, impressions });
  }
  return sensors;
}

/** Impressions that gave no template fall away: failures to acquire. */
export const readImpressions = (impressions: readonly Impression[]): readonly ReadImpression[] =>
  impressions.flatMap(({ image, ...rest }) => {
    const reading = extractFinger(image);
    return reading.outcome === 'ok' ? [{ ...rest, template: reading.template }] : [];
  });

export interface Scores {
  readonly genuine: number[];
  readonly impostor: number[];
}

/** Every impression with every other, each pair once. */
export function comparePairs(read: readonly ReadImpression[]): Scores {
  const scores: Scores = { genuine: [], impostor: [] };
  for (const [i, one] of read.entries()) {
    for (const other of read.slice(i + 1)) {
      const score = compareFingers(one.template, other.template);
      scores[one.finger === other.finger ? 'genuine' : 'impostor'].push(score);
    }
  }
  return scores;
}

/** One threshold for all. */
export const ratesOf = (...all: readonly Scores[]): ErrorRates =>
  metrics(
    all.flatMap(({ genuine }) => genuine),
    all.flatMap(({ impostor }) => impostor),
  );

/** Fingers two by two as those of one person; a pair of visits compares touch with touch and adds both scores. */
export function compareTwoFingers(read: readonly ReadImpression[]): Scores {
  const visits = visitsOf(read);
  const scores: Scores = { genuine: [], impostor: [] };
  for (const [i, one] of visits.entries()) {
    for (const other of visits.slice(i + 1)) {
      const score = one.fingers.reduce(
        (sum, finger, k) => sum + compareFingers(finger, other.fingers[k]!),
        0,
      );
      scores[one.person === other.person ? 'genuine' : 'impostor'].push(score);
    }
  }
  return scores;
}

interface Visit {
  readonly person: number;
  readonly fingers: readonly FingerTemplate[];
}

function visitsOf(read: readonly ReadImpression[]): readonly Visit[] {
  const names = [...new Set(read.map(({ finger }) => finger))];
  const touches = [...new Set(read.map(({ touch }) => touch))];
  const templateOf = (finger: string | undefined, touch: number) =>
    read.find((one) => one.finger === finger && one.touch === touch)?.template;
  const visits: Visit[] = [];
  for (let person = 0; 2 * person + 1 < names.length; person++) {
    for (const touch of touches) {
      const fingers = [templateOf(names[2 * person], touch), templateOf(names[2 * person + 1], touch)];
      const whole = fingers.filter((finger) => finger !== undefined);
      if (whole.length === 2) visits.push({ person, fingers: whole });
    }
  }
  return visits;
}
