/**
 * The quick way to fill a frame: key by key as the caller wrote them, giving up at the first thing that is wrong. Who gave
 * wrong facts waits a little longer, for `read.ts` to say which.
 */
import { dayNumber, instantMs } from '../day-number.ts';
import { BRANCH, type Field, LIST_LENGTH_MAX } from './fields.ts';
import type { Frame } from './frame.ts';

export type Source = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plain value as the frame holds it; undefined when it is outside its kind. */
export function readPlain(field: Field, value: unknown): unknown {
  switch (field.branch) {
    case BRANCH.flag:
      return typeof value === 'boolean' ? value : undefined;
    case BRANCH.day: {
      const day = typeof value === 'string' ? dayNumber(value) : -1;
      return day < 0 ? undefined : day;
    }
    case BRANCH.instant: {
      const ms = typeof value === 'string' ? instantMs(value) : Number.NaN;
      return !Number.isNaN(ms) ? ms : undefined;
    }
    default:
      return field.read(value);
  }
}

/** An item of a list: a frame of its own, `[value]` for a list of plain values. */
function fillItem(list: Field, value: unknown): Frame | undefined {
  const item = list.itemTemplate.slice();
  const only = list.fields[0];
  if (only?.key === '[]') {
    const read = only.read(value);
    item[only.slot] = read;
    return read === undefined ? undefined : item;
  }
  return isObject(value) && fill(list.fields, list.byKey, value, item) ? item : undefined;
}

function fillList(list: Field, value: unknown): unknown {
  const { min = 0, max = LIST_LENGTH_MAX } = list.spec;
  if (!Array.isArray(value) || value.length < min || value.length > max) return undefined;
  const items: Frame[] = [];
  for (let index = 0; index < value.length; index++) {
    const item = fillItem(list, value[index]);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** What an object or a list leaves in its slot; undefined when it is wrong. */
function fillNested(field: Field, value: unknown, frame: Frame): unknown {
  if (field.branch === BRANCH.list) return fillList(field, value);
  return isObject(value) && fill(field.fields, field.byKey, value, frame) ? true : undefined;
}

/**
 * Fills the slots of the facts that are given; false when anything at all is wrong. Callers mostly write facts in the order
 * in which they are declared, so the next field is tried before the key is looked up.
 */
export function fill(
  fields: readonly Field[],
  byKey: ReadonlyMap<string, Field>,
  source: Source,
  frame: Frame,
): boolean {
  let next = 0;
  for (const key in source) {
    const value = source[key];
    let field = fields[next];
    if (field === undefined || field.key !== key) field = byKey.get(key);
    if (field === undefined) return false;
    next = field.place + 1;
    if (value === undefined || (value === null && field.nullable)) continue;
    const { branch, slot } = field;
    if (branch === BRANCH.coded) {
      const known = field.known.get(value);
      if (known !== undefined) {
        frame[slot] = known.text;
        frame[slot + 1] = known.code;
        continue;
      }
    }
    const read = branch >= BRANCH.object ? fillNested(field, value, frame) : readPlain(field, value);
    if (read === undefined) return false;
    frame[slot] = read;
  }
  return true;
}
