import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = [
  'apps/web/src',
  'libs/*/web/src',
  'libs/design/src',
  'libs/api-client/src',
  ...['values', 'tabular', 'formats', 'checks'].map((name) => `libs/${name}/src`),
].map((folder) => `${folder}/**/*.{ts,css}`);
const isForTests = /\.spec\.ts$|(?:^|\/)testing(?:\.ts$|\/)/;
const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]|(?:@import\s+|url\(\s*)+['"]([^'"]+)['"]/g;

/**
 * Returns the package of an import, such as `@scope/name` for `@scope/name/inner`; null for imports that are not
 * packages.
 */
export function packageNameOf(specifier: string): string | null {
  if (/^(?:[./#]|(?:node|data|https?):|@tallgrunn\/)/.test(specifier)) return null;
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null;
}

/** Lists the packages that the pages import. They are bundled into the files that browsers load. */
export function browserImports(root: string): string[] {
  const files = globSync(sources, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !isForTests.test(file));
  const names = new Set<string>();
  for (const file of files) {
    for (const [, specifier, sheet] of readFileSync(path.join(root, file), 'utf8').matchAll(importPattern)) {
      const name = packageNameOf(specifier ?? sheet ?? '.');
      if (name) names.add(name);
    }
  }
  return [...names].sort();
}
