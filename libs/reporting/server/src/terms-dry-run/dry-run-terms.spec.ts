import { readdir } from 'node:fs/promises';
import { FileStore } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { acceptedReport, marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let manager: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  for (const [periodKey, month] of [
    ['2026-02', '02'],
    ['2026-03', '03'],
  ] as const) {
    await acceptedReport(stand, parties, made, {
      periodKey,
      lines: marchLines.map((line) => ({
        ...line,
        deliveredOn: line.deliveredOn.replace('.03.', `.${month}.`),
        invoiceNumber: `${month}${line.invoiceNumber}`,
      })),
    });
  }
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

const [lines] = testTerms.tables;
const stricter = {
  ...testTerms,
  tables: [
    {
      ...lines,
      fields: lines!.fields.map((field) =>
        field.name === 'unit'
          ? { ...field, constraints: { required: true }, type: 'string' }
          : field.name === 'invoiceNumber'
            ? { ...field, constraints: { pattern: '[A-Z]\\d+' } }
            : field,
      ),
    },
  ],
};
const trial = () => `/agreements/${made.agreementId}/terms/dry-run`;
const kept = async () => {
  const rows = await stand.asOwner<{ n: number }>(
    'select (select count(*) from reporting.report_version)::int + (select count(*) from reporting.finding)::int + (select count(*) from agreements.terms_version)::int + (select count(*) from agreements.check_context)::int as n',
  );
  return [rows[0]?.n, (await readdir(stand.get(FileStore).spoolFolder)).filter((name) => name.includes('-checking-'))];
};

describe('trial of terms on existing reports', () => {
  it('compares the new findings with the stored ones, newest report first, and stores nothing', async () => {
    const before = await kept();
    const { body } = await manager.post(trial(), { document: stricter }).expect(200);
    expect(
      body.map(({ periodKey, supplier }: { periodKey: string; supplier: string }) => [periodKey, supplier]),
    ).toEqual([
      ['2026-03', 'Finnskog Storkjøkken Engros'],
      ['2026-02', 'Finnskog Storkjøkken Engros'],
    ]);
    expect(body[0]).toMatchObject({
      number: expect.stringMatching(/^R-/),
      before: { accepted: 2, quarantined: 0 },
      after: { accepted: 0, quarantined: 2 },
      leftOut: null,
    });
    expect(body[0].after.findings).toContainEqual({ code: 'text-pattern', severity: 'blocksRow', count: 2 });
    expect(body[0].before.findings.map(({ code }: { code: string }) => code)).not.toContain('text-pattern');
    expect(await kept()).toEqual(before);
  });

  it('finds the same under unchanged terms', async () => {
    const { body } = await manager.post(trial(), { document: testTerms, reports: 1 }).expect(200);
    expect(body).toHaveLength(1);
    expect(body[0].after).toEqual(body[0].before);
  });

  it('counts the lines that each rule of the draft finds', async () => {
    const rule = (id: string, severity: string, expression: string) => ({ id, text: 'Se over.', severity, expression });
    const ownRules = [
      rule('dear-milk', 'blocksRow', 'if contains(itemName, "melk") then unitPrice < 100'),
      rule('sum', 'confirm', 'quantity * unitPrice = amount'),
      rule('small', 'confirm', 'amount < 10'),
    ];
    const { body } = await manager.post(trial(), { document: { ...testTerms, ownRules }, reports: 1 }).expect(200);
    expect(body[0].after).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(body[0].after.findings.filter(({ code }: { code: string }) => code === 'own-rule')).toEqual([
      { code: 'own-rule', severity: 'blocksRow', count: 1, rule: 'dear-milk' },
      { code: 'own-rule', severity: 'confirm', count: 2, rule: 'small' },
    ]);
    const refused = await manager.post(trial(), {
      document: { ...testTerms, ownRules: [rule('x', 'info', 'amount <')] },
    });
    expect([refused.status, refused.body.issues]).toEqual([
      422,
      [expect.objectContaining({ code: 'rule-expected', path: '/ownRules/0/expression' })],
    ]);
  });

  it('reads the stored copy of a file with unused columns', async () => {
    const text = reportCsv(
      marchLines.map((line) => ({
        ...line,
        deliveredOn: line.deliveredOn.replace('.03.', '.01.'),
        invoiceNumber: `01${line.invoiceNumber}`,
      })),
    );
    const [head = '', ...rows] = text.trim().split('\n');
    const file = Buffer.from([`${head};Intern merknad`, ...rows.map((row) => `${row};bare for oss`)].join('\n'));
    const { id } = await receivedReport(stand, parties.suppliers[0]!.actor, made.obligations['2026-01']!, file);
    await stand.asOwner(`update reporting.report_version set state = 'submitted', submitted_at = now() where id = $1`, [
      id,
    ]);
    const tried = (await manager.post(trial(), { document: testTerms, reports: 5 }).expect(200)).body.find(
      ({ versionId }: { versionId: string }) => versionId === id,
    );
    expect(tried).toMatchObject({ periodKey: '2026-01', leftOut: null, after: tried.before, before: { accepted: 2 } });
  });

  it('runs one trial at a time, and rejects more when the queue is full', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, () => manager.post(trial(), { document: testTerms, reports: 1 })),
    );
    const statuses = all.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(4);
    for (const { status, body } of all)
      if (status !== 200) expect([status, body.code]).toEqual([409, 'terms-dry-run-in-progress']);
  });

  it('has no reports when the agreement has none of this kind', async () => {
    expect((await manager.post(trial(), { document: { ...testTerms, report: 'services' } }).expect(200)).body).toEqual(
      [],
    );
  });

  it('rejects an invalid draft, and users who may not edit terms', async () => {
    expect(
      (await manager.post(trial(), { document: { ...testTerms, due: { kind: 'working-days', days: 0 } } }).expect(422))
        .body,
    ).toMatchObject({ code: 'terms-invalid', issues: [{ code: 'due-before-end' }] });
    await manager.post(trial(), { document: testTerms, reports: 13 }).expect(400);
    await (await signIn(stand, parties.suppliers[0]!.email)).post(trial(), { document: testTerms }).expect(403);
    await (
      await signIn(stand, (await setUpParties(stand, 'Annen')).manager.email)
    )
      .post(trial(), { document: testTerms })
      .expect(404);
  });
});
