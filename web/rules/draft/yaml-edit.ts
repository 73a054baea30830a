/** A draft as the edit of the rules file that declares it: a patch that an author can apply. */
import type { DatedValue, Json } from '../../../src/policy/index.ts';
import type { RulesText } from '../cases/case-files.ts';
import { NOTICE_TO_COME } from './draft.ts';

export interface Edit {
  /** Files that it changes, the one with the values first. */
  readonly files: readonly string[];
  /** A unified diff. */
  readonly patch: string;
}

const REFERENCES = 'rules/references.yaml';
const CONTEXT_LINES = 3;

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One hunk: what changes, with a few lines around it. */
function hunk({ file, text }: RulesText, { from, to, text: instead }: Replacement): string {
  const before = text.split('\n');
  const after = (text.slice(0, from) + instead + text.slice(to)).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  const start = Math.max(0, head - CONTEXT_LINES);
  // The text ends with a line feed, so that its last piece is no line.
  const rest = Math.max(1, tail - CONTEXT_LINES);
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  const lead = before.slice(start, head);
  const follow = before.slice(before.length - tail, before.length - rest);
  const length = lead.length + follow.length;
  const lines = [
    ...lead.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...follow.map((line) => ` ${line}`),
  ];
  const place = `@@ -${start + 1},${length + removed.length} +${start + 1},${length + added.length} @@`;
  return `--- a/${file}\n+++ b/${file}\n${place}\n${lines.join('\n')}\n`;
}

type Yaml = typeof import('yaml');

const plain = (yaml: Yaml, value: Json): string =>
  yaml.stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

function valueLine(yaml: Yaml, { from, until, value, reference }: DatedValue): string {
  const last = until ? `until: ${until}, ` : '';
  return `${from}: { ${last}value: ${plain(yaml, value)}, reference: ${reference} }`;
}

/** Where the values of a parameter stand in a file, and what they become; undefined where it does not declare it. */
function replacement(
  yaml: Yaml,
  text: string,
  id: string,
  values: readonly DatedValue[],
): Replacement | undefined {
  const map = yaml.parseDocument(text).getIn(['parameters', id, 'values'], true);
  if (!yaml.isMap(map)) return undefined;
  const [first, last] = [map.items[0], map.items.at(-1)];
  const from = yaml.isScalar(first?.key) ? first.key.range?.[0] : undefined;
  const to = yaml.isNode(last?.value) ? last.value.range?.[1] : undefined;
  if (from === undefined || to === undefined) return undefined;
  const known = map.items.map(({ key, value }) => {
    const [start, end] = [yaml.isScalar(key) ? key.range?.[0] : 0, yaml.isNode(value) ? value.range?.[1] : 0];
    return {
      text: text.slice(start, end),
      is: JSON.stringify([String(key), yaml.isNode(value) ? value.toJSON() : null]),
    };
  });
  // A value that stays keeps the very letters that its author wrote.
  const lines = values.map((dated) => {
    const { from: day, ...rest } = dated;
    return known.find(({ is }) => sameEntry(is, day, rest))?.text ?? valueLine(yaml, dated);
  });
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from) + 1));
  return { from, to, text: lines.join(map.flow ? ', ' : `\n${indent}`) };
}

function sameEntry(known: string, day: string, rest: Omit<DatedValue, 'from'>): boolean {
  const [key, entry] = JSON.parse(known) as [string, Record<string, Json> | null];
  const is = entry ?? {};
  return (
    key === day &&
    is.reference === rest.reference &&
    (is.until ?? undefined) === rest.until &&
    JSON.stringify(is.value) === JSON.stringify(rest.value)
  );
}

/** The notice that the draft waits for, with places to fill in. */
function noticeHunk(texts: readonly RulesText[], values: readonly DatedValue[]): string {
  const notices = texts.find(({ file }) => file === REFERENCES);
  const day = values.find(({ reference }) => reference === NOTICE_TO_COME)?.from;
  if (!notices || !day) return '';
  const text = `  ${NOTICE_TO_COME}:\n    authority: …\n    title: …\n    date: ${day}\n`;
  return hunk(notices, { from: notices.text.length, to: notices.text.length, text });
}

/** The edit of the files for new values of a parameter; undefined where no file declares it. */
export async function editOf(
  texts: readonly RulesText[],
  id: string,
  values: readonly DatedValue[],
): Promise<Edit | undefined> {
  const yaml = await import('yaml');
  for (const each of texts) {
    const found = each.text.includes(`${id}:`) ? replacement(yaml, each.text, id, values) : undefined;
    if (!found) continue;
    const notice = noticeHunk(texts, values);
    const files = notice ? [each.file, REFERENCES] : [each.file];
    return { files, patch: hunk(each, found) + notice };
  }
  return undefined;
}
