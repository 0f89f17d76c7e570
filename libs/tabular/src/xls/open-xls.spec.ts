import { f64, joined, u16, u32, u8, utf16 } from '../testing/bytes.ts';
import { buildContainer } from '../testing/make-container.ts';
import { buildXls, buildXlsStream, record, text } from '../testing/make-xls.ts';
import { readAll } from '../testing/read-all.ts';

const at = (row: number, column: number, style = 0) => u16(row, column, style);
const number = (row: number, column: number, value: number, style = 0) =>
  record(0x203, at(row, column, style), f64(value));
const label = (row: number, column: number, value: string) => record(0x204, at(row, column), text(value));
const shared = (...texts: readonly Uint8Array[]) => record(0xfc, u32(texts.length, texts.length), ...texts);
const formats = [
  record(0x41e, u16(164), text('00000')),
  ...[0, 14, 164, 10].map((format) => record(0xe0, u16(0, format), new Uint8Array(16))),
];

describe('old Excel workbooks', () => {
  it('reads cells of all kinds', async () => {
    const records = [
      record(0x208, u16(4, 0, 0, 0, 0, 0), u32(0x20)),
      record(0xfd, at(2, 0), u32(1)),
      label(2, 1, '00412'),
      number(2, 3, 0.30000000000000004),
      number(2, 4, 45748, 1),
      number(2, 5, 412, 2),
      number(2, 6, 0.25, 3),
      record(0x27e, at(2, 7), u32((-1250 << 2) | 2)),
      record(0x27e, at(2, 8), u32((1_200_455 << 2) | 3)),
      record(0x205, at(2, 9), u8(1, 0)),
      record(0x205, at(2, 10), u8(0x17, 1)),
      record(0x06, at(2, 11), f64(12.5), new Uint8Array(8)),
      record(0x06, at(2, 12), u8(0, 0, 0, 0, 0, 0, 0xff, 0xff), new Uint8Array(8)),
      record(0x207, u16(6), u8(0), u8(0x61, 0xe6, 0x62)),
      record(0x3c, u8(1), utf16('ø中c')),
      record(0xbd, u16(4, 0), ...[1, 2].flatMap((value) => [u16(0), u32((value << 2) | 2)]), u16(1)),
      record(0xe5, u16(1), u16(2, 3, 0, 1)),
    ];
    const { table, rows } = await readAll(
      buildXls([{ name: 'Salg', records }], [...formats, shared(text('a'), text('Stol'))]),
      'rapport.xls',
    );
    expect(table).toMatchObject({
      format: 'xls',
      date1904: false,
      notes: [],
      sheets: [{ name: 'Salg', hidden: false, merged: ['A3:B4'] }],
    });
    expect(rows[0]).toEqual({
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
        { kind: 'number', text: '-1250' },
        { kind: 'number', text: '12004.55' },
        { kind: 'boolean', text: 'true' },
        { kind: 'error', text: '#REF!' },
        { kind: 'number', text: '12.5', formula: '=' },
        { kind: 'text', text: 'aæbø中c', formula: '=' },
      ],
    });
    expect(rows[1]).toEqual({
      sheet: 'Salg',
      row: 5,
      hidden: true,
      cells: [
        { kind: 'number', text: '1' },
        { kind: 'number', text: '2' },
      ],
    });
  });

  it('reads texts continued in the next record, with and without formatting', async () => {
    const first = joined(u16(4), u8(0x09), u16(1), utf16('Br'));
    const rest = joined(u8(0), u8(0xf8, 0x64), u32(0));
    const table = [record(0xfc, u32(2, 2), first), record(0x3c, rest, text('Ål'))];
    const { cells } = await readAll(
      buildXls([{ name: 'a', records: [0, 1].map((index) => record(0xfd, at(index, 0), u32(index))) }], table),
      'a.xls',
    );
    expect(cells.map((cell) => cell.text)).toEqual(['Brød', 'Ål']);
  });

  it('reads sheets in any order, hidden ones, charts, 1904, and rows out of order', async () => {
    const messy = [number(5, 1, 2), number(1, 0, 1), number(5, 0, 3)];
    const bytes = buildXls(
      [
        { name: 'Én', state: 1, records: messy },
        { name: 'Diagram', kind: 2, records: [] },
        { name: 'To', records: [number(0, 0, 45748 - 1462, 1)] },
      ],
      [record(0x22, u16(1)), ...formats],
    );
    const { table, rows } = await readAll(bytes, 'a.xls');
    expect(table).toMatchObject({
      date1904: true,
      sheets: [
        { name: 'Én', hidden: true },
        { name: 'To', hidden: false },
      ],
      notes: [{ code: 'sheet-not-a-table', params: { sheet: 'Diagram' } }],
    });
    expect(rows.map(({ sheet, row, cells }) => [sheet, row, ...cells.map((cell) => cell.text)])).toEqual([
      ['Én', 2, '1'],
      ['Én', 6, '3', '2'],
      ['To', 1, '2025-04-01'],
    ]);
  });

  it('reads a workbook outside a compound file, and one with another stream name', async () => {
    const { table } = await readAll(buildXlsStream([{ name: 'a', records: [label(0, 0, 'x')] }]), 'rapport.csv');
    expect(table).toMatchObject({
      format: 'xls',
      notes: [{ code: 'name-says-otherwise', params: { ending: 'csv', found: 'xls' } }],
    });
  });

  const cell = [label(0, 0, 'x')];
  it.each<[string, string, Uint8Array]>([
    ['password-protected', 'encrypted records', buildXls([{ name: 'a', records: cell }], [record(0x2f, u16(0, 1, 2))])],
    [
      'password-protected',
      'an encrypted new workbook',
      buildContainer({ EncryptionInfo: u8(4), EncryptedPackage: u8(1) }),
    ],
    ['not-a-table', 'another old document', buildContainer({ WordDocument: u8(1) })],
    ['too-many-columns', 'a wide row', buildXls([{ name: 'a', records: [label(0, 600, 'x')] }])],
    [
      'too-many-sheets',
      'many sheets',
      buildXls(Array.from({ length: 201 }, (_, index) => ({ name: `${index}`, records: cell }))),
    ],
    [
      'too-many-rows',
      'many rows',
      buildXls([{ name: 'a', records: Array.from({ length: 11 }, (_, index) => label(index, 0, 'x')) }]),
    ],
    [
      'workbook-damaged',
      'a text that is not there',
      buildXls([{ name: 'a', records: [record(0xfd, at(0, 0), u32(7))] }]),
    ],
    [
      'workbook-damaged',
      'a record that is too short',
      buildXls([{ name: 'a', records: [record(0x203, at(0, 0), u8(1))] }]),
    ],
    [
      'workbook-damaged',
      'no sheets behind their list',
      buildContainer({ Workbook: buildXlsStream([{ name: 'a', records: cell }]).subarray(0, 38) }),
    ],
  ])('rejects as %s: %s', async (code, _, bytes) => {
    await expect(readAll(bytes, 'a.xls', { limits: { rowsMax: 10 } })).rejects.toMatchObject({
      name: 'ReadProblem',
      code,
    });
  });

  it('rejects a cycle in the sector chain', async () => {
    const bytes = buildXls([{ name: 'a', records: cell }]);
    const ring = bytes.slice();
    // The allocation table is in the first two sectors; the stream begins in the sector after the directory.
    ring.set(u32(3), 512 + 4 * 4);
    await expect(readAll(ring, 'a.xls')).rejects.toMatchObject({ code: 'workbook-damaged' });
  });

  it('rejects overlapping sheets', async () => {
    const stream = buildXlsStream([
      { name: 'a', records: cell },
      { name: 'b', records: cell },
    ]);
    const list = stream.findIndex((byte, index) => byte === 0x85 && stream[index + 1] === 0);
    const same = stream.slice();
    const second = list + 4 + (stream[list + 2]! + 4);
    same.set(stream.subarray(list + 4, list + 8), second);
    await expect(readAll(buildContainer({ Workbook: same }), 'a.xls')).rejects.toMatchObject({
      code: 'workbook-damaged',
      params: { reason: 'overlap' },
    });
  });
});
