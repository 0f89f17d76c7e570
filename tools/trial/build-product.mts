import path from 'node:path';
import { isBuiltFrom, rememberStamp, stampOf } from '../build/source-stamp.mts';
import { withLock } from '../lock.mjs';
import { PlainProblem } from '../plain-problem.mts';
import { root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';

const server = path.join(root, 'apps', 'server');
const sources = ['apps/server', 'libs', 'package-lock.json', 'tsconfig.json', 'tools/trial'];
const folder = path.join(root, 'tmp', 'trial');
const stampFile = path.join(folder, '.built-from');

/** A built program: serve, work, migrate, or set-up. */
export const programOf = (name: string): string => path.join(folder, `${name}.js`);

/** Builds the server with its own configuration, and beside it what sets up a cooperative to try it with: some 2 s, nothing when no source changed. */
async function build(): Promise<void> {
  await withLock(path.join(root, 'tmp', 'build-trial.lock'), async () => {
    const stamp = stampOf(sources);
    if (isBuiltFrom(stampFile, stamp)) return;
    const { rolldown } = await import('rolldown');
    const { default: config } = (await import(path.join(server, 'rolldown.config.mjs'))) as { default: import('rolldown').RolldownOptions };
    const output = Array.isArray(config.output) ? config.output[0] : config.output;
    const input = { ...(config.input as Record<string, string>), 'set-up': path.join(import.meta.dirname, 'set-up.ts') };
    const bundle = await rolldown({ ...config, input, cwd: server, logLevel: 'silent' });
    await bundle.write({ ...output, dir: folder });
    await bundle.close();
    rememberStamp(stampFile, stamp);
  });
}

/** The same from wherever it is called: the bundler runs in a process of its own. */
export async function buildProduct(): Promise<void> {
  const { code, stderr } = await runOnce([path.join(root, 'tools', 'trial', 'build-product.mts')], process.env, root, new AbortController().signal);
  if (code !== 0) throw new PlainProblem(`The server could not be built:\n${stderr}`);
}

if (process.argv[1] === import.meta.filename) await build();
