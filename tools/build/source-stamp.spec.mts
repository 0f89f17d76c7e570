import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isBuiltFrom, rememberStamp, stampOf } from './source-stamp.mts';

describe('a stamp of sources', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-stamp-'));
  const source = path.join(folder, 'src', 'act.ts');
  const stampFile = path.join(folder, 'dist', '.built-from');
  beforeAll(() => {
    mkdirSync(path.join(folder, 'src', 'node_modules'), { recursive: true });
    writeFileSync(source, 'one');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the same while nothing changes, and is stored alongside the build', () => {
    const stamp = stampOf([folder]);
    expect(isBuiltFrom(stampFile, stamp)).toBe(false);
    rememberStamp(stampFile, stamp);
    expect(isBuiltFrom(stampFile, stampOf([path.join(folder)]))).toBe(true);
  });

  it.each<[string, () => void, boolean]>([
    ['a source is edited', () => writeFileSync(source, 'two and more'), true],
    ['a source is saved again', () => utimesSync(source, 1, 1), true],
    ['a source is added', () => writeFileSync(path.join(folder, 'src', 'other.ts'), ''), true],
    ['a test is added', () => writeFileSync(path.join(folder, 'src', 'act.spec.ts'), ''), false],
    ['a package is installed', () => writeFileSync(path.join(folder, 'src', 'node_modules', 'x.js'), ''), false],
  ])('when %s', (_what, change, changes) => {
    const before = stampOf([folder]);
    change();
    expect(stampOf([folder]) !== before).toBe(changes);
  });
});
