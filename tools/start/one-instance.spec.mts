import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { claimFolder } from './one-instance.mts';

describe('a data folder', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-claim-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('serves one supervisor at a time', () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', 'start.mts']);
    writeFileSync(
      path.join(folder, 'running.json'),
      JSON.stringify({ pid: holder.pid, address: 'http://localhost:3000' }),
    );
    expect(() => claimFolder(folder, 'http://localhost:3001')).toThrow(
      /already runs from .* at http:\/\/localhost:3000/,
    );
    holder.kill('SIGKILL');
  });

  it('is free when its supervisor has released it or died', () => {
    claimFolder(folder, 'http://localhost:3000').release();
    writeFileSync(
      path.join(folder, 'running.json'),
      JSON.stringify({ pid: 4_194_305, address: 'http://localhost:3000' }),
    );
    expect(claimFolder(folder, 'http://localhost:3000').leftBehind).toBe(true);
  });

  it('is closed to other users, with everything created in it', () => {
    chmodSync(folder, 0o755);
    claimFolder(folder, 'http://localhost:3000');
    mkdirSync(path.join(folder, 'logs'));
    const modeOf = (place: string) => statSync(path.join(folder, place)).mode & 0o777;
    expect([modeOf('') & 0o066, modeOf('running.json'), modeOf('logs')]).toEqual([0, 0o600, 0o700]);
  });

  it('that is invalid is described in one sentence', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => claimFolder(file, 'http://localhost:3000')).toThrow(
      /^The data folder .* may not be read by this user/,
    );
  });
});
