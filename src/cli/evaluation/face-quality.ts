/** `kouan face quality IMG`: what an enrolment would say of a picture, and where it looked. */
import type { FaceAttitude, FaceBox, FacePoints, FaceReading } from '../../biometrics/index.ts';
import { decodeImage } from '../../biometrics/node.ts';
import type { Frame } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withFaceEngine } from './face-engine.ts';
import { markedPicture } from './marked-picture.ts';
import { naming, readBytes } from './picture-bytes.ts';
import { writeOut } from './write-out.ts';

export interface QualityReport {
  readonly outcome: FaceReading['outcome'];
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FaceBox[];
  /** Of the one face that was looked at closely. */
  readonly points?: FacePoints;
  readonly attitude?: FaceAttitude;
  readonly guidance: readonly string[];
  /** Each 0 to 100, rounded. */
  readonly quality?: Readonly<Record<string, number>>;
  readonly ms: FaceReading['ms'];
}

export async function tellFaceQuality(
  [path = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const bytes = readBytes(path);
  const frame = await naming(path, () => decodeImage(bytes));
  const reading = await withFaceEngine(args, (engine) => naming(path, () => engine.read(frame, 'enrol')));
  const report = qualityReport(frame, reading);
  const mark = args.one('mark');
  if (mark !== undefined) writeOut(mark, await markedPicture(frame, report), 'mark');
  if (args.has('json')) print(JSON.stringify(report));
  else for (const line of qualityLines(report)) print(line);
  return EXIT.done;
}

export function qualityReport({ width, height }: Frame, reading: FaceReading): QualityReport {
  const { outcome, ms } = reading;
  const boxes = 'boxes' in reading ? reading.boxes : 'box' in reading ? [reading.box] : [];
  const guidance = 'guidance' in reading ? reading.guidance : [];
  const seen =
    'quality' in reading
      ? {
          quality: Object.fromEntries(
            Object.entries(reading.quality).map(([name, value]) => [name, Math.round(value)]),
          ),
          points: reading.points,
          attitude: reading.attitude,
        }
      : {};
  return { outcome, width, height, boxes, guidance, ...seen, ms };
}

const CELLS = 20;

export function qualityLines({ outcome, boxes, guidance, quality }: QualityReport): string[] {
  const bars = Object.entries(quality ?? {}).map(
    ([name, value]) =>
      `  ${name.padEnd(24)} ${String(value).padStart(3)} ${'█'.repeat(Math.round((value / 100) * CELLS))}`,
  );
  return [
    `Outcome   ${outcome}${boxes.length > 1 ? `, ${boxes.length} faces` : ''}`,
    ...(guidance.length > 0 ? [`Guidance  ${guidance.join(', ')}`] : []),
    ...bars,
  ];
}
