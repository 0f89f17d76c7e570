import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('total-row', () => {
  it('accepts items with names that begin like a total', async () => {
    const checkResult = await checkCsv(report(line({ name: 'Total rengjøring 1 l' })));
    expect(findingsOf(checkResult, 'total-row')).toEqual([]);
    expect(checkResult.rows).toBe(1);
  });

  it.each(['Totalt;;;;;;480,00;;', ';;SUM;4;;;480,00;;', ';;;;;;480,00;;', 'Sum;;;;;;480,00', 'Totalt 480,00;;;;;;;;'])(
    'leaves out a total: %s',
    async (row) => {
      const checkResult = await checkCsv(report(rightLine, line({ invoice: 'F2' }), row));
      expect(findingsOf(checkResult, 'total-row')).toMatchObject([
        { class: 9, severity: 'info', found: '480.00', expected: '480.00', place: { row: 4 } },
      ]);
      expect(checkResult).toMatchObject({ ok: true, rows: 2 });
    },
  );
});
