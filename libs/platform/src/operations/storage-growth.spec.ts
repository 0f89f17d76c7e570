import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from '@tallgrunn/values';
import { systemActor } from '../actor.ts';
import { CONFIG, type Config } from '../config.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { DiskSpace } from './disk-space.ts';
import { StorageGrowth } from './storage-growth.ts';

let stand: TestApp;
const systems = [systemActor(uuidv7()), systemActor(uuidv7())];

beforeAll(async () => {
  stand = await setUpTestApp([]);
  for (const [n, { cooperativeId }] of systems.entries())
    await stand.asOwner(
      `insert into platform.stored_file (cooperative_id, sha256, size_bytes, kept_at) values ($1, repeat('a', 64), $2, now())`,
      [cooperativeId, 1000 * (n + 1)],
    );
});
afterAll(() => stand.close());

/** Lays a measurement of so many days ago. */
const measured = (daysAgo: number, databaseBytes: number, fileBytes: number) =>
  stand.asOwner(
    `insert into platform.storage_measurement values ((now() at time zone 'UTC')::date - $1::int, $2, $3)
     on conflict (measured_on) do update set database_bytes = excluded.database_bytes, file_bytes = excluded.file_bytes`,
    [daysAgo, Math.round(databaseBytes), Math.round(fileBytes)],
  );

describe('StorageGrowth', () => {
  it('measures the database and the files of all cooperatives, once a day', async () => {
    await stand.get(StorageGrowth).measure(systems);
    await stand.get(StorageGrowth).measure(systems);
    const rows = await stand.asOwner<{ database_bytes: string; file_bytes: string; isToday: boolean; real: string }>(
      `select database_bytes, file_bytes, measured_on = (now() at time zone 'UTC')::date as "isToday", pg_database_size(current_database()) as real from platform.storage_measurement`,
    );
    expect(rows).toEqual([expect.objectContaining({ file_bytes: '3000', isToday: true })]);
    expect(Math.abs(Number(rows[0]!.database_bytes) / Number(rows[0]!.real) - 1)).toBeLessThan(0.1);
  });

  it('retains the first measurement of each earlier month, and all of the last months', async () => {
    for (let ago = 1; ago < 250; ago += 1) await measured(ago, 1e9, 0);
    await stand.get(StorageGrowth).measure(systems);
    const [left] = await stand.asOwner<{ young: number; old: number; months: number }>(
      `select count(*) filter (where age <= 100)::int as young, count(*) filter (where age > 100)::int as old,
         count(distinct date_trunc('month', measured_on)) filter (where age > 100)::int as months
       from (select measured_on, (now() at time zone 'UTC')::date - measured_on as age from platform.storage_measurement) m`,
    );
    expect(left).toMatchObject({ young: 101, old: left!.months });
    const months = await stand.get(StorageGrowth).months();
    expect(new Set(months.map(({ measuredOn }) => measuredOn.slice(0, 7))).size).toBeGreaterThanOrEqual(8);
    expect(months.map(({ measuredOn }) => measuredOn)).toEqual(months.map(({ measuredOn }) => measuredOn).toSorted());
  });

  it('projects against the free space of the data folder, and counts the database only when it is there', async () => {
    await stand.asOwner('delete from platform.storage_measurement');
    const { freeBytes } = (await stand.get(DiskSpace).use())!;
    // a third of the free space is filled in 30 days, so that the rest lasts for 90; the measurements are bytes of today
    const grown = freeBytes / 2.9;
    await measured(30, 1e9, 1e9);
    await measured(0, 1e9 + grown, 1e9);
    const growth = stand.get(StorageGrowth);
    expect(await growth.projection()).toMatchObject({ fullOn: null });
    expect(await growth.isFullSoon()).toBe(false);
    await mkdir(path.join(stand.app.get<Config>(CONFIG).dataFolder, 'postgres-17'));
    const { bytesPerMonth, fullOn } = (await growth.projection())!;
    expect(bytesPerMonth / grown).toBeCloseTo(1, 3);
    expect((Date.parse(fullOn!) - Date.now()) / (24 * 3600_000)).toBeGreaterThan(80);
    expect(await growth.isFullSoon()).toBe(true);
    expect(await growth.isFullSoon(Date.now() - 30 * 24 * 3600_000)).toBe(false);
  });
});
