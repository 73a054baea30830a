import type { FingerMeasures, FingerQuality } from '../reading.ts';
import { EXTRACTION, QUALITY } from '../tuning.ts';
import type { RidgeReading } from './read-ridges.ts';
import { straightCut } from './straight-cut.ts';

/** How a touch turned out, in figures, and on which side of dry and wet it lies. */
export interface QualityReading {
  readonly quality: FingerQuality;
  /** Share of dark (ridge) pixels on the finger: under a half is dry, over it wet. */
  readonly ridgeShare: number;
}

export const NOTHING: FingerMeasures = {
  area: 0,
  contrast: 0,
  orientationCertainty: 0,
  ridgeValleyUniformity: 0,
  moisture: 0,
  minutiae: 0,
  centring: 0,
  wholeness: 0,
  dimensions: 0,
};

export function measureQuality(reading: RidgeReading): QualityReading {
  const { mask, level, flow, grid } = reading;
  const cells = mask.reduce((sum, value) => sum + value, 0);
  if (cells === 0) return { quality: rate({ ...NOTHING, dimensions: 100 }), ridgeShare: 0 };
  const ridgeShare = shareOfRidges(reading);
  const measures: FingerMeasures = {
    area: percent((cells * grid.size ** 2) / fullArea(reading)),
    contrast: percent(meanOn(level.deviation, mask, cells) / QUALITY.contrastFull),
    orientationCertainty: percent(meanOn(flow.certainty, mask, cells) / QUALITY.certaintyFull),
    ridgeValleyUniformity: percent(reading.period.uniformity / QUALITY.uniformityFull),
    moisture: percent(1 - Math.abs(ridgeShare - QUALITY.ridgeShareBest) / QUALITY.ridgeShareOff),
    minutiae: percent(reading.template.minutiae.length / QUALITY.minutiaeFull),
    centring: percent(1 - offCentre(reading) / QUALITY.offCentreWorst),
    wholeness: percent((QUALITY.cutSure - straightCut(mask, grid)) / (QUALITY.cutSure - QUALITY.cutNatural)),
    dimensions: 100,
  };
  return { quality: rate(measures), ridgeShare };
}

/** The overall figure is as good as the three measures that count most are together: their geometric mean. */
export function rate(measures: FingerMeasures): FingerQuality {
  const { area, orientationCertainty, ridgeValleyUniformity } = measures;
  return { overall: Math.round(Math.cbrt(area * orientationCertainty * ridgeValleyUniformity)), ...measures };
}

const percent = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share)));

/** A sensor smaller than a finger tip cannot show more than it has: there a covered picture is enough. */
const fullArea = ({ normalised }: RidgeReading): number =>
  Math.min(QUALITY.areaFullPx2, QUALITY.pictureShareFull * normalised.width * normalised.height);

function meanOn(field: Float32Array, mask: Uint8Array, cells: number): number {
  let sum = 0;
  for (let cell = 0; cell < mask.length; cell++) if (mask[cell] === 1) sum += field[cell]!;
  return sum / cells;
}

/** Every third pixel of every third line is enough for a share. */
function shareOfRidges({ normalised, mask, grid }: RidgeReading): number {
  let ridge = 0;
  let seen = 0;
  for (let y = 0; y < normalised.height; y += 3) {
    const row = Math.floor(y / grid.size) * grid.columns;
    for (let x = 0; x < normalised.width; x += 3) {
      if (mask[row + Math.floor(x / grid.size)] !== 1) continue;
      seen++;
      if (normalised.values[y * normalised.width + x]! > 0) ridge++;
    }
  }
  return seen === 0 ? 0 : ridge / seen;
}

/** Distance of the finger's middle from the picture's, as a share of half the picture's side, the worse of both axes. */
function offCentre({ mask, grid }: RidgeReading): number {
  let x = 0;
  let y = 0;
  let cells = 0;
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] !== 1) continue;
    x += (cell % grid.columns) + 0.5;
    y += Math.floor(cell / grid.columns) + 0.5;
    cells++;
  }
  return Math.max(Math.abs((2 * x) / cells / grid.columns - 1), Math.abs((2 * y) / cells / grid.rows - 1));
}

/** Whether the picture, at working resolution, is as large as a finger tip and no larger than a hand. */
export function isFingerSized(width: number, height: number, dpi: number): boolean {
  const scale = EXTRACTION.workingDpi / dpi;
  const shorter = Math.min(width, height) * scale;
  return shorter >= QUALITY.sidePxMin && width * height * scale * scale <= QUALITY.pixelsMax;
}
