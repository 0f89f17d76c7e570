import { f64, joined, u16, u32, u8 } from '../testing/bytes.ts';
import { buildXlsb, record, row, text } from '../testing/make-xlsb.ts';
import { readAll } from '../testing/read-all.ts';

const cell = (type: number, column: number, style: number, ...value: readonly Uint8Array[]) =>
  record(type, u32(column, style), ...value);
const formats = [0, 14, 164, 9];

describe('binary Excel workbooks', () => {
  it('reads cells of all kinds', async () => {
    const records = [
      row(2),
      cell(7, 0, 0, u32(1)),
      cell(6, 1, 0, text('00412')),
      cell(1, 2, 0),
      cell(5, 3, 0, f64(0.30000000000000004)),
      cell(5, 4, 1, f64(45748)),
      cell(2, 5, 2, u32((412 << 2) | 2)),
      cell(5, 6, 3, f64(0.25)),
      cell(4, 7, 0, u8(1)),
      cell(3, 8, 0, u8(0x07)),
      cell(8, 9, 0, text('ab'), u16(0)),
      cell(9, 10, 0, f64(1e21), u16(0)),
      cell(62, 11, 0, u8(1), text('Rik'), u32(0)),
      record(14 + 3, u32(0), text('kort')),
      row(7, true),
      cell(6, 0, 0, text('skjult')),
      record(999, new Uint8Array(70_000)),
      record(177, u32(1)),
      record(176, u32(2, 2, 0, 2)),
    ];
    const { table, rows } = await readAll(await buildXlsb(records, { texts: ['a', 'Stol'], formats }), 'rapport.xlsb');
    expect(table).toMatchObject({
      format: 'xlsb',
      date1904: false,
      notes: [],
      sheets: [
        { name: 'Salg', hidden: false, merged: ['A3:C3'] },
        { name: 'Tom', hidden: true, merged: [] },
      ],
    });
    expect(rows).toEqual([
      {
        sheet: 'Salg',
        row: 3,
        cells: [
          { kind: 'text', text: 'Stol' },
          { kind: 'text', text: '00412' },
          { kind: 'empty', text: '' },
          { kind: 'number', text: '0.3' },
          { kind: 'date', text: '2025-04-01', serial: '45748' },
          { kind: 'number', text: '412', shown: '00412' },
          { kind: 'number', text: '0.25', shown: '25 %' },
          { kind: 'boolean', text: 'true' },
          { kind: 'error', text: '#DIV/0!' },
          { kind: 'text', text: 'ab', formula: '=' },
          { kind: 'number', text: '1000000000000000000000', formula: '=' },
          { kind: 'text', text: 'Rik' },
          { kind: 'text', text: 'kort' },
        ],
      },
      { sheet: 'Salg', row: 8, hidden: true, cells: [{ kind: 'text', text: 'skjult' }] },
    ]);
  });

  it('reads dates that count from 1904', async () => {
    const { cells, table } = await readAll(
      await buildXlsb([row(0), cell(5, 0, 1, f64(45748 - 1462))], { formats, date1904: true }),
      'a.xlsb',
    );
    expect(table.date1904).toBe(true);
    expect(cells).toMatchObject([{ kind: 'date', text: '2025-04-01' }]);
  });

  it.each<[string, string, readonly Uint8Array[]]>([
    ['workbook-damaged', 'a text that is not there', [row(0), cell(7, 0, 0, u32(9))]],
    [
      'workbook-damaged',
      'a record that says it is endless',
      [joined(u8(6, 0xff, 0xff, 0xff, 0x7f), new Uint8Array(10))],
    ],
    ['workbook-damaged', 'a record that is cut', [joined(u8(6, 60), u32(0, 0))]],
    ['workbook-damaged', 'a text longer than its record', [row(0), cell(6, 0, 0, u32(1_000_000))]],
    ['workbook-damaged', 'a row there cannot be', [row(2 ** 30)]],
    ['too-many-columns', 'a wide row', [row(0), cell(6, 600, 0, text('x'))]],
    ['cell-too-long', 'a long text', [row(0), cell(6, 0, 0, text('x'.repeat(32_769)))]],
    [
      'too-many-rows',
      'many rows',
      Array.from({ length: 11 }, (_, index) => [row(index), cell(6, 0, 0, text('x'))]).flat(),
    ],
  ])('rejects as %s: %s', async (code, _, records) => {
    await expect(
      buildXlsb(records).then((bytes) => readAll(bytes, 'a.xlsb', { limits: { rowsMax: 10 } })),
    ).rejects.toMatchObject({ name: 'ReadProblem', code });
  });
});
