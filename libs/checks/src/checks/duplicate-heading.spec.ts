import { checkCsv, heading, line, report, rightLine, findingsOf } from '../testing.ts';

describe('duplicate-heading', () => {
  it('reports nothing for unique headings or equal content', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'duplicate-heading')).toEqual([]);
    expect(
      findingsOf(await checkCsv(`${heading};Antall\n${rightLine};2\n${line({ invoice: 'F2' })};`), 'duplicate-heading'),
    ).toEqual([]);
  });

  it('asks which of two columns with one heading is right, and states which was used', async () => {
    const checkResult = await checkCsv(`${heading};Antall\n${rightLine};2\n${line({ invoice: 'F2' })};3`);
    expect(findingsOf(checkResult, 'duplicate-heading')).toMatchObject([
      {
        class: 4,
        severity: 'confirm',
        found: 'Antall',
        place: { row: 1, cell: 'D1' },
        params: { used: 'D', others: 'J' },
      },
    ]);
    expect(checkResult.accepted).toBe(2);
  });

  it('does not ask after a person assigned the column', async () => {
    const columns = {
      buyer: 0,
      itemNumber: 1,
      itemName: 2,
      quantity: 9,
      unit: 4,
      unitPrice: 5,
      amount: 6,
      deliveredOn: 7,
      invoiceNumber: 8,
    };
    const checkResult = await checkCsv(`${heading};Antall\n${line({ quantity: '9' })};2`, {
      mapping: { sheet: '', headingRow: 1, columns },
    });
    expect(findingsOf(checkResult, 'duplicate-heading')).toEqual([]);
    expect(checkResult).toMatchObject({ ok: true, accepted: 1 });
  });
});
