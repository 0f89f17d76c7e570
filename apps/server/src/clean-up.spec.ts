import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { Clock, CONFIG, Database, FileStore, Instance, UnitOfWork } from '@tallgrunn/platform';
import { acceptedReport, marchLines, receivedReport, reportCsv } from '@tallgrunn/reporting-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { scheduleCleanUp, cleanUp } from './clean-up.ts';
import { startAllRooms } from './testing.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await startAllRooms();
});
afterAll(() => stand.close());

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

describe('aborted uploads', () => {
  it('are removed after an hour; files being written or needed by a report of any cooperative remain', async () => {
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
      `insert into reporting.report_version (cooperative_id, id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, spool_name, received_at)
       select cooperative_id, gen_random_uuid(), id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, 'lines', 'received', 'waited-for', now() from agreements.reporting_obligation limit 1`,
    );
    expect(await cleanUp(stand.app)).toMatchObject({ uploads: 2 });
    expect((await readdir(folder)).toSorted()).toEqual(['checking-now', 'still-coming', 'waited-for']);
    expect(await cleanUp(stand.app)).toEqual({
      uploads: 0,
      drafts: 0,
      sendings: 0,
      batches: 0,
      letters: 0,
      attempts: 0,
    });
  });
});

describe('abandoned items', () => {
  it('are removed after 90 days: a draft with its data, and its file when nothing else names it; submitted ones remain', async () => {
    const parties = await setUpParties(stand, 'Innkjøp med utkast');
    const made = await setUpAgreement(stand, parties);
    const supplier = parties.suppliers[0]!.actor;
    const files = stand.get(FileStore);
    const units = stand.get(UnitOfWork);
    const kept = await acceptedReport(stand, parties, made);
    const again = await receivedReport(stand, supplier, made.obligations['2026-03']!, reportCsv(marchLines)); // the same bytes as the accepted file
    const alone = await receivedReport(
      stand,
      supplier,
      made.obligations['2026-03']!,
      reportCsv([{ ...marchLines[0]!, itemNumber: '99999' }, marchLines[1]!]),
    );
    const young = await receivedReport(stand, supplier, made.obligations['2026-03']!, reportCsv(marchLines.slice(1)));
    const [first] = await stand.asOwner<{ at: Date }>(
      'select received_at as at from reporting.report_version where id = $1',
      [kept.id],
    );
    const long = new Date(first!.at.getTime() - 91 * DAY_MS);
    await stand.asOwner('update reporting.report_version set received_at = $2, checked_at = $2 where id = any ($1)', [
      [kept.id, again.id, alone.id],
      long,
    ]);
    const shaOf = new Map(
      (
        await stand.asOwner<{ id: string; sha: string }>('select id, file_sha256 as sha from reporting.report_version')
      ).map(({ id, sha }) => [id, sha]),
    );
    const isThere = (id: string) => units.run({ ...parties.system }, () => files.has(shaOf.get(id)!));
    expect(await Promise.all([kept, again, alone, young].map(({ id }) => isThere(id)))).toEqual([
      true,
      true,
      true,
      true,
    ]);

    expect(await cleanUp(stand.app)).toMatchObject({ drafts: 2 });
    for (const table of [
      'check_result',
      'report_line',
      'finding',
      'quarantined_row',
      'overflow_finding',
      'finding_response',
    ]) {
      expect([
        table,
        await stand.asOwner(`select version_id from reporting.${table} where version_id = any ($1)`, [
          [again.id, alone.id],
        ]),
      ]).toEqual([table, []]);
    }
    const left = await stand.asOwner<{ id: string }>(
      'select id from reporting.report_version where id = any ($1) order by id',
      [[kept.id, again.id, alone.id, young.id]],
    );
    expect(left.map(({ id }) => id)).toEqual([kept.id, young.id]);
    expect(await Promise.all([kept, alone, young].map(({ id }) => isThere(id)))).toEqual([true, false, true]);
    const told = await stand.asOwner(
      `select subject_id, details ->> 'fileRemoved' as file, side from platform.audit_entry where act = 'report.draft-removed' order by subject_id`,
    );
    expect(told).toEqual([
      { subject_id: again.id, file: 'false', side: 'system' },
      { subject_id: alone.id, file: 'true', side: 'system' },
    ]);
  });

  it('are never confused with submitted ones: the database rejects their deletion', async () => {
    const parties = await setUpParties(stand, 'Innkjøp uten utkast');
    const made = await setUpAgreement(stand, parties);
    const kept = await acceptedReport(stand, parties, made);
    const attempt = (actor: typeof parties.system) =>
      stand
        .get(UnitOfWork)
        .run({ ...actor }, () =>
          stand
            .get(Database)
            .query('delete from reporting.report_line where version_id = $1 returning line_no', [kept.id]),
        );
    for (const actor of [parties.system, parties.manager.actor, parties.suppliers[0]!.actor])
      expect(await attempt(actor)).toEqual([]);
  });

  it('are removed from the outbox too, with an audit row when they belong to an organisation', async () => {
    const parties = await setUpParties(stand, 'Innkjøp med brev');
    const outbox = path.join(stand.app.get<{ dataFolder: string }>(CONFIG).dataFolder, 'outbox');
    await mkdir(outbox, { recursive: true });
    const lay = async (name: string, days: number) => {
      await writeFile(path.join(outbox, name), 'To: …');
      await utimes(path.join(outbox, name), new Date(Date.now() - days * DAY_MS), new Date(Date.now() - days * DAY_MS));
    };
    const [theirs, nobodys, young] = [randomUUID(), randomUUID(), randomUUID()];
    await lay(`${theirs}.${parties.system.cooperativeId}.txt`, 91);
    await lay(`${nobodys}.txt`, 91);
    await lay(`${young}.txt`, 89);
    await lay('notes of the operator.md', 400);
    expect(await cleanUp(stand.app)).toMatchObject({ letters: 2 });
    expect((await readdir(outbox)).toSorted()).toEqual([`${young}.txt`, 'notes of the operator.md'].toSorted());
    expect(
      await stand.asOwner(`select cooperative_id, subject_id from platform.audit_entry where act = 'email.removed'`),
    ).toEqual([{ cooperative_id: parties.system.cooperativeId, subject_id: theirs }]);
  });
});

describe('attempts at a secret', () => {
  it('are removed when no limit counts them any more, and not before', async () => {
    const key = (letter: string) => letter.repeat(64);
    await stand.asOwner(
      `insert into identity.attempt (key_hash, failure_count, last_attempt_at, blocked_until)
       select key, 30, now() - age, now() - age from (values ($1, interval '91 days'), ($2, interval '89 days')) as attempt (key, age)`,
      [key('a'), key('b')],
    );
    expect(await cleanUp(stand.app)).toMatchObject({ attempts: 1 });
    expect(await stand.asOwner('select key_hash from identity.attempt where failure_count = 30')).toEqual([
      { key_hash: key('b') },
    ]);
  });
});

describe('a demo with a clock in the past', () => {
  it("retains yesterday's data by its own clock", async () => {
    const parties = await setUpParties(stand, 'Innkjøp i fjor');
    const made = await setUpAgreement(stand, parties);
    const draft = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      reportCsv(marchLines),
    );
    const asOf = new Date(Date.now() - 200 * DAY_MS);
    const clock = stand.get(Clock);
    await stand.asOwner('update reporting.report_version set received_at = $2, checked_at = $2 where id = $1', [
      draft.id,
      new Date(asOf.getTime() - DAY_MS),
    ]);
    await stand.get(Instance).becomeDemo(asOf);
    clock.useRealTime(); // as in a process that has just started
    await scheduleCleanUp(stand.app, (error) => {
      throw error;
    });
    expect(await stand.asOwner('select id from reporting.report_version where id = $1', [draft.id])).toEqual([
      { id: draft.id },
    ]);
    expect(clock.now().getTime() - asOf.getTime()).toBeLessThan(DAY_MS);
  });
});
