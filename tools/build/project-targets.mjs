// Gives every project of apps and libs the targets `lint`, `typecheck` and `test`, so that `nx affected` runs them for
// what a change touches. A project's test depends on its sources, on those it imports, and on the tests' support.
import { existsSync } from 'node:fs';
import path from 'node:path';

const inputs = ['projectSources', '^projectSources', 'root', '{workspaceRoot}/jest.config.cjs'];
const support = ['{workspaceRoot}/test/support/**/*', '{workspaceRoot}/tools/**/*'];

function targetsOf(folder, isWeb) {
  const target = (command, more = []) => ({ command, cache: true, inputs: [...inputs, ...more] });
  return {
    lint: target(`eslint ${folder} --max-warnings=0 --no-error-on-unmatched-pattern`),
    typecheck: target(isWeb ? `ngc -p ${folder}/tsconfig.json --noEmit` : `tsc -p ${folder}/tsconfig.json`),
    test: target(`node tools/bootstrap.mjs tools/test.mts ${folder}/`, support),
  };
}

export const name = 'tallgrunn-project-targets';

export const createNodesV2 = [
  '{apps,libs}/**/package.json',
  (files) =>
    files
      .filter((file) => existsSync(path.join(path.dirname(file), 'tsconfig.json')))
      .map((file) => {
        const folder = path.dirname(file);
        const isWeb = /(^|\/)web$/.test(folder) || ['libs/design', 'libs/api-client'].includes(folder);
        return [file, { projects: { [folder]: { targets: targetsOf(folder, isWeb) } } }];
      }),
];
