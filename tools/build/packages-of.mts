import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One entry of package-lock.json: the fields read here. */
export interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

/**
 * The place where a package runs: in the server or command line, in browsers, or only in a trial of the product (`npm
 * start`).
 */
export type Use = 'server' | 'browser' | 'trial';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  /** SPDX expression; from the package's own package.json where the lockfile has none. */
  readonly licence: string;
  /** Its folder, relative to the root. */
  readonly folder: string;
  readonly uses: readonly Use[];
  /** Names and versions of its dependencies. */
  readonly dependsOn: readonly string[];
}

export type Lock = Readonly<Record<string, LockEntry>>;

export function readLock(root: string): Lock {
  return (JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages;
}

/** Resolves a dependency in the package's own folder or a folder above, as Node does; undefined if it is missing. */
export function resolvePackage(lock: Lock, from: string, name: string): string | undefined {
  let folder = from;
  for (;;) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[place]) return place;
    if (folder === '') return undefined;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

/**
 * Returns the names of a package's dependencies. npm also installs its peers; for a server, optional peers that are
 * present count too.
 */
function dependencyNames(
  { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }: LockEntry,
  optionalPeers: boolean,
): string[] {
  const peers = Object.keys(peerDependencies).filter(
    (name) => optionalPeers || peerDependenciesMeta[name]?.optional !== true,
  );
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/** Returns the given packages and all their direct and indirect dependencies. */
function reachablePackages(lock: Lock, first: readonly string[], optionalPeers: boolean): Set<string> {
  const found = new Set<string>();
  const waiting = [...first];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    for (const name of dependencyNames(lock[place] ?? {}, optionalPeers)) {
      const next = resolvePackage(lock, place, name);
      if (next) waiting.push(next);
    }
  }
  return found;
}

/** Licences that authors state elsewhere than in package.json. */
const licencesStatedElsewhere: Readonly<Record<string, string>> = {
  'pause@0.0.1': 'MIT', // in its Readme.md, and in its author's later packages
};

const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

function licenceOf(root: string, place: string, { license, version }: LockEntry): string {
  if (license) return license;
  const stated = licencesStatedElsewhere[`${nameAt(place)}@${version}`];
  if (stated) return stated;
  const file = path.join(root, place, 'package.json');
  if (!existsSync(file)) return 'UNKNOWN';
  const said = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: string | { type?: string };
    licenses?: readonly { type?: string }[];
  };
  if (typeof said.license === 'string') return said.license;
  const types = (said.licenses ?? [said.license ?? {}]).flatMap(({ type }) => (type ? [type] : []));
  return types.length > 0 ? types.join(' OR ') : 'UNKNOWN';
}

/**
 * Lists the packages of the product from the lockfile: those that the server installs, those bundled into the pages,
 * and those that `npm start` needs for a trial. Tools for building and testing are excluded.
 * @param browser names of the packages that the pages import
 */
export function shippedPackages(root: string, browser: readonly string[]): ShippedPackage[] {
  const lock = readLock(root);
  const top = lock[''] ?? {};
  const placesOf = (names: readonly string[]) => names.flatMap((name) => resolvePackage(lock, '', name) ?? []);
  const workspaces = Object.entries(lock).filter(([place]) => place !== '' && !place.includes('node_modules/'));
  const own = workspaces.flatMap(([place, { dependencies = {} }]) =>
    Object.keys(dependencies).flatMap((name) => resolvePackage(lock, place, name) ?? []),
  );
  const byUse: Readonly<Record<Use, Set<string>>> = {
    server: reachablePackages(lock, [...placesOf(Object.keys(top.dependencies ?? {})), ...own], true),
    browser: reachablePackages(lock, placesOf(browser), false),
    trial: reachablePackages(lock, placesOf(Object.keys(top.optionalDependencies ?? {})), false),
  };
  const uses = Object.keys(byUse) as Use[];
  const places = new Set(uses.flatMap((use) => [...byUse[use]]));
  return [...places]
    .filter((place) => lock[place]?.link !== true)
    .sort()
    .map((place) => {
      const entry = lock[place] ?? {};
      const dependsOn = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).flatMap((name) => {
        const other = resolvePackage(lock, place, name);
        return other && lock[other]?.version ? [`${name}@${lock[other].version}`] : [];
      });
      return {
        name: nameAt(place),
        version: entry.version ?? '',
        integrity: entry.integrity ?? '',
        licence: licenceOf(root, place, entry),
        folder: place,
        uses: uses.filter((use) => byUse[use].has(place)),
        dependsOn,
      };
    });
}
