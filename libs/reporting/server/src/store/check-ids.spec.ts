import { currentCheckIds } from '@tallgrunn/checks';
import { stepSql, type TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';
import { migrations } from './migrations.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

/** Everything that is stored of a version and names checks. */
const stored = (id: string) =>
  stand.asOwner(
    `select (select jsonb_agg(jsonb_build_array(code, cause, params) order by finding_no) from reporting.finding where version_id = v.id) as findings,
       (select jsonb_agg(jsonb_build_array(groups, counts)) from reporting.check_result where version_id = v.id) as results, v.answers
     from reporting.report_version v where id = $1`,
    [id],
  );

/** Writes the former ids in all that is stored of a version, as version 0.1.0 did. */
async function writeFormerIds(id: string): Promise<void> {
  for (const [former, current] of Object.entries(currentCheckIds)) {
    const ids = [id, `"${current}"`, `"${former}"`];
    await stand.asOwner(
      `update reporting.check_result set groups = replace(groups::text, $2, $3)::jsonb, counts = replace(counts::text, $2, $3)::jsonb
       where version_id = $1`,
      ids,
    );
    await stand.asOwner(
      `update reporting.report_version set answers = replace(answers::text, $2, $3)::jsonb where id = $1`,
      [id, current, former],
    );
    await stand.asOwner('update reporting.finding set code = $3 where version_id = $1 and code = $2', [
      id,
      current,
      former,
    ]);
    await stand.asOwner(
      `insert into reporting.overflow_finding (cooperative_id, version_id, supplier_id, code, sheet, rows)
       select cooperative_id, id, supplier_id, $2, '', '{1}' from reporting.report_version where id = $1`,
      [id, former],
    );
  }
}

describe('what is stored of files that were checked when checks had other ids', () => {
  it('reads as if they had been checked now', async () => {
    const lines = [marchLines[0]!, { ...marchLines[1]!, amount: '120,00-', quantity: '1-' }];
    const csv = reportCsv(lines);
    const { id, verdict } = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      csv,
      'rapport.csv',
      {
        settled: [{ code: 'trailing-minus', count: 2 }],
      },
    );
    expect(Object.keys(verdict?.counts ?? {})).toContain('trailing-minus');
    const now = await stored(id);
    await writeFormerIds(id);
    expect(await stored(id)).not.toEqual(now);
    await stand.asOwner(stepSql({ name: 'reporting', migrations }, '0070-check-ids'));
    expect(await stored(id)).toEqual(now);
    const places = await stand.asOwner<{ code: string }>(
      'select code from reporting.overflow_finding where version_id = $1 order by code',
      [id],
    );
    expect(places.map(({ code }) => code)).toEqual(Object.values(currentCheckIds).sort());
  });
});
