/** One YAML file, read safely: bounded size and aliases, no keys that reach into prototypes, every place with its line. */
import { type Document, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Fault, FaultKind } from './faults.ts';

export const FILE_BYTES_MAX = 512 * 1024;
const ALIASES_MAX = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  lineOf(path: readonly PropertyKey[]): number;
  fault(fault: FaultKind, path: readonly PropertyKey[], what: string, todo: string): Fault;
}

type Lines = Pick<YamlFile, 'lineOf'>;

/** The line of the deepest part of a path that exists. */
function makeLines(document: Document, lines: LineCounter): Lines {
  return {
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        const start = isNode(node) ? node.range?.[0] : undefined;
        if (start !== undefined) return lines.linePos(start).line;
      }
      return 1;
    },
  };
}

function forbiddenKey(document: Document): { key: string; offset: number } | null {
  let found: { key: string; offset: number } | null = null;
  visit(document, (_, node) => {
    if (!isPair(node) || !isScalar(node.key)) return undefined;
    const key = String(node.key.value);
    if (!FORBIDDEN_KEYS.has(key)) return undefined;
    found = { key, offset: node.key.range?.[0] ?? 0 };
    return visit.BREAK;
  });
  return found;
}

const broken = (file: string, fault: FaultKind, line: number, what: string, todo: string): Fault => ({
  fault,
  file,
  line,
  what,
  todo,
});

function toPlain(document: Document, file: string): { value: unknown } | Fault {
  try {
    return { value: document.toJS({ maxAliasCount: ALIASES_MAX }) };
  } catch {
    const todo = `Write the values out; at most ${ALIASES_MAX} are allowed.`;
    return broken(file, 'alias-bomb', 1, 'Too many aliases.', todo);
  }
}

/** Parses a text; a fault instead of a value when it cannot be trusted or understood. */
export function readYaml(file: string, text: string): YamlFile | Fault {
  if (Buffer.byteLength(text) > FILE_BYTES_MAX) {
    const what = `The file is larger than ${FILE_BYTES_MAX} bytes.`;
    return broken(file, 'too-large', 1, what, 'Split the data into several files.');
  }
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  } catch {
    return broken(file, 'yaml', 1, 'The file is nested too deeply to be read.', 'Flatten it.');
  }
  const [error] = document.errors;
  if (error) return broken(file, 'yaml', lines.linePos(error.pos[0]).line, error.message, 'Mend the YAML.');
  const key = forbiddenKey(document);
  if (key) {
    const { line } = lines.linePos(key.offset);
    return broken(file, 'forbidden-key', line, `The key ${key.key} is forbidden.`, 'Take another name.');
  }
  const plain = toPlain(document, file);
  if ('fault' in plain) return plain;
  const { lineOf } = makeLines(document, lines);
  return {
    file,
    value: plain.value,
    lineOf,
    fault: (fault, path, what, todo) => ({ fault, file, line: lineOf(path), what, todo }),
  };
}
