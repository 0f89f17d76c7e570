import { withClient } from '../../tools/postgres/connect.mts';
import type { TrialParties } from '../../tools/trial/cast.mts';
import { largeReport } from '../../tools/trial/large-report.mts';
import { childrenOf, MemoryWatch } from '../../tools/trial/memory-of.mts';
import { Product } from '../../tools/trial/start-product.mts';
import { HttpUser } from '../../tools/trial/visitor.mts';

interface Version {
  state: string;
  verdict: {
    rows: number;
    accepted: number;
    quarantined: number;
    groups: { code: string; severity: string; count: number }[];
  };
}

/** Limits of memory growth for twenty times the lines, in MB. More would mean that all lines are in memory at once. */
const growthMax = { serve: 150, work: 100, check: 200 };

describe('a report of 210,000 lines through the HTTP API of the built server', () => {
  const product = new Product();
  let cast: TrialParties;
  let supplier: HttpUser;

  beforeAll(async () => {
    cast = await product.start();
    supplier = await HttpUser.signIn(product.address, cast, cast.supplier);
  }, 180_000);

  afterAll(() => product.stop(), 60_000);

  async function take(lines: number, period: string) {
    const report = largeReport(lines);
    const watch = new MemoryWatch(() => ({
      serve: [product.pidOf('serve')],
      work: [product.pidOf('work')],
      check: childrenOf(product.pidOf('work')),
    }));
    const began = performance.now();
    const { status, body } = await supplier.upload<{ id: string }>(
      `/obligations/${cast.obligations[period]}/versions`,
      'rapport.csv',
      report.file,
    );
    const version = await supplier.until<Version>(`/report-versions/${body.id}`, 240_000);
    const { most, course } = watch.stop();
    return {
      report,
      status,
      version,
      id: body.id,
      most,
      course,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    };
  }

  test('is read, checked and stored completely, with constant memory', async () => {
    const small = await take(10_000, '2026-03');
    const large = await take(210_000, '2026-03');
    expect(large.status).toBe(202);
    expect(large.version.verdict).toMatchObject({ rows: 210_000, accepted: 210_000, quarantined: 0 });
    const kept = await withClient(product.databaseUrl, (client) =>
      client.query<{ lines: string; ore: string }>(
        'select count(*) as lines, (sum(amount) * 100)::bigint as ore from reporting.report_line where version_id = $1',
        [large.id],
      ),
    );
    expect(kept.rows).toEqual([{ lines: '210000', ore: String(large.report.sumOre) }]);
    process.stdout.write(
      `${JSON.stringify({ lines: 10_000, seconds: small.seconds, mostMB: small.most })}\n${JSON.stringify({ lines: 210_000, seconds: large.seconds, mostMB: large.most, everySecondMB: large.course })}\n`,
    );
    for (const part of ['serve', 'work', 'check'] as const)
      expect([part, (large.most[part] ?? 0) - (small.most[part] ?? 0) < growthMax[part]]).toEqual([part, true]);
  }, 300_000);
});
