import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { ReadProblem } from '@tallgrunn/tabular';
import { ccs, definitionNamed, fixtures } from './ccs-files.ts';
import { readFdl } from './read-fdl.ts';
import { blocks, checkBytes } from './sample-return.ts';
import { termsOfFdl } from './terms-of-fdl.ts';

const maybe = ccs === null ? describe.skip : describe;
const bytes = (name: string): Uint8Array => readFileSync(join(fixtures, name));

/** The workbooks are of 1997's format, which is not read: that is said, and what they are for is shown with workbooks of our own. */
const oldFormat: Readonly<Record<string, string>> = {
  'headers-prefixed-with-space.xls': 'headings with spaces before them are found',
  'rm1059-with-date-like-value.xls': 'a text that looks like a date stays text',
  'rm1557-10-test.xls': 'one invoice and two orders are read',
  'rm3767-with-no-orders.xls': 'a return without orders has none',
  'test.xls': 'a file is taken by its kind',
  'uppercase.XLS': 'a file is taken by its kind, whatever the case of its name',
};

/** Not among the definitions; the columns a test of theirs reads. */
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

/** Their list of customers is no return; its columns are, for the sake of its test. */
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
  it('are all accounted for', () => {
    const found = readdirSync(fixtures).filter((name) => /\.xlsx?$/i.test(name)).sort();
    const known = [...Object.keys(oldFormat), 'customers_with_missing_columns.xlsx', 'not-really-an.xls', 'rm6096-with-boolean-like-value.xlsx', 'test.xlsx'].sort();
    expect(found).toEqual(known);
  });

  it.each(Object.entries(oldFormat))('%s (%s) is refused for its format, by name', async (name) => {
    await expect(openTable(bytesOf(bytes(name)), name)).rejects.toMatchObject({ code: 'kind-not-yet', params: { found: 'xls' } } satisfies Partial<ReadProblem>);
  });

  it('not-really-an.xls is no workbook', async () => {
    await expect(openTable(bytesOf(bytes('not-really-an.xls')), 'not-really-an.xls')).rejects.toMatchObject({ code: 'file-empty' });
  });

  it('test.xlsx has every column of its framework, and no row', async () => {
    const checked = await checkBytes(bytes('test.xlsx'), 'test.xlsx', termsOfFdl(readFdl(definitionNamed('RM1557_10.fdl'))));
    expect(checked.verdict.rows).toBe(0);
    expect(Object.keys(blocks(checked))).toEqual(['empty-file']);
  });

  it('rm6096-with-boolean-like-value.xlsx keeps the lot 1 a 1', async () => {
    const { lines } = await checkBytes(bytes('rm6096-with-boolean-like-value.xlsx'), 'rm6096.xlsx', termsOfFdl(readFdl(leasing)));
    expect(lines.map(({ row, lot }) => [row, lot]).slice(0, 2)).toEqual([[2, '1'], [3, '1']]);
  });

  it('customers_with_missing_columns.xlsx is refused for the column it lacks', async () => {
    const { verdict } = await checkBytes(bytes('customers_with_missing_columns.xlsx'), 'customers.xlsx', termsOfFdl(readFdl(customers)));
    expect(verdict).toMatchObject({ ok: false, accepted: 0 });
    expect(verdict.findings.filter(({ severity }) => severity === 'blocksFile')).toMatchObject([{ code: 'column-missing', expected: 'Published' }]);
  });
});
