/** Reads a caller's facts into a frame, or names the first one that is outside its kind. */

import type { InvalidFact } from '../decision.ts';
import { BRANCH, type FactTable, type Field, LIST_LENGTH_MAX } from './fields.ts';
import { fill, isObject, readPlain, type Source } from './fill.ts';
import type { Frame } from './frame.ts';

const invalid = (field: Field, value: unknown): InvalidFact => ({
  field: field.path,
  value,
  expected: field.expected,
});

/** A key that no fact has: a misspelt fact must not pass as an absent one. */
function unknownKey(fields: readonly Field[], source: Source, owner: Field | null): InvalidFact | null {
  const known = fields.map((field) => field.key);
  const key = Object.keys(source).find((name) => !known.includes(name));
  if (key === undefined) return null;
  const place = owner === null ? '' : `${owner.path}${owner.branch === BRANCH.list ? '.[]' : ''}.`;
  return { field: place + key, value: source[key], expected: `a fact that exists here: ${known.join(', ')}` };
}

/** One item of a list: a frame of its own, `[value]` for a list of plain values. */
function readItem(list: Field, value: unknown, index: number): Frame | InvalidFact {
  const item = list.itemTemplate.slice();
  const only = list.fields[0]?.key === '[]' ? list.fields[0] : undefined;
  // A list of exactly one is wrong as a whole.
  const at = () => (list.spec.max === 1 ? list.path : `${list.path}.${index}`);
  if (only) {
    const read = only.read(value);
    if (read === undefined) return { field: at(), value, expected: only.expected };
    item[only.slot] = read;
    return item;
  }
  if (!isObject(value)) return { field: at(), value, expected: 'an object' };
  const fault = readObject(list.fields, value, item, list);
  return fault ? { ...fault, field: fault.field.replace(`${list.path}.[]`, at()) } : item;
}

function readList(field: Field, value: unknown, frame: Frame): InvalidFact | null {
  const { min = 0, max = LIST_LENGTH_MAX } = field.spec;
  if (!Array.isArray(value) || value.length < min || value.length > max) return invalid(field, value);
  const items: Frame[] = [];
  for (let index = 0; index < value.length; index++) {
    const item = readItem(field, value[index], index);
    if (!Array.isArray(item)) return item;
    items.push(item);
  }
  frame[field.slot] = items;
  return null;
}

function readNested(field: Field, value: unknown, frame: Frame): InvalidFact | null {
  if (field.branch === BRANCH.list) return readList(field, value, frame);
  if (value === null && field.spec.nullable === true) return null;
  if (!isObject(value)) return invalid(field, value);
  frame[field.slot] = true;
  return readObject(field.fields, value, frame, field);
}

/** Reads the fields in the order declared, so that the fault that is named does not depend on the caller's order. */
function readObject(
  fields: readonly Field[],
  source: Source,
  frame: Frame,
  owner: Field | null,
): InvalidFact | null {
  let keys = 0;
  for (const _ in source) keys++;
  for (let index = 0; index < fields.length && keys > 0; index++) {
    const field = fields[index] as Field;
    const value = source[field.key];
    if (value === undefined) continue;
    keys--;
    if (field.branch >= BRANCH.object) {
      const fault = readNested(field, value, frame);
      if (fault !== null) return fault;
      continue;
    }
    const read = readPlain(field, value);
    if (read === undefined) return invalid(field, value);
    frame[field.slot] = read;
  }
  return keys === 0 ? null : unknownKey(fields, source, owner);
}

/** Fills a fresh frame from the facts; anything wrong is returned, never thrown. */
export function readFacts(table: FactTable, facts: unknown, frame: Frame): InvalidFact | null {
  if (!isObject(facts)) return { field: 'facts', value: facts, expected: 'an object of facts' };
  const { roots, rootsByKey } = table;
  return fill(roots, rootsByKey, facts, frame) ? null : readObject(roots, facts, frame, null);
}
