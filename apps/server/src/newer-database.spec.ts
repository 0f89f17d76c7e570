import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, matchAndCalculate, postLedger } from '@tallgrunn/emissions-server/testing';
import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { InstallationHealth, schemaFault, schemaState } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines, type TestLine } from '@tallgrunn/reporting-server/testing';
import { Client } from 'pg';
import { buildOpenApi } from './build-openapi.ts';
import { rooms } from './rooms.ts';
import { startAllRooms } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let users: SignedIn[];

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  users = [
    await signIn(stand, parties.manager.email),
    await signIn(stand, parties.suppliers[0]!.email),
    await administrator(stand, parties, 'admin@samkjop.example'),
  ];
});
afterAll(() => stand.close());

/** Adds what a later version may add while this one runs: columns of every table and view, and tables. */
async function expand(): Promise<number> {
  const relations = await stand.asOwner<{ name: string; definition: string | null }>(
    `select c.oid::regclass::text as name, case c.relkind when 'v' then pg_get_viewdef(c.oid) end as definition
     from pg_class c where c.relkind in ('r', 'p', 'v') and not c.relispartition
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss')
     order by c.relkind, c.relname`,
  );
  for (const { name, definition } of relations)
    await stand.asOwner(
      definition === null
        ? `alter table ${name} add column added_later text, add column counted_later int not null default 0`
        : `create or replace view ${name} with (security_invoker) as
           select earlier.*, null::text as added_later from (${definition.replace(/;\s*$/, '')}) earlier`,
    );
  const schemas = new Set(relations.map(({ name }) => name.split('.')[0]!));
  for (const schema of schemas)
    await stand.asOwner(`create table ${schema}.created_later (cooperative_id uuid, id uuid)`);
  await stand.asOwner(`insert into platform.migration (name, sha256) values ('spend/9999-later', 'none')`);
  return relations.length;
}

/** A report or its correction, a ledger, and all figures of both. */
async function report(lines: readonly TestLine[]): Promise<string> {
  const version = await acceptedReport(stand, parties, agreement, { lines });
  await postLedger(stand, parties, [{ account: '115', amount: '1000.00', on: '2026-03-04' }]);
  await matchAndCalculate(stand, parties);
  await calculate(stand, parties);
  return version.state;
}

/** The status of every page's first request without parameters, for each user. */
async function pages(): Promise<Record<string, number[]>> {
  const urls = Object.entries(buildOpenApi(stand.app).paths).flatMap(([url, methods]) =>
    'get' in methods && !url.includes('{') ? [url] : [],
  );
  const statuses: Record<string, number[]> = {};
  for (const url of urls) {
    statuses[url] = [];
    for (const user of users) statuses[url].push((await user.get(url)).status);
  }
  return statuses;
}

describe('a program whose database is migrated by a newer version while it runs', () => {
  it('goes on: reports, ledgers, figures and pages are as before', async () => {
    expect(await report(marchLines)).toBe('accepted');
    const before = await pages();
    expect(Object.values(before).flat()).toContain(200);
    expect(await expand()).toBeGreaterThan(200);
    expect(await report(marchLines.slice(0, 1))).toBe('accepted');
    expect(await pages()).toEqual(before);
  });

  it('stays ready, and says that the database is newer', async () => {
    const { parts } = await stand.get(InstallationHealth).state();
    expect(parts.find(({ part }) => part === 'schema')).toEqual({
      part: 'schema',
      state: 'degraded',
      reason: 'schema-newer',
    });
  });

  it('is not started on it', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    try {
      expect(schemaFault(await schemaState(client, rooms))).toMatch(/newer than this program/);
    } finally {
      await client.end();
    }
  });
});
