/**
 * JSON as columns of lines: what stands under the same name in many places stands together, so that each line is easily guessed
 * from those before it. Writer and reader walk the same way and so meet the columns in the same order, which need no names.
 */
import { LANGUAGES, RoomError } from '../../kernel/index.ts';
import type { Json } from '../bundle.ts';
import { isWritten, textColumns, textsOfColumns, type Written } from './texts.ts';

const KEY_GLUE = '\t';
const LINE_GLUE = '\n';
const SECTION_GLUE = '\f';

/** Ids and paths share a column; plain names have one each. */
const columnFor = (key: string): string => (/^[a-zA-Z]+$/.test(key) ? key : '*');

const escaped = (text: string): string =>
  text.replace(/[\\\n\f]/g, (found) => (found === '\\' ? '\\\\' : found === '\n' ? '\\n' : '\\f'));

const unescaped = (text: string): string =>
  text.replace(/\\[\\nf]/g, (found) => (found === '\\\\' ? '\\' : found === '\\n' ? '\n' : '\f'));

class Numbered {
  readonly #numbers = new Map<string, number>();
  /** The number of a key, and whether it is met for the first time. */
  of(key: string): { readonly number: number; readonly isNew: boolean } {
    const known = this.#numbers.get(key);
    if (known !== undefined) return { number: known, isNew: false };
    this.#numbers.set(key, this.#numbers.size);
    return { number: this.#numbers.size - 1, isNew: true };
  }
}

interface Writing {
  readonly columns: Map<string, string[]>;
  readonly shapes: string[];
  readonly texts: Written[];
  readonly knownShapes: Numbered;
  readonly knownTexts: Numbered;
}

function shapeNumber(keys: readonly string[], writing: Writing): number {
  if (keys.some((key) => key.includes(KEY_GLUE)))
    throw new RoomError('RULES_INVALID', 'A key of the rules holds a tab.');
  const shape = keys.map((key) => KEY_GLUE + key).join('');
  const { number, isNew } = writing.knownShapes.of(shape);
  if (isNew) writing.shapes.push(shape);
  return number;
}

function writeText(value: { readonly [language: string]: string }, writing: Writing): string {
  const text = LANGUAGES.map((language) => value[language] ?? '');
  const { number, isNew } = writing.knownTexts.of(text.join(KEY_GLUE));
  if (isNew) writing.texts.push(text);
  return isNew ? 't' : `t${number}`;
}

function write(value: Json, column: string, writing: Writing): void {
  const lines = writing.columns.get(column) ?? [];
  writing.columns.set(column, lines);
  if (Array.isArray(value)) {
    lines.push(`[${value.length}`);
    for (const item of value as readonly Json[]) write(item, `${column}[]`, writing);
  } else if (typeof value === 'string') lines.push(`"${value}`);
  else if (typeof value !== 'object' || value === null) lines.push(JSON.stringify(value));
  else if (isWritten(value)) lines.push(writeText(value, writing));
  else {
    const entries = Object.entries(value);
    lines.push(
      `{${shapeNumber(
        entries.map(([key]) => key),
        writing,
      )}`,
    );
    for (const [key, inner] of entries) write(inner, columnFor(key), writing);
  }
}

const section = (lines: readonly string[]): string => lines.map(escaped).join(LINE_GLUE);

/** Shapes, texts, then the columns as they are met. */
export function toColumns(value: Json): string {
  const writing: Writing = {
    columns: new Map(),
    shapes: [],
    texts: [],
    knownShapes: new Numbered(),
    knownTexts: new Numbered(),
  };
  write(value, '', writing);
  return [writing.shapes, ...textColumns(writing.texts), ...writing.columns.values()]
    .map(section)
    .join(SECTION_GLUE);
}

interface Reading {
  readonly shapes: readonly (readonly string[])[];
  readonly texts: readonly Written[];
  readonly unread: (readonly string[])[];
  readonly columns: Map<string, Iterator<string>>;
  nextText: number;
}

function lineOf(column: string, reading: Reading): string {
  const known = reading.columns.get(column) ?? (reading.unread.shift() ?? []).values();
  reading.columns.set(column, known);
  const { value, done } = known.next();
  if (done) throw new RoomError('RULES_INVALID', 'The packed rules end before they are whole.');
  return value;
}

function readText(line: string, reading: Reading): Json {
  const text = reading.texts[line === 't' ? reading.nextText++ : Number(line.slice(1))] ?? [];
  return Object.fromEntries(
    LANGUAGES.map((language, index) => [language, text[index] ?? '']).filter(([, words]) => words !== ''),
  );
}

function read(column: string, reading: Reading): Json {
  const line = lineOf(column, reading);
  const rest = line.slice(1);
  switch (line[0]) {
    case '[':
      return Array.from({ length: Number(rest) }, () => read(`${column}[]`, reading));
    case '{':
      return Object.fromEntries(
        (reading.shapes[Number(rest)] ?? []).map((key) => [key, read(columnFor(key), reading)]),
      );
    case '"':
      return rest;
    case 't':
      return /^t\d*$/.test(line) ? readText(line, reading) : (JSON.parse(line) as Json);
    default:
      return JSON.parse(line) as Json;
  }
}

/** The inverse of `toColumns`. */
export function fromColumns(packed: string): Json {
  const [shapes = [], ...rest] = packed
    .split(SECTION_GLUE)
    .map((lines) => (lines === '' ? [] : lines.split(LINE_GLUE).map(unescaped)));
  const textSections = LANGUAGES.length + 1;
  return read('', {
    shapes: shapes.map((shape) => shape.split(KEY_GLUE).slice(1)),
    texts: textsOfColumns(rest.slice(0, textSections)),
    unread: rest.slice(textSections),
    columns: new Map(),
    nextText: 0,
  });
}
