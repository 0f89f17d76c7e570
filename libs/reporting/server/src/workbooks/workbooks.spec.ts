import { readdir } from 'node:fs/promises';
import { FileStore } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { bytesOf, openTable, openZip, writeXlsx, type Row } from '@tallgrunn/tabular';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const reportHeads = [
  'Varenummer',
  'Varenavn',
  'Kunde',
  'Antall',
  'Enhet',
  'Pris',
  'Beløp',
  'Levert dato',
  'Fakturanummer',
];

async function toBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function workbook(path: string, email: string): Promise<{ bytes: Buffer; rows: Row[]; disposition: string }> {
  const who = await signIn(stand, email);
  const { body, headers } = await who
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
  const rows: Row[] = [];
  for await (const batch of (await openTable(bytesOf(body), 'x.xlsx')).batches()) rows.push(...batch);
  return { bytes: body, rows, disposition: String(headers['content-disposition']) };
}

describe('template of an obligation', () => {
  it('has the columns of the terms in the language of the reader', async () => {
    const { rows, disposition } = await workbook(
      `/obligations/${made.obligations['2026-03']}/template?language=en`,
      parties.suppliers[0]!.email,
    );
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual([
      'Item number',
      'Item name',
      'Customer',
      'Quantity',
      'Unit',
      'Price',
      'Amount',
      'Delivery date',
      'Invoice number',
    ]);
    expect(decodeURIComponent(disposition)).toContain('Template A-1 2026-03.xlsx');
  });

  it('is recognised when it is uploaded unchanged: a report without lines', async () => {
    const { bytes } = await workbook(
      `/obligations/${made.obligations['2026-03']}/template`,
      parties.suppliers[0]!.email,
    );
    const version = await receivedReport(stand, parties.suppliers[0]!.actor, made.obligations['2026-03']!, bytes);
    expect(version.verdict?.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([
      'empty-file',
    ]);
  });

  it('contains the agreed assortment, and instructions in three languages', async () => {
    const { rows } = await workbook(
      `/obligations/${made.obligations['2026-03']}/template`,
      parties.suppliers[0]!.email,
    );
    const texts = (sheet: string) =>
      rows.filter((row) => row.sheet === sheet).map(({ cells }) => cells.map(({ text }) => text));
    expect(texts('Sortiment').slice(0, 2)).toEqual([
      ['Varenummer', 'Varenavn', 'GTIN', 'Enhet', 'Enhetspris'],
      ['00512', 'Kjøttdeig storfe 2,5 kg', '', 'pk', '312.5'],
    ]);
    expect(texts('Veiledning').find(([column]) => column === 'Antall')).toEqual([
      'Antall',
      'Antall: Må fylles ut. Type: tall.',
      'Antall: Må fyllast ut. Type: tal.',
      'Quantity: Must be filled in. Type: number.',
    ]);
  });
});

describe('annotated report', () => {
  const wordy = () =>
    receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      reportCsv([...marchLines, { ...marchLines[0]!, quantity: 'ca 20', invoiceNumber: '9' }]),
    );

  it('is the original file with the findings added', async () => {
    const version = await wordy();
    const { rows, disposition } = await workbook(
      `/report-versions/${version.id}/annotated-rows`,
      parties.manager.email,
    );
    expect(decodeURIComponent(disposition)).toContain('rapport med merknader.xlsx');
    expect(
      rows
        .find(({ sheet, row }) => sheet === 'rapport' && row === 4)
        ?.cells.slice(0, 4)
        .map(({ text }) => text),
    ).toEqual(['00512', 'Kjøttdeig storfe 2,5 kg', 'Kongsvinger kommune', 'ca 20']);
    const found = rows.filter(({ sheet }) => sheet === 'Funn').map(({ cells }) => cells.map(({ text }) => text));
    expect(found.filter((cells) => cells[5] === 'D4').map((cells) => [cells[0], cells[1], cells[7]])).toEqual([
      ['✖', 'Stopper raden', 'ca 20'],
      ['✖', 'Stopper raden', 'ca 20'],
    ]);
    expect(
      await readdir(stand.get(FileStore).spoolFolder).then((names) =>
        names.filter((name) => name.includes('-annotating-')),
      ),
    ).toEqual([]);
  });

  it('preserves the layout of the workbook of the supplier, with English texts on request', async () => {
    const own = await toBytes(
      writeXlsx([
        {
          name: 'Mars',
          columns: reportHeads.map((header) => ({ header })),
          rows: [
            [
              '00512',
              'Kjøttdeig storfe 2,5 kg',
              'Kongsvinger kommune',
              'mange',
              'pk',
              '312.50',
              '3125.00',
              '03.03.2026',
              '7001',
            ],
          ],
        },
      ]),
    );
    const version = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      own,
      'mars.xlsx',
    );
    const { bytes } = await workbook(
      `/report-versions/${version.id}/annotated-rows?language=en`,
      parties.suppliers[0]!.email,
    );
    const [was, is] = await Promise.all([own, bytes].map((each) => openZip(bytesOf(each))));
    expect(is!.entries.map(({ name }) => name)).toEqual(expect.arrayContaining(was!.entries.map(({ name }) => name)));
    expect((await openTable(bytesOf(bytes), 'x.xlsx')).sheets.map(({ name }) => name)).toEqual(['Mars', 'Findings']);
  });

  it('contains every row with its remarks when only a copy of the file is stored', async () => {
    const version = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      reportCsv([...marchLines, { ...marchLines[0]!, itemName: '01010150074', quantity: 'ca 20' }]),
    );
    expect(version.cuttings).toMatchObject([{ stage: 'kept', cells: 1 }]);
    const { rows } = await workbook(`/report-versions/${version.id}/annotated-rows`, parties.manager.email);
    const bad = rows.find((row) => row.cells[1]?.text === '4');
    expect(bad?.cells.slice(2, 4).map(({ text }) => text)).toEqual(['Nei', expect.stringContaining('ca 20')]);
    expect(rows.filter((row) => row.cells[2]?.text === 'Ja')).toHaveLength(2);
  });

  it('is not available to another supplier', async () => {
    const version = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      reportCsv(marchLines),
    );
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`/report-versions/${version.id}/annotated-rows`).expect(404);
    await other.get(`/obligations/${made.obligations['2026-03']}/template`).expect(404);
  });
});
