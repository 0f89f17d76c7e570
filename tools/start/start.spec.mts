import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Runs `npm start`'s own program to its end. */
function start(words: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [path.resolve(__dirname, '../start.mts'), ...words], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => (said.stdout += bytes));
  child.stderr.on('data', (bytes) => (said.stderr += bytes));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

describe('npm start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-start-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells a taken port in one sentence before it does anything', async () => {
    const holder = net.createServer();
    const port = await new Promise<number>((resolve) => holder.listen(0, '127.0.0.1', () => resolve((holder.address() as net.AddressInfo).port)));
    const ended = await start([], { PORT: String(port), TALLGRUNN_DATA: folder });
    holder.close();
    expect(ended).toEqual({ code: 1, stdout: '', stderr: `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1} npm start.\n` });
  });

  it('tells a data folder that is none, and a port that is none', async () => {
    expect(await start([], { TALLGRUNN_DATA: __filename })).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^The data folder .* may not be read by this user.*\n$/) });
    expect(await start([], { PORT: 'many', TALLGRUNN_DATA: folder })).toMatchObject({ code: 1, stdout: '', stderr: 'PORT is "many": it must be a number from 1 to 65535.\n' });
  });

  it('explains itself', async () => {
    expect(await start(['--help'], { TALLGRUNN_DATA: folder })).toMatchObject({ code: 0, stdout: expect.stringContaining('--empty') });
  });
});
