import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { lineCountOf, sendReport, type Experience } from '../../tools/bench/due-day/supplier-on-due-day.mts';
import type { TrialParties } from '../../tools/trial/cast.mts';
import { largeReport } from '../../tools/trial/large-report.mts';
import { Product } from '../../tools/trial/start-product.mts';
import { HttpUser } from '../../tools/trial/visitor.mts';

const suppliers = 12;
const floodFiles = 30;
/** About 6 MB, which counts as a large report. */
const largeLines = 90_000;

interface Check {
  obligationId: string;
  createdOn: Date;
  startedOn: Date;
  completedOn: Date;
  isLarge: boolean;
}

describe('a due day on which one supplier sends many files and another a large one', () => {
  let product: Product;
  let cast: TrialParties;
  let database: pg.Client;
  let experiences: Experience[];
  let flood: { status: number; body: { id: string } }[];
  let checks: Check[];

  beforeAll(async () => {
    product = new Product(false, { TRUSTED_PROXIES: '1' });
    cast = await product.start(false, [`crowd=${suppliers}`]);
    database = new pg.Client({ connectionString: product.databaseUrl });
    await database.connect();
    await rush();
    const { rows } = await database.query<Check>(
      `select v.obligation_id as "obligationId", j.created_on as "createdOn", j.started_on as "startedOn", j.completed_on as "completedOn", j.name = 'reporting.stage-many-lines' as "isLarge"
       from pgboss.job j join reporting.report_version v on v.id::text = j.data -> 'payload' ->> 'subjectId'
       where j.name like 'reporting.stage-%' and j.state = 'completed'`,
    );
    checks = rows;
  });
  afterAll(async () => {
    await database.end();
    await product.stop();
  });

  /** Uploads one supplier's many files and another's large one first; then twelve suppliers send a report each. */
  async function rush(): Promise<void> {
    const clerk = await HttpUser.signIn(product.address, cast, cast.supplier);
    const many = await HttpUser.signIn(product.address, cast, { email: 'crowd.1@example.no' });
    const large = await clerk.upload<{ id: string }>(
      `/obligations/${cast.obligations['2026-03']}/versions`,
      'stor.csv',
      largeReport(largeLines).file,
    );
    flood = await Promise.all(
      Array.from({ length: floodFiles }, (_, at) =>
        many.upload<{ id: string }>(
          `/obligations/${cast.crowd[0]?.obligationId}/versions`,
          'rapport.csv',
          largeReport(500, 900_000 + at * 1000).file,
        ),
      ),
    );
    experiences = await Promise.all(
      cast.crowd.slice(1).map((member, at) =>
        sendReport(product.address, cast, {
          member,
          at: at + 1,
          way: at % 2 === 0 ? 'page' : 'key',
          lines: lineCountOf(at + 1),
        }),
      ),
    );
    for (const { body } of flood) await many.until(`/report-versions/${body.id}`, 300_000);
    await clerk.until(`/report-versions/${large.body.id}`, 300_000);
    while ((await waiting()) > 0) await pause(200);
  }

  async function waiting(): Promise<number> {
    const { rows } = await database.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name like 'reporting.%' and state <= 'active'`,
    );
    return rows[0]?.n ?? 0;
  }

  it('rejects no upload', () => {
    expect(flood.map(({ status }) => status)).toEqual(flood.map(() => 202));
    expect(experiences.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(experiences.map(({ isSubmitted }) => isSubmitted)).toEqual(experiences.map(() => true));
  });

  it('loses and duplicates no report and no line', async () => {
    const { rows } = await database.query<{ obligationId: string; versions: number; lines: number }>(
      `select v.obligation_id as "obligationId", count(distinct v.id)::int as versions, count(l.*)::int as lines
       from reporting.report_version v join reporting.report_line l on l.version_id = v.id where v.obligation_id = any ($1) group by 1`,
      [cast.crowd.map(({ obligationId }) => obligationId)],
    );
    const byObligation = new Map(rows.map((row) => [row.obligationId, row]));
    const [first, ...others] = cast.crowd;
    expect(byObligation.get(first?.obligationId ?? '')).toMatchObject({
      versions: floodFiles,
      lines: floodFiles * 500,
    });
    expect(others.map(({ obligationId }) => byObligation.get(obligationId))).toEqual(
      others.map(({ obligationId }, at) => ({ obligationId, versions: 1, lines: lineCountOf(at + 1) })),
    );
  });

  it("starts the single file of a supplier before the rest of another's many earlier files", () => {
    const many = checks.filter(({ obligationId }) => obligationId === cast.crowd[0]?.obligationId);
    const others = checks.filter(
      ({ obligationId, isLarge }) => !isLarge && obligationId !== cast.crowd[0]?.obligationId,
    );
    expect([many.length, others.length]).toEqual([floodFiles, suppliers - 1]);
    const overtaken = others.map(
      ({ createdOn, startedOn }) =>
        many.filter((each) => each.startedOn > createdOn && each.startedOn < startedOn).length,
    );
    expect(Math.max(...overtaken)).toBeLessThanOrEqual(2);
  });

  it('checks small files while the large one is read', () => {
    const large = checks.find(({ isLarge }) => isLarge);
    const small = checks.filter(({ isLarge }) => !isLarge);
    expect(large).toBeDefined();
    expect(small.filter(({ completedOn }) => completedOn < large!.completedOn).length).toBeGreaterThan(0);
  });
});
