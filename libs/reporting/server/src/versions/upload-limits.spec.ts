import type { Server } from 'node:http';
import { readdir } from 'node:fs/promises';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { limits } from '@tallgrunn/values';
import request from 'supertest';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

const { atWorkMax, atWorkBytesMax, keptBytesMax, retryAfterSeconds } = limits.uploads;

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let agent: ReturnType<typeof request.agent>;
let csrfToken = '';

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  agent = request.agent(stand.app.getHttpServer() as Server);
  const first = await agent.get('/session').expect(200);
  const credentials = { email: parties.suppliers[0]!.email, password: TEST_PASSWORD };
  const signedIn = await agent.post('/session').set('x-csrf-token', first.body.csrfToken).send(credentials).expect(200);
  csrfToken = signedIn.body.csrfToken;
});
afterAll(() => stand.close());

const report = Buffer.from(reportCsv(marchLines));
const upload = () =>
  agent
    .post(`/obligations/${made.obligations['2026-03']}/versions`)
    .set('x-csrf-token', csrfToken)
    .attach('file', report, 'rapport.csv');
const countOf = async (sql: string) =>
  (await stand.asOwner<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n;
const versionCount = () => countOf('reporting.report_version');
const queuedCount = () => countOf('pgboss.job where group_id is not null');
const spooledCount = async () => (await readdir(stand.get(FileStore).spoolFolder)).length;

describe('upload when the stored reports of a supplier fill its quota', () => {
  it('is rejected with both figures, and stores neither report nor file', async () => {
    const { id } = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      reportCsv(marchLines),
    );
    await stand.asOwner('update reporting.report_version set file_size_bytes = $2 where id = $1', [
      id,
      keptBytesMax - 1,
    ]);
    const before = [await versionCount(), await spooledCount()];
    const { status, body } = await upload();
    expect([status, body.code, body.params]).toEqual([
      413,
      'storage-full',
      { keptBytes: keptBytesMax - 1, keptBytesMax },
    ]);
    expect([await versionCount(), await spooledCount()]).toEqual(before);
    await stand.asOwner('update reporting.report_version set file_size_bytes = 1000 where id = $1', [id]);
    expect((await upload()).status).toBe(202);
  });
});

describe('upload above the concurrent limit of one organisation', () => {
  it('is rejected by number of files with Retry-After, and stores neither report nor file', async () => {
    await upload().expect(202);
    const another = `insert into pgboss.job (name, data, group_id, start_after)
      select name, data, group_id, now() + interval '1 day' from (select * from pgboss.job where group_id is not null limit 1) j, generate_series(1, $1::int)`;
    await stand.asOwner(another, [atWorkMax - (await queuedCount())]);
    const before = [await versionCount(), await spooledCount()];
    const { status, body, headers } = await upload();
    expect([status, body.code, headers['retry-after']]).toEqual([
      429,
      'uploads-in-progress',
      String(retryAfterSeconds),
    ]);
    expect(body.params).toMatchObject({ underWay: atWorkMax, max: atWorkMax });
    expect([await versionCount(), await spooledCount()]).toEqual(before);
  });

  it('is rejected by number of bytes, however few the files are', async () => {
    await stand.asOwner('delete from pgboss.job where group_id is not null');
    await upload().expect(202);
    const enlarge = `update pgboss.job set data = jsonb_set(data, '{sizeBytes}', to_jsonb($1::bigint)) where group_id is not null`;
    await stand.asOwner(enlarge, [atWorkBytesMax - report.length]);
    await upload().expect(202);
    await stand.asOwner(enlarge, [atWorkBytesMax / 2]);
    const { status, body } = await upload();
    expect([status, body.code]).toEqual([429, 'uploads-in-progress']);
    expect(body.params).toMatchObject({ underWay: 2, bytesMax: atWorkBytesMax });
  });
});
