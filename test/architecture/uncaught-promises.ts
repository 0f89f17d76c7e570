import ts from 'typescript';
import type { Violation } from './violation.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';
import { everyNode, treeOf } from './syntax.ts';

/** Server-side code, where an unhandled rejection ends the process. */
const serverSide = /^(apps\/(server|cli)|libs\/platform|libs\/[^/]+\/server)\/src\//;

/** Methods that return a promise: of the database, the queue, mail, logs, use cases and the file system. */
const asyncMethods = new Set([
  'send',
  'run',
  'query',
  'record',
  'enqueue',
  'rm',
  'write',
  'writeFile',
  'rename',
  'unlink',
  'all',
]);

/** Returns promises discarded with `void` and without a rejection handler. */
export function uncaughtPromises(root: string): Violation[] {
  const files = projectFiles(root).filter((file) => serverSide.test(file) && isScript(file) && !isForTests(file));
  return files.flatMap((file) => {
    const text = readText(root, file);
    if (!/\bvoid [^;=]/.test(text)) return [];
    const breaches: Violation[] = [];
    everyNode(treeOf(file, text), (node) => {
      const method = ts.isVoidExpression(node) ? uncaughtMethod(node.expression) : null;
      if (method)
        breaches.push({
          file,
          line: lineAt(text, node.getStart()),
          said: `discards the promise of ${method}(): add .catch(), await it, or return it`,
        });
    });
    return breaches;
  });
}

/**
 * Returns the promise-returning method at the root of a chain of `then` and `finally`; null when the rejection is
 * handled or there is no such method.
 */
function uncaughtMethod(expression: ts.Expression): string | null {
  if (!ts.isCallExpression(expression)) return null;
  const { expression: target, arguments: given } = expression;
  const name = ts.isPropertyAccessExpression(target) ? target.name.text : ts.isIdentifier(target) ? target.text : '';
  const isHandled = name === 'catch' || (name === 'then' && given.length > 1);
  if (isHandled) return null;
  if (ts.isPropertyAccessExpression(target) && ['then', 'finally'].includes(name))
    return uncaughtMethod(target.expression);
  return asyncMethods.has(name.replace(/^#/, '')) ? name : null;
}
