/** Which files name a requirement as theirs, and which tests and cases do. */
import { findInCode, findInTestNames } from './code-mentions.ts';
import { isRequirement } from './list.ts';
import type { Mention } from './mention.ts';
import { findInRules } from './rule-mentions.ts';

interface Source {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Trace {
  /** Paths in rising order, each once. */
  readonly implemented: readonly string[];
  readonly tested: readonly string[];
}

export interface Collected {
  /** By id; an id that nothing names is absent. */
  readonly traces: ReadonlyMap<string, Trace>;
  /** Ids that are in no list, each with its place: a misspelling, as a rule. */
  readonly unknown: readonly string[];
}

type Role = keyof Trace;

interface Reader {
  readonly role: Role;
  readonly within: RegExp;
  readonly find: (source: Source) => readonly Mention[];
}

/** The first that fits a path reads it. What no reader fits is not asked, such as the broken rules of the loader's tests. */
const READERS: readonly Reader[] = [
  { role: 'tested', within: /^rules\/.*\.cases\.yaml$/, find: ({ text }) => findInRules(text) },
  { role: 'implemented', within: /^rules\/.*\.yaml$/, find: ({ text }) => findInRules(text) },
  {
    role: 'tested',
    within: /^(src|web|tools|test)\/.*\.(test|journey)\.tsx?$/,
    find: ({ path, text }) => findInTestNames(path, text),
  },
  {
    role: 'implemented',
    within: /^(src|web)\/.*\.tsx?$/,
    find: ({ path, text }) => findInCode(path, text),
  },
];

/** This folder's own examples are about ids and not about what they stand for. */
const OWN = /^tools\/requirements\//;

export function collectTraces(sources: readonly Source[]): Collected {
  const found = new Map<string, Record<Role, Set<string>>>();
  const unknown: string[] = [];
  for (const source of sources.filter(({ path }) => !OWN.test(path))) {
    const reader = READERS.find(({ within }) => within.test(source.path));
    for (const mention of reader?.find(source) ?? []) {
      if (reader && isRequirement(mention.id)) {
        note(found, mention.id)[reader.role].add(source.path);
      } else {
        unknown.push(
          `${source.path}:${lineOf(source.text, mention.offset)}: ${mention.id} is no requirement`,
        );
      }
    }
  }
  return { traces: new Map([...found].map(([id, paths]) => [id, inOrder(paths)])), unknown: unknown.sort() };
}

function note(found: Map<string, Record<Role, Set<string>>>, id: string): Record<Role, Set<string>> {
  const paths = found.get(id) ?? { implemented: new Set<string>(), tested: new Set<string>() };
  found.set(id, paths);
  return paths;
}

const inOrder = ({ implemented, tested }: Record<Role, Set<string>>): Trace => ({
  implemented: [...implemented].sort(),
  tested: [...tested].sort(),
});

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
