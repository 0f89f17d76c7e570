import type { Violation } from './violation.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/** Places that record audit actions: as a literal, or with a substituted part (`party.${what}-changed`). */
const actionPattern =
  /\bact:\s*['`]([a-z-]+\.[^'`]+)['`]|#told\([^)]*?['`]([a-z-]+\.[^'`]+)['`]|\bact:\s*[^'`,;]*\?\s*'([a-z-]+\.[a-z-]+)'\s*:\s*'([a-z-]+\.[a-z-]+)'/g;

/** The file with the texts of the audit log. The compiler requires the same keys in the other languages. */
const catalogue = 'libs/identity/web/src/texts/audit-nb.ts';

/**
 * Returns recorded audit actions without a text. For an action with a substituted part, at least one text must match.
 */
export function auditActionsWithoutText(root: string): Violation[] {
  const words = [...readText(root, catalogue).matchAll(/^ {4}'([a-z-]+\.[a-z-]+)':\s*'/gm)].map(([, act]) => act ?? '');
  const files = projectFiles(root).filter(
    (file) =>
      /^(libs|apps)\/.*\/src\//.test(file) &&
      isScript(file) &&
      !isForTests(file) &&
      /audit\.record/.test(readText(root, file)),
  );
  return files.flatMap((file) => {
    const text = readText(root, file);
    return [...text.matchAll(actionPattern)].flatMap((actions) =>
      actions
        .slice(1)
        .filter((act): act is string => act !== undefined)
        .filter((act) => !words.some((describedActions) => fits(describedActions, act)))
        .map((act) => ({
          file,
          line: lineAt(text, actions.index),
          said: `records ${act}, and the audit trail has no words for it`,
        })),
    );
  });
}

function fits(describedActions: string, act: string): boolean {
  const pattern = act.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^(){}|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[a-z-]+')}$`).test(describedActions);
}
