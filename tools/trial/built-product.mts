import path from 'node:path';
import { PlainProblem } from '../plain-problem.mts';
import { root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';

/** Where the product lies that is built to be tried. */
export const builtFolder = path.join(root, 'tmp', 'trial');

/** A built program: serve, work, migrate, or set-up. */
export const programOf = (name: string): string => path.join(builtFolder, `${name}.js`);

/** Builds what changed. The bundler runs in a process of its own, so that tests can ask for it too. */
export async function buildProduct(): Promise<void> {
  const { code, stderr } = await runOnce(
    [path.join(root, 'tools', 'trial', 'build-product.mts')],
    process.env,
    root,
    new AbortController().signal,
  );
  if (code !== 0) throw new PlainProblem(`The server could not be built:\n${stderr}`);
}
