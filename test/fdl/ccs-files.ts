import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const project = 'Crown-Commercial-Service+DataSubmissionServiceAPI';

function above(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const data = join(folder, 'shared', 'data', '10-ccs-rmi', project);
    if (existsSync(data)) return data;
    if (dirname(folder) === folder) return null;
  }
}

/** Folder of the UK project next to the checkout; null where it does not exist. */
export const ccs = above(dirname(dirname(__dirname)));
export const fixtures = ccs === null ? '' : join(ccs, 'spec', 'fixtures');
const frameworks = ccs === null ? '' : join(ccs, 'app', 'models', 'framework', 'definition');

export interface FdlFile {
  readonly name: string;
  readonly source: string;
}

function fdlIn(folder: string, prefix: string): FdlFile[] {
  if (ccs === null) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.fdl'))
    .sort()
    .map((name) => ({ name: `${prefix}${name}`, source: readFileSync(join(folder, name), 'utf8') }));
}

/** Definitions in use, and those in the project's own tests. */
export const definitions = fdlIn(frameworks, '');
export const fixtureDefinitions = fdlIn(fixtures, 'fixtures/');

export function definitionNamed(name: string): string {
  return [...definitions, ...fixtureDefinitions].find((file) => file.name === name)!.source;
}
