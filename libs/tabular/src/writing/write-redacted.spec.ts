import fc from 'fast-check';
import type { Cell, Row, TableFile } from '../table.ts';
import { readAll } from '../testing/read-all.ts';
import { redactedFileName, writeRedacted } from './write-redacted.ts';
import type { Redactor } from './write-redacted.ts';

async function bytesOfCut(table: TableFile, cutting: Redactor): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRedacted(table, cutting)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const all: Redactor = { takesSheet: () => true, take: (row) => row };
const without = (...rows: number[]): Redactor => ({ ...all, take: (row) => (rows.includes(row.row) ? null : row) });
const plain = ({ row, cells, sheet, hidden }: Row) => ({ sheet, row, ...(hidden && { hidden }), cells });

function workbook(sheets: Record<string, Row[]>, more: Partial<TableFile> = {}): TableFile {
  return {
    format: 'xls',
    sheets: Object.keys(sheets).map((name) => ({
      name,
      hidden: name === 'Skjult',
      merged: name === 'Salg' ? ['A1:C1'] : [],
    })),
    notes: [],
    batches: async function* () {
      for (const rows of Object.values(sheets)) yield rows;
    },
    ...more,
  };
}

const everyKind: Cell[] = [
  { kind: 'text', text: ' =2+2 & <b>"' },
  { kind: 'empty', text: '' },
  { kind: 'number', text: '1234567.891' },
  { kind: 'number', text: '412', shown: '00412' },
  { kind: 'number', text: '0.25', shown: '25 %' },
  { kind: 'date', text: '2026-03-31', serial: '46112' },
  { kind: 'date', text: '2026-03-31T08:30:00' },
  { kind: 'boolean', text: 'true' },
  { kind: 'error', text: '#REF!' },
  { kind: 'number', text: '24', formula: '=C7*D7' },
];

describe('a redacted copy of a workbook', () => {
  it('is read like the original: all kinds of cells, hidden rows and sheets, merged headings', async () => {
    const rows: Record<string, Row[]> = {
      Salg: [
        { sheet: 'Salg', row: 1, cells: [{ kind: 'text', text: 'Kunde' }] },
        { sheet: 'Salg', row: 7, hidden: true, cells: everyKind },
      ],
      Skjult: [{ sheet: 'Skjult', row: 2, cells: [{ kind: 'text', text: 'x' }] }],
    };
    const { table, rows: back } = await readAll(await bytesOfCut(workbook(rows), all), 'a.xlsx');
    expect(back.map(plain)).toEqual(Object.values(rows).flat().map(plain));
    expect(table.sheets).toEqual([
      { name: 'Salg', hidden: false, merged: ['A1:C1'] },
      { name: 'Skjult', hidden: true, merged: [] },
    ]);
  });

  it('retains row numbers, and dates in the 1904 system', async () => {
    const made = workbook(
      {
        Ark: [4, 90_000].map((row) => ({
          sheet: 'Ark',
          row,
          cells: [{ kind: 'date', text: '2026-03-31', serial: '44650' }],
        })),
      },
      { date1904: true },
    );
    const { rows } = await readAll(await bytesOfCut(made, without(4)), 'a.xlsx');
    expect(rows.map(plain)).toEqual([
      { sheet: 'Ark', row: 90_000, cells: [{ kind: 'date', text: '2026-03-31', serial: '44650' }] },
    ]);
  });

  it('leaves out whole sheets including their names', async () => {
    const made = workbook({
      'Rema 1000': [{ sheet: 'Rema 1000', row: 1, cells: [{ kind: 'text', text: 'hemmelig' }] }],
      Grue: [{ sheet: 'Grue', row: 1, cells: [{ kind: 'text', text: 'vår' }] }],
    });
    const { table, rows } = await readAll(
      await bytesOfCut(made, { ...all, takesSheet: (name) => name === 'Grue' }),
      'a.xlsx',
    );
    expect(table.sheets.map(({ name }) => name)).toEqual(['Grue']);
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(['vår']);
  });

  it('removes formulas that refer beyond their own row', async () => {
    const cell: Cell = { kind: 'number', text: '12', formula: '=SUMIF(A:A,"Rema 1000 AS",C:C)' };
    const bytes = await bytesOfCut(workbook({ Ark: [{ sheet: 'Ark', row: 2, cells: [cell] }] }), all);
    const { cells } = await readAll(bytes, 'a.xlsx');
    expect(cells).toEqual([{ kind: 'number', text: '12', formula: '=12' }]);
  });
});

describe('a redacted copy of a CSV file', () => {
  it('retains delimiter and texts, and has an empty line for each removed row', async () => {
    const source =
      'Kunde\tVare\tAntall\nRema 1000\t00412\t1\nGrue kommune\t"ost\n ""Jarlsberg"""\t=2,5\nNorges Bank\t7\t3\nÅsnes\t0001\t4\n';
    const { table } = await readAll(Buffer.from(source, 'latin1'), 'a.csv');
    const bytes = await bytesOfCut(table, without(2, 4));
    expect(Buffer.from(bytes).toString()).toBe(
      '\ufeffKunde\tVare\tAntall\r\n\r\nGrue kommune\t"ost\n ""Jarlsberg"""\t=2,5\r\n\r\nÅsnes\t0001\t4\r\n',
    );
    const { rows, table: cut } = await readAll(bytes, 'a.csv');
    expect(cut).toMatchObject({ delimiter: '\t', encoding: 'utf-8' });
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5]);
  });

  it('returns any rows with their numbers and texts, whatever is removed', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'å', ' ', ';', '"', '\n', '1', ',', '='), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 20 }), async (made) => {
        const rows = made.map(([each, stays], at): Row & { stays: boolean } => ({
          sheet: '',
          row: at + 2,
          cells: [
            { kind: 'text', text: 'x' },
            { kind: 'text', text: `${each}.` },
          ],
          stays,
        }));
        const head: Row = {
          sheet: '',
          row: 1,
          cells: [
            { kind: 'text', text: 'a' },
            { kind: 'text', text: 'b' },
          ],
        };
        const table: TableFile = {
          format: 'csv',
          delimiter: ';',
          sheets: [{ name: '', hidden: false, merged: [] }],
          notes: [],
          batches: async function* () {
            yield [head, ...rows];
          },
        };
        const stay = new Set(rows.filter(({ stays }) => stays).map(({ row }) => row));
        const { rows: back } = await readAll(
          await bytesOfCut(table, { ...all, take: (row) => (stay.has(row.row) ? null : row) }),
          'a.csv',
          { delimiter: ';' },
        );
        expect(back.map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)])).toEqual(
          [head, ...rows.filter(({ row }) => !stay.has(row))].map(({ row, cells }) => [
            row,
            ...cells.map((cell) => cell.text),
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('writes JSON lines as JSON lines, with an empty line for each removed one', async () => {
    const source =
      '{"kunde":"Grue","antall":1.5,"pris":"2.50"}\n{"kunde":"Rema","pris":3}\n\n{"antall":7,"kunde":"\\"Åsnes\\"","ja":true}\n';
    const { table, rows } = await readAll(Buffer.from(source), 'a.ndjson');
    const back = await readAll(await bytesOfCut(table, without(2)), 'a.ndjson');
    expect(back.rows).toEqual(rows.filter(({ row }) => row !== 2));
  });

  it('retains the file name, or gives a workbook the ending .xlsx', () => {
    expect(redactedFileName('salg mars.csv', 'csv')).toBe('salg mars.csv');
    expect(redactedFileName('salg.mars.XLS', 'xls')).toBe('salg.mars.xlsx');
  });
});
