import { bytesOf, openTable } from '@tallgrunn/tabular';
import { checkReport } from '../check-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';

describe('encoding-repaired', () => {
  it('accepts UTF-8', async () => {
    expect(findingsOf(await checkCsv(report(rightLine, line({ buyer: 'Sør-Odal' }))), 'encoding-repaired')).toEqual([]);
  });

  it('repairs text that was read in the wrong encoding earlier', async () => {
    const checkResult = await checkCsv(report(line({ buyer: 'SÃ¸r-Odal' })));
    expect(findingsOf(checkResult, 'encoding-repaired')).toMatchObject([
      { class: 61, severity: 'info', found: 'SÃ¸r-Odal', expected: 'Sør-Odal', place: { cell: 'A2' } },
    ]);
    expect(checkResult.totals.byBuyer).toMatchObject([{ buyer: 's' }]);
  });

  it('reports a file in Windows-1252', async () => {
    const bytes = Uint8Array.from(report(line({ buyer: 'Sør-Odal' })), (char) => char.charCodeAt(0));
    const checkResult = await checkReport(await openTable(bytesOf(bytes), 'report.csv'), {
      terms: monthlyFood(),
      context: march,
    });
    expect(findingsOf(checkResult, 'encoding-repaired')).toMatchObject([{ found: 'windows-1252', place: null }]);
    expect(checkResult.accepted).toBe(1);
  });

  it('repairs the no-break space of a number', async () => {
    const checkResult = await checkCsv(report(line({ quantity: '20', amount: '2Â\u00a0400,00' })));
    expect(findingsOf(checkResult, 'encoding-repaired')).toMatchObject([
      { found: '2Â\u00a0400,00', place: { cell: 'G2' } },
    ]);
    expect(checkResult.totals.amount).toBe('2400.00');
  });
});
