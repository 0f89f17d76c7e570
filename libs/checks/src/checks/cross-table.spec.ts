import type { ReportLine } from '../line.ts';
import { checkSheets, headingCells, lineCells, saidBy } from '../testing.ts';

const cross = [
  ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato', 'Kongsvinger', 'Sør-Odal', 'Åsnes', 'Sum'],
  ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, null, 1, 3],
];

describe('cross-table', () => {
  it('takes one line a row', async () => {
    expect(saidBy(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'cross-table')).toEqual([]);
  });

  it('turns customers in columns into lines', async () => {
    const lines: ReportLine[] = [];
    const verdict = await checkSheets([{ rows: cross }], { onLine: (each) => void lines.push(each) });
    expect(saidBy(verdict, 'cross-table')).toMatchObject([{ class: 12, severity: 'info', params: { columns: 3, measure: 'quantity' }, place: { row: 1, cell: 'F1' } }]);
    expect(lines.map((each) => [each.row, each.buyer, each.quantity, each.amount])).toEqual([[2, 'k', '2', '240.00'], [2, 'a', '1', '120.00']]);
    expect(verdict).toMatchObject({ ok: true, rows: 2, accepted: 2 });
  });
});
