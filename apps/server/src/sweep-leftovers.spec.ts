import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import { sweepLeftovers } from './sweep-leftovers.ts';
import { standWhole } from './testing.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await standWhole();
});
afterAll(() => stand.close());

const HOUR_MS = 3600_000;

describe('uploads that were cut off', () => {
  it('go after an hour; what is being written and what a report of any cooperative waits for stays', async () => {
    const folder = stand.get(FileStore).spoolFolder;
    await mkdir(path.join(folder, 'checking-old'), { recursive: true });
    await mkdir(path.join(folder, 'checking-now'), { recursive: true });
    const lay = async (name: string, ageMs: number) => {
      await writeFile(path.join(folder, name), 'half an upl');
      await utimes(path.join(folder, name), new Date(Date.now() - ageMs), new Date(Date.now() - ageMs));
    };
    await lay('cut-off', 2 * HOUR_MS);
    await lay('still-coming', 60_000);
    await lay('waited-for', 90 * HOUR_MS);
    await lay('checking-old/lines', 2 * HOUR_MS);
    await lay('checking-now/lines', 0);
    const long = new Date(Date.now() - 3 * HOUR_MS);
    for (const name of ['checking-old', 'checking-now']) await utimes(path.join(folder, name), long, long);

    await setUpParties(stand);
    const parties = await setUpParties(stand, 'Et annet innkjøp');
    await setUpAgreement(stand, parties);
    await stand.asOwner(
      `insert into reporting.version (cooperative_id, id, duty_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, spool_name, received_at)
       select cooperative_id, gen_random_uuid(), id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, 'lines', 'received', 'waited-for', now() from agreements.duty limit 1`,
    );
    expect(await sweepLeftovers(stand.app)).toBe(2);
    expect((await readdir(folder)).toSorted()).toEqual(['checking-now', 'still-coming', 'waited-for']);
    expect(await sweepLeftovers(stand.app)).toBe(0);
  });
});
