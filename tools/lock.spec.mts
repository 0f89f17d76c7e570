import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive, withLock } from './lock.mjs';

/** Larger than any pid of an operating system. */
const unusedPid = 4_194_305;

describe('a lock between processes', () => {
  const top = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-lock-'));
  const lock = path.join(top, 'deep', 'one.lock');
  afterAll(() => rmSync(top, { recursive: true }));

  it('admits one process at a time and is removed afterwards', async () => {
    let inside = 0;
    const visit = async () => {
      expect((inside += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([withLock(lock, visit), withLock(lock, visit), withLock(lock, visit)]);
    expect(existsSync(lock)).toBe(false);
  });

  it('is removed when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await withLock(lock, () => 'again')).toBe('again');
  });

  it('is taken over from an owner that has ended', async () => {
    mkdirSync(lock, { recursive: true });
    writeFileSync(path.join(lock, 'pid'), String(unusedPid));
    expect(isAlive(unusedPid)).toBe(false);
    expect(await withLock(lock, () => 'in')).toBe('in');
  });

  it('is taken over from an owner that died before writing its pid', async () => {
    mkdirSync(lock, { recursive: true });
    expect(await withLock(lock, () => 'in')).toBe('in');
  });
});
