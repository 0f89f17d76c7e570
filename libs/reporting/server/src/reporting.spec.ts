import type { Server } from 'node:http';
import request from 'supertest';
import { Client } from 'pg';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { mailedInvitation, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, reportCsv } from './testing.ts';
import { setUpReporting } from './testing/set-up-reporting.ts';
import { type Uploader, uploader, send } from './testing/uploader.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
const march = () => made.obligations['2026-03']!;

let supplier: Uploader;
let manager: Uploader;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  await stand.work();
  supplier = await uploader(stand, parties.suppliers[0]!.email);
  manager = await uploader(stand, parties.manager.email);
});
afterAll(() => stand.close());

describe('report without findings', () => {
  let versionId: string;

  it('is received, checked, submitted and in force at once', async () => {
    const version = await send(supplier, march(), reportCsv(marchLines));
    versionId = version.id;
    expect(version.verdict.groups.filter((group: { severity: string }) => group.severity !== 'info')).toEqual([]);
    expect(version).toMatchObject({ state: 'checked', lines: 2, amount: '3717.00', number: null });
    const { body: receipt } = await supplier.post(`/report-versions/${versionId}/submit`).expect(201);
    expect(receipt).toMatchObject({
      number: 'R-2026-00001/1',
      state: 'accepted',
      lines: 2,
      amount: '3717.00',
      needsDecision: false,
      termsVersion: 1,
      submittedBy: expect.any(String),
    });
    expect(receipt.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(receipt.byBuyer).toHaveLength(2);
  });

  it('stores parsed values alongside the original texts, with buyer, item and key', async () => {
    const { body } = await supplier.get(`/report-versions/${versionId}/lines`).expect(200);
    expect(body[0]).toMatchObject({
      itemNumber: '00512',
      agreed: true,
      buyer: 'Kongsvinger kommune',
      amount: '3125.00',
      deliveredOn: '2026-03-03',
      invoiceNumber: '7001',
      raw: { amount: '3125,00', deliveredOn: '03.03.2026' },
    });
    expect(body[0].lineKey).toMatch(/^[0-9a-f]{32}-1$/);
  });

  it('returns the original file', async () => {
    const { body, headers } = await supplier
      .get(`/report-versions/${versionId}/file`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(body.toString('utf8')).toBe(reportCsv(marchLines));
    expect(headers['content-disposition']).toContain('mars.csv');
  });

  it('is shown in the obligations and the compliance matrix', async () => {
    const { body: obligations } = await supplier.get('/obligations').expect(200);
    expect(
      obligations.map((obligation: { period: { key: string }; state: string; daysLate: number }) => [
        obligation.period.key,
        obligation.state,
        obligation.daysLate,
      ]),
    ).toEqual([
      ['2026-04', 'running', 0],
      ['2026-03', 'accepted', 0],
      ['2026-02', 'overdue', 0],
      ['2026-01', 'overdue', 0],
    ]);
    const { body: matrix } = await manager.get('/compliance').expect(200);
    expect(matrix.periods).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    expect(
      matrix.rows.map((row: { supplier: { name: string }; cells: { state: string }[] }) => [
        row.supplier.name,
        row.cells.map(({ state }) => state),
      ]),
    ).toEqual([
      ['Finnskog Storkjøkken Engros', ['overdue', 'overdue', 'accepted', 'running']],
      ['Solgløtt Frukt & Grønt', ['overdue', 'overdue', 'due-soon', 'running']],
    ]);
  });

  it('cannot be submitted twice, or decided after acceptance', async () => {
    expect((await supplier.post(`/report-versions/${versionId}/submit`).expect(409)).body.code).toBe(
      'version-not-checked',
    );
    expect((await manager.post(`/report-versions/${versionId}/accept`).expect(409)).body.code).toBe(
      'version-not-submitted',
    );
  });

  it('publishes an event when it comes into force', async () => {
    const facts = await stand.asOwner<{ name: string }>(
      'select name from platform.domain_event where subject_id = $1 order by id',
      [versionId],
    );
    expect(facts.map(({ name }) => name)).toEqual(['reporting.version-submitted', 'reporting.version-accepted']);
  });
});

describe('report with questions', () => {
  const dear = marchLines.map((line) => ({
    ...line,
    unitPrice: '400,00',
    amount: line.quantity === '10' ? '4000,00' : '1600,00',
  }));

  it('is submitted with a reason for each question, and then waits for the manager', async () => {
    const version = await send(supplier, march(), reportCsv(dear));
    const refused = await supplier.post(`/report-versions/${version.id}/submit`).expect(422);
    expect(refused.body.code).toBe('submission-incomplete');
    const open = version.verdict.groups.filter((group: { severity: string }) => group.severity === 'confirm');
    expect(refused.body.issues).toHaveLength(open.length + 1);
    expect(refused.body.issues.at(-1).code).toBe('correction-reason-missing');
    const confirmations = open.map((group: { code: string; example: { cause?: string } }) => ({
      code: group.code,
      cause: group.example.cause ?? '',
      reason: 'Avtalt i brev.',
    }));
    const { body: receipt } = await supplier
      .post(`/report-versions/${version.id}/submit`, { confirmations, correction: { code: 'wrong-price' } })
      .expect(201);
    expect(receipt).toMatchObject({ number: 'R-2026-00001/2', state: 'submitted', needsDecision: true });
    const returned = await manager.post(`/report-versions/${version.id}/return`, { reason: 'Prisene er ikke avtalt.' });
    expect(returned.status).toBe(204);
    expect((await supplier.get(`/obligations/${march()}`).expect(200)).body).toMatchObject({
      state: 'returned',
      version: { returnReason: 'Prisene er ikke avtalt.' },
    });
    const inForce = await stand.asOwner<{ number: string }>(
      `select number from reporting.report_version where obligation_id = $1 and state = 'accepted'`,
      [march()],
    );
    expect(inForce).toEqual([{ number: 'R-2026-00001/1' }]);
  });

  it('replaces the previous version when the manager accepts it', async () => {
    const version = await send(supplier, march(), reportCsv(dear));
    const confirmations = version.verdict.groups
      .filter((group: { severity: string }) => group.severity === 'confirm')
      .map((group: { code: string; example: { cause?: string } }) => ({
        code: group.code,
        cause: group.example.cause ?? '',
        reason: 'Avtalt i brev.',
      }));
    await supplier
      .post(`/report-versions/${version.id}/submit`, { confirmations, correction: { code: 'wrong-price' } })
      .expect(201);
    await manager.post(`/report-versions/${version.id}/accept`).expect(204);
    const states = await stand.asOwner<{ sequence: number; state: string }>(
      'select sequence, state from reporting.report_version where obligation_id = $1 and sequence is not null order by sequence',
      [march()],
    );
    expect(states).toEqual([
      { sequence: 1, state: 'replaced' },
      { sequence: 2, state: 'replaced' },
      { sequence: 3, state: 'accepted' },
    ]);
  });
});

describe('report with invalid rows', () => {
  it('quarantines them with the location of every finding, and requires consent to submit without them', async () => {
    const lines = [...marchLines, { ...marchLines[0]!, quantity: 'ca 20', deliveredOn: '04.03.2026' }];
    const version = await send(
      supplier,
      made.obligations['2026-02']!,
      reportCsv(lines.map((line) => ({ ...line, deliveredOn: line.deliveredOn.replace('.03.', '.02.') }))),
    );
    expect(version).toMatchObject({ lines: 2, verdict: { ok: false, accepted: 2, quarantined: 1 } });
    const { body: page } = await supplier.get(`/report-versions/${version.id}/findings?severity=blocksRow`).expect(200);
    expect(page.findings[0]).toMatchObject({
      code: 'not-a-number',
      class: 18,
      found: 'ca 20',
      place: { row: 4, column: 'Antall' },
    });
    const { body: rows } = await supplier.get(`/report-versions/${version.id}/quarantined-rows`).expect(200);
    expect(rows).toEqual([expect.objectContaining({ row: 4, raw: expect.objectContaining({ quantity: 'ca 20' }) })]);
    const refused = await supplier.post(`/report-versions/${version.id}/submit`).expect(422);
    expect(refused.body.issues.map(({ code }: { code: string }) => code)).toContain('rows-excluded');
  });
});

describe('access to reports', () => {
  it('returns 404 to another supplier', async () => {
    const other = await uploader(stand, parties.suppliers[1]!.email);
    const [version] = await stand.asOwner<{ id: string }>(
      `select id from reporting.report_version where state = 'accepted' and kind = 'lines'`,
    );
    for (const path of [
      `/obligations/${march()}`,
      `/obligations/${march()}/terms`,
      `/obligations/${march()}/context`,
      ...['', '/findings', '/quarantined-rows', '/lines', '/receipt', '/file'].map(
        (part) => `/report-versions/${version?.id}${part}`,
      ),
    ]) {
      expect([path, (await other.get(path)).status]).toEqual([path, 404]);
    }
    expect((await other.upload(`/obligations/${march()}/versions`, 'mars.csv', reportCsv(marchLines))).status).toBe(
      404,
    );
    expect((await other.post(`/obligations/${march()}/report-nil`)).status).toBe(404);
    expect((await other.post(`/report-versions/${version?.id}/submit`)).status).toBe(404);
    expect(
      (await other.get('/obligations')).body.every(
        (obligation: { supplier: { id: string } }) => obligation.supplier.id === parties.suppliers[1]!.organisationId,
      ),
    ).toBe(true);
  });

  it('returns 404 to another cooperative', async () => {
    const elsewhere = await setUpParties(stand, 'Annen');
    const stranger = await uploader(stand, elsewhere.manager.email);
    const [version] = await stand.asOwner<{ id: string }>(
      `select id from reporting.report_version where state = 'accepted' and kind = 'lines'`,
    );
    for (const act of ['accept', 'return'])
      expect(
        (await stranger.post(`/report-versions/${version?.id}/${act}`, act === 'return' ? { reason: 'nei nei' } : {}))
          .status,
      ).toBe(404);
    expect((await stranger.get('/compliance').expect(200)).body.rows).toEqual([]);
    expect((await stranger.get('/obligations').expect(200)).body).toEqual([]);
  });

  it('shows a buyer its own lines in force only', async () => {
    const units = stand.get(UnitOfWork);
    const seen = await units.run({ ...parties.buyers[0]!.actor }, () =>
      stand
        .get(Database)
        .query<{ buyer_id: string; number: string }>(
          'select l.buyer_id, v.number from reporting.door_report_line l join reporting.door_report_version v on v.id = l.version_id',
        ),
    );
    expect(seen).toEqual([{ buyer_id: parties.buyers[0]!.organisationId, number: 'R-2026-00001/3' }]);
    expect(
      await units.run({ ...parties.buyers[0]!.actor }, () =>
        stand.get(Database).query('select 1 from reporting.check_result'),
      ),
    ).toEqual([]);
  });

  it('shows an invited person the obligation, terms and context, but no reports, and rejects submission', async () => {
    await manager
      .post(`/suppliers/${parties.suppliers[0]!.organisationId}/invitations`, {
        email: 'ny@example.no',
        obligationId: march(),
      })
      .expect(201);
    const token = await mailedInvitation(stand, 'ny@example.no');
    const guest = (path: string) =>
      request(stand.app.getHttpServer() as Server)
        .get(path)
        .set('x-invitation', token);
    expect((await guest(`/obligations/${march()}`).expect(200)).body).toMatchObject({
      period: { key: '2026-03' },
      version: null,
      versions: [],
    });
    expect(
      (await guest('/obligations').expect(200)).body.filter(({ version }: { version: unknown }) => version !== null),
    ).toEqual([]);
    expect((await guest(`/obligations/${march()}/terms`).expect(200)).body).toMatchObject({
      frequency: 'month',
      version: 1,
    });
    const { body: context } = await guest(`/obligations/${made.obligations['2026-04']!}/context`).expect(200);
    expect(context.supplier.key).toBe(parties.suppliers[0]!.organisationId);
    expect(context.earlier).toBeUndefined();
    const { body: whole } = await supplier.get(`/obligations/${made.obligations['2026-04']!}/context`).expect(200);
    expect([context.items, context.buyers]).toEqual([whole.items, whole.buyers]);
    expect(whole.prices.item.length).toBeGreaterThan(0);
    for (const part of ['prices', 'priceModels', 'customerNumbers', 'otherAgreements'])
      expect([part, context[part]]).toEqual([part, undefined]);
    const ids = (body: { id: string }[]) => body.map(({ id }) => id).toSorted();
    expect(ids((await guest('/obligations').expect(200)).body)).toEqual(
      ids((await supplier.get('/obligations?open=true').expect(200)).body),
    );
    const [version] = await stand.asOwner<{ id: string }>('select id from reporting.report_version limit 1');
    await guest(`/report-versions/${version?.id}`).expect(401);
  });

  it('contains the lines and the hash of earlier reports in the context of a later period', async () => {
    const { body, headers } = await supplier.get(`/obligations/${made.obligations['2026-04']!}/context`).expect(200);
    expect(body.earlier).toEqual([expect.objectContaining({ key: '2026-03', lineKeys: expect.any(Array) })]);
    expect(body.earlier[0].sums.item).toEqual(['00512', '30118']);
    expect(headers['etag']).toMatch(/^"[0-9a-f]{64}"$/);
  });
});

describe('loader role', () => {
  it('cannot read lines or choose a tenant or a supplier', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await client.query('begin');
    await client.query(`set local role tallgrunn_loader`);
    const attempt = async (sql: string) => {
      await client.query('savepoint here');
      const said = await client.query(sql).then(
        () => 'allowed',
        (error: Error) => error.message,
      );
      await client.query('rollback to here');
      return said;
    };
    expect(await attempt('select * from reporting.report_line')).toMatch(/permission denied/);
    expect(
      await attempt(
        `insert into reporting.report_line (cooperative_id, version_id) values (gen_random_uuid(), gen_random_uuid())`,
      ),
    ).toMatch(/permission denied/);
    expect(
      await attempt(
        `insert into reporting.report_line (supplier_id, version_id) values (gen_random_uuid(), gen_random_uuid())`,
      ),
    ).toMatch(/permission denied/);
    expect(await attempt(`copy reporting.report_version from stdin`)).toMatch(/permission denied/);
    await client.end();
  });

  it('cannot insert lines into a version of another cooperative', async () => {
    const elsewhere = await setUpParties(stand, 'Tredje');
    const [version] = await stand.asOwner<{ id: string }>('select id from reporting.report_version limit 1');
    const attempt = stand.get(UnitOfWork).run(elsewhere.system, async () => {
      await stand
        .get(Database)
        .query(`select set_config('reporting.supplier_id', $1, true)`, [parties.suppliers[0]!.organisationId]);
      await stand
        .get(Database)
        .copyLines(
          'reporting.finding',
          ['version_id', 'finding_no', 'code', 'class', 'severity', 'params'],
          [[version?.id, 9999, 'x', 1, 'info', '{}']],
        );
    });
    await expect(attempt).rejects.toThrow(/foreign key/);
  });
});

describe('audit trail', () => {
  it('shows who did what with the report, and is immutable', async () => {
    const acts = await stand.asOwner<{ act: string }>(
      `select distinct act from platform.audit_entry where subject_kind = 'report-version' order by act`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'report.accepted',
      'report.checked',
      'report.file-opened',
      'report.received',
      'report.returned',
      'report.submitted',
    ]);
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await expect(client.query(`update platform.audit_entry set act = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(client.query(`update reporting.report_line set amount = 0`)).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/);
    // row-level security lets the application delete only lines that were never submitted
    expect((await client.query('delete from reporting.report_line')).rowCount).toBe(0);
    await client.end();
  });
});
