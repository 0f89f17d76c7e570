import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { claimFolder } from './one-instance.mts';

describe('a data folder', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-claim-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('serves one supervisor at a time', () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', 'start.mts']);
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: holder.pid, address: 'http://localhost:3000' }));
    expect(() => claimFolder(folder, 'http://localhost:3001')).toThrow(/already runs from .* at http:\/\/localhost:3000/);
    holder.kill('SIGKILL');
  });

  it('is free again when its supervisor let go, or died', () => {
    claimFolder(folder, 'http://localhost:3000').release();
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: 4_194_305, address: 'http://localhost:3000' }));
    expect(claimFolder(folder, 'http://localhost:3000').leftBehind).toBe(true);
  });

  it('that is none is told in one sentence', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => claimFolder(file, 'http://localhost:3000')).toThrow(/^The data folder .* may not be read by this user/);
  });
});
