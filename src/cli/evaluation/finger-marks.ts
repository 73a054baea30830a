/** A picture of a finger with its minutiae marked, as one SVG file. */
import sharp from 'sharp';
import type { FingerTemplate } from '../../biometrics/index.ts';
import type { GreyImage } from '../../kernel/index.ts';

const COLOURS = { ending: '#b3261e', bifurcation: '#1a56a8' } as const;

interface Told {
  readonly outcome: string;
  readonly guidance: readonly string[];
}

export async function markedFinger(
  { width, height, data }: GreyImage,
  { outcome, guidance }: Told,
  template: FingerTemplate | undefined,
): Promise<string> {
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  // Minutiae lie in the picture as it was brought to the working resolution.
  const scale = template ? width / template.width : 1;
  const marks = (template?.minutiae ?? []).map(({ x, y, direction, type }) => {
    const [left, top, reach, ring] = [x * scale, y * scale, 12 * scale, 3.5 * scale].map(round);
    const end = [left! + reach! * Math.cos(direction), top! + reach! * Math.sin(direction)].map(round);
    return `<g stroke="${COLOURS[type]}" stroke-width="${round(1.5 * scale)}" fill="none"><circle cx="${left}" cy="${top}" r="${ring}"/><path d="M${left} ${top}L${end.join(' ')}"/></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${[outcome, ...guidance].join(', ')}</title>`,
    `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`,
    ...marks,
    '</svg>\n',
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 10) / 10;
