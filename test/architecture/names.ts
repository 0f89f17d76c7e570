import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Violation } from './violation.ts';
import { placeOf } from './file-location.ts';
import { isScript, projectFiles, readText } from './project-files.ts';

const meaninglessName = /^(services?|utils?|helpers?|common|shared|misc|components?)(\.|$)/i;
const isOurs = (file: string) => /^(apps|libs|tools|test)\//.test(file);

/** Returns folders and files with a name that does not state their purpose. */
export function nameViolations(root: string): Violation[] {
  return projectFiles(root)
    .filter(isOurs)
    .flatMap((file) => {
      const empty = file.split('/').find((part) => meaninglessName.test(part));
      if (empty) return [{ file, said: `"${empty}" does not say what it is for` }];
      return /\.service\.ts$/.test(file) ? [{ file, said: 'is named for a noun: name the file for its act' }] : [];
    });
}

/** Returns folders below libs/ and apps/ that the plan does not list. */
export function unknownFolders(root: string): Violation[] {
  const files = projectFiles(root).filter((file) => /^(apps|libs)\/.+\//.test(file) && !placeOf(file));
  const folders = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
  return [...folders].map((folder) => ({ file: folder, said: 'is not in boundaries.mjs' }));
}

/** Returns doors that export everything instead of a list of names. */
export function openDoors(root: string): Violation[] {
  const doors = projectFiles(root).filter((file) => /^libs\/.*\/index\.ts$/.test(file) && isScript(file));
  return doors
    .filter((file) => /^export \*/m.test(readText(root, file)))
    .map((file) => ({ file, said: 'opens everything: name what it hands out' }));
}

/** Returns doors inside a package: an index.ts other than the package's own. */
export function innerDoors(root: string): Violation[] {
  const inner = projectFiles(root).filter(
    (file) => /^libs\/.*\/index\.ts$/.test(file) && file !== `${placeOf(file)?.folder}/src/index.ts`,
  );
  return inner.map((file) => ({ file, said: 'is a door inside a package: import the files themselves' }));
}

/** Returns packages with tags that differ from the side and room of their folder. */
export function wrongTags(root: string): Violation[] {
  const manifests = projectFiles(root).filter((file) => /^(apps|libs)\/.*package\.json$/.test(file));
  return manifests.flatMap((file) => {
    const place = placeOf(file);
    const manifest = JSON.parse(readText(root, file)) as { name?: string; nx?: { tags?: string[] } };
    if (!place) return [];
    const wanted = [`side:${place.side}`, `${place.kind === 'app' ? 'app' : 'room'}:${place.name}`];
    const has = [...(manifest.nx?.tags ?? []), ...projectTags(root, file)];
    return wanted.every((tag) => has.includes(tag)) ? [] : [{ file, said: `needs the tags ${wanted.join(', ')}` }];
  });
}

/** Returns the tags of project.json, where a package has one. */
function projectTags(root: string, manifest: string): string[] {
  const folder = path.posix.dirname(manifest);
  if (!readdirSync(path.join(root, folder)).includes('project.json')) return [];
  return (JSON.parse(readText(root, `${folder}/project.json`)) as { tags?: string[] }).tags ?? [];
}
