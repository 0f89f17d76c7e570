import path from 'node:path';
import { UserError } from '../user-error.mts';
import { root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';

/** Folder of the product built for trials. */
export const builtFolder = path.join(root, 'tmp', 'trial');

/** Returns the path of a built program: serve, work, migrate or set-up. */
export const programOf = (name: string): string => path.join(builtFolder, `${name}.js`);

/** Builds the product if a source has changed. The bundler runs in a subprocess, so that tests can call it too. */
export async function buildProduct(): Promise<void> {
  const { code, stderr } = await runOnce(
    [path.join(root, 'tools', 'trial', 'build-product.mts')],
    process.env,
    root,
    new AbortController().signal,
  );
  if (code !== 0) throw new UserError(`The server could not be built:\n${stderr}`);
}
