import ts from 'typescript';
import { isForTests, isScript, lineAt, projectFiles, readText } from '../project-files.ts';
import { everyNode, treeOf } from '../syntax.ts';

/** One SQL text of the repository. `parts` is split at each substitution of a template. */
export interface SqlText {
  file: string;
  line: number;
  parts: string[];
  /** True if it is passed to a function that runs SQL, so that it must be SQL. */
  certain: boolean;
}

export const beginsLikeSql =
  /^\s*(--.*\n\s*)*(select|insert\s+into|update|delete\s+from|with|create|alter|drop|grant|revoke|truncate|copy|lock|merge|declare|refresh|set\s+local)\b/i;
const sqlRunners = new Set(['query', 'copyLines', 'copyBytes', 'stream']);

function partsOf(node: ts.Node): string[] | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return null;
}

/** Returns true for the first argument of `something.query(…)` and of `query(…)`. */
function isRun(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return false;
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  return ts.isIdentifier(callee) && sqlRunners.has(callee.text);
}

/** Texts of each script that was read, by its path and content. */
const textsOfScripts = new Map<string, SqlText[]>();

function inScript(root: string, file: string): SqlText[] {
  const text = readText(root, file);
  const key = `${file}\n${text}`;
  const texts = textsOfScripts.get(key) ?? textsOf(file, text);
  textsOfScripts.set(key, texts);
  return texts;
}

function textsOf(file: string, text: string): SqlText[] {
  const texts: SqlText[] = [];
  everyNode(treeOf(file, text), (node) => {
    const parts = partsOf(node);
    if (parts && beginsLikeSql.test(parts[0] ?? ''))
      texts.push({ file, line: lineAt(text, node.getStart()), parts, certain: isRun(node) });
  });
  return texts;
}

/**
 * Returns every SQL text of the product: .sql files, and strings and templates in scripts that begin like SQL. Tests
 * are excluded.
 */
export function sqlTexts(root: string): SqlText[] {
  const files = projectFiles(root).filter((file) => /^(apps|libs)\//.test(file) && !isForTests(file));
  const ownFiles = files
    .filter((file) => file.endsWith('.sql'))
    .map((file): SqlText => ({ file, line: 1, parts: [readText(root, file)], certain: true }));
  return [...ownFiles, ...files.filter(isScript).flatMap((file) => inScript(root, file))];
}
