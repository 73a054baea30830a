/** A photograph file as a JPEG of a sensible size: drawn anew, so that nothing that was hidden in the file comes along. */
import { sentSize } from '../../shared/camera/frame-pump.ts';

const JPEG_QUALITY = 0.92;
const FILE_BYTES_MAX = 20 * 1024 * 1024;

/** Undefined when the file is no picture that the browser can read. */
export async function jpegOfFile(file: File): Promise<Blob | undefined> {
  if (file.size > FILE_BYTES_MAX) return undefined;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const canvas = document.createElement('canvas');
  const { width, height } = sentSize(bitmap.width, bitmap.height);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  return blob ?? undefined;
}
