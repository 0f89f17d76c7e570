import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import type { TestApp } from '@tallgrunn/platform/testing';
import { TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, reportCsv, type TestLine } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let food: TestAgreement;
let chairs: TestAgreement;
let agent: ReturnType<typeof request.agent>;
let csrf: string;

beforeAll(async () => {
  ({ stand, parties, made: food } = await setUpReporting());
  chairs = await setUpAgreement(stand, parties, { number: 'A-2' });
  await stand.asOwner(`update agreements.item set number = 'S-' || number where agreement_id = $1`, [
    chairs.agreementId,
  ]);
  await stand.asOwner(
    `update agreements.price_line set name = 'Stol ' || name where item_id in (select id from agreements.item where agreement_id = $1)`,
    [chairs.agreementId],
  );
  await stand.work();
  agent = request.agent(stand.app.getHttpServer() as Server);
  const { body: before } = await agent.get('/session').expect(200);
  csrf = (
    await agent
      .post('/session')
      .set('x-csrf-token', before.csrfToken)
      .send({ email: parties.suppliers[0]!.email, password: TEST_PASSWORD })
      .expect(200)
  ).body.csrfToken;
});
afterAll(() => stand.close());

const upload = (obligationId: string, text: string, answers: object) =>
  agent
    .post(`/obligations/${obligationId}/versions`)
    .set('x-csrf-token', csrf)
    .field({ answers: JSON.stringify(answers) })
    .attach('file', Buffer.from(text), 'erp.csv');
async function sent(obligationId: string, text: string, answers: object) {
  const { body } = await upload(obligationId, text, answers).expect(202);
  for (let tries = 0; tries < 600; tries += 1) {
    const version = await agent.get(`/report-versions/${body.id}`).expect(200);
    if (version.body.state !== 'received' || version.body.progress?.state === 'failed') return version.body;
    await sleep(100);
  }
  throw new Error('The version was never checked.');
}
const stool = (changes: Partial<TestLine>): TestLine => ({
  ...marchLines[0]!,
  itemNumber: 'S-00512',
  itemName: 'Stol',
  ...changes,
});
const [meat, milk] = marchLines as [TestLine, TestLine];
/** Rows 2 to 7: February and March of food, March of chairs, and one of a month with no obligation. */
const dump = reportCsv([
  { ...meat, deliveredOn: '03.02.2026', invoiceNumber: '6001' },
  meat,
  stool({ invoiceNumber: '9001' }),
  milk,
  { ...milk, deliveredOn: '17.11.2025', invoiceNumber: '1' },
  stool({ invoiceNumber: '9002', quantity: 'ti' }),
]);
const submit = (versionId: string, body: object = {}) =>
  agent.post(`/report-versions/${versionId}/submit`).set('x-csrf-token', csrf).send(body);

describe('one file for several reports', () => {
  const together = () => [food.obligations['2026-02']!, food.obligations['2026-03']!, chairs.obligations['2026-03']!];

  it('assigns lines to each report, and counts those of the others and of none', async () => {
    const february = await sent(together()[0]!, dump, { together: together() });
    const march = await sent(together()[1]!, dump, { together: together() });
    const furniture = await sent(together()[2]!, dump, { together: together() });
    expect(
      [february, march, furniture].map(({ shared: { own, lines, unclaimed }, verdict }) => [
        own,
        verdict.rows,
        lines,
        unclaimed.count,
      ]),
    ).toEqual([
      [1, 1, 6, 1],
      [2, 2, 6, 1],
      [2, 2, 6, 1],
    ]);
    expect(march).toMatchObject({
      verdict: { ok: true, quarantined: 0 },
      shared: {
        others: [
          { obligationId: together()[0], lines: 1, amount: '3125.00' },
          { obligationId: together()[2], lines: 2 },
        ],
        unclaimed: { lines: [{ row: 6, reason: 'date-outside', found: '2025-11-17', item: '30118 Lettmelk 10 l' }] },
      },
    });
    // the row with an invalid quantity is a question to the report it belongs to, and to no other
    expect([
      february.verdict.counts['not-a-number'],
      march.verdict.counts['not-a-number'],
      furniture.verdict.counts['not-a-number'],
    ]).toEqual([undefined, undefined, 1]);
    for (const [version, rows] of [
      [february, [2]],
      [march, [3, 5]],
    ] as const) {
      await submit(version.id, {
        confirmations: version.verdict.groups
          .filter(({ severity }: { severity: string }) => severity === 'confirm')
          .map(({ code, example }: { code: string; example: { cause?: string } }) => ({
            code,
            cause: example.cause ?? '',
            reason: 'Stemmer.',
          })),
      }).expect(201);
      const { body: lines } = await agent.get(`/report-versions/${version.id}/lines`).expect(200);
      expect(lines.map(({ row }: { row: number }) => row)).toEqual(rows);
    }
  });

  it('is split by the server, whatever rows the client states', async () => {
    const version = await sent(together()[1]!, dump, {
      together: together(),
      share: [{ sheet: '', ranges: [[4, 4]] }],
    });
    expect(version).toMatchObject({ shared: { own: 2 }, verdict: { rows: 2 } });
  });

  it('always includes the report it is uploaded for', async () => {
    expect(await sent(together()[1]!, dump, { together: [chairs.obligations['2026-03']] })).toMatchObject({
      shared: { own: 2, lines: 6 },
    });
  });

  it('rejects reports of other suppliers and an invalid list', async () => {
    const { body: others } = await agent.get('/obligations').expect(200);
    expect(
      others.every(
        ({ supplier }: { supplier: { id: string } }) => supplier.id === parties.suppliers[0]!.organisationId,
      ),
    ).toBe(true);
    const [foreign] = await stand.asOwner<{ id: string }>(
      'select id from agreements.reporting_obligation where supplier_id = $1 limit 1',
      [parties.suppliers[1]!.organisationId],
    );
    const before = await stand.asOwner('select id from reporting.report_version');
    await upload(together()[1]!, dump, { together: [foreign!.id] })
      .expect(422)
      .expect(({ body }) => expect(body.code).toBe('reports-of-different-suppliers'));
    for (const list of [[], ['x'], 'alt', Array.from({ length: 61 }, () => together()[0])])
      await upload(together()[1]!, dump, { together: list }).expect(400);
    expect(await stand.asOwner('select id from reporting.report_version')).toEqual(before);
  });

  it('reports that no line belongs to the report', async () => {
    const version = await sent(food.obligations['2026-01']!, dump, { together: together() });
    expect(version).toMatchObject({ shared: { own: 0, lines: 6 }, verdict: { ok: false, rows: 0 } });
    expect(Object.keys(version.verdict.counts)).toContain('empty-file');
  });
});

describe('pending and closed periods in the check context', () => {
  const context = async (periodKey: string) =>
    (await agent.get(`/obligations/${food.obligations[periodKey]}/context`).expect(200)).body;

  it('contains earlier periods without a delivery', async () => {
    expect((await context('2026-04')).openPeriods).toEqual({
      key: ['2026-01'],
      start: ['2026-01-01'],
      end: ['2026-02-01'],
    });
  });

  it('contains the lines of the other part of a period', async () => {
    await stand.asOwner(`update agreements.reporting_obligation set period_end = '2026-03-15' where id = $1`, [
      food.obligations['2026-03'],
    ]);
    await stand.asOwner(
      `insert into agreements.reporting_obligation (cooperative_id, id, agreement_id, supplier_id, terms_version_id, report, period_key, period_start, period_end, due_on, lots, opened_at)
       select cooperative_id, gen_random_uuid(), agreement_id, supplier_id, (select id from agreements.terms_version where agreement_id = $2), report, period_key, '2026-03-15', '2026-04-01', due_on, lots, opened_at from agreements.reporting_obligation where id = $1`,
      [food.obligations['2026-03'], chairs.agreementId],
    );
    const [after] = await stand.asOwner<{ id: string }>(
      `select id from agreements.reporting_obligation where agreement_id = $1 and period_start = '2026-03-15' and supplier_id = $2`,
      [food.agreementId, parties.suppliers[0]!.organisationId],
    );
    const { body } = await agent.get(`/obligations/${after!.id}/context`).expect(200);
    expect(body.otherParts).toMatchObject({ key: ['2026-03'], start: ['2026-03-01'], end: ['2026-03-15'] });
    expect(body.earlier.filter(({ key }: { key: string }) => key === '2026-03')).toMatchObject([
      { lineKeys: [expect.any(String), expect.any(String)] },
    ]);
    // in the other direction: the earlier part knows the line keys of the later one, and nothing else of it
    await stand.asOwner(
      `update reporting.report_version set obligation_id = $1, period_start = '2026-03-15' where obligation_id = $2 and state = 'accepted'`,
      [after!.id, food.obligations['2026-03']],
    );
    const { earlier } = await context('2026-03');
    expect(earlier.find(({ key }: { key: string }) => key === '2026-03')).toMatchObject({
      start: '2026-03-15',
      lineKeys: [expect.any(String), expect.any(String)],
    });
    expect(earlier.find(({ key }: { key: string }) => key === '2026-03').sums).toBeUndefined();
  });
});
