import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../lock.mjs';
import { root } from '../project.mts';
import { isBuiltFrom, rememberStamp, stampOf } from './source-stamp.mts';

const folder = path.join(root, 'apps', 'cli');
const stampFile = path.join(root, 'dist', 'apps', '.checker-built-from');
const sources = [
  'apps/cli',
  'libs/checks',
  'libs/tabular',
  'libs/values',
  'tools/build/build-checker.mts',
  'package.json',
  'LICENSE',
  'tsconfig.json',
];

/** Folder of the checker's package, ready to be packed. */
export const checkerPackage = path.join(root, 'dist', 'apps', 'checker');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const manifestOf = (place: string) => JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as Manifest;

/** Builds the checker as a package without dependencies, if a source has changed. Prints nothing. */
export function buildChecker(): Promise<void> {
  return withLock(path.join(root, 'tmp', 'build-checker.lock'), async () => {
    const stamp = stampOf(sources);
    if (isBuiltFrom(stampFile, stamp) && existsSync(checkerPackage)) return;
    const { rolldown } = await import('rolldown');
    const { default: config } = (await import(path.join(folder, 'rolldown.checker.mjs'))) as {
      default: import('rolldown').RolldownOptions;
    };
    const output = Array.isArray(config.output) ? config.output[0] : config.output;
    const bundle = await rolldown({ ...config, cwd: folder, logLevel: 'silent' });
    const written = await bundle.write({ ...output, dir: checkerPackage });
    await bundle.close();
    const chunks = written.output.flatMap((each) => (each.type === 'chunk' ? [each] : []));
    const left = chunks
      .flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
      .filter((name) => !name.startsWith('node:'));
    if (left.length > 0) throw new Error(`The checker must bring all it needs, and still imports ${left.join(', ')}.`);
    writeFileSync(
      path.join(checkerPackage, 'THIRD-PARTY.txt'),
      thirdParty(chunks.flatMap(({ moduleIds }) => moduleIds)),
    );
    writeFileSync(path.join(checkerPackage, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
    copyFileSync(path.join(folder, 'checker', 'README.md'), path.join(checkerPackage, 'README.md'));
    copyFileSync(path.join(root, 'LICENSE'), path.join(checkerPackage, 'LICENSE'));
    rememberStamp(stampFile, stamp);
  });
}

function manifest(): object {
  return {
    name: 'tallgrunn-check',
    version: manifestOf(root).version,
    description: 'Checks supplier reports against the published template of a public buyer, on your own machine',
    license: 'EUPL-1.2',
    type: 'module',
    bin: { 'tallgrunn-check': 'tallgrunn-check.js' },
    files: ['tallgrunn-check.js', 'THIRD-PARTY.txt'],
    engines: { node: '>=22' },
  };
}

/** Returns the packages of the bundled modules, with their licences. */
function thirdParty(modules: readonly string[]): string {
  const places = new Set(
    modules
      .flatMap(
        (id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[1] ?? [],
      )
      .filter((place) => !place.includes('node_modules/@tallgrunn/')),
  );
  const entries = [...places].sort().map((place) => {
    const { name, version, license = 'unknown' } = manifestOf(place);
    const texts = readdirSync(place).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file));
    return [
      `${name} ${version}`,
      `Licence: ${license}.`,
      ...(texts.length > 0
        ? texts.map((file) => readFileSync(path.join(place, file), 'utf8').trim())
        : ['The package brings no text of its licence.']),
    ].join('\n\n');
  });
  return `The checker is made with the work of others. Each package below has its own licence.\n\n${entries.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

if (process.argv[1] === import.meta.filename) await buildChecker();
