/** Finds a QR code in a picture, on this device: ZXing as WebAssembly, served from our own origin. */
import readerAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Pictures are read at most this large, so that one from a camera of 50 megapixels needs no gigabyte. */
const LONG_SIDE_MAX = 1920;
const FILE_BYTES_MAX = 20 * 1024 * 1024;

// The reader is loaded after the page, which is of use by pasted text without it.
const zxing = () => import('zxing-wasm/reader');

/** Loads the reader; to be called early, so that it is there without a network later. */
export async function prepareReader(): Promise<void> {
  const { prepareZXingModule } = await zxing();
  await prepareZXingModule({ overrides: { locateFile: () => readerAddress }, fireImmediately: true });
}

/** The text of the code, or undefined when none can be read. */
async function readPixels(pixels: ImageData): Promise<string | undefined> {
  const { readBarcodes } = await zxing();
  const [found] = await readBarcodes(pixels, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return found?.isValid ? found.text : undefined;
}

function draw(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, LONG_SIDE_MAX / Math.max(width, height, 1));
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, w, h);
  return w > 0 && h > 0 ? context?.getImageData(0, 0, w, h) : undefined;
}

export async function readVideo(video: HTMLVideoElement): Promise<string | undefined> {
  const pixels = draw(video, video.videoWidth, video.videoHeight);
  return pixels && readPixels(pixels);
}

export type PictureReading =
  | { readonly outcome: 'read'; readonly text: string }
  | { readonly outcome: 'no-code' | 'no-picture' };

/** The browser decodes the picture, whatever kinds it knows. */
export async function readPicture(file: Blob): Promise<PictureReading> {
  if (file.size > FILE_BYTES_MAX) return { outcome: 'no-picture' };
  try {
    const bitmap = await createImageBitmap(file);
    const pixels = draw(bitmap, bitmap.width, bitmap.height);
    bitmap.close();
    const text = pixels && (await readPixels(pixels));
    return text === undefined ? { outcome: 'no-code' } : { outcome: 'read', text };
  } catch {
    return { outcome: 'no-picture' };
  }
}
