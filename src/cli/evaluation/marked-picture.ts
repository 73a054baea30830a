/** A picture with a frame round each face that was seen, as one SVG file. */
import sharp from 'sharp';
import type { FaceBox } from '../../biometrics/index.ts';
import type { Frame } from '../../kernel/index.ts';

export interface Seen {
  readonly outcome: string;
  readonly guidance: readonly string[];
  readonly boxes: readonly FaceBox[];
}

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
    ...seen.boxes.map((box) => boxMark(box, seen.outcome === 'ok' ? '#0b6e4f' : '#b3261e', stroke)),
    `<text x="${4 * stroke}" y="${height - 4 * stroke}" font-family="sans-serif" font-size="${8 * stroke}" fill="#fff" stroke="#000" stroke-width="${stroke / 2}" paint-order="stroke">${said}</text>`,
    '</svg>\n',
  ].join('\n');
}

const boxMark = ({ x, y, width, height }: FaceBox, colour: string, stroke: number): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`;

const round = (value: number): number => Math.round(value * 10) / 10;
