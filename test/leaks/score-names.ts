/** Finds scores outside the rooms that compute them: what has no name there cannot be sent from there. */
import ts from 'typescript';
import type { Source } from '../../tools/tidy/sources.ts';
import type { LeakFinding } from './said-by-logs.ts';

/** Rooms through which answers, records and logs go out. */
export const OUTER =
  /^(src\/(cli\/commands|devices|documents|credentials|host|identity|lane|notices|records|server|services|sync)|web)\/(?!.*\.test\.tsx?$)/;
/** Names that only the matcher and the tools that evaluate it may know. */
const SCORE =
  /^(score|scores|scoreOf|bestScore|similarity|similarityOfFaces|compareFingers|compareTemplates|evaluateFingers|evaluateFaces|logLikelihood)$/i;

/** Names of values, properties and imports; comments and texts do not count. */
export function findScoreNames({ path, text }: Source): readonly LeakFinding[] {
  if (!/score|similarity|compare|evaluate|likelihood/i.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const findings: LeakFinding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && SCORE.test(node.text)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      findings.push({ place: `${path}:${line}`, problem: `knows of a score: ${node.text}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}
