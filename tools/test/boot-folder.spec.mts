import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { runningFrom } from '../postgres/postmaster.mts';
import { startPostgres } from '../postgres/start-postgres.mts';
import { createBootFolder, removeAbandonedBoots } from './boot-folder.mts';

describe('data folder of a started product', () => {
  let place = '';
  beforeEach(() => (place = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-spec-'))));
  afterEach(() => rmSync(place, { recursive: true, force: true, maxRetries: 3 }));

  const endedPid = () => spawnSync(process.execPath, ['--version']).pid;
  const abandoned = () => {
    const folder = path.join(place, `tallgrunn-boot-${endedPid()}-abcdef`);
    mkdirSync(path.join(folder, 'files'), { recursive: true });
    writeFileSync(path.join(folder, 'files', 'a'), 'bytes');
    return folder;
  };

  it('is removed when the run that owns it has ended, and left while the run lives', async () => {
    const folders = [abandoned(), abandoned()];
    const own = createBootFolder(place);
    mkdirSync(path.join(place, 'tallgrunn-boot-olderName'));
    expect((await removeAbandonedBoots([place])).toSorted()).toEqual(folders.toSorted());
    expect(folders.some((folder) => existsSync(folder))).toBe(false);
    expect([existsSync(own), existsSync(path.join(place, 'tallgrunn-boot-olderName'))]).toEqual([true, true]);
    expect(await removeAbandonedBoots([place])).toEqual([]);
  });

  it('is removed together with the PostgreSQL that still runs from it', async () => {
    const folder = abandoned();
    const running = await startPostgres({
      folder: path.join(folder, 'postgres-17'),
      database: 'tallgrunn',
      durable: false,
    });
    await removeAbandonedBoots([place]);
    await running.gone;
    expect([existsSync(folder), runningFrom(path.join(folder, 'postgres-17'))]).toEqual([false, null]);
  });

  (process.platform === 'linux' ? it : it.skip)('is left while a supervisor runs from it', async () => {
    const folder = abandoned();
    const supervisor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'start.mts']);
    await once(supervisor, 'spawn');
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: supervisor.pid, address: 'http://x' }));
    expect(await removeAbandonedBoots([place])).toEqual([]);
    supervisor.kill('SIGKILL');
    await once(supervisor, 'exit');
    expect(await removeAbandonedBoots([place])).toEqual([folder]);
  });
});
