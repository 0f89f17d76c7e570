import type { Violation } from './violation.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/** The build configurations that list the additional programs of the server, the worker and the command line. */
export const builds = ['apps/server/rolldown.config.mjs', 'apps/cli/rolldown.config.mjs'] as const;

const started = /programPath\(\s*import\.meta\.url,\s*'([a-z.-]+)',?\s*\)/g;

/** Returns programs started by name that are not built. They run from source, so no other test notices. */
export function programsNotBuilt(root: string): Violation[] {
  const built = builds.map((file) => ({ file, text: readText(root, file) }));
  return projectFiles(root)
    .filter((file) => /^(libs|apps)\/.*\/src\//.test(file) && isScript(file) && !isForTests(file))
    .flatMap((file) => {
      const text = readText(root, file);
      return [...text.matchAll(started)].flatMap((found) =>
        built
          .filter((build) => !build.text.includes(`'${found[1]}':`))
          .map((build) => ({
            file,
            line: lineAt(text, found.index),
            said: `starts ${found[1]}, which ${build.file} does not build`,
          })),
      );
    });
}
