import { startAllRooms } from '@tallgrunn/app-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { cases, checkIsolation, checkReads, type IsolationContext } from './check-isolation.ts';
import { ForeignIds } from './foreign-ids.ts';
import { withoutCase } from './route-case.ts';
import { accessOf, routesOf } from './routes-of.ts';
import { setUpWorld } from './world.ts';

let stand: TestApp;
let ground: IsolationContext;
let ids: ForeignIds;

beforeAll(async () => {
  stand = await startAllRooms();
  const ours = await setUpWorld(stand, 'Nordsamkjop', 2);
  const theirs = await setUpWorld(stand, 'Sorsamkjop', 1);
  ground = { stand, ours, theirs, access: accessOf(stand.app) };
  ids = await ForeignIds.read(stand);
});
afterAll(() => stand.close());

describe('the table of routes', () => {
  it('contains exactly the routes that the server answers', () => {
    const known = new Set([...cases.map(({ route }) => route), ...Object.keys(withoutCase)]);
    expect([...known].sort()).toEqual(routesOf(stand.app));
  });

  it('knows the access requirement of each route', () => {
    expect([...ground.access.keys()].sort()).toEqual(routesOf(stand.app));
  });

  it('excludes public routes, and those about the caller or the installation only', () => {
    const needsPermission = Object.keys(withoutCase).filter((route) => ground.access.get(route)?.kind === 'permission');
    expect(needsPermission).toEqual([
      'GET /health/details',
      'GET /operations',
      'GET /operations/jobs',
      'POST /operations/jobs/:jobId/retry',
      'POST /operations/jobs/:jobId/discard',
      'GET /openapi.json',
      'GET /docs',
      'GET /docs/:name',
      'GET /notifications/preferences',
      'PUT /notifications/preferences',
    ]);
  });

  it('covers tables where both cooperatives have rows', async () => {
    const tables = await stand.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id'
       where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('platform', 'pgboss')`,
    );
    const counted = await stand.asOwner<{ name: string; tenants: number }>(
      tables
        .map(({ name }) => `select '${name}' as name, count(distinct cooperative_id)::int as tenants from ${name}`)
        .join(' union all '),
    );
    // Only filled where one code has more than 100,000 findings.
    expect(counted.filter(({ tenants }) => tenants !== 2).map(({ name }) => name)).toEqual([
      'reporting.overflow_finding',
    ]);
  });
});

const titled = cases.map((each, at) => [`${each.route} (${at + 1})`, each] as const);

describe('what is read', () => {
  it.each(titled.filter(([, { owner }]) => !owner))('%s', async (_title, each) => {
    const { breaches, calls } = await checkIsolation(each, ground, ids);
    expect(breaches).toEqual([]);
    expect(calls).toBeGreaterThan(0);
  });
});

describe('actions', () => {
  it.each(titled.filter(([, { owner }]) => owner))('%s', async (_title, each) => {
    expect((await checkIsolation(each, ground, ids)).breaches).toEqual([]);
  });
});

describe('the same check in a copy of the database', () => {
  // Every stand has its own copy of the database: a policy loosened here affects no other test.
  const policyOf = async (table: string) =>
    (
      await stand.asOwner<{ qual: string }>(
        `select qual from pg_policies where schemaname || '.' || tablename = $1 and policyname = 'reads'`,
        [table],
      )
    )[0]?.qual ?? '';
  const redRoutes = async (below: string) => [
    ...new Set((await checkReads(ground, below)).map((breach) => breach.slice(0, breach.indexOf(': ')))),
  ];

  it.each([
    // First in the list, because opening another's file would otherwise be recorded in one's own audit log.
    ['platform.audit_entry', 'GET /audit-entries'],
    ['reporting.report_version', 'GET /report-versions/:versionId'],
    ['matching.matching_total', 'GET /matching/summary'],
    ['agreements.agreement', 'GET /agreements'],
    ['agreements.reporting_obligation', 'GET /obligations/:obligationId/context'],
    ['declarations.declaration', 'GET /declarations/:declarationId'],
    ['spend.batch', 'GET /spend/batches'],
    ['spend.ledger_coverage', 'GET /spend/ledger-coverage'],
    ['matching.pair_decision', 'GET /matching/pair-decisions'],
    ['emissions.result_sum', 'GET /emissions/summary'],
    ['insight.combined_line', 'GET /combined'],
    ['insight.combined_sum', 'GET /combined/totals'],
  ])('fails when %s is open to all: %s', async (table, route) => {
    const qual = await policyOf(table);
    await stand.asOwner(`alter policy reads on ${table} using (true)`);
    const red = await redRoutes(route).finally(() => stand.asOwner(`alter policy reads on ${table} using (${qual})`));
    expect(red).toContain(route);
    expect(await checkReads(ground, route)).toEqual([]);
  });

  it('fails when a policy is removed and the owner sees no rows', async () => {
    const qual = await policyOf('spend.posting');
    await stand.asOwner('drop policy reads on spend.posting');
    const red = await redRoutes('GET /spend/batches/').finally(() =>
      stand.asOwner(`create policy reads on spend.posting for select using (${qual})`),
    );
    expect(red).toEqual(['GET /spend/batches/:batchId/lines']);
  });

  it('fails for a new route', () => {
    const known = cases.map(({ route }) => route).slice(1);
    expect(routesOf(stand.app).filter((route) => !known.includes(route) && !(route in withoutCase))).toEqual([
      cases[0]?.route,
    ]);
  });
});
