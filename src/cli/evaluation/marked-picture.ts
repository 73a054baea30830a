/** A picture with what was seen marked in it, as one SVG file: faces, eyes and mouth, and where the face looks. */
import sharp from 'sharp';
import type { FaceAttitude, FaceBox, FacePoints } from '../../biometrics/index.ts';
import type { Frame } from '../../kernel/index.ts';

export interface Seen {
  readonly outcome: string;
  readonly guidance: readonly string[];
  readonly boxes: readonly FaceBox[];
  /** Of the one face that was looked at closely. */
  readonly points?: FacePoints;
  readonly attitude?: FaceAttitude;
}

const [GOOD, POOR, PLACE] = ['#0b6e4f', '#b3261e', '#ffd54a'];

export async function markedPicture({ width, height, data }: Frame, seen: Seen): Promise<string> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const said = [seen.outcome, ...seen.guidance].join(', ');
  const stroke = Math.max(2, Math.round(width / 200));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${said}</title>`,
    `<image width="${width}" height="${height}" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/>`,
    ...seen.boxes.map((box) => boxMark(box, seen.outcome === 'ok' ? GOOD : POOR, stroke)),
    ...pointMarks(seen, stroke),
    `<text x="${4 * stroke}" y="${height - 4 * stroke}" font-family="sans-serif" font-size="${8 * stroke}" fill="#fff" stroke="#000" stroke-width="${stroke / 2}" paint-order="stroke">${said}</text>`,
    '</svg>\n',
  ].join('\n');
}

const boxMark = ({ x, y, width, height }: FaceBox, colour: string, stroke: number): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`;

function pointMarks({ points, attitude }: Seen, stroke: number): string[] {
  if (!points) return [];
  const dots = Object.values(points).map(
    ([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" r="${stroke}" fill="${PLACE}"/>`,
  );
  return attitude ? [...dots, lookMark(points, attitude, stroke)] : dots;
}

/** From the tip of the nose, as long as the eyes are apart when the face is seen from the side. */
function lookMark(
  { noseTip: [x, y], rightEye, leftEye }: FacePoints,
  look: FaceAttitude,
  stroke: number,
): string {
  const length = Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
  const [across, down] = [look.yawDeg, look.pitchDeg].map(
    (degrees) => length * Math.sin((degrees * Math.PI) / 180),
  ) as [number, number];
  return `<line x1="${round(x)}" y1="${round(y)}" x2="${round(x + across)}" y2="${round(y + down)}" stroke="${PLACE}" stroke-width="${stroke}" stroke-linecap="round"/>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
