import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserImports } from '../../tools/build/browser-imports.mts';
import { billOfMaterials, thirdPartyText } from '../../tools/build/bill-of-materials.mts';
import { resolvePackage, readLock, shippedPackages } from '../../tools/build/packages-of.mts';
import { formatViolations } from './violation.ts';
import { neededWithoutImport, undeclaredPackages, unusedPackages } from './packages.ts';
import { projectRoot, readText } from './project-files.ts';

/** Licences allowed in the product: each permits redistribution together with the EUPL. */
const allowedLicences = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Python-2.0',
  'CC0-1.0',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
  'EUPL-1.2',
  'PostgreSQL',
]);

/** Returns true if every required part of an SPDX expression offers an allowed licence. */
const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((each) => each.split(' OR ').some((licence) => allowedLicences.has(licence.trim())));

const packages = shippedPackages(projectRoot, browserImports(projectRoot));

describe('the packages', () => {
  it('are all imported, and all imports are declared', () => {
    expect(formatViolations(unusedPackages(projectRoot))).toEqual([]);
    expect(formatViolations(undeclaredPackages(projectRoot))).toEqual([]);
  });

  it('have licences that permit redistribution', () => {
    expect(packages.length).toBeGreaterThan(150);
    expect(
      packages
        .filter(({ licence }) => !isAllowed(licence))
        .map(({ name, version, licence }) => `${name}@${version}: ${licence}`),
    ).toEqual([]);
    expect(['GPL-3.0-only', 'MIT AND GPL-2.0', 'UNKNOWN', 'SEE LICENSE IN x', ''].filter(isAllowed)).toEqual([]);
    expect(isAllowed('(MIT OR GPL-2.0) AND ISC')).toBe(true);
  });

  it('run no script when installed for production', () => {
    const lock = readLock(projectRoot);
    const scripted = packages
      .filter(({ folder, uses }) => uses.includes('server') && lock[folder]?.hasInstallScript)
      .map(({ name }) => name);
    expect(scripted).toEqual([]);
    expect(lock['node_modules/@scarf/scarf']).toMatchObject({ link: true, resolved: 'tools/build/no-telemetry' });
    expect(
      readText(projectRoot, 'docker/Dockerfile')
        .match(/npm ci [^&]*/g)
        ?.every((command) => command.includes('--ignore-scripts')),
    ).toBe(true);
  });
});

describe('the bill of materials', () => {
  const bill = billOfMaterials(packages, { name: '@tallgrunn/source', version: '0.1.0', license: 'EUPL-1.2' }) as {
    components: {
      'bom-ref': string;
      name: string;
      version: string;
      scope: string;
      purl: string;
      hashes: { alg: string; content: string }[];
      licenses: object[];
    }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  const named = new Map(bill.components.map((component) => [`${component.name}@${component.version}`, component]));

  it('lists every package that production installs, with version, licence and integrity from the lockfile', () => {
    const lock = Object.entries(readLock(projectRoot)).filter(
      ([place, { link, dev, version }]) => place.includes('node_modules/') && !link && !dev && version !== undefined,
    );
    expect(lock.length).toBeGreaterThan(150);
    const uses = new Map(packages.map((each) => [each.folder, each.uses]));
    for (const [place, { version, integrity = '' }] of lock) {
      const component = named.get(`${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`);
      expect([place, component?.scope]).toEqual([
        place,
        uses.get(place)?.every((use) => use === 'trial') ? 'optional' : 'required',
      ]);
      expect([place, component?.hashes]).toEqual([
        place,
        [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
      ]);
      expect(component?.licenses).toHaveLength(1);
    }
  });

  it('lists packages bundled into the pages too, and no build or test tools', () => {
    for (const name of ['@angular/core', '@digdir/designsystemet-web', '@fontsource/inter', 'rxjs'])
      expect([name, bill.components.some((component) => component.name === name)]).toEqual([name, true]);
    for (const name of ['jest', 'nx', '@angular/build', '@playwright/test', 'eslint'])
      expect([name, bill.components.some((component) => component.name === name)]).toEqual([name, false]);
  });

  it('lists each once, with only listed dependencies', () => {
    const refs = bill.components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const all = new Set([...refs, 'pkg:npm/%40tallgrunn/source@0.1.0']);
    for (const { ref, dependsOn } of bill.dependencies)
      for (const each of [ref, ...dependsOn]) expect([each, all.has(each)]).toEqual([each, true]);
    expect(refs.every((ref) => /^pkg:npm\/(?:%40[^/]+\/)?[^/@]+@\d/.test(ref))).toBe(true);
  });

  it('is accompanied by the licence texts', () => {
    const text = thirdPartyText(projectRoot, packages);
    for (const { name, version } of packages) expect(text).toContain(`${name} ${version}\n\nLicence: `);
    expect(text).toContain('Permission is hereby granted, free of charge');
  });

  it('is built with the product, into the image', () => {
    const { targets } = JSON.parse(readText(projectRoot, 'project.json')) as {
      targets: Record<string, { command: string; outputs?: string[] }>;
    };
    expect(targets['build']).toMatchObject({
      command: 'node tools/build/bill-of-materials.mts',
      outputs: ['{workspaceRoot}/dist/third-party'],
    });
    expect(readText(projectRoot, 'docker/Dockerfile')).toMatch(
      /nx run-many -t build[^]*COPY --from=build \/app\/dist \.\/dist/,
    );
  });
});

describe('placeOf', () => {
  it("searches the package's own folder and every folder above it", () => {
    const lock = {
      'node_modules/a': {},
      'node_modules/a/node_modules/b': {},
      'node_modules/b': {},
      'node_modules/c': {},
      'libs/x/node_modules/b': {},
    };
    expect(resolvePackage(lock, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
    expect(resolvePackage(lock, 'node_modules/a/node_modules/b', 'c')).toBe('node_modules/c');
    expect(resolvePackage(lock, 'libs/x', 'b')).toBe('libs/x/node_modules/b');
    expect(resolvePackage(lock, '', 'b')).toBe('node_modules/b');
    expect(resolvePackage(lock, 'node_modules/c', 'd')).toBeUndefined();
  });
});

describe('a planted', () => {
  let copy = '';
  beforeEach(() => (copy = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-packages-'))));
  afterEach(() => rmSync(copy, { recursive: true }));

  it('unused package and undeclared package are reported', () => {
    mkdirSync(path.join(copy, 'libs/a/src'), { recursive: true });
    writeFileSync(
      path.join(copy, 'package.json'),
      JSON.stringify({
        dependencies: { left: '1', right: '1', '@types/right': '1' },
        devDependencies: { '@types/gone': '1' },
      }),
    );
    writeFileSync(
      path.join(copy, 'libs/a/src/a.ts'),
      `import { r } from 'right/inner';\nimport other from '@scope/other/x';\nimport path from 'node:path';\nimport './b.ts';\n`,
    );
    expect(formatViolations(unusedPackages(copy, {}))).toEqual([
      'package.json declares @types/gone, which nothing imports',
      'package.json declares left, which nothing imports',
    ]);
    expect(formatViolations(undeclaredPackages(copy))).toEqual([
      'libs/a/src/a.ts:2 imports @scope/other, which package.json does not declare',
    ]);
    expect(formatViolations(unusedPackages(copy, { left: 'x', '@types/gone': 'x', never: 'x' }))).toEqual([
      'test/architecture/packages.ts gives a reason for never, which is not declared',
    ]);
  });
});

it('the package list gives a reason for every package needed without an import', () => {
  for (const reason of Object.values(neededWithoutImport)) expect(reason.length).toBeGreaterThan(15);
});
