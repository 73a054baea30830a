/** Limits on what one has to hold in the head at once. */
import ts from 'typescript';
import type { Source } from './sources.ts';

export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 60;

export interface Finding {
  readonly place: string;
  readonly problem: string;
}

const lineCount = (text: string) => text.replace(/\n$/, '').split('\n').length;

export function findLongFiles(sources: readonly Source[]): readonly Finding[] {
  return sources
    .map(({ path, text }) => ({ path, lines: lineCount(text) }))
    .filter(({ lines }) => lines > FILE_LINES_MAX)
    .map(({ path, lines }) => ({
      place: path,
      problem: `${lines} lines; split it by idea (at most ${FILE_LINES_MAX})`,
    }));
}

export function findLongFunctions({ path, text }: Source): readonly Finding[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path));
  const findings: Finding[] = [];
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [first, last] = [lineOf(node.getStart(file)), lineOf(node.end)];
      if (last - first + 1 > FUNCTION_LINES_MAX) {
        findings.push({
          place: `${path}:${first}`,
          problem: `a function of ${last - first + 1} lines; name its steps`,
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

const scriptKind = (path: string) => (path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
