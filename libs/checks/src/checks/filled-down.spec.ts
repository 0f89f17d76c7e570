import type { ReportLine } from '../line.ts';
import {
  checkCsv,
  checkSheets,
  headingCells,
  line,
  lineCells,
  march,
  report,
  findingsOf,
  troubles,
} from '../testing.ts';

const none = { buyer: '', date: '' };
const grouped = report(
  line(),
  line({ ...none, invoice: 'F2' }),
  line({ ...none, invoice: 'F3' }),
  line({ buyer: 'Åsnes', date: '06.03.2026', invoice: 'F4' }),
  line({ ...none, invoice: 'F5' }),
);
const patches = [
  { set: 'fill-down', field: 'buyer' },
  { set: 'fill-down', field: 'deliveredOn' },
] as const;

async function lines(text: string, options: Parameters<typeof checkCsv>[1] = {}) {
  const read: ReportLine[] = [];
  const verdict = await checkCsv(text, { ...options, onLine: (each) => void read.push(each) });
  return { verdict, read: read.map(({ row, buyer, deliveredOn, accepted }) => [row, buyer, deliveredOn, accepted]) };
}

describe('filled-down', () => {
  it('asks before it fills: values on the first row of each group are suggested for the rows below', async () => {
    const { verdict } = await lines(grouped);
    expect(verdict.accepted).toBe(2);
    expect(verdict.groups.map(({ code, count, example }) => [code, count, example.fix])).toEqual([
      ['required-empty', 3, { kind: 'fill-down', params: { field: 'Kunde' }, patches: [patches[0]] }],
      ['required-empty', 3, { kind: 'fill-down', params: { field: 'Leveringsdato' }, patches: [patches[1]] }],
    ]);
    expect(findingsOf(verdict, 'filled-down')).toEqual([]);
  });

  it('fills the confirmed columns and reports it', async () => {
    const { verdict, read } = await lines(grouped, { patches });
    expect(troubles(verdict)).toEqual([]);
    expect(read).toEqual([
      [2, 'k', '2026-03-05', true],
      [3, 'k', '2026-03-05', true],
      [4, 'k', '2026-03-05', true],
      [5, 'a', '2026-03-06', true],
      [6, 'a', '2026-03-06', true],
    ]);
    expect(findingsOf(verdict, 'filled-down')).toMatchObject([
      { class: 14, severity: 'info', place: { row: 1, cell: 'A1' }, found: 'Kunde' },
      { place: { cell: 'H1' }, found: 'Leveringsdato' },
    ]);
  });

  it('uses a learned rule from an earlier report, by heading', async () => {
    const context = { ...march, filledDown: { field: ['buyer', 'deliveredOn'], heading: ['kunde', 'Leveringsdato'] } };
    const { verdict, read } = await lines(grouped, { context });
    expect([troubles(verdict), read.length]).toEqual([[], 5]);
    expect(troubles((await lines(grouped.replace('Kunde', 'Kommune'), { context })).verdict)).toContain(
      'required-empty',
    );
  });

  it('applies a name on a separate row to the lines below; does not apply totals, headings or values right of a new one', async () => {
    const title = 'Kongsvinger;;;;;;;;';
    const text = report(
      title,
      line({ buyer: '' }),
      line({ ...none, invoice: 'F2' }),
      'Sum Kongsvinger;;;;;;480,00;;',
      'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer',
      line({ ...none, invoice: 'F3' }),
      line({ buyer: 'Åsnes', date: '', invoice: 'F4' }),
    );
    const { verdict, read } = await lines(text, { patches });
    expect(read.map(([row, buyer, , accepted]) => [row, buyer, accepted])).toEqual([
      [3, 'k', true],
      [4, 'k', true],
      [7, 'k', true],
      [8, 'a', false],
    ]);
    expect(findingsOf(verdict, 'required-empty')).toMatchObject([
      { place: { row: 8 }, params: { field: 'Leveringsdato' } },
    ]);
  });

  it('suggests nothing for single empty cells, for a column that begins empty, or for quantities', async () => {
    const full = Array.from({ length: 8 }, (_, at) => line({ invoice: `F${at}` }));
    for (const text of [
      report(...full, line({ buyer: '', invoice: 'X' })),
      report(line({ buyer: '' }), line({ invoice: 'F2' }), line({ buyer: '', invoice: 'F3' })),
      report(line(), line({ amount: '', price: '', invoice: 'F2' })),
    ]) {
      const said = findingsOf((await lines(text)).verdict, 'required-empty');
      expect(said.length).toBeGreaterThan(0);
      for (const finding of said) expect(finding.fix).toBeUndefined();
    }
  });

  it('assigns a row to its group when the first row of the group belongs to another report', async () => {
    const { read } = await lines(grouped, {
      patches,
      share: [
        {
          sheet: '',
          ranges: [
            [3, 4],
            [6, 6],
          ],
        },
      ],
    });
    expect(read.map(([row, buyer]) => [row, buyer])).toEqual([
      [3, 'k'],
      [4, 'k'],
      [6, 'a'],
    ]);
  });

  it('continues from merged cells', async () => {
    const rows = [
      headingCells,
      lineCells(),
      lineCells({ ...none, invoice: 'F2' }),
      lineCells({ ...none, invoice: 'F3' }),
    ];
    expect(await checkSheets([{ merged: ['A2:A3', 'H2:H3'], rows }], { patches: [...patches] })).toMatchObject({
      ok: true,
      accepted: 3,
    });
  });
});
