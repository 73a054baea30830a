/** `kouan finger quality IMG`: what the gate says of a picture, each measure, and where minutiae were seen. */
import { extractFinger, type FingerReading, type FingerTemplate } from '../../biometrics/index.ts';
import type { GreyImage } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { markedFinger } from './finger-marks.ts';
import { decodeFingerPicture, readPictureOptions } from './finger-picture.ts';
import { naming, readBytes } from './picture-bytes.ts';
import { writeOut } from './write-out.ts';

export interface FingerQualityReport {
  readonly outcome: FingerReading['outcome'];
  readonly width: number;
  readonly height: number;
  /** As the file or an option states it, pixels an inch. */
  readonly dpi?: number;
  readonly minutiae: number;
  /** Each 0 to 100, rounded. */
  readonly quality: Readonly<Record<string, number>>;
  /** Measures under their floor, worst first. */
  readonly failed: readonly string[];
  readonly guidance: readonly string[];
}

export async function tellFingerQuality(
  [path = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const options = readPictureOptions(args);
  const image = await naming(path, () => decodeFingerPicture(readBytes(path), options));
  const reading = extractFinger(image);
  const report = fingerQualityReport(image, reading);
  const mark = args.one('mark');
  if (mark !== undefined) writeOut(mark, await markedFinger(image, report, templateIn(reading)), 'mark');
  if (args.has('json')) print(JSON.stringify(report));
  else for (const line of fingerQualityLines(report)) print(line);
  return EXIT.done;
}

const templateIn = (reading: FingerReading): FingerTemplate | undefined =>
  reading.outcome === 'ok' ? reading.template : undefined;

export function fingerQualityReport(image: GreyImage, reading: FingerReading): FingerQualityReport {
  const { width, height, dpi } = image;
  const quality = Object.entries(reading.quality).map(([name, value]) => [name, Math.round(value)]);
  return {
    outcome: reading.outcome,
    width,
    height,
    ...(dpi !== undefined && { dpi }),
    minutiae: templateIn(reading)?.minutiae.length ?? 0,
    quality: Object.fromEntries(quality),
    failed: reading.outcome === 'ok' ? [] : reading.failed,
    guidance: reading.outcome === 'ok' ? [] : reading.guidance,
  };
}

const CELLS = 20;

export function fingerQualityLines(report: FingerQualityReport): string[] {
  const { outcome, width, height, dpi, minutiae, quality, failed, guidance } = report;
  const bar = (value: number) => '█'.repeat(Math.round((value / 100) * CELLS));
  return [
    `Outcome   ${outcome}, ${minutiae} minutiae`,
    `Picture   ${width} x ${height}, ${dpi === undefined ? 'resolution not stated, taken for 500 dpi' : `${dpi} dpi`}`,
    ...(failed.length > 0 ? [`Too low   ${failed.join(', ')}`] : []),
    ...(guidance.length > 0 ? [`Guidance  ${guidance.join(', ')}`] : []),
    ...Object.entries(quality).map(
      ([name, value]) => `  ${name.padEnd(24)} ${String(value).padStart(3)} ${bar(value)}`,
    ),
  ];
}
