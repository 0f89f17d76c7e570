import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../postgres/free-port.mts';
import { root } from '../project.mts';
import { waitForHealth } from '../start/wait-for-health.mts';
import { createBootFolder, removeAbandonedBoots } from './boot-folder.mts';

export interface BootedServer {
  address: string;
  /** True when its health endpoint answered. */
  healthy: boolean;
  /** Folder of the demo world's files, once it is loaded. */
  worldFolder: string;
  /** Waits until the demo world is loaded behind the running server; false when it could not be loaded. */
  demoLoaded(): Promise<boolean>;
  /** Returns the output of `npm start` so far. */
  printed(): string;
  stop(): Promise<void>;
}

const healthPatienceMs = 60_000;
const demoPatienceMs = 600_000;

/**
 * Starts the built product as `npm start` does, with a free port and an empty data folder. It ends with this process,
 * also when that is killed.
 */
export async function bootServer(words: string[]): Promise<BootedServer> {
  await removeAbandonedBoots();
  const folder = createBootFolder();
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    TALLGRUNN_DATA: folder,
    DATABASE_URL: undefined,
    APP_DATABASE_URL: undefined,
  };
  const followParent = pathToFileURL(path.join(root, 'tools', 'start', 'follow-parent.mjs')).href;
  const program = ['--import', followParent, path.join(root, 'tools', 'start.mts')];
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const fell = new AbortController();
  void gone.then(() => fell.abort());
  const address = `http://127.0.0.1:${port}`;
  const healthy = await waitForHealth(address, healthPatienceMs, fell.signal);
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const demoLoaded = async () => {
    const until = performance.now() + demoPatienceMs;
    while (
      !/The demo world (is|could not be) loaded/.test(printed) &&
      !fell.signal.aborted &&
      performance.now() < until
    )
      await pause(200);
    return printed.includes('The demo world is loaded');
  };
  return {
    address,
    healthy,
    worldFolder: path.join(folder, 'demo', 'light-1'),
    printed: () => printed,
    demoLoaded,
    stop,
  };
}
