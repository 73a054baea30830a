/**
 * Evidence as it comes in: told by its content, bounded before it is decoded, and kept only as we wrote it anew. A picture
 * loses everything but its pixels (position, camera, thumbnails); a PDF is read for its pages and kept as it is, for it is
 * only ever shown in a sandbox.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { DeskParts, FileMedia, FileReading } from '../../services/index.ts';

const BYTES_MAX = 10 * 1024 * 1024;
const PIXELS_MAX = 50_000_000;
const SIDE_MAX = 3000;
const PAGES_MAX = 20;

const SIGNS: readonly (readonly [FileMedia, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

export const readFile: DeskParts['readFile'] = async (content, accept) => {
  if (content.length > BYTES_MAX) return { outcome: 'refused', because: 'size' };
  const media = SIGNS.find(([, sign]) => sign.every((byte, index) => content[index] === byte))?.[0];
  if (!media || !accept.includes(media)) return { outcome: 'refused', because: 'media' };
  return media === 'application/pdf' ? readPdf(content) : readPicture(content, media);
};

async function readPicture(content: Uint8Array, media: FileMedia): Promise<FileReading> {
  try {
    const picture = sharp(content, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
    const { width = 0, height = 0 } = await picture.metadata();
    if (width * height > PIXELS_MAX) return { outcome: 'refused', because: 'size' };
    const upright = picture
      .rotate()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true });
    const written = media === 'image/png' ? upright.png() : upright.jpeg({ quality: 88 });
    return { outcome: 'ok', media, content: await written.toBuffer(), pages: 1 };
  } catch (error) {
    const bomb = error instanceof Error && /pixel limit/i.test(error.message);
    return { outcome: 'refused', because: bomb ? 'size' : 'unreadable' };
  }
}

async function readPdf(content: Uint8Array): Promise<FileReading> {
  try {
    const pdf = await PDFDocument.load(content, { ignoreEncryption: true, updateMetadata: false });
    if (pdf.isEncrypted) return { outcome: 'refused', because: 'locked' };
    const pages = pdf.getPageCount();
    if (pages > PAGES_MAX) return { outcome: 'refused', because: 'pages' };
    return { outcome: 'ok', media: 'application/pdf', content, pages };
  } catch {
    return { outcome: 'refused', because: 'unreadable' };
  }
}
