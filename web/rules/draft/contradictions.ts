/** Which cases a draft contradicts that the law in force does not. */
import type { Law } from '../../../src/policy/index.ts';
import { type CaseFile, readCases } from '../cases/case-files.ts';
import { type CaseOutcome, runCases } from '../cases/case-run.ts';
import { questionsReading } from '../reach.ts';

export interface Contradictions {
  /** Cases that were run. */
  readonly run: number;
  readonly found: readonly { readonly file: CaseFile; readonly outcome: CaseOutcome }[];
}

/** The cases of every question that reads a value. */
export async function casesReading(law: Law, parameter: string): Promise<readonly CaseFile[]> {
  const files = await Promise.all(questionsReading(law, parameter).map(readCases));
  return files.filter((file) => file !== undefined);
}

export function contradictionsOf(law: Law, draft: Law, files: readonly CaseFile[]): Contradictions {
  const found = files.flatMap((file) => {
    const before = runCases(law, file);
    return runCases(draft, file)
      .filter(({ differences }, at) => differences.length > 0 && before[at]?.differences.length === 0)
      .map((outcome) => ({ file, outcome }));
  });
  return { run: files.reduce((sum, { cases }) => sum + cases.length, 0), found };
}
