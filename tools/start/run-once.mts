import { spawn } from 'node:child_process';

export interface ProgramResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a Node program to its end and returns its output. An abort asks the program to end. */
export function runOnce(
  words: string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  signal: AbortSignal,
): Promise<ProgramResult> {
  const child = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes: Buffer) => (output.stdout += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (output.stderr += bytes.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      signal.removeEventListener('abort', end);
      resolve({ code: code ?? 1, ...output });
    });
  });
}
