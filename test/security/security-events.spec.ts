import path from 'node:path';
import { securityEventNames } from '@tallgrunn/platform';
import { projectRoot } from '../architecture/project-files.ts';

interface Texts {
  readonly audit: { readonly events: Readonly<Record<string, string>> };
}

describe('every security event', () => {
  it.each(['nb', 'nn', 'en'])('is described in %s', async (language) => {
    const catalogue = (await import(
      path.join(projectRoot, 'libs/identity/web/src/texts', `${language}.ts`)
    )) as Readonly<Record<string, Texts>>;
    expect(Object.keys(catalogue[language]?.audit.events ?? {}).sort()).toEqual([...securityEventNames].sort());
  });
});
