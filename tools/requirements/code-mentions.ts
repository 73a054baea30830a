/**
 * Where TypeScript speaks of requirements. Program code speaks in comments and in strings that are an id and nothing
 * else; tests speak in their names. Anything else that looks like an id is not one: a drawing's `M-12` is a stroke.
 */
import ts from 'typescript';
import { findIds, type Mention } from './mention.ts';

const TEST_CALLS: ReadonlySet<string> = new Set(['describe', 'it', 'test']);

export function findInCode(path: string, text: string): readonly Mention[] {
  return findWhere(path, text, (around, { id, offset }) => {
    const token = around.at(-1);
    return (
      isComment(around, offset) || (token !== undefined && ts.isStringLiteralLike(token) && token.text === id)
    );
  });
}

export function findInTestNames(path: string, text: string): readonly Mention[] {
  return findWhere(
    path,
    text,
    (around, { offset }) => !isComment(around, offset) && around.some((node) => isNamedBy(node, offset)),
  );
}

// Reading a file into a tree costs a thousand times more than looking for an id, and most files name none.
function findWhere(
  path: string,
  text: string,
  speaks: (around: readonly ts.Node[], mention: Mention) => boolean,
): readonly Mention[] {
  const candidates = findIds(text);
  if (candidates.length === 0) return [];
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return candidates.filter((mention) => speaks(nodesAround(file, mention.offset), mention));
}

/** From the file down to the token whose text, or the comment before it, is at the place. */
function nodesAround(file: ts.SourceFile, offset: number): readonly ts.Node[] {
  const around: ts.Node[] = [];
  let node: ts.Node | undefined = file;
  while (node) {
    around.push(node);
    node = node.getChildren(file).find(({ pos, end }) => pos <= offset && offset < end);
  }
  return around;
}

const isDocumentation = ({ kind }: ts.Node) =>
  kind >= ts.SyntaxKind.FirstJSDocNode && kind <= ts.SyntaxKind.LastJSDocNode;

// A comment belongs to the token that follows it, before where that token's own text begins.
function isComment(around: readonly ts.Node[], offset: number): boolean {
  const token = around.at(-1);
  return around.some(isDocumentation) || (token !== undefined && offset < token.getStart());
}

/** The title of a test or group, or the rows that `each` puts into titles. */
function isNamedBy(node: ts.Node, offset: number): boolean {
  if (!ts.isCallExpression(node) || !TEST_CALLS.has(rootOf(node.expression))) return false;
  const [names] = node.arguments;
  return names !== undefined && names.pos <= offset && offset < names.end;
}

// `it`, `it.each(rows)` and `describe.each(rows)` all lead back to the one word.
function rootOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) {
    return rootOf(expression.expression);
  }
  return '';
}
