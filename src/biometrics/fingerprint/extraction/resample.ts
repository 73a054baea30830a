import type { GreyImage } from '../../../kernel/index.ts';
import { EXTRACTION } from '../tuning.ts';
import { newPlane, type Plane } from './plane.ts';

/**
 * The stated resolution, when a fingerprint sensor can have it: files often carry that of a screen or of a page
 * (72, 25.4 …), which is as good as none.
 */
export function believableDpi({ dpi }: GreyImage): number | undefined {
  const isBelievable = dpi !== undefined && dpi >= EXTRACTION.sensorDpiMin && dpi <= EXTRACTION.sensorDpiMax;
  return isBelievable ? dpi : undefined;
}

/** The picture at 500 pixels an inch, grey values 0 (black) to 255; a difference of at most 3 % is left alone. */
export function resample(image: GreyImage): Plane {
  const scale = EXTRACTION.workingDpi / (believableDpi(image) ?? EXTRACTION.workingDpi);
  if (Math.abs(scale - 1) <= EXTRACTION.dpiSlack) {
    return { width: image.width, height: image.height, values: Float32Array.from(image.data) };
  }
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const plane = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) plane.values[y * width + x] = boxAt(image, x, y, 1 / scale);
  }
  return plane;
}

/** Mean of a 2x2 raster of bilinear samples inside the source box of one target pixel: cheap, and enough against aliasing. */
function boxAt(image: GreyImage, x: number, y: number, step: number): number {
  const left = (x + 0.25) * step - 0.5;
  const top = (y + 0.25) * step - 0.5;
  const half = step / 2;
  const upper = bilinear(image, left, top) + bilinear(image, left + half, top);
  const lower = bilinear(image, left, top + half) + bilinear(image, left + half, top + half);
  return (upper + lower) / 4;
}

function bilinear(image: GreyImage, x: number, y: number): number {
  const cx = Math.min(image.width - 1, Math.max(0, x));
  const cy = Math.min(image.height - 1, Math.max(0, y));
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const right = x0 + 1 < image.width ? 1 : 0;
  const below = y0 + 1 < image.height ? image.width : 0;
  const at = y0 * image.width + x0;
  const fx = cx - x0;
  const fy = cy - y0;
  const upper = image.data[at]! * (1 - fx) + image.data[at + right]! * fx;
  const lower = image.data[at + below]! * (1 - fx) + image.data[at + below + right]! * fx;
  return upper * (1 - fy) + lower * fy;
}
