/** Our own stored form: compact, versioned, checked on load. About 1 kB with flow. */
import type { FingerTemplate, FlowField, Minutia } from '../template.ts';
import { type ByteReader, type ByteWriter, byteReader, byteWriter, templateInvalid } from './bytes.ts';

/** "KFT" and the version; a new layout takes a new version, and old ones stay readable. */
const MAGIC = [0x4b, 0x46, 0x54] as const;
const VERSION = 1;
/** Coordinates are kept in quarters of a pixel, directions in 65536 steps of a turn. */
const COORDINATE_STEPS = 4;
const TURN_STEPS = 65_536;
/** A hand is no longer than this; larger claims would only cost memory. */
const SIDE_INCHES_MAX = 8;

/**
 * @throws RoomError TEMPLATE_INVALID when a field is out of the form's range (255 minutiae, 16383 pixels, 255 grid points
 * a side).
 */
export function encodeFingerTemplate(template: FingerTemplate): Uint8Array {
  assertRange('width', template.width, 1, 16_383);
  assertRange('height', template.height, 1, 16_383);
  assertRange('dpi', template.dpi, 1, 4000);
  assertRange(
    'longer side in inches',
    Math.max(template.width, template.height) / template.dpi,
    0,
    SIDE_INCHES_MAX,
  );
  assertRange('minutiae', template.minutiae.length, 0, 255);
  const writer = byteWriter().bytes(MAGIC).u8(VERSION);
  writer.u16(template.width).u16(template.height).u16(Math.round(template.dpi)).u8(template.minutiae.length);
  for (const minutia of template.minutiae) writeMinutia(writer, minutia);
  writeFlow(writer, template.flow);
  return writer.finish();
}

function writeMinutia(writer: ByteWriter, minutia: Minutia): void {
  const turn = Math.round((minutia.direction / (2 * Math.PI)) * TURN_STEPS);
  writer.u16(Math.round(minutia.x * COORDINATE_STEPS)).u16(Math.round(minutia.y * COORDINATE_STEPS));
  writer.u16(((turn % TURN_STEPS) + TURN_STEPS) % TURN_STEPS);
  writer.u8(
    (minutia.type === 'bifurcation' ? 0x80 : 0) | Math.min(100, Math.max(0, Math.round(minutia.quality))),
  );
}

function writeFlow(writer: ByteWriter, flow: FlowField | undefined): void {
  if (!flow) {
    writer.u8(0);
    return;
  }
  assertRange('flow columns', flow.columns, 1, 255);
  assertRange('flow rows', flow.rows, 1, 255);
  assertRange('flow step', flow.stepPx, 1, 255);
  writer.u8(flow.stepPx).u8(flow.columns).u8(flow.rows).bytes(flow.orientation);
}

/** @throws RoomError TEMPLATE_INVALID for anything that `encodeFingerTemplate` cannot have written. */
export function decodeFingerTemplate(bytes: Uint8Array): FingerTemplate {
  const reader = byteReader(bytes);
  const magic = reader.take(MAGIC.length);
  if (!MAGIC.every((value, index) => magic[index] === value)) {
    throw templateInvalid('The bytes are no stored finger template.', { field: 'magic', expected: '"KFT"' });
  }
  const version = reader.u8();
  if (version !== VERSION) {
    throw templateInvalid('The stored template has a version that this program does not know.', {
      field: 'version',
      value: version,
      expected: String(VERSION),
    });
  }
  return readBody(reader);
}

function readBody(reader: ByteReader): FingerTemplate {
  const width = assertRange('width', reader.u16(), 1, 16_383);
  const height = assertRange('height', reader.u16(), 1, 16_383);
  const dpi = assertRange('dpi', reader.u16(), 1, 4000);
  assertRange('longer side in inches', Math.max(width, height) / dpi, 0, SIDE_INCHES_MAX);
  const count = reader.u8();
  const minutiae = Array.from({ length: count }, () => readMinutia(reader, width, height));
  const flow = readFlow(reader);
  assertRange('bytes left over', reader.left(), 0, 0);
  return flow ? { width, height, dpi, minutiae, flow } : { width, height, dpi, minutiae };
}

function readMinutia(reader: ByteReader, width: number, height: number): Minutia {
  const x = assertRange('x', reader.u16() / COORDINATE_STEPS, 0, width);
  const y = assertRange('y', reader.u16() / COORDINATE_STEPS, 0, height);
  const direction = (reader.u16() / TURN_STEPS) * 2 * Math.PI;
  const last = reader.u8();
  const quality = assertRange('quality', last & 0x7f, 0, 100);
  return { x, y, direction, type: last & 0x80 ? 'bifurcation' : 'ending', quality };
}

function readFlow(reader: ByteReader): FlowField | undefined {
  const stepPx = reader.u8();
  if (stepPx === 0) return undefined;
  const columns = assertRange('flow columns', reader.u8(), 1, 255);
  const rows = assertRange('flow rows', reader.u8(), 1, 255);
  return { columns, rows, stepPx, orientation: Uint8Array.from(reader.take(columns * rows)) };
}

function assertRange(field: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  throw templateInvalid(`${field} is out of range.`, { field, value, expected: `${low} to ${high}` });
}
