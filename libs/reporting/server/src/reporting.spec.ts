import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { Client } from 'pg';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import { mailedInvitation, setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, reportCsv } from './testing.ts';
import { standReporting } from './testing/stand-reporting.ts';

jest.setTimeout(120_000);

let stand: Stand;
let parties: Parties;
let made: TestAgreement;

interface Uploader {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  upload(path: string, name: string, text: string | Buffer, fields?: Record<string, string>): request.Test;
}

/** A person signed in over HTTP who can send files. */
async function uploader(email: string): Promise<Uploader> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const before = await agent.get('/session').expect(200);
  const { body } = await agent
    .post('/session')
    .set('x-csrf-token', before.body.csrfToken)
    .send({ email, password: TEST_PASSWORD })
    .expect(200);
  return {
    get: (path) => agent.get(path),
    post: (path, sent = {}) => agent.post(path).set('x-csrf-token', body.csrfToken).send(sent),
    upload: (path, name, text, fields = {}) =>
      agent.post(path).set('x-csrf-token', body.csrfToken).field(fields).attach('file', Buffer.from(text), name),
  };
}

async function checked(who: Uploader, versionId: string) {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await who.get(`/versions/${versionId}`).expect(200);
    if (body.state !== 'received' || body.progress?.state === 'failed') return body;
    await sleep(100);
  }
  throw new Error('The version was never checked.');
}

const march = () => made.duties['2026-03']!;
const send = async (who: Uploader, dutyId: string, text: string | Buffer, name = 'mars.csv') =>
  checked(who, (await who.upload(`/duties/${dutyId}/versions`, name, text).expect(202)).body.id);

let supplier: Uploader;
let manager: Uploader;

beforeAll(async () => {
  ({ stand, parties, made } = await standReporting());
  await stand.work();
  supplier = await uploader(parties.suppliers[0]!.email);
  manager = await uploader(parties.manager.email);
});
afterAll(() => stand.close());

describe('a clean report', () => {
  let versionId: string;

  it('is received, checked, submitted, and in force at once', async () => {
    const version = await send(supplier, march(), reportCsv(marchLines));
    versionId = version.id;
    expect(version.verdict.groups.filter((group: { severity: string }) => group.severity !== 'info')).toEqual([]);
    expect(version).toMatchObject({ state: 'checked', lines: 2, amount: '3717.00', number: null });
    const { body: receipt } = await supplier.post(`/versions/${versionId}/submit`).expect(201);
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

  it('keeps what was read beside what was written, with buyer, item and key', async () => {
    const { body } = await supplier.get(`/versions/${versionId}/lines`).expect(200);
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

  it('gives back the very file', async () => {
    const { body, headers } = await supplier
      .get(`/versions/${versionId}/file`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(body.toString('utf8')).toBe(reportCsv(marchLines));
    expect(headers['content-disposition']).toContain('mars.csv');
  });

  it('shows in the duties and the matrix', async () => {
    const { body: duties } = await supplier.get('/duties').expect(200);
    expect(
      duties.map((duty: { period: { key: string }; state: string; daysLate: number }) => [
        duty.period.key,
        duty.state,
        duty.daysLate,
      ]),
    ).toEqual([
      ['2026-04', 'running', 0],
      ['2026-03', 'accepted', 0],
      ['2026-02', 'overdue', 19],
      ['2026-01', 'overdue', 39],
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

  it('cannot be submitted twice, or decided after the fact', async () => {
    expect((await supplier.post(`/versions/${versionId}/submit`).expect(409)).body.code).toBe('version-not-checked');
    expect((await manager.post(`/versions/${versionId}/accept`).expect(409)).body.code).toBe('version-not-submitted');
  });

  it('announces what has come into force', async () => {
    const facts = await stand.asOwner<{ name: string }>(
      'select name from platform.fact where subject_id = $1 order by id',
      [versionId],
    );
    expect(facts.map(({ name }) => name)).toEqual(['reporting.version-submitted', 'reporting.version-accepted']);
  });
});

describe('a report with questions', () => {
  const dear = marchLines.map((line) => ({
    ...line,
    unitPrice: '400,00',
    amount: line.quantity === '10' ? '4000,00' : '1600,00',
  }));

  it('is submitted with a reason for each, and then waits for the manager', async () => {
    const version = await send(supplier, march(), reportCsv(dear));
    const refused = await supplier.post(`/versions/${version.id}/submit`).expect(422);
    expect(refused.body.code).toBe('submission-refused');
    const open = version.verdict.groups.filter((group: { severity: string }) => group.severity === 'confirm');
    expect(refused.body.issues).toHaveLength(open.length + 1);
    expect(refused.body.issues.at(-1).code).toBe('correction-reason-missing');
    const confirmations = open.map((group: { code: string; example: { cause?: string } }) => ({
      code: group.code,
      cause: group.example.cause ?? '',
      reason: 'Avtalt i brev.',
    }));
    const { body: receipt } = await supplier
      .post(`/versions/${version.id}/submit`, { confirmations, correction: { code: 'wrong-price' } })
      .expect(201);
    expect(receipt).toMatchObject({ number: 'R-2026-00001/2', state: 'submitted', needsDecision: true });
    const returned = await manager.post(`/versions/${version.id}/return`, { reason: 'Prisene er ikke avtalt.' });
    expect(returned.status).toBe(204);
    expect((await supplier.get(`/duties/${march()}`).expect(200)).body).toMatchObject({
      state: 'returned',
      version: { returnReason: 'Prisene er ikke avtalt.' },
    });
    const inForce = await stand.asOwner<{ number: string }>(
      `select number from reporting.version where duty_id = $1 and state = 'accepted'`,
      [march()],
    );
    expect(inForce).toEqual([{ number: 'R-2026-00001/1' }]);
  });

  it('replaces the version before it when the manager accepts', async () => {
    const version = await send(supplier, march(), reportCsv(dear));
    const confirmations = version.verdict.groups
      .filter((group: { severity: string }) => group.severity === 'confirm')
      .map((group: { code: string; example: { cause?: string } }) => ({
        code: group.code,
        cause: group.example.cause ?? '',
        reason: 'Avtalt i brev.',
      }));
    await supplier
      .post(`/versions/${version.id}/submit`, { confirmations, correction: { code: 'wrong-price' } })
      .expect(201);
    await manager.post(`/versions/${version.id}/accept`).expect(204);
    const states = await stand.asOwner<{ sequence: number; state: string }>(
      'select sequence, state from reporting.version where duty_id = $1 and sequence is not null order by sequence',
      [march()],
    );
    expect(states).toEqual([
      { sequence: 1, state: 'replaced' },
      { sequence: 2, state: 'replaced' },
      { sequence: 3, state: 'accepted' },
    ]);
  });
});

describe('a report with rows that cannot be taken', () => {
  it('keeps them apart with every finding placed, and is submitted without them only knowingly', async () => {
    const lines = [...marchLines, { ...marchLines[0]!, quantity: 'ca 20', deliveredOn: '04.03.2026' }];
    const version = await send(
      supplier,
      made.duties['2026-02']!,
      reportCsv(lines.map((line) => ({ ...line, deliveredOn: line.deliveredOn.replace('.03.', '.02.') }))),
    );
    expect(version).toMatchObject({ lines: 2, verdict: { ok: false, accepted: 2, quarantined: 1 } });
    const { body: page } = await supplier.get(`/versions/${version.id}/findings?severity=blocksRow`).expect(200);
    expect(page.findings[0]).toMatchObject({
      code: 'not-a-number',
      class: 18,
      found: 'ca 20',
      place: { row: 4, column: 'Antall' },
    });
    const { body: rows } = await supplier.get(`/versions/${version.id}/quarantined`).expect(200);
    expect(rows).toEqual([expect.objectContaining({ row: 4, raw: expect.objectContaining({ quantity: 'ca 20' }) })]);
    const refused = await supplier.post(`/versions/${version.id}/submit`).expect(422);
    expect(refused.body.issues.map(({ code }: { code: string }) => code)).toContain('rows-left-out');
  });
});

describe('files that are no report', () => {
  it.each([
    ['empty', 'tom.csv', ''],
    ['a picture', 'bilde.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('%s: one clear finding, and nothing to submit', async (_what, name, bytes) => {
    const version = await send(supplier, made.duties['2026-01']!, bytes, name);
    expect(version).toMatchObject({ state: 'checked', lines: 0, verdict: { ok: false } });
    expect(version.verdict.groups[0].severity).toBe('blocksFile');
    expect((await supplier.post(`/versions/${version.id}/submit`).expect(422)).body.issues[0].code).toBe(
      'file-is-stopped',
    );
  });

  it('no file at all is refused', async () => {
    expect((await supplier.post(`/duties/${march()}/versions`).expect(400)).body.code).toBe('file-missing');
  });

  it('personal data is not stored: hash and place stay, the bytes go, and a copy without the column is kept', async () => {
    const text =
      'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer;Fødselsnummer\n00512;Kjøttdeig;Kongsvinger kommune;1;pk;312,50;312,50;03.01.2026;1;01010112377\n';
    const version = await send(supplier, made.duties['2026-01']!, text);
    expect(version.verdict).toMatchObject({ ok: true, accepted: 1, counts: { 'personal-column': 1 } });
    expect(version.file).toMatchObject({ kept: true, sizeBytes: Buffer.byteLength(text) });
    expect(version.cuttings).toEqual([
      {
        stage: 'kept',
        wholeSha256: version.file.sha256,
        wholeSizeBytes: Buffer.byteLength(text),
        rows: 0,
        columns: [{ sheet: '', column: 9, heading: 'Fødselsnummer', row: 1 }],
        cells: 0,
        unused: [],
        sheets: 0,
        leftOut: 0,
      },
    ]);
    const kept = await supplier.get(`/versions/${version.id}/file`).buffer(true).expect(200);
    expect((kept.body as Buffer).toString()).toBe(
      `\ufeff${text.replace('Fødselsnummer', '').replace('01010112377', '').replaceAll('\n', '\r\n')}`,
    );
    const everything = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from reporting.finding f where f::text like '%01010112377%'`,
    );
    expect(everything).toEqual([{ n: 0 }]);
  });

  it('a number of a person inside a text is masked wherever it is kept', async () => {
    const text = reportCsv(
      marchLines.map((line) => ({ ...line, itemName: 'Levert til 01010750160', deliveredOn: '05.01.2026' })),
    );
    const version = await send(supplier, made.duties['2026-01']!, text, 'januar 01010750160.csv');
    expect(version.verdict.counts['personal-data']).toBe(2);
    expect(version.file.name).toMatch(/^file-[0-9a-f]{8}\.csv$/);
    const kept = await stand.asOwner<{ n: number }>(
      `select (select count(*)::int from reporting.finding f where f::text like '%01010750160%') + (select count(*)::int from reporting.quarantined_row q where q::text like '%01010750160%')
         + (select count(*)::int from reporting.line l where l::text like '%01010750160%') + (select count(*)::int from reporting.verdict v where v::text like '%01010750160%') as n`,
    );
    expect(kept).toEqual([{ n: 0 }]);
  });
});

describe('answers given in the browser', () => {
  it('come with the file: the same patches settle the same findings here', async () => {
    const lines = marchLines.map((line, at) => ({
      ...line,
      deliveredOn: line.deliveredOn.replace('.03.', '.01.'),
      quantity: at === 0 ? 'ti' : line.quantity,
    }));
    const open = await send(supplier, made.duties['2026-01']!, reportCsv(lines));
    expect(open).toMatchObject({ lines: 1, verdict: { quarantined: 1 } });
    const answers = JSON.stringify({ patches: [{ set: 'cell', sheet: '', row: 2, column: 3, value: '10' }] });
    const sent = await supplier
      .upload(`/duties/${made.duties['2026-01']!}/versions`, 'januar.csv', reportCsv(lines), { answers })
      .expect(202);
    expect(await checked(supplier, sent.body.id)).toMatchObject({ lines: 2, verdict: { quarantined: 0 } });
  });

  it('are refused when they are not what they should be', async () => {
    const sent = await supplier.upload(`/duties/${march()}/versions`, 'mars.csv', reportCsv(marchLines), {
      answers: '{"patches": 3}',
    });
    expect([sent.status, sent.body.code]).toEqual([400, 'answers-malformed']);
  });
});

describe('nothing delivered', () => {
  it('is said when the period is over, and not before', async () => {
    const { status, body } = await supplier.post(`/duties/${made.duties['2026-04']!}/nil`);
    expect([status, body.code, body.params]).toEqual([
      422,
      'period-not-over',
      { period: '2026-04', from: '2026-05-01' },
    ]);
  });

  it('is one act with a receipt', async () => {
    stand.clock.runFrom(new Date('2026-05-02T10:00:00Z'));
    const { body } = await supplier.post(`/duties/${made.duties['2026-04']!}/nil`).expect(201);
    const { body: receipt } = await supplier.get(`/versions/${body.id}/receipt`).expect(200);
    expect(receipt).toMatchObject({ number: 'R-2026-00002/1', kind: 'nil', state: 'accepted', lines: 0, file: null });
    expect((await supplier.get(`/duties/${made.duties['2026-04']!}`)).body.state).toBe('nil');
    expect((await supplier.post(`/duties/${made.duties['2026-04']!}/nil`).expect(409)).body.code).toBe(
      'already-reported-nothing',
    );
    stand.clock.runFrom(new Date(`${made.today}T10:00:00Z`));
  });

  it('waits for the manager where it takes the place of lines, be they in force or still waiting themselves', async () => {
    const duty = made.duties['2026-02']!;
    const text = reportCsv(
      marchLines.map((line) => ({
        ...line,
        deliveredOn: line.deliveredOn.replace('.03.', '.02.'),
        unitPrice: '400,00',
        amount: line.quantity === '10' ? '4000,00' : '1600,00',
      })),
    );
    const version = await send(supplier, duty, text, 'februar.csv');
    const confirmations = version.verdict.groups
      .filter((group: { severity: string }) => group.severity === 'confirm')
      .map((group: { code: string; example: { cause?: string } }) => ({
        code: group.code,
        cause: group.example.cause ?? '',
        reason: 'Avtalt i brev.',
      }));
    await supplier.post(`/versions/${version.id}/submit`, { confirmations }).expect(201);
    const { body } = await supplier.post(`/duties/${duty}/nil`).expect(201);
    const { body: receipt } = await supplier.get(`/versions/${body.id}/receipt`).expect(200);
    expect(receipt).toMatchObject({ kind: 'nil', state: 'submitted', needsDecision: true });
    await manager.post(`/versions/${body.id}/return`, { reason: 'Det ble levert.' }).expect(204);
  });
});

describe('who may see and do what', () => {
  it('another supplier finds nothing', async () => {
    const other = await uploader(parties.suppliers[1]!.email);
    const [version] = await stand.asOwner<{ id: string }>(
      `select id from reporting.version where state = 'accepted' and kind = 'lines'`,
    );
    for (const path of [
      `/duties/${march()}`,
      `/duties/${march()}/terms`,
      `/duties/${march()}/context`,
      ...['', '/findings', '/quarantined', '/lines', '/receipt', '/file'].map(
        (part) => `/versions/${version?.id}${part}`,
      ),
    ]) {
      expect([path, (await other.get(path)).status]).toEqual([path, 404]);
    }
    expect((await other.upload(`/duties/${march()}/versions`, 'mars.csv', reportCsv(marchLines))).status).toBe(404);
    expect((await other.post(`/duties/${march()}/nil`)).status).toBe(404);
    expect((await other.post(`/versions/${version?.id}/submit`)).status).toBe(404);
    expect(
      (await other.get('/duties')).body.every(
        (duty: { supplier: { id: string } }) => duty.supplier.id === parties.suppliers[1]!.organisationId,
      ),
    ).toBe(true);
  });

  it('another cooperative finds nothing', async () => {
    const elsewhere = await setUpParties(stand, 'Annen');
    const stranger = await uploader(elsewhere.manager.email);
    const [version] = await stand.asOwner<{ id: string }>(
      `select id from reporting.version where state = 'accepted' and kind = 'lines'`,
    );
    for (const act of ['accept', 'return'])
      expect(
        (await stranger.post(`/versions/${version?.id}/${act}`, act === 'return' ? { reason: 'nei nei' } : {})).status,
      ).toBe(404);
    expect((await stranger.get('/compliance').expect(200)).body.rows).toEqual([]);
    expect((await stranger.get('/duties').expect(200)).body).toEqual([]);
  });

  it('a buyer sees its own lines of what is in force, and no others', async () => {
    const units = stand.get(UnitOfWork);
    const seen = await units.run({ ...parties.buyers[0]!.actor }, () =>
      stand
        .get(Database)
        .query<{ buyer_id: string; number: string }>(
          'select l.buyer_id, v.number from reporting.door_line l join reporting.door_version v on v.id = l.version_id',
        ),
    );
    expect(seen).toEqual([{ buyer_id: parties.buyers[0]!.organisationId, number: 'R-2026-00001/3' }]);
    expect(
      await units.run({ ...parties.buyers[0]!.actor }, () =>
        stand.get(Database).query('select 1 from reporting.verdict'),
      ),
    ).toEqual([]);
  });

  it('whoever holds an invitation sees the duty, terms and context, not what was reported, and submits nothing', async () => {
    await manager
      .post(`/suppliers/${parties.suppliers[0]!.organisationId}/invitations`, {
        email: 'ny@example.no',
        dutyId: march(),
      })
      .expect(201);
    const token = await mailedInvitation(stand, 'ny@example.no');
    const guest = (path: string) =>
      request(stand.app.getHttpServer() as Server)
        .get(path)
        .set('x-invitation', token);
    expect((await guest(`/duties/${march()}`).expect(200)).body).toMatchObject({
      period: { key: '2026-03' },
      version: null,
      versions: [],
    });
    expect(
      (await guest('/duties').expect(200)).body.filter(({ version }: { version: unknown }) => version !== null),
    ).toEqual([]);
    expect((await guest(`/duties/${march()}/terms`).expect(200)).body).toMatchObject({
      frequency: 'month',
      version: 1,
    });
    const { body: context } = await guest(`/duties/${made.duties['2026-04']!}/context`).expect(200);
    expect(context.supplier.key).toBe(parties.suppliers[0]!.organisationId);
    expect(context.earlier).toBeUndefined();
    const { body: whole } = await supplier.get(`/duties/${made.duties['2026-04']!}/context`).expect(200);
    expect([context.items, context.buyers]).toEqual([whole.items, whole.buyers]);
    expect(whole.prices.item.length).toBeGreaterThan(0);
    for (const part of ['prices', 'priceModels', 'customerNumbers', 'otherAgreements'])
      expect([part, context[part]]).toEqual([part, undefined]);
    const ids = (body: { id: string }[]) => body.map(({ id }) => id).toSorted();
    expect(ids((await guest('/duties').expect(200)).body)).toEqual(
      ids((await supplier.get('/duties?open=true').expect(200)).body),
    );
    const [version] = await stand.asOwner<{ id: string }>('select id from reporting.version limit 1');
    await guest(`/versions/${version?.id}`).expect(401);
  });

  it('the context of a later period knows what was reported before, and says its hash', async () => {
    const { body, headers } = await supplier.get(`/duties/${made.duties['2026-04']!}/context`).expect(200);
    expect(body.earlier).toEqual([expect.objectContaining({ key: '2026-03', lineKeys: expect.any(Array) })]);
    expect(body.earlier[0].sums.item).toEqual(['00512', '30118']);
    expect(headers['etag']).toMatch(/^"[0-9a-f]{64}"$/);
  });
});

describe('the loader', () => {
  it('can neither read a line nor name a tenant or a supplier', async () => {
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
    expect(await attempt('select * from reporting.line')).toMatch(/permission denied/);
    expect(
      await attempt(
        `insert into reporting.line (cooperative_id, version_id) values (gen_random_uuid(), gen_random_uuid())`,
      ),
    ).toMatch(/permission denied/);
    expect(
      await attempt(
        `insert into reporting.line (supplier_id, version_id) values (gen_random_uuid(), gen_random_uuid())`,
      ),
    ).toMatch(/permission denied/);
    expect(await attempt(`copy reporting.version from stdin`)).toMatch(/permission denied/);
    await client.end();
  });

  it("cannot put lines into another cooperative's version", async () => {
    const elsewhere = await setUpParties(stand, 'Tredje');
    const [version] = await stand.asOwner<{ id: string }>('select id from reporting.version limit 1');
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

describe('the audit trail', () => {
  it('tells who did what with the report, and cannot be changed', async () => {
    const acts = await stand.asOwner<{ act: string }>(
      `select distinct act from platform.audit_entry where subject_kind = 'report-version' order by act`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'report.accepted',
      'report.checked',
      'report.file-opened',
      'report.nothing-delivered',
      'report.received',
      'report.returned',
      'report.submitted',
    ]);
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await expect(client.query(`update platform.audit_entry set act = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(client.query(`update reporting.line set amount = 0`)).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/);
    expect((await client.query('delete from reporting.line')).rowCount).toBe(0); // only what was never submitted can go, by the product's own hand
    await client.end();
  });
});
