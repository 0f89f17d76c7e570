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
const imported = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]|(?:@import\s+|url\(\s*)+['"]([^'"]+)['"]/g;

/** `@scope/name/inner` is imported from the package `@scope/name`. */
export function packageNameOf(specifier: string): string | null {
  if (/^(?:[./#]|(?:node|data|https?):|@tallgrunn\/)/.test(specifier)) return null;
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null;
}

/** Lists the packages that the pages import: they are built into what browsers fetch. */
export function browserImports(root: string): string[] {
  const files = globSync(sources, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !isForTests.test(file));
  const names = new Set<string>();
  for (const file of files) {
    for (const [, specifier, sheet] of readFileSync(path.join(root, file), 'utf8').matchAll(imported)) {
      const name = packageNameOf(specifier ?? sheet ?? '.');
      if (name) names.add(name);
    }
  }
  return [...names].sort();
}
