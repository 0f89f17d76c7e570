import type { Breach } from './breach.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/** Where the acts of the audit trail are recorded: written out, or with a part that is filled in (`party.${what}-changed`). */
const written =
  /\bact:\s*['`]([a-z-]+\.[^'`]+)['`]|#told\([^)]*?['`]([a-z-]+\.[^'`]+)['`]|\bact:\s*[^'`,;]*\?\s*'([a-z-]+\.[a-z-]+)'\s*:\s*'([a-z-]+\.[a-z-]+)'/g;

/** Where the trail's words are; the other languages are held to the same keys by the compiler. */
const catalogue = 'libs/identity/web/src/texts/audit-nb.ts';

/** Acts that are recorded and have no words where the trail is read. Of one with a part to fill in, at least one with words must fit. */
export function actsWithoutWords(root: string): Breach[] {
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
    return [...text.matchAll(written)].flatMap((found) =>
      found
        .slice(1)
        .filter((act): act is string => act !== undefined)
        .filter((act) => !words.some((known) => fits(known, act)))
        .map((act) => ({
          file,
          line: lineAt(text, found.index),
          said: `records ${act}, and the audit trail has no words for it`,
        })),
    );
  });
}

function fits(known: string, act: string): boolean {
  const pattern = act.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^(){}|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[a-z-]+')}$`).test(known);
}
