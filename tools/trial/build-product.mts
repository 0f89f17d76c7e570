import path from 'node:path';
import { isBuiltFrom, rememberStamp, stampOf } from '../build/source-stamp.mts';
import { withLock } from '../lock.mjs';
import { root } from '../project.mts';
import { builtFolder } from './built-product.mts';

const server = path.join(root, 'apps', 'server');
const sources = ['apps/server', 'libs', 'package-lock.json', 'tsconfig.json', 'tools/trial'];
const stampFile = path.join(builtFolder, '.built-from');

/**
 * Builds the server with its own configuration, and the program that sets up a cooperative for trials. Takes about 2 s;
 * nothing when no source has changed.
 */
async function build(): Promise<void> {
  await withLock(path.join(root, 'tmp', 'build-trial.lock'), async () => {
    const stamp = stampOf(sources);
    if (isBuiltFrom(stampFile, stamp)) return;
    const { rolldown } = await import('rolldown');
    const { default: config } = (await import(path.join(server, 'rolldown.config.mjs'))) as {
      default: import('rolldown').RolldownOptions;
    };
    const output = Array.isArray(config.output) ? config.output[0] : config.output;
    const own = (name: string): [string, string] => [name, path.join(import.meta.dirname, `${name}.ts`)];
    const input = {
      ...(config.input as Record<string, string>),
      ...Object.fromEntries([
        own('set-up'),
        own('matching-benchmark'),
        own('emissions-benchmark'),
        own('change-benchmark'),
        own('insight-benchmark'),
      ]),
    };
    const bundle = await rolldown({ ...config, input, cwd: server, logLevel: 'silent' });
    await bundle.write({ ...output, dir: builtFolder });
    await bundle.close();
    rememberStamp(stampFile, stamp);
  });
}

await build();
