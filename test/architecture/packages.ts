import { packageNameOf } from '../../tools/build/browser-imports.mts';
import type { Violation } from './violation.ts';
import { isScript, lineAt, projectFiles, readText } from './project-files.ts';
import { everyNode, importedBy, treeOf } from './syntax.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Required packages that none of our files imports, with the reason. */
export const neededWithoutImport: Readonly<Record<string, string>> = {
  '@angular/compiler': 'the build and the tests of pages compile templates with it',
  '@angular/compiler-cli': 'it is ngc, which checks the types of pages',
  '@scarf/scarf': 'our own stand-in, so that nothing reports an installation',
  '@swc/core': '@swc/jest runs on it',
  eslint: 'it is the command that lints',
  jest: 'it is the command that tests',
  'jest-environment-jsdom': 'the tests of pages name it as their environment',
  jsdom: 'jest-environment-jsdom runs on it',
  nx: 'it is the command that builds',
  'pino-http': 'nestjs-pino runs on it',
  prettier: 'it is the command that formats',
  tslib: 'the build of the pages imports from it what the compiler leaves out',
};

/**
 * Quoted text that begins with a package name: an import, a path to resolve, a builder in JSON, a style sheet in CSS.
 */
const quoted = /(?:["'`(]|node_modules\/)(@[a-z0-9][\w.-]*\/[a-z0-9][\w.-]*|[a-z][\w.-]*)(?=["'`)/:])/g;
const isOfOurs = (file: string) =>
  /^(?:apps|libs|tools|test|\.ci)\/|^[^/]+\.(?:mjs|cjs|json)$/.test(file) && !/package(?:-lock)?\.json$/.test(file);

function declaredIn(root: string): Map<string, keyof Manifest> {
  const manifest = JSON.parse(readText(root, 'package.json')) as Manifest;
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
  return new Map(groups.flatMap((group) => Object.keys(manifest[group] ?? {}).map((name) => [name, group] as const)));
}

/**
 * Returns declared packages that no file names, and reasons that no longer apply. Type packages count as used if the
 * package they describe is used.
 */
export function unusedPackages(
  root: string,
  reasons: Readonly<Record<string, string>> = neededWithoutImport,
): Violation[] {
  const named = new Set<string>();
  for (const file of projectFiles(root).filter(
    (each) => isOfOurs(each) && /\.(?:m?ts|mjs|cjs|json|css|html)$/.test(each),
  )) {
    for (const [, name = ''] of readText(root, file).matchAll(quoted)) named.add(name);
  }
  const declared = declaredIn(root);
  const isUsed = (name: string) =>
    named.has(name) ||
    name in reasons ||
    (name.startsWith('@types/') &&
      (['@types/node', '@types/jest'].includes(name) || named.has(name.slice('@types/'.length))));
  const unused = [...declared]
    .filter(([name, group]) => group !== 'optionalDependencies' && !isUsed(name))
    .map(([name]) => ({ file: 'package.json', said: `declares ${name}, which nothing imports` }));
  const untrue = Object.keys(reasons)
    .filter((name) => !declared.has(name))
    .map((name) => ({
      file: 'test/architecture/packages.ts',
      said: `gives a reason for ${name}, which is not declared`,
    }));
  return [...unused, ...untrue];
}

/**
 * Returns imported packages that package.json does not declare, or only declares for development although the server
 * uses them.
 */
export function undeclaredPackages(root: string): Violation[] {
  const declared = declaredIn(root);
  return projectFiles(root)
    .filter((file) => isScript(file) && /^(?:apps|libs|tools|test)\//.test(file))
    .flatMap((file) => {
      const text = readText(root, file);
      const found: Violation[] = [];
      everyNode(treeOf(file, text), (node) => {
        const wanted = importedBy(node);
        const name = wanted && packageNameOf(wanted.text);
        if (wanted && name && !declared.has(name))
          found.push({
            file,
            line: lineAt(text, wanted.getStart()),
            said: `imports ${name}, which package.json does not declare`,
          });
      });
      return found;
    });
}
