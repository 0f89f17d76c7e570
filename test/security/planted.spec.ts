import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createWebServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { Logger } from 'nestjs-pino';
import { signedIn, type Caller } from './caller.ts';
import type { PlantedFile } from './planted-file.ts';
import { plantedDespatches, plantedInvoices, plantedReport, plantedSaft } from './planted-files.ts';
import { plantedLedgers } from './planted-ledgers.ts';
import { plantedPersons, tracesIn, type Planted } from './planted-persons.ts';
import { leaksInFiles, leaksInTables, textsOf } from './planted-traces.ts';

interface Batch {
  readonly id: string;
  readonly state: string;
  readonly lines: number;
  readonly quarantined: number;
  readonly leftOut: readonly { reason: string; rows: number }[];
  readonly withheld: readonly { reason: string; where: string; count: number }[];
  readonly progress: readonly { state: string }[];
}

let stand: TestApp;
let server: Pick<TestApp, 'app'>;
let parties: Parties;
let buyer: Caller;
let manager: Caller;
let folder: string;
let files: PlantedFile[];
const log: string[] = [];
const answers: string[] = [];
const batches = new Map<string, Batch>();
const reports: PlantedFile[] = [];
const versions: string[] = [];
const planted = plantedPersons();
/**
 * Requests of a program: each stored field with a person added to its content, and lines that are rejected because of
 * one.
 */
const sent: readonly (readonly [status: number, lines: object[]])[] = [
  [201, planted.slice(0, 45).map(lineWith)],
  [
    422,
    planted
      .slice(0, 12)
      .map(({ written }, at) => ({ amount: at % 2 === 0 ? written : '1', voucherDate: written, currency: written })),
  ],
];

function lineWith({ written }: Planted, at: number): object {
  const field = [
    'text',
    'invoiceNumber',
    'project',
    'costCentre',
    'accountName',
    'voucherType',
    'function',
    'vatCode',
    'buyer',
  ][at % 9]!;
  return {
    voucherNumber: String(76_000 + at),
    voucherDate: '2026-03-05',
    account: '115',
    supplierOrgNumber: '311047116',
    supplierName: 'Finnskog',
    amount: '10.00',
    [field]: `${written} ${76_000 + at}`,
  };
}

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  const made = await setUpAgreement(stand, parties);
  const config = stand.app.get<Config>(CONFIG);
  folder = config.dataFolder;
  const app = await createWebServer(
    { ...config, logLevel: 'trace' },
    new PassThrough().on('data', (piece: Buffer) => log.push(piece.toString())),
  );
  app.useLogger(app.get(Logger));
  await app.init();
  server = { app };
  buyer = await signedIn(server, parties.buyers[0]!.email, '/api/v1');
  manager = await signedIn(server, parties.manager.email, '/api/v1');
  await stand.work();
  files = [
    ...(await plantedLedgers(planted.slice(0, 240))),
    await plantedInvoices(planted.slice(240, 400)),
    plantedSaft(planted.slice(400, 470)),
    await plantedDespatches(planted.slice(470)),
  ];
  for (const { name, bytes } of files) {
    answers.push((await buyer.upload('/spend/batches/preview', { name, content: bytes }).expect(200)).text);
    batches.set(
      name,
      await loaded((await buyer.upload('/spend/batches', { name, content: bytes }).expect(201)).body.id),
    );
  }
  const supplier = await signedIn(server, parties.suppliers[0]!.email, '/api/v1');
  for (const [at, [ending, periodKey]] of (
    [
      ['csv', '2026-03'],
      ['xlsx', '2026-02'],
    ] as const
  ).entries()) {
    const file = await plantedReport(planted.slice(at * 250, at * 250 + 250), ending, periodKey.slice(5));
    reports.push(file);
    const { body } = await supplier
      .upload(`/obligations/${made.obligations[periodKey]!}/versions`, { name: file.name, content: file.bytes })
      .expect(202);
    versions.push(body.id);
  }
  for (const [status, lines] of sent) answers.push((await buyer.post('/spend/lines', lines).expect(status)).text);
  await waitUntilIdle();
  for (const id of versions)
    answers.push(
      (await supplier.get(`/report-versions/${id}`).expect(200)).text,
      (await supplier.get(`/report-versions/${id}/findings`).expect(200)).text,
    );
});
afterAll(async () => {
  await server?.app.close();
  await stand?.close();
});

async function loaded(id: string): Promise<Batch> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await buyer.get(`/spend/batches/${id}`).expect(200);
    if (
      body.state !== 'received' &&
      body.progress.every(({ state }: { state: string }) => state === 'done' || state === 'failed')
    )
      return body as Batch;
    await pause(100);
  }
  throw new Error(`Batch ${id} was never read.`);
}

/** Waits until no job is pending or running, so that all effects of a batch are complete. */
async function waitUntilIdle(): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    const [row] = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from pgboss.job where state in ('created', 'active', 'retry') and start_after <= now()`,
    );
    if (row?.n === 0) return;
    await pause(200);
  }
  throw new Error('The worker never came to rest.');
}

const xmlText = (text: string) => text.replaceAll('&#xd8;', 'Ø');

describe("five hundred personal data items in buyers' files", () => {
  it('are really planted, each in its file', () => {
    expect(new Set(planted.map(({ trace }) => trace)).size).toBe(500);
    for (const file of files) {
      const found = new Set(textsOf(file.bytes).flatMap((text) => tracesIn(xmlText(text), file.planted)));
      expect([file.name, found.size]).toEqual([file.name, file.planted.length]);
    }
    expect(files.flatMap((file) => file.planted)).toHaveLength(500);
    for (const file of reports)
      expect(new Set(textsOf(file.bytes).flatMap((text) => tracesIn(text, file.planted))).size).toBe(250);
  });

  it('exclude no organisation: its lines are imported, and removals are counted equally in preview and batch', () => {
    for (const [at, { name, lines }] of files.entries()) {
      const batch = batches.get(name)!;
      expect([name, batch.state, batch.lines]).toEqual([name, 'posted', lines]);
      expect(JSON.parse(answers[at]!)).toMatchObject({ lines, leftOut: batch.leftOut, withheld: batch.withheld });
    }
    const reasons = new Set([...batches.values()].flatMap(({ withheld }) => withheld.map(({ reason }) => reason)));
    expect([...reasons].sort()).toEqual([
      'address',
      'attachment',
      'column',
      'contact',
      'free-text',
      'national-number',
      'person',
      'property',
      'reference',
    ]);
    const outside = new Set([...batches.values()].flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason)));
    expect([...outside].sort()).toEqual(['chart payroll', 'party no-number', 'party person', 'saft balance']);
  });

  it('keep lines findable: an invoice by number, a line by text', async () => {
    const numbers = await stand.asOwner<{ number: string }>(
      `select number from spend.invoice where number ~ '^8\\d{4}$' union all select invoice_number from spend.posting where invoice_number ~ '^7\\d{4}$'`,
    );
    expect(numbers.length).toBeGreaterThan(12);
    const [item] = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from spend.invoice_line where item_name like 'Dagmamma v/ %' or item_name like 'Skyss % uke 12'`,
    );
    expect(item!.n).toBeGreaterThan(8);
  });

  it('leave report lines readable, without unused columns', async () => {
    for (const id of versions) {
      const [version] = await stand.asOwner<{ state: string; rows: number; columns: number }>(
        `select v.state, c.accepted_count + c.quarantined_count as rows, (select jsonb_array_length(k.unused_columns || k.columns) from reporting.file_redaction k where k.version_id = v.id and k.stage = 'kept') as columns
         from reporting.report_version v join reporting.check_result c on c.version_id = v.id where v.id = '${id}'`,
      );
      expect(version!.state).toBe('checked');
      expect(version!.columns).toBeGreaterThanOrEqual(2);
      expect(version!.rows).toBeGreaterThan(150);
    }
  });

  it('are in no table of any schema', async () => {
    const { leaks, tables, tablesWithKnown } = await leaksInTables(stand, planted, 'Finnskog');
    expect(leaks).toEqual([]);
    expect(tables).toBeGreaterThan(100);
    // The same search finds text that is stored.
    expect(tablesWithKnown).toBeGreaterThan(2);
  });

  it('are in no file of the store, the spool or the outbox, packed or not', () => {
    const { leaks, names } = leaksInFiles(folder, planted);
    expect(leaks).toEqual([]);
    expect(names.filter((name) => name.startsWith('spool'))).toEqual([]);
  });

  it('are in no line of the log', () => {
    const text = log.join('');
    expect(text).toContain('/spend/batches');
    expect(tracesIn(text, planted)).toEqual([]);
  });

  it('are in no response and no export', async () => {
    for (const { id } of batches.values()) {
      answers.push((await buyer.get(`/spend/batches/${id}`).expect(200)).text);
      for (let after = 0, more = true; more;) {
        const { text, body } = await buyer.get(`/spend/batches/${id}/lines?after=${after}`).expect(200);
        answers.push(text);
        after = (body as { lineNo: number }[]).at(-1)?.lineNo ?? 0;
        more = (body as unknown[]).length === 200;
      }
    }
    const { text: exported } = await manager.get('/combined/export.csv').expect(200);
    expect(exported).toContain('Finnskog');
    for (const answer of [
      ...answers,
      exported,
      (await manager.get('/combined').expect(200)).text,
      (await manager.get('/spend/batches').expect(200)).text,
    ])
      expect(tracesIn(answer, planted)).toEqual([]);
  });
});
