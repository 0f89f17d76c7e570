import { standUp, type Stand } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { bytesOf, openTable, type Row } from '@tallgrunn/tabular';
import { reporting } from './room.ts';
import { marchLines, receivedReport, reportCsv } from './testing.ts';

jest.setTimeout(120_000);

let stand: Stand;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  stand = await standUp([identity, agreements, reporting]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

async function workbook(path: string, email: string): Promise<{ bytes: Buffer; rows: Row[]; disposition: string }> {
  const who = await signIn(stand, email);
  const { body, headers } = await who.get(path).buffer(true).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  });
  const rows: Row[] = [];
  for await (const batch of (await openTable(bytesOf(body), 'x.xlsx')).batches()) rows.push(...batch);
  return { bytes: body, rows, disposition: String(headers['content-disposition']) };
}

describe('the template of a duty', () => {
  it('has the columns of the terms, in the reader\'s language', async () => {
    const { rows, disposition } = await workbook(`/duties/${made.duties['2026-03']}/template?language=en`, parties.suppliers[0]!.email);
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['Item number', 'Item name', 'Customer', 'Quantity', 'Unit', 'Price', 'Amount', 'Delivery date', 'Invoice number']);
    expect(decodeURIComponent(disposition)).toContain('Template A-1 2026-03.xlsx');
  });

  it('is understood when it comes back as it is: a report without lines', async () => {
    const { bytes } = await workbook(`/duties/${made.duties['2026-03']}/template`, parties.suppliers[0]!.email);
    const version = await receivedReport(stand, parties.suppliers[0]!.actor, made.duties['2026-03']!, bytes);
    expect(version.verdict?.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual(['empty-file']);
  });

  it('carries the agreed assortment, and says how to fill it in three languages', async () => {
    const { rows } = await workbook(`/duties/${made.duties['2026-03']}/template`, parties.suppliers[0]!.email);
    const texts = (sheet: string) => rows.filter((row) => row.sheet === sheet).map(({ cells }) => cells.map(({ text }) => text));
    expect(texts('Sortiment').slice(0, 2)).toEqual([['Varenummer', 'Varenavn', 'GTIN', 'Enhet', 'Enhetspris'], ['00512', 'Kjøttdeig storfe 2,5 kg', '', 'pk', '312.5']]);
    expect(texts('Veiledning').find(([column]) => column === 'Antall')).toEqual(['Antall', 'Antall: Må fylles ut. Type: tall.', 'Antall: Må fyllast ut. Type: tal.', 'Quantity: Must be filled in. Type: number.']);
  });
});

describe('the annotated report', () => {
  it('holds every row as written, with what was found', async () => {
    const lines = [...marchLines, { ...marchLines[0]!, quantity: 'ca 20', invoiceNumber: '9' }];
    const version = await receivedReport(stand, parties.suppliers[0]!.actor, made.duties['2026-03']!, reportCsv(lines));
    const { rows } = await workbook(`/versions/${version.id}/annotated`, parties.manager.email);
    const bad = rows.find((row) => row.cells[1]?.text === '4');
    expect(bad?.cells.slice(2, 6).map(({ text }) => text)).toEqual(['Nei', expect.stringContaining('ca 20'), '00512', 'Kjøttdeig storfe 2,5 kg']);
    expect(rows.filter((row) => row.cells[2]?.text === 'Ja')).toHaveLength(2);
  });

  it('is not there for another supplier', async () => {
    const version = await receivedReport(stand, parties.suppliers[0]!.actor, made.duties['2026-03']!, reportCsv(marchLines));
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`/versions/${version.id}/annotated`).expect(404);
    await other.get(`/duties/${made.duties['2026-03']}/template`).expect(404);
  });
});
