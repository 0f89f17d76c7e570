import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../project.mts';

/**
 * Runs an Nx command on this Node and returns its output. Nx's daemon is not started, because it would outlive the
 * command. Aborting ends all its subprocesses.
 */
export function runNx(words: string[], signal?: AbortSignal): Promise<{ ok: boolean; output: string }> {
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', NX_TUI: 'false' };
  const child = spawn(process.execPath, [nx, ...words, '--output-style=static'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const endAll = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', endAll, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      signal?.removeEventListener('abort', endAll);
      resolve({ ok: code === 0, output });
    });
  });
}
