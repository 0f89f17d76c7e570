import path from 'node:path';
import { withLock } from '../lock.mjs';
import { root } from '../project.mts';
import { isBuiltFrom, rememberStamp, stampOf } from './source-stamp.mts';

const folder = path.join(root, 'apps', 'cli');
const stampFile = path.join(root, 'dist', 'apps', 'cli', '.built-from');
const sources = ['apps/cli', 'apps/server', 'libs', 'package-lock.json', 'tsconfig.json'];

/** Path of the command line bundle. */
export const cliBundle = path.join(root, 'dist', 'apps', 'cli', 'tallgrunn.js');

/** Builds the command line if a source has changed, in about 0.3 s. Prints nothing. */
export function buildCli(): Promise<void> {
  return withLock(path.join(root, 'tmp', 'build-cli.lock'), async () => {
    const stamp = stampOf(sources);
    if (isBuiltFrom(stampFile, stamp)) return;
    const { rolldown } = await import('rolldown');
    const { default: config } = (await import(path.join(folder, 'rolldown.config.mjs'))) as {
      default: import('rolldown').RolldownOptions;
    };
    const output = Array.isArray(config.output) ? config.output[0] : config.output;
    const bundle = await rolldown({ ...config, cwd: folder, logLevel: 'silent' });
    await bundle.write({ ...output, dir: path.dirname(cliBundle) });
    await bundle.close();
    rememberStamp(stampFile, stamp);
  });
}

if (process.argv[1] === import.meta.filename) await buildCli();
