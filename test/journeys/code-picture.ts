/** A QR code as it comes to a verifier: as a picture, and in front of a webcam. */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { encodeQr } from '../../src/credentials/index.ts';

/** Writes a PNG of the code alone, and a motion JPEG of it lying on a grey desk. */
export async function paintCode(text: string, webcam: string, picture: string): Promise<void> {
  const { size, path } = await encodeQr(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${size + 8} ${size + 8}" width="420" height="420"><path fill="#fff" d="M-4-4h99v99h-99z"/><path d="${path}"/></svg>`;
  const code = await sharp(Buffer.from(svg)).png().toBuffer();
  writeFileSync(picture, code);
  const desk = { create: { width: 1280, height: 720, channels: 3, background: '#777' } } as const;
  const frame = await sharp(desk)
    .composite([{ input: code, left: 430, top: 150 }])
    .jpeg({ quality: 90 })
    .toBuffer();
  writeFileSync(webcam, Buffer.concat(Array<Buffer>(30).fill(frame)));
}
