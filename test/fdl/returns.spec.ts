import type { Terms } from '@tallgrunn/checks';
import { ccs, definitionNamed } from './ccs-files.ts';
import { readFdl } from './read-fdl.ts';
import { blockingCounts, checkBytes, workbook } from './sample-return.ts';
import type { Checked, SampleSheet } from './sample-return.ts';
import { termsOfFdl } from './terms-of-fdl.ts';

// The statements of the project's own ingest tests about a return (spec/models/ingest), with our own rows.
const maybe = ccs === null ? describe.skip : describe;

const invoice = {
  'SoW / Order Number': 'A-100',
  'Buyer Cost Centre': '7',
  'Contract Reference': 'C-1',
  'Buyer URN': '10012345',
  'Buyer Organisation': 'Northern Council',
  'Buyer Contact Name': '',
  'Buyer Contact Number': '',
  'Buyer Email Address': '',
  'Invoice Date': '23/04/2019',
  'Invoice Number': 'F-1',
  'Lot Number': '1',
  'Project Phase': 'alpha',
  'Project Name': 'Permits',
  'Service provided': 'Security',
  Location: 'Leeds',
  UNSPSC: '81112000',
  'Unit of Purchase': 'Day',
  'Price per Unit': '410.50',
  Quantity: '2',
  'Total Charge (Ex VAT)': '821.00',
  'VAT amount charged': '164.20',
  'Actual Delivery Date SoW complete': '',
};
const order = {
  'SoW / Order Number': 'A-100',
  'Contract Reference': 'C-1',
  'Buyer URN': '10012345',
  'Buyer Organisation': 'Northern Council',
  'Buyer Contact Name': '',
  'Buyer Contact Number': '',
  'Buyer Email Address': '',
  'Contract Start Date': '01/02/2019',
  'Contract End Date': '01/02/2020',
  'Lot Number': '2',
  'Project Name': 'Permits',
  'Project Phase': 'beta',
  'Service provided': 'Developer',
  Location: 'Leeds',
  'Day Rate': '500',
  'Total Value': '20000',
};
const brief = {
  'Customer URN': '10012345',
  'Customer PostCode': 'LS1 1AA',
  'Customer Organisation': 'Northern Council',
  'Campaign Name': 'Bins',
  'Date Brief Received': '18/12/2019',
  'Participated (Y/N)': 'N',
  'Reason for Non-Participation': '',
};
const blank = Object.fromEntries(Object.keys(invoice).map((heading) => [heading, '   ']));
const without = (row: object, heading: string): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== heading));
const invoices = (...rows: Record<string, string>[]): SampleSheet => ({ name: 'InvoicesRaised', rows });
const others: SampleSheet[] = [
  { name: 'OrdersReceived', rows: [order] },
  { name: 'Briefs Received', rows: [brief] },
];

maybe('a return under the tested definition', () => {
  const terms = (): Terms => termsOfFdl(readFdl(definitionNamed('fixtures/rm1043iv.fdl')));
  const check = async (...sheets: SampleSheet[]): Promise<Checked> =>
    checkBytes(await workbook(...sheets), 'return.xlsx', terms());

  it('is loaded by sheets when correct: invoices, orders and others, with the invoices summed', async () => {
    const checked = await check(invoices(invoice, { ...invoice, 'Invoice Number': 'F-2' }), ...others);
    expect(blockingCounts(checked)).toEqual({});
    expect(checked.verdict).toMatchObject({
      ok: true,
      accepted: 4,
      sheets: [{ rows: 2 }, { rows: 1 }, { rows: 1 }],
      totals: { amount: '1642.00' },
    });
    expect(checked.lines[0]).toMatchObject({ buyerText: '10012345', amount: '821.00', invoicedOn: '2019-04-23' });
  });

  it('may have no orders, and another column order', async () => {
    expect((await check(invoices(invoice))).verdict).toMatchObject({ ok: true, accepted: 1 });
    expect((await check(...others, invoices(invoice))).verdict).toMatchObject({
      ok: true,
      accepted: 3,
      totals: { amount: '821.00' },
    });
  });

  it('keeps row numbers across blank rows, which are not counted', async () => {
    const { lines, verdict } = await check(invoices(invoice, blank, { ...invoice, 'Invoice Number': 'F-2' }));
    expect(lines.map(({ row }) => row)).toEqual([2, 4]);
    expect(verdict).toMatchObject({ ok: true, rows: 2 });
  });

  it('accepts headings with leading spaces, and keeps date-like text as text', async () => {
    const spaced = Object.fromEntries(
      Object.entries({ ...invoice, 'Project Phase': '1 Year' }).map(([heading, value]) => [` ${heading}`, value]),
    );
    const { verdict, lines } = await check(invoices(spaced));
    expect(verdict.ok).toBe(true);
    expect(JSON.parse(lines[0]!.rawJson)['Additional1']).toBe('1 Year');
  });

  it.each([
    ['InvoicesRaised', 'Contract Reference'],
    ['OrdersReceived', 'Lot Number'],
    ['Briefs Received', 'Customer URN'],
  ])('reports the missing column %s: %s', async (sheet, heading) => {
    const sheets = [invoices(invoice), ...others].map((each) =>
      each.name === sheet ? { ...each, rows: each.rows.map((row) => without(row, heading)) } : each,
    );
    const { verdict } = await check(...sheets);
    expect(verdict.ok).toBe(false);
    expect(verdict.findings.filter(({ code }) => code === 'column-missing')).toMatchObject([
      { severity: 'blocksFile', expected: heading, place: { sheet } },
    ]);
  });

  it('reports that N/A and a dash are not numbers', async () => {
    const checked = await check(
      invoices(
        { ...invoice, 'Price per Unit': 'N/A' },
        { ...invoice, 'Price per Unit': '-' },
        { ...invoice, 'Invoice Number': 'F-3' },
      ),
    );
    expect(blockingCounts(checked)).toEqual({ 'not-a-number': 2 });
    expect(checked.verdict).toMatchObject({ accepted: 1, quarantined: 2 });
  });

  it('reports a blank mandatory field, and keeps its amount in the sum', async () => {
    const checked = await check(invoices(invoice, { ...invoice, 'Total Charge (Ex VAT)': '' }));
    expect(blockingCounts(checked)).toEqual({ 'required-empty': 1 });
    expect(checked.verdict).toMatchObject({ totals: { amount: '821.00' } });
  });

  it('reports values that are in no list, or do not fit the lot', async () => {
    expect(blockingCounts(await check(invoices({ ...invoice, 'Lot Number': '9' })))).toEqual({ 'value-not-listed': 1 });
    expect(blockingCounts(await check(invoices({ ...invoice, 'Lot Number': '2' })))).toEqual({ 'dependent-value': 1 });
    expect(blockingCounts(await check(invoices({ ...invoice, 'Unit of Purchase': 'Fortnight' })))).toEqual({
      'value-not-listed': 1,
    });
    expect(blockingCounts(await check({ ...others[1]!, rows: [{ ...brief, 'Participated (Y/N)': 'Maybe' }] }))).toEqual(
      {
        'value-not-listed': 1,
      },
    );
  });

  it('reports invalid dates and customer numbers', async () => {
    expect(blockingCounts(await check(invoices({ ...invoice, 'Invoice Date': 'soon' })))).toEqual({
      'date-unreadable': 1,
    });
    expect(blockingCounts(await check(invoices({ ...invoice, 'Invoice Date': '30/02/2019' })))).toEqual({
      'date-impossible': 1,
    });
    expect(blockingCounts(await check(invoices({ ...invoice, 'Buyer URN': 'council' })))).toEqual({
      'text-pattern': 1,
    });
  });
});
