/** What the three interchange formats have in common: impressions, their minutiae, and the checks on both. */
import type { FingerPosition } from '../finger-position.ts';
import type { FingerTemplate, Minutia, MinutiaType } from '../template.ts';
import { EXTRACTION } from '../tuning.ts';
import { type ByteReader, type ByteWriter, templateInvalid } from './bytes.ts';

/** One touch of one finger in an interchange record. */
export interface FingerImpression {
  /** Absent when the record does not say which finger it is. */
  readonly position?: FingerPosition;
  /** Quality of the whole impression, 0 to 100. */
  readonly quality: number;
  readonly template: FingerTemplate;
}

/** Size and resolution as the formats give them: pixels, and pixels a centimetre. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly xPerCm: number;
  readonly yPerCm: number;
}

/** Codes of the minutia type in its two highest bits; 0 ("other") is read as an ending. */
const TYPE_CODES: Record<MinutiaType, number> = { ending: 1, bifurcation: 2 };

/** Sides beyond this are no finger's, and would only cost memory. */
const SIDE_CM_MAX = 20;

/** How a format writes one minutia: its angle steps in a turn, and whether a quality byte follows. */
export interface MinutiaLayout {
  readonly angleSteps: number;
  readonly hasQuality: boolean;
}

export function assertGeometry(geometry: Geometry): Geometry {
  const { width, height, xPerCm, yPerCm } = geometry;
  if (width < 1 || height < 1 || width > 16_383 || height > 16_383) {
    throw templateInvalid('The picture size of the template is out of range.', {
      field: 'size',
      value: `${width}x${height}`,
      expected: '1 to 16383 pixels each way',
    });
  }
  if (Math.min(xPerCm, yPerCm) < 70 || Math.max(xPerCm, yPerCm) > 1000) {
    throw templateInvalid('The resolution of the template is not that of a fingerprint.', {
      field: 'resolution',
      value: `${xPerCm}x${yPerCm}`,
      expected: '70 to 1000 pixels a centimetre',
    });
  }
  if (width > xPerCm * SIDE_CM_MAX || height > yPerCm * SIDE_CM_MAX) {
    throw templateInvalid('The picture of the template is larger than a hand.', {
      field: 'size',
      expected: `at most ${SIDE_CM_MAX} cm each way`,
    });
  }
  return geometry;
}

/** 197 pixels a centimetre is how the standards write 500 dpi. */
const dpiOf = (perCm: number): number => (perCm === 197 ? EXTRACTION.workingDpi : perCm * 2.54);

/** The geometry of a record that holds all these impressions, at 500 dpi. */
export function geometryFor(impressions: readonly FingerImpression[]): Geometry {
  const scaled = (size: (template: FingerTemplate) => number) =>
    Math.max(1, ...impressions.map(({ template }) => Math.ceil(size(template) * scaleOf(template))));
  const geometry = {
    width: scaled((t) => t.width),
    height: scaled((t) => t.height),
    xPerCm: 197,
    yPerCm: 197,
  };
  return assertGeometry(geometry);
}

const scaleOf = (template: FingerTemplate): number => EXTRACTION.workingDpi / template.dpi;

/** Reads `count` minutiae; coordinates come to one resolution for both axes. */
export function readMinutiae(
  reader: ByteReader,
  count: number,
  geometry: Geometry,
  layout: MinutiaLayout,
): FingerTemplate {
  const stretch = geometry.xPerCm / geometry.yPerCm;
  const minutiae: Minutia[] = [];
  for (let i = 0; i < count; i++) minutiae.push(readMinutia(reader, geometry, layout, stretch));
  const height = Math.round(geometry.height * stretch);
  return { width: geometry.width, height, dpi: dpiOf(geometry.xPerCm), minutiae };
}

function readMinutia(
  reader: ByteReader,
  geometry: Geometry,
  layout: MinutiaLayout,
  stretch: number,
): Minutia {
  const first = reader.u16();
  const x = first & 0x3fff;
  const y = reader.u16() & 0x3fff;
  const angle = reader.u8();
  const quality = layout.hasQuality ? reader.u8() : 0;
  if (x >= geometry.width || y >= geometry.height || angle >= layout.angleSteps) {
    throw templateInvalid('A minutia lies outside its picture or has no valid angle.', {
      field: 'minutia',
      expected: `x below ${geometry.width}, y below ${geometry.height}, angle below ${layout.angleSteps}`,
    });
  }
  const type: MinutiaType = first >> 14 === TYPE_CODES.bifurcation ? 'bifurcation' : 'ending';
  return {
    x,
    y: y * stretch,
    direction: turned(angle, layout.angleSteps),
    type,
    quality: quality > 100 ? 0 : quality,
  };
}

/** The formats count angles against the clock, templates with it (y points down). */
const turned = (angle: number, steps: number): number => (((steps - angle) % steps) / steps) * 2 * Math.PI;

export function writeMinutiae(
  writer: ByteWriter,
  template: FingerTemplate,
  geometry: Geometry,
  layout: MinutiaLayout,
): void {
  const scale = scaleOf(template);
  for (const minutia of bestOf(template)) {
    const x = Math.min(geometry.width - 1, Math.max(0, Math.round(minutia.x * scale)));
    const y = Math.min(geometry.height - 1, Math.max(0, Math.round(minutia.y * scale)));
    const steps = Math.round((minutia.direction / (2 * Math.PI)) * layout.angleSteps);
    writer.u16((TYPE_CODES[minutia.type] << 14) | x).u16(y);
    writer.u8((2 * layout.angleSteps - steps) % layout.angleSteps);
    if (layout.hasQuality) writer.u8(Math.min(100, Math.max(0, Math.round(minutia.quality))));
  }
}

/** The count field is one byte: of more than 255 minutiae the best are written. */
export function bestOf(template: FingerTemplate): readonly Minutia[] {
  if (template.minutiae.length <= 255) return template.minutiae;
  return [...template.minutiae].sort((a, b) => b.quality - a.quality).slice(0, 255);
}

/** View numbers count the impressions of one finger from 0. */
export function viewOf(impressions: readonly FingerImpression[], index: number): number {
  const { position } = impressions[index]!;
  return impressions.slice(0, index).filter((other) => other.position === position).length;
}

/** A position that names one finger, as a property or not at all. */
export const positioned = (position: FingerPosition | undefined) =>
  position === undefined ? {} : { position };
