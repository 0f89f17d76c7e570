import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { ccs, definitionNamed, fixtures } from './ccs-files.ts';
import { readFdl } from './read-fdl.ts';
import { blockingCounts, checkBytes } from './sample-return.ts';
import { termsOfFdl } from './terms-of-fdl.ts';

const maybe = ccs === null ? describe.skip : describe;
const definition = (name: string) => termsOfFdl(readFdl(definitionNamed(name)));
const bytes = (name: string): Uint8Array => readFileSync(join(fixtures, name));

/** Not among the definitions. Contains the columns that one of the project's tests reads. */
const leasing = `Framework RM6096 {
  Name 'Vehicle leasing'
  ManagementCharge 0.5%
  Lots { '1' -> '' '2' -> '' '3' -> '' '4' -> '' }
  InvoiceFields {
    CustomerURN from 'Customer Unique Reference Number (URN)'
    InvoiceDate from 'Customer Invoice/Credit Note Date'
    LotNumber from 'Lot Number'
    InvoiceValue from 'Total Cost (ex VAT)'
  }
}`;

/** Not among the definitions either. */
const creative = `Framework RM1059 {
  Name 'Creative services'
  ManagementCharge 0.5%
  InvoiceFields {
    CustomerURN from 'Customer URN'
    InvoiceDate from 'Customer Invoice Date'
    ProductGroup from 'Product / Service Group Level 1'
    ProductClass from 'Product / Service Group Level 2'
    InvoiceValue from 'Total Charge (Ex VAT)'
  }
}`;

/** The project's list of customers is not a return. The definition only serves its test. */
const customers = `Framework Customers {
  Name 'Customers'
  ManagementCharge 0%
  ContractFields {
    CustomerURN from 'URN'
    CustomerName from 'CustomerName'
    CustomerPostCode from 'PostCode'
    String from 'Published'
  }
}`;

maybe('the UK project’s example workbooks', () => {
  it('are all covered', () => {
    const found = readdirSync(fixtures)
      .filter((name) => /\.xlsx?$/i.test(name))
      .sort();
    expect(found).toEqual([
      'customers_with_missing_columns.xlsx',
      'headers-prefixed-with-space.xls',
      'not-really-an.xls',
      'rm1059-with-date-like-value.xls',
      'rm1557-10-test.xls',
      'rm3767-with-no-orders.xls',
      'rm6096-with-boolean-like-value.xlsx',
      'test.xls',
      'test.xlsx',
      'uppercase.XLS',
    ]);
  });

  it('rm1557-10-test.xls is one invoice and two orders, as they were written', async () => {
    const { verdict, lines } = await checkBytes(
      bytes('rm1557-10-test.xls'),
      'rm1557-10-test.xls',
      definition('RM1557_10.fdl'),
    );
    expect(verdict).toMatchObject({ ok: true, accepted: 3, totals: { amount: '125000.00' } });
    const rows = (sheet: string) =>
      lines
        .filter((line) => line.sheet === sheet)
        .map((line) => ({ ...line, written: JSON.parse(line.rawJson) as Record<string, string> }));
    expect(rows('InvoicesRaised')).toMatchObject([
      {
        row: 2,
        orderNumber: 'TEST1234',
        buyerText: '2526618',
        invoicedOn: '2019-03-01',
        invoiceNumber: '42',
        lot: '2',
        itemNumber: '401234567890123',
        unitPrice: '125000',
        quantity: '1',
        amount: '125000',
        written: {
          CustomerName: 'Test Organisation',
          ProductGroup: 'Operations Management',
          UNSPSC: '43231500',
          UnitType: 'Per User',
          VATCharged: '25000',
          Expenses: '0',
        },
      },
    ]);
    expect(
      rows('Contracts').map(({ row, orderNumber, lot, written }) => [
        row,
        orderNumber,
        lot,
        written['CustomerName'],
        written['ContractStartDate'],
        written['ContractEndDate'],
        written['ProductGroup'],
        written['ContractValue'],
      ]),
    ).toEqual([
      [2, '12345678', '2', 'Test Organisation', '2018-12-25', '2020-12-25', 'Collaborative Working', '420000'],
      [
        3,
        '98765432',
        '1',
        'Another Test Organisation',
        '2019-01-01',
        '2019-06-01',
        'Archiving, Backup and Disaster Recovery',
        '420000',
      ],
    ]);
  });

  it('rm1557-10-test.xls passes for a known customer only', async () => {
    const context = (urn: string) => ({ buyers: { key: [urn], name: [urn] } });
    const check = (urn: string) =>
      checkBytes(bytes('rm1557-10-test.xls'), 'rm1557-10-test.xls', definition('RM1557_10.fdl'), context(urn));
    expect((await check('2526618')).verdict).toMatchObject({ ok: true, accepted: 3 });
    expect(blockingCounts(await check('9999999'))).toEqual({ 'buyer-not-entitled': 3 });
  });

  it('rm3767-with-no-orders.xls has an invoice and no orders, in a template older than the definition', async () => {
    const { verdict } = await checkBytes(
      bytes('rm3767-with-no-orders.xls'),
      'rm3767-with-no-orders.xls',
      definition('RM3767.fdl'),
    );
    expect(verdict.sheets).toMatchObject([
      { name: 'InvoicesRaised', role: 'lines', rows: 1 },
      { rows: 0 },
      { rows: 0 },
    ]);
    expect(verdict.findings.filter(({ code }) => code === 'column-missing').map(({ expected }) => expected)).toEqual([
      'Customer Organisation Name',
      'Tyre Width',
      'Aspect Ratio',
      'Rim Diameter',
    ]);
  });

  it('headers-prefixed-with-space.xls finds the column whose heading has a space before it', async () => {
    const { verdict, lines } = await checkBytes(
      bytes('headers-prefixed-with-space.xls'),
      'headers.xls',
      definition('RM1557viii.fdl'),
    );
    expect(verdict).toMatchObject({ ok: true, accepted: 1 });
    expect(JSON.parse(lines[0]!.rawJson)['ContractValue']).toBe('1234');
  });

  it('rm1059-with-date-like-value.xls keeps the text 1 Year a text', async () => {
    const { lines } = await checkBytes(
      bytes('rm1059-with-date-like-value.xls'),
      'rm1059.xls',
      termsOfFdl(readFdl(creative)),
    );
    expect(lines.map(({ row, rawJson }) => [row, JSON.parse(rawJson)['ProductClass']])).toEqual([[2, '1 Year']]);
  });

  it('not-really-an.xls is no workbook', async () => {
    await expect(openTable(bytesOf(bytes('not-really-an.xls')), 'not-really-an.xls')).rejects.toMatchObject({
      code: 'file-empty',
    });
  });

  it.each(['test.xlsx', 'test.xls', 'uppercase.XLS'])(
    '%s has every column of its framework, and no row',
    async (name) => {
      const checked = await checkBytes(bytes(name), name, definition('RM1557_10.fdl'));
      expect(checked.verdict.rows).toBe(0);
      expect(Object.keys(blockingCounts(checked))).toEqual(['empty-file']);
    },
  );

  it('rm6096-with-boolean-like-value.xlsx keeps the lot 1 a 1', async () => {
    const { lines } = await checkBytes(
      bytes('rm6096-with-boolean-like-value.xlsx'),
      'rm6096.xlsx',
      termsOfFdl(readFdl(leasing)),
    );
    expect(lines.map(({ row, lot }) => [row, lot]).slice(0, 2)).toEqual([
      [2, '1'],
      [3, '1'],
    ]);
  });

  it('customers_with_missing_columns.xlsx is refused for the column it lacks', async () => {
    const { verdict } = await checkBytes(
      bytes('customers_with_missing_columns.xlsx'),
      'customers.xlsx',
      termsOfFdl(readFdl(customers)),
    );
    expect(verdict).toMatchObject({ ok: false, accepted: 0 });
    expect(verdict.findings.filter(({ severity }) => severity === 'blocksFile')).toMatchObject([
      { code: 'column-missing', expected: 'Published' },
    ]);
  });
});
