/** Facts with a change: the caller's object is left as it is. */
import type { Field } from '../facts/fields.ts';

type Facts = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {};

/** Sets a dotted path, making the objects on the way. */
export function setPath(facts: unknown, path: string, value: unknown): unknown {
  const cut = path.indexOf('.');
  if (cut < 0) return { ...asObject(facts), [path]: value };
  const key = path.slice(0, cut);
  const source = asObject(facts);
  return { ...source, [key]: setPath(source[key], path.slice(cut + 1), value) };
}

/** The governing fact on another day; an instant goes to noon, away from both midnights. */
export const movedValue = (field: Field, day: string): string =>
  field.type === 'instant' ? `${day}T12:00:00+08:00` : day;

export function moveDay(facts: unknown, field: Field, day: string): unknown {
  return setPath(facts, field.path, movedValue(field, day));
}
