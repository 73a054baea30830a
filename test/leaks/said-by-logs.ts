/** Finds what log calls are given: no template, score, picture or person may stand in a log, whatever its level. */
import ts from 'typescript';
import type { Source } from '../../tools/tidy/sources.ts';

export interface LeakFinding {
  readonly place: string;
  readonly problem: string;
}

const LOGGERS = /^(log|logger|console)$/;
const LEVELS = /^(trace|debug|info|log|warn|error|fatal)$/;
/** Words for what must stay inside, as whole parts of a name: `bestScore` and `person.name`, not `scoreboard`. */
const SECRETS = new Set(
  (
    'score scores similarity template templates features impression impressions probe embedding vector minutiae ' +
    'frame jpeg picture image body payload ' +
    'person traveller holder account identity surname birth birthdate number document nationality ' +
    'password token cookie secret'
  ).split(' '),
);

const partsOf = (name: string): readonly string[] =>
  name.split(/(?=[A-Z])|[_\d]+/).map((part) => part.toLowerCase());

const isSecret = (name: string): boolean => partsOf(name).some((part) => SECRETS.has(part));

export function findSecretsInLogs({ path, text }: Source): readonly LeakFinding[] {
  if (!/\b(?:log|logger|console)\??\./.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const findings: LeakFinding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLogCall(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      for (const name of node.arguments.flatMap(namesIn).filter(isSecret))
        findings.push({ place: `${path}:${line}`, problem: `a log is given ${name}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

function isLogCall({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !LEVELS.test(expression.name.text)) return false;
  const { expression: receiver } = expression;
  const name = ts.isPropertyAccessExpression(receiver) ? receiver.name.text : receiver.getText();
  return LOGGERS.test(name);
}

/** Every name within an argument; texts say what they say and are read by people. */
function namesIn(argument: ts.Node): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(argument);
  return names;
}
