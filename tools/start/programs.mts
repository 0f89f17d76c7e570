import path from 'node:path';
import { UserError } from '../user-error.mts';
import { dataFolder, root } from '../project.mts';
import { appAccess } from './app-access.mts';
import type { StartOptions } from './options.mts';
import { print } from './print.mts';
import { runOnce } from './run-once.mts';
import type { Shutdown } from './shutdown.mts';
import { supervise, type Supervised } from './supervise.mts';

const entry = (name: string) => path.join(root, 'dist', 'apps', 'server', `${name}.js`);

/** Returns the environment of server and worker, which reach the database as the app and never as its owner. */
export function programEnv({ port, host }: StartOptions, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...appAccess(databaseUrl),
    NODE_ENV: 'production',
    TALLGRUNN_DATA: dataFolder,
    PORT: String(port),
    HOST: host,
  };
}

/**
 * Brings the schema of the database at `DATABASE_URL` up to date, and says what was done.
 * @throws UserError when it could not
 */
export async function migrate(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const { code, stdout, stderr } = await runOnce([entry('migrate')], env, root, signal);
  if (code !== 0)
    throw new UserError(stderr.trim() || stdout.trim() || 'The database could not be brought up to date.');
  const { taken } = JSON.parse(stdout) as { taken: string[] };
  return taken.length === 0 ? 'up to date' : `${taken.length} steps taken`;
}

/** Starts the built program `serve` or `work` and restarts it when it falls, until the shutdown. */
export function startProgram(
  name: 'serve' | 'work',
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
  flags: readonly string[] = [],
): Supervised {
  const program = supervise(
    { name, words: [...flags, entry(name)], env, cwd: root, logFile: path.join(dataFolder, 'logs', `${name}.log`) },
    print,
  );
  shutdown.later(() => program.stop());
  return program;
}
