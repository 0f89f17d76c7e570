import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { maintainLease, spoolName, CleanUpLeases } from './spool-lease.ts';

const HOUR_MS = 3600_000;
const dead = '0123456789abcdef';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-spool-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function lay(name: string, ageMs = 0): Promise<void> {
  await writeFile(path.join(folder, name), 'half an upl');
  const at = new Date(Date.now() - ageMs);
  await utimes(path.join(folder, name), at, at);
}
const left = async () => (await readdir(folder)).toSorted();

describe('spool files of a killed process', () => {
  it('are deleted at the second check with a stale lease; files that a row needs stay', async () => {
    await lay(`lease-${dead}`, HOUR_MS);
    await lay(`${dead}-upload`);
    await lay(`${dead}-waited-for`);
    await lay('of-a-command');
    const sweep = new CleanUpLeases(folder, async () => new Set([`${dead}-waited-for`]));
    expect(await sweep.run()).toEqual([]);
    expect(await sweep.run()).toEqual([`${dead}-upload`]);
    expect(await left()).toEqual([`${dead}-waited-for`, 'of-a-command']);
  });

  it('stay while the lease is renewed, even if it was stale at the previous check', async () => {
    await lay(`lease-${dead}`, HOUR_MS);
    await lay(`${dead}-upload`);
    const sweep = new CleanUpLeases(folder, async () => new Set());
    await sweep.run();
    await lay(`lease-${dead}`);
    expect(await sweep.run()).toEqual([]);
    await lay(`lease-${dead}`, HOUR_MS);
    expect(await sweep.run()).toEqual([]);
    expect(await left()).toEqual([`${dead}-upload`, `lease-${dead}`]);
  });

  it('are distinguished from files of this process', async () => {
    await maintainLease(folder);
    const own = spoolName('read-');
    await lay(own);
    const sweep = new CleanUpLeases(folder, async () => new Set());
    for (let look = 0; look < 3; look += 1) expect(await sweep.run()).toEqual([]);
    expect(await left()).toEqual([own, `lease-${own.slice(0, 16)}`].toSorted());
  });
});
