import type { TestApp } from '@tallgrunn/platform/testing';
import { type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, reportCsv } from './testing.ts';
import { setUpReporting } from './testing/set-up-reporting.ts';
import { type Uploader, uploader, checked, send } from './testing/uploader.ts';

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

describe('files that are not reports', () => {
  it.each([
    ['empty', 'tom.csv', ''],
    ['a picture', 'bilde.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('%s: returns one clear finding, and nothing to submit', async (_what, name, bytes) => {
    const version = await send(supplier, made.obligations['2026-01']!, bytes, name);
    expect(version).toMatchObject({ state: 'checked', lines: 0, verdict: { ok: false } });
    expect(version.verdict.groups[0].severity).toBe('blocksFile');
    expect((await supplier.post(`/report-versions/${version.id}/submit`).expect(422)).body.issues[0].code).toBe(
      'file-blocked',
    );
  });

  it('rejects a request without a file', async () => {
    expect((await supplier.post(`/obligations/${march()}/versions`).expect(400)).body.code).toBe('file-missing');
  });

  it('removes personal data: stores hash and location, deletes the bytes, and stores a copy without the column', async () => {
    const text =
      'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer;Fødselsnummer\n00512;Kjøttdeig;Kongsvinger kommune;1;pk;312,50;312,50;03.01.2026;1;01010112377\n';
    const version = await send(supplier, made.obligations['2026-01']!, text);
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
    const kept = await supplier.get(`/report-versions/${version.id}/file`).buffer(true).expect(200);
    expect((kept.body as Buffer).toString()).toBe(
      `\ufeff${text.replace('Fødselsnummer', '').replace('01010112377', '').replaceAll('\n', '\r\n')}`,
    );
    const everything = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from reporting.finding f where f::text like '%01010112377%'`,
    );
    expect(everything).toEqual([{ n: 0 }]);
  });

  it('masks a national identity number in a text wherever the text is stored', async () => {
    const text = reportCsv(
      marchLines.map((line) => ({ ...line, itemName: 'Levert til 01010750160', deliveredOn: '05.01.2026' })),
    );
    const version = await send(supplier, made.obligations['2026-01']!, text, 'januar 01010750160.csv');
    expect(version.verdict.counts['personal-data']).toBe(2);
    expect(version.file.name).toMatch(/^file-[0-9a-f]{8}\.csv$/);
    const kept = await stand.asOwner<{ n: number }>(
      `select (select count(*)::int from reporting.finding f where f::text like '%01010750160%') + (select count(*)::int from reporting.quarantined_row q where q::text like '%01010750160%')
         + (select count(*)::int from reporting.report_line l where l::text like '%01010750160%') + (select count(*)::int from reporting.check_result v where v::text like '%01010750160%') as n`,
    );
    expect(kept).toEqual([{ n: 0 }]);
  });
});

describe('cell edits made in the browser', () => {
  it('applies the edits sent with the file, and resolves the same findings on the server', async () => {
    const lines = marchLines.map((line, at) => ({
      ...line,
      deliveredOn: line.deliveredOn.replace('.03.', '.01.'),
      quantity: at === 0 ? 'ti' : line.quantity,
    }));
    const open = await send(supplier, made.obligations['2026-01']!, reportCsv(lines));
    expect(open).toMatchObject({ lines: 1, verdict: { quarantined: 1 } });
    const answers = JSON.stringify({ patches: [{ set: 'cell', sheet: '', row: 2, column: 3, value: '10' }] });
    const sent = await supplier
      .upload(`/obligations/${made.obligations['2026-01']!}/versions`, 'januar.csv', reportCsv(lines), { answers })
      .expect(202);
    expect(await checked(supplier, sent.body.id)).toMatchObject({ lines: 2, verdict: { quarantined: 0 } });
  });

  it('rejects malformed edits', async () => {
    const sent = await supplier.upload(`/obligations/${march()}/versions`, 'mars.csv', reportCsv(marchLines), {
      answers: '{"patches": 3}',
    });
    expect([sent.status, sent.body.code]).toEqual([400, 'reading-options-malformed']);
  });
});

describe('nil return', () => {
  it('is accepted after the end of the period only', async () => {
    const { status, body } = await supplier.post(`/obligations/${made.obligations['2026-04']!}/report-nil`);
    expect([status, body.code, body.params]).toEqual([
      422,
      'period-not-over',
      { period: '2026-04', from: '2026-05-01' },
    ]);
  });

  it('is submitted in one request and gets a receipt', async () => {
    stand.clock.runFrom(new Date('2026-05-02T10:00:00Z'));
    const { body } = await supplier.post(`/obligations/${made.obligations['2026-04']!}/report-nil`).expect(201);
    const { body: receipt } = await supplier.get(`/report-versions/${body.id}/receipt`).expect(200);
    expect(receipt).toMatchObject({ number: 'R-2026-00001/1', kind: 'nil', state: 'accepted', lines: 0, file: null });
    expect((await supplier.get(`/obligations/${made.obligations['2026-04']!}`)).body.state).toBe('nil');
    expect(await stand.asOwner('select act from platform.audit_entry where subject_id = $1', [body.id])).toEqual([
      { act: 'report.nil-returned' },
    ]);
    expect((await supplier.post(`/obligations/${made.obligations['2026-04']!}/report-nil`).expect(409)).body.code).toBe(
      'nil-return-already-submitted',
    );
    stand.clock.runFrom(new Date(`${made.today}T10:00:00Z`));
  });

  it('waits for the manager when it replaces lines, accepted ones or pending ones', async () => {
    const obligation = made.obligations['2026-02']!;
    const text = reportCsv(
      marchLines.map((line) => ({
        ...line,
        deliveredOn: line.deliveredOn.replace('.03.', '.02.'),
        unitPrice: '400,00',
        amount: line.quantity === '10' ? '4000,00' : '1600,00',
      })),
    );
    const version = await send(supplier, obligation, text, 'februar.csv');
    const confirmations = version.verdict.groups
      .filter((group: { severity: string }) => group.severity === 'confirm')
      .map((group: { code: string; example: { cause?: string } }) => ({
        code: group.code,
        cause: group.example.cause ?? '',
        reason: 'Avtalt i brev.',
      }));
    await supplier.post(`/report-versions/${version.id}/submit`, { confirmations }).expect(201);
    const { body } = await supplier.post(`/obligations/${obligation}/report-nil`).expect(201);
    const { body: receipt } = await supplier.get(`/report-versions/${body.id}/receipt`).expect(200);
    expect(receipt).toMatchObject({ kind: 'nil', state: 'submitted', needsDecision: true });
    await manager.post(`/report-versions/${body.id}/return`, { reason: 'Det ble levert.' }).expect(204);
  });
});
