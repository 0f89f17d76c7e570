import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../postgres/free-port.mts';
import { root } from '../project.mts';
import { waitForHealth } from '../start/wait-for-health.mts';

export interface Booted {
  address: string;
  /** What `npm start` printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Starts the built product as `npm start` does, on a free port and an empty data folder; null when it does not answer. */
export async function bootServer(words: string[]): Promise<Booted & { healthy: boolean }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-boot-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', TALLGRUNN_DATA: folder, DATABASE_URL: undefined, APP_DATABASE_URL: undefined };
  const child = spawn(process.execPath, [path.join(root, 'tools', 'start.mts'), ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const fell = new AbortController();
  void gone.then(() => fell.abort());
  const address = `http://127.0.0.1:${port}`;
  const healthy = await waitForHealth(address, patienceMs, fell.signal);
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address, healthy, printed: () => printed, stop };
}
