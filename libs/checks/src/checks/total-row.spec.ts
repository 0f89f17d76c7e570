import { checkCsv, line, report, rightLine, saidBy } from '../testing.ts';

describe('total-row', () => {
  it('accepts items with names that begin like a total', async () => {
    const verdict = await checkCsv(report(line({ name: 'Total rengjøring 1 l' })));
    expect(saidBy(verdict, 'total-row')).toEqual([]);
    expect(verdict.rows).toBe(1);
  });

  it.each(['Totalt;;;;;;480,00;;', ';;SUM;4;;;480,00;;', ';;;;;;480,00;;', 'Sum;;;;;;480,00', 'Totalt 480,00;;;;;;;;'])(
    'leaves out a total: %s',
    async (row) => {
      const verdict = await checkCsv(report(rightLine, line({ invoice: 'F2' }), row));
      expect(saidBy(verdict, 'total-row')).toMatchObject([
        { class: 9, severity: 'info', found: '480.00', expected: '480.00', place: { row: 4 } },
      ]);
      expect(verdict).toMatchObject({ ok: true, rows: 2 });
    },
  );
});
