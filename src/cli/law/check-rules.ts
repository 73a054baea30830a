/** `kouan rules check [DIR]`: every fault of the rules with its place and what to do. */
import { join } from 'node:path';
import { findPlaces } from '../../host/index.ts';
import { isRoomError } from '../../kernel/index.ts';
import type { RulesBundle } from '../../policy/index.ts';
import { type Fault, loadRulesFiles } from '../../policy/node.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readFolder } from './law-option.ts';

export async function checkRules(
  [folder = join(findPlaces().root, 'rules')]: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const files = readFolder(folder);
  const checked = faultsOf(() => loadRulesFiles(files));
  if ('faults' in checked) {
    const { faults } = checked;
    if (args.has('json')) print(JSON.stringify({ ok: false, faults }));
    else {
      // Rows of one group share a line: said once.
      const lines = [...new Set(faults.map((fault) => faultLine(folder, fault)))];
      for (const line of lines) print(line);
      print(`${lines.length} ${lines.length === 1 ? 'fault' : 'faults'} in ${files.length} files.`);
    }
    return EXIT.input;
  }
  const summary = summaryOf(checked.bundle, files.length);
  if (args.has('json')) print(JSON.stringify({ ok: true, faults: [], ...summary }));
  else {
    const { questions, clauses, parameters, tables, rules } = summary;
    print(
      `No faults in ${files.length} files: ${questions} questions, ${clauses} clauses, ${parameters} parameters, ${tables} tables.`,
    );
    print(rules);
  }
  return EXIT.done;
}

export const faultLine = (folder: string, { file, line, what, todo }: Fault): string =>
  `${join(folder, file)}:${line}: ${what} ${todo}`;

/** Faults are what an author mends; any other error is passed on. */
export function faultsOf(
  load: () => RulesBundle,
): { readonly bundle: RulesBundle } | { readonly faults: readonly Fault[] } {
  try {
    return { bundle: load() };
  } catch (error) {
    if (isRoomError(error) && error.code === 'RULES_INVALID' && isFaults(error.facts.faults))
      return { faults: error.facts.faults };
    throw error;
  }
}

const isFaults = (value: unknown): value is readonly Fault[] => Array.isArray(value) && value.length > 0;

function summaryOf({ rules, content }: RulesBundle, files: number) {
  const parts = Object.values(content.questions).flatMap((question) => question.parts);
  const clauses = parts.flatMap((part) => [
    ...part.clauses,
    ...(part.each ?? []).flatMap((group) => group.clauses),
  ]);
  return {
    rules,
    files,
    questions: Object.keys(content.questions).length,
    clauses: clauses.length,
    parameters: Object.keys(content.parameters).length,
    tables: Object.keys(content.tables).length,
  };
}
