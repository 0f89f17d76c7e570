import path from 'node:path';
import { withLock } from '../lock.mjs';
import { UserError } from '../user-error.mts';
import { root } from '../project.mts';
import { runNx } from './run-nx.mts';
import { isBuiltFrom, rememberStamp, stampOf } from './source-stamp.mts';

export const stampFile = path.join(root, 'dist', '.built-from');
const sources = ['apps', 'libs', 'package-lock.json', 'tsconfig.json', 'nx.json'];

/**
 * Builds server, web and command line when a source has changed since the last build. Returns false if nothing was
 * built.
 * @throws UserError when the build fails
 */
export function buildProductIfChanged(signal?: AbortSignal): Promise<boolean> {
  return withLock(path.join(root, 'tmp', 'build.lock'), async () => {
    const stamp = stampOf(sources);
    if (isBuiltFrom(stampFile, stamp)) return false;
    const { ok, output } = await runNx(['run-many', '-t', 'build'], signal);
    if (!ok) throw new UserError(`The build failed:\n${output}`);
    rememberStamp(stampFile, stamp);
    return true;
  });
}
