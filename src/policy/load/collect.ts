/** From the files of a rules folder to one content: each file is recognised by what it holds, checked against its form, and merged. */
import type { z } from 'zod';
import { LANGUAGES, type Texts } from '../../kernel/index.ts';
import type {
  DatedValue,
  FactSpec,
  Json,
  Parameter,
  Part,
  Question,
  Reference,
  RulesContent,
  Table,
  TableRow,
} from '../bundle.ts';
import type { Fault } from './faults.ts';
import * as schema from './schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface RulesFile {
  readonly file: string;
  readonly text: string;
}

export interface CaseFile {
  readonly yaml: YamlFile;
  readonly value: schema.CasesFile;
}

/** Where each thing was declared, so that later checks can point at it. */
export interface Declared {
  readonly yaml: YamlFile;
  readonly path: readonly PropertyKey[];
}

export interface Collected {
  readonly content: RulesContent;
  readonly cases: readonly CaseFile[];
  readonly where: ReadonlyMap<string, Declared>;
  readonly faults: Fault[];
}

interface Shelf {
  readonly references: Record<string, Reference>;
  readonly parameters: Record<string, Parameter>;
  readonly tables: Record<string, Table>;
  readonly questions: Record<string, Question>;
  readonly texts: Record<string, Record<string, Texts>>;
  readonly cases: CaseFile[];
  readonly where: Map<string, Declared>;
  readonly faults: Fault[];
}

const isLanguage = (key: PropertyKey | undefined) => LANGUAGES.some((language) => language === key);

/** One fault per complaint of the form; a missing language has its own name. */
function formFaults(yaml: YamlFile, error: z.ZodError): Fault[] {
  return error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    const place = path.join('.');
    const last = path[path.length - 1];
    if (isLanguage(last)) {
      const todo = `Write it in all of ${LANGUAGES.join(', ')}.`;
      return yaml.fault('missing-text', path, `${place}: the text is missing or empty.`, todo);
    }
    const dated = issue.message.includes('not a day');
    return yaml.fault(
      dated ? 'bad-day' : 'schema',
      path,
      `${place || 'The file'}: ${issue.message}.`,
      'Mend the entry.',
    );
  });
}

function checked<T>(yaml: YamlFile, form: z.ZodType<T>, faults: Fault[]): T | null {
  const result = form.safeParse(yaml.value);
  if (result.success) return result.data;
  faults.push(...formFaults(yaml, result.error));
  return null;
}

/** Files an entry under its id; the same id twice is a fault. */
function file<T>(
  shelf: Shelf,
  kind: string,
  held: Record<string, T>,
  id: string,
  value: T,
  yaml: YamlFile,
  path: readonly PropertyKey[],
): void {
  const known = shelf.where.get(`${kind}:${id}`);
  if (known) {
    const what = `${kind} ${id} is declared in ${known.yaml.file} already.`;
    shelf.faults.push(yaml.fault('duplicate', path, what, 'Keep one of the two.'));
    return;
  }
  held[id] = value;
  shelf.where.set(`${kind}:${id}`, { yaml, path });
}

function parameterOf(entry: schema.ParameterEntry): Parameter {
  const { values, ...rest } = entry;
  const dated = Object.entries(values).map(
    ([from, { until, value, reference }]): DatedValue => ({
      from,
      ...(until === undefined ? {} : { until }),
      value: value as Json,
      reference,
    }),
  );
  return { ...(rest as Omit<Parameter, 'values'>), values: dated };
}

/** Rows inherit the day, the notice and the confidence of their group. */
function tableOf(entry: schema.TableEntry): Table {
  const { groups, ...rest } = entry;
  const rows = groups.flatMap(({ rows: held, ...group }) =>
    held.map((row): TableRow => {
      const { key, from, until, reference, confidence, names, aliases, ...attributes } = { ...group, ...row };
      const own = { from, until, names, aliases };
      const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
      const keys = Array.isArray(key) ? key : [key];
      return {
        key: keys,
        reference: reference ?? group.reference,
        confidence: confidence ?? group.confidence,
        ...given,
        attributes: attributes as { [name: string]: Json },
      };
    }),
  );
  return { ...(rest as Omit<Table, 'rows'>), rows };
}

function takeParameters(shelf: Shelf, yaml: YamlFile, entries: Record<string, schema.ParameterEntry>): void {
  for (const [id, entry] of Object.entries(entries)) {
    file(shelf, 'parameter', shelf.parameters, id, parameterOf(entry), yaml, ['parameters', id]);
  }
}

type Take = (shelf: Shelf, yaml: YamlFile) => void;

const takeQuestion: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.questionFile, shelf.faults);
  if (!value) return;
  const { question, title, facts, parts, parameters } = value;
  const spec = { title, facts: facts as Record<string, FactSpec>, parts: parts as Part[] };
  file(shelf, 'question', shelf.questions, question, spec, yaml, ['question']);
  takeParameters(shelf, yaml, parameters ?? {});
};

const takeTables: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.tablesFile, shelf.faults);
  for (const [id, entry] of Object.entries(value?.tables ?? {})) {
    file(shelf, 'table', shelf.tables, id, tableOf(entry), yaml, ['tables', id]);
  }
};

const takeTexts: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.textsFile, shelf.faults);
  if (!value) return;
  const held = shelf.texts[value.kind] ?? {};
  shelf.texts[value.kind] = held;
  for (const [id, entry] of Object.entries(value.texts)) {
    file(shelf, value.kind, held, id, entry, yaml, ['texts', id]);
  }
};

const takeReferences: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.referencesFile, shelf.faults);
  for (const [id, entry] of Object.entries(value?.references ?? {})) {
    file(shelf, 'reference', shelf.references, id, entry, yaml, ['references', id]);
  }
};

const takeCases: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.casesFile, shelf.faults);
  if (value) shelf.cases.push({ yaml, value });
};

const takeSharedParameters: Take = (shelf, yaml) => {
  const value = checked(yaml, schema.parametersFile, shelf.faults);
  takeParameters(shelf, yaml, value?.parameters ?? {});
};

/** By the key that only this kind of file has. */
const TAKERS: readonly (readonly [key: string, take: Take])[] = [
  ['cases', takeCases],
  ['question', takeQuestion],
  ['tables', takeTables],
  ['texts', takeTexts],
  ['references', takeReferences],
  ['parameters', takeSharedParameters],
];

function take(shelf: Shelf, { file: name, text }: RulesFile): void {
  const yaml = readYaml(name, text);
  if ('line' in yaml) {
    shelf.faults.push(yaml);
    return;
  }
  const { value } = yaml;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const taker = TAKERS.find(([key]) => keys.includes(key));
  if (taker) {
    taker[1](shelf, yaml);
    return;
  }
  const kinds = TAKERS.map(([key]) => key).join(', ');
  shelf.faults.push(yaml.fault('schema', [], 'The file holds nothing known.', `Give it one of: ${kinds}.`));
}

/** Reads every file; what is wrong goes to `faults`. */
export function collect(files: readonly RulesFile[]): Collected {
  const shelf: Shelf = {
    references: {},
    parameters: {},
    tables: {},
    questions: {},
    texts: {},
    cases: [],
    where: new Map(),
    faults: [],
  };
  for (const each of files) take(shelf, each);
  const { references, parameters, tables, questions, texts, cases, where, faults } = shelf;
  return { content: { format: 1, references, parameters, tables, questions, texts }, cases, where, faults };
}
