/**
 * Which group each person is of, from an operator's CSV (RFC 4180): the first column names the person, each further one
 * is a kind of group (sex, age, light of the place …) with its name in the first row. An empty field leaves a person out.
 */
import { fieldInvalid } from '../../kernel/index.ts';

export interface Labelling {
  /** Name of the column. */
  readonly kind: string;
  readonly groups: readonly string[];
  /** By the person's number: the place in `groups`, or −1 for a person without a label. */
  readonly groupOf: Int16Array;
}

/** More groups leave too few comparisons in each, and every pair of groups is counted. */
const GROUPS_MAX = 12;

/** @throws RoomError FIELD_INVALID naming the line or the column */
export function parseLabels(csv: string, people: readonly string[]): readonly Labelling[] {
  const [head, ...rows] = csvRows(csv);
  if (!head || head.length < 2)
    throw fieldInvalid('labels', head?.join(','), 'a first row such as "person,sex"');
  const numberOf = new Map(people.map((person, i) => [person, i]));
  for (const [i, row] of rows.entries()) {
    if (row.length !== head.length)
      throw fieldInvalid(`labels, row ${i + 2}`, row.join(','), `${head.length} fields`);
  }
  const known = rows.filter(([person = '']) => numberOf.has(person));
  if (known.length === 0)
    throw fieldInvalid('labels', rows[0]?.[0], `people of the folder, such as ${people[0]}`);
  return head.slice(1).map((kind, i) => labelling(kind, i + 1, known, numberOf));
}

function labelling(
  kind: string,
  column: number,
  rows: readonly (readonly string[])[],
  numberOf: ReadonlyMap<string, number>,
): Labelling {
  const groups = [...new Set(rows.map((row) => row[column] ?? '').filter((label) => label !== ''))].sort();
  if (groups.length === 0 || groups.length > GROUPS_MAX)
    throw fieldInvalid(`labels, column ${kind}`, groups.length, `1 to ${GROUPS_MAX} groups`);
  const groupOf = new Int16Array(numberOf.size).fill(-1);
  for (const row of rows) {
    const person = numberOf.get(row[0] ?? '');
    if (person !== undefined) groupOf[person] = groups.indexOf(row[column] ?? '');
  }
  return { kind, groups, groupOf };
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Rows of fields; blank rows and a byte-order mark fall away. */
function csvRows(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  const field = new RegExp(FIELD);
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw fieldInvalid(`labels, row ${rows.length}`, '"', 'quotes round whole fields only');
    rows.at(-1)?.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] !== ',') rows.push([]);
    else if (field.lastIndex === text.length) rows.at(-1)?.push('');
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}
