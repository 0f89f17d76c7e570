import type { Breach } from './breach.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/** Where the programs that stand beside the server, the worker and the command line are listed to be built. */
export const builds = ['apps/server/rolldown.config.mjs', 'apps/cli/rolldown.config.mjs'] as const;

const started = /programBeside\(\s*import\.meta\.url,\s*'([a-z-]+)',?\s*\)/g;

/** Programs that are started by name and are not built: from source they are found all the same, so no other test misses them. */
export function programsNotBuilt(root: string): Breach[] {
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
