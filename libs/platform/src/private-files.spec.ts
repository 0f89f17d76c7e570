import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFilesPrivate } from './private-files.ts';

describe('keepFilesPrivate', () => {
  const umask = process.umask();
  let folder = '';
  beforeEach(() => {
    process.umask(0o022);
    folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-private-'));
  });
  afterEach(() => {
    process.umask(umask);
    rmSync(folder, { recursive: true });
  });
  const modeOf = (...names: string[]) => (statSync(path.join(folder, ...names)).mode & 0o777).toString(8);

  it('closes the data folder of an older version to other users', () => {
    chmodSync(folder, 0o755);
    for (const name of ['files', 'spool', 'outbox', 'logs', 'demo', 'postgres-17']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'running.json'), '{}');
    expect([modeOf('files'), modeOf('running.json')]).toEqual(['755', '644']);
    makeFilesPrivate(folder);
    expect(Number(modeOf()) % 100).toBe(process.getuid?.() === 0 ? 11 : 0);
    for (const name of ['files', 'spool', 'outbox', 'logs', 'demo'])
      expect([name, modeOf(name)]).toEqual([name, '700']);
    expect(modeOf('running.json')).toBe('600');
    expect(modeOf('postgres-17')).toBe('755'); // owned by the PostgreSQL user, who sets the mode
  });

  it('makes later files private, whatever mode is requested', () => {
    makeFilesPrivate(folder);
    mkdirSync(path.join(folder, 'files', 'ab'), { recursive: true });
    writeFileSync(path.join(folder, 'files', 'ab', 'abc'), 'x');
    expect([modeOf('files'), modeOf('files', 'ab'), modeOf('files', 'ab', 'abc')]).toEqual(['700', '700', '600']);
  });

  it('creates a missing folder, and changes nothing behind a link', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(path.join(folder, 'data'));
    symlinkSync(elsewhere, path.join(folder, 'data', 'inbox'));
    makeFilesPrivate(path.join(folder, 'data'));
    expect(modeOf('elsewhere')).toBe('755');
    makeFilesPrivate(path.join(folder, 'new', 'data'));
    expect(Number(modeOf('new', 'data')) % 100).toBe(process.getuid?.() === 0 ? 11 : 0);
  });
});
