import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

const sum = (label: string, amount: string): string => `${label};;;;;;${amount};;`;

describe('subtotal-row', () => {
  it('accepts lines without subtotals', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'subtotal-row')).toEqual([]);
  });

  it('leaves out subtotals and the total below them', async () => {
    const checkResult = await checkCsv(
      report(
        rightLine,
        line({ invoice: 'F2' }),
        sum('Sum Kongsvinger', '480,00'),
        line({ buyer: 'Åsnes' }),
        sum('Sum Åsnes', '240,00'),
        sum('Totalt', '720,00'),
      ),
    );
    expect(findingsOf(checkResult, 'subtotal-row')).toMatchObject([
      { class: 11, severity: 'info', found: '480.00', place: { row: 4 } },
      { found: '240.00', place: { row: 6 } },
    ]);
    expect(findingsOf(checkResult, 'total-row')).toMatchObject([{ place: { row: 7 } }]);
    expect(checkResult).toMatchObject({ ok: true, rows: 3, totals: { amount: '720.00' } });
  });

  it("recognises a spreadsheet's automatic subtotals", async () => {
    const checkResult = await checkCsv(
      report(
        rightLine,
        line({ invoice: 'F2' }),
        sum('Kongsvinger Totalt', '480,00'),
        line({ buyer: 'Åsnes' }),
        'Åsnes i alt;;;2;;;240,00;;',
        sum('Totalsum', '720,00'),
      ),
    );
    expect(findingsOf(checkResult, 'subtotal-row').map(({ found }) => found)).toEqual(['480.00', '240.00']);
    expect(checkResult).toMatchObject({ ok: true, rows: 3, totals: { amount: '720.00' } });
  });

  it('accepts a line with a name that ends like a subtotal', async () => {
    const checkResult = await checkCsv(
      report(line({ name: 'Renhold totalt' }), line({ name: 'Renhold totalt', item: '', invoice: 'F2' })),
    );
    expect(findingsOf(checkResult, 'subtotal-row')).toEqual([]);
    expect(checkResult.rows).toBe(2);
  });
});
