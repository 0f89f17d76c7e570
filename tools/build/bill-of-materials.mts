import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root as projectRoot } from '../project.mts';
import { browserImports } from './browser-imports.mts';
import { shippedPackages, type ShippedPackage } from './packages-of.mts';

/** Output folder: alongside the build, so that the image contains it. */
export const folder = path.join('dist', 'third-party');

const purlOf = ({ name, version }: Pick<ShippedPackage, 'name' | 'version'>) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** Converts npm's integrity (algorithm and Base64 digest) to CycloneDX, which requires hexadecimal digits. */
function hashesOf(integrity: string): { alg: string; content: string }[] {
  return integrity.split(/\s+/).flatMap((each) => {
    const [, algorithm, digest] = /^(sha(?:256|384|512))-(.+)$/.exec(each) ?? [];
    return algorithm && digest
      ? [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }]
      : [];
  });
}

const licencesOf = (licence: string) => [
  /^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence },
];

/**
 * Builds the bill of materials as CycloneDX 1.6: every package of the product, with version, licence, hash and
 * dependencies.
 */
export function billOfMaterials(
  packages: readonly ShippedPackage[],
  about: { readonly name: string; readonly version: string; readonly license: string },
): object {
  const own = `pkg:npm/${about.name.replace('@', '%40')}@${about.version}`;
  const refs = new Map(packages.map((each) => [`${each.name}@${each.version}`, purlOf(each)]));
  const merged = new Map<string, ShippedPackage>();
  for (const each of packages) {
    const before = merged.get(purlOf(each));
    merged.set(purlOf(each), before ? { ...each, uses: [...new Set([...before.uses, ...each.uses])] } : each);
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': own,
        name: about.name,
        version: about.version,
        licenses: licencesOf(about.license),
        purl: own,
      },
    },
    components: [...merged].map(([purl, { name, version, integrity, licence, uses }]) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      scope: uses.some((use) => use !== 'trial') ? 'required' : 'optional',
      hashes: hashesOf(integrity),
      licenses: licencesOf(licence),
      purl,
      properties: uses.map((value) => ({ name: 'tallgrunn:use', value })),
    })),
    dependencies: [
      { ref: own, dependsOn: [...merged.keys()] },
      ...[...merged].map(([ref, { dependsOn }]) => ({
        ref,
        dependsOn: [...new Set(dependsOn.flatMap((each) => refs.get(each) ?? []))],
      })),
    ],
  };
}

/** Returns the licence texts in a package's folder. */
function licenceTexts(root: string, place: string): string[] {
  const whole = path.join(root, place);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(entry.name))
    .map(({ name }) => readFileSync(path.join(whole, name), 'utf8').trim());
}

/** Formats the packages with their licences and licence texts, for human readers. */
export function thirdPartyText(root: string, packages: readonly ShippedPackage[]): string {
  const entries = packages.map(({ name, version, licence, uses, folder: place }) => {
    const texts = licenceTexts(root, place);
    return [
      `${name} ${version}`,
      `Licence: ${licence}. Used in: ${uses.join(', ')}.`,
      ...(texts.length > 0 ? texts : ['The package brings no text of its licence.']),
    ].join('\n\n');
  });
  return `Tallgrunn is made with the work of others. Each package below has its own licence.\n\n${entries.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Writes both files for the packages of the lockfile. */
export function writeThirdParty(root: string): void {
  const packages = shippedPackages(root, browserImports(root));
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(
    path.join(root, folder, 'bom.cdx.json'),
    `${JSON.stringify(billOfMaterials(packages, about), null, 2)}\n`,
  );
  writeFileSync(path.join(root, folder, 'THIRD-PARTY.txt'), thirdPartyText(root, packages));
}

if (process.argv[1] === import.meta.filename) writeThirdParty(projectRoot);
