import { buildOds, odsContent } from '../testing/make-ods.ts';
import { readAll } from '../testing/read-all.ts';

const cell = (attributes: string, inside = '') => `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
const text = (value: string) => cell('office:value-type="string"', `<text:p>${value}</text:p>`);
const number = (value: string, more = '', shown = '') =>
  cell(`office:value-type="float" office:value="${value}" ${more}`, `<text:p>${shown}</text:p>`);
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
const table = (rows: string, name = 'Salg', more = '') =>
  `<table:table table:name="${name}" ${more}>${rows}</table:table>`;

describe('OpenDocument spreadsheets', () => {
  it('reads cells of all kinds', async () => {
    const cells = [
      text('Stol <text:span>rød</text:span><text:s text:c="2"/>  X<text:line-break/>Y'),
      text('00412'),
      cell('table:number-columns-repeated="2"'),
      number('0.30000000000000004'),
      cell('office:value-type="date" office:date-value="2025-04-01"', '<text:p>01.04.25</text:p>'),
      cell('office:value-type="date" office:date-value="2025-04-01T08:30:00.000000000"'),
      number('412', '', '00412'),
      cell('office:value-type="percentage" office:value="0.25"', '<text:p>25 %</text:p>'),
      cell(
        'office:value-type="currency" office:currency="NOK" office:value="-1250.5"',
        '<text:p>kr -1 250,50</text:p>',
      ),
      cell('office:value-type="boolean" office:boolean-value="true"'),
      cell(
        'table:formula="of:=[.A1]/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        '<text:p>#DIV/0!</text:p>',
      ),
      number('12', 'table:formula="of:=[.B2]*SUM([.C2:.D2])"', '12'),
      cell('office:value-type="time" office:time-value="PT13H45M00S"'),
      cell('office:value-type="time" office:time-value="PT36H00M00S"'),
      cell(
        'office:value-type="string"',
        '<office:annotation><text:p>merknad</text:p></office:annotation><text:p>a</text:p><text:p>b</text:p>',
      ),
    ].join('');
    const rows = table(
      row('', 'table:number-rows-repeated="2"') +
        row(cells + cell('table:number-columns-repeated="16000"')) +
        row('', 'table:number-rows-repeated="1048573"'),
    );
    const { table: file, rows: read } = await readAll(await buildOds(rows), 'rapport.ods');
    expect(file).toMatchObject({ format: 'ods', notes: [], sheets: [{ name: 'Salg', hidden: false, merged: [] }] });
    expect(read).toEqual([
      {
        sheet: 'Salg',
        row: 3,
        cells: [
          { kind: 'text', text: 'Stol rød   X\nY' },
          { kind: 'text', text: '00412' },
          { kind: 'empty', text: '' },
          { kind: 'empty', text: '' },
          { kind: 'number', text: '0.3' },
          { kind: 'date', text: '2025-04-01' },
          { kind: 'date', text: '2025-04-01T08:30:00' },
          { kind: 'number', text: '412', shown: '00412' },
          { kind: 'number', text: '0.25', shown: '25 %' },
          { kind: 'number', text: '-1250.5' },
          { kind: 'boolean', text: 'true' },
          { kind: 'error', text: '#DIV/0!', formula: '=A1/0' },
          { kind: 'number', text: '12', formula: '=B2*SUM(C2:D2)' },
          { kind: 'text', text: '13:45:00' },
          { kind: 'number', text: '1.5' },
          { kind: 'text', text: 'a\nb' },
        ],
      },
    ]);
  });

  const varied =
    table(
      `<table:table-header-rows>${row(cell('office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"', '<text:p>Topp</text:p>') + '<table:covered-table-cell/>' + text('c'))}</table:table-header-rows>` +
        row(
          number('1', 'table:number-columns-repeated="2"'),
          'table:number-rows-repeated="3" table:visibility="filter"',
        ),
    ) + table(row(text('x')), 'Å &amp; B', 'table:style-name="ta2"');

  it('reads repeated, hidden and merged cells, and hidden sheets', async () => {
    const { table: file, rows } = await readAll(await buildOds(varied), 'a.ods');
    expect(file.sheets).toEqual([
      { name: 'Salg', hidden: false, merged: ['A1:B1'] },
      { name: 'Å & B', hidden: true, merged: [] },
    ]);
    expect(
      rows.map(({ sheet, row: at, hidden, cells }) => [sheet, at, hidden, cells.map((each) => each.text).join()]),
    ).toEqual([
      ['Salg', 1, undefined, 'Topp,,c'],
      ['Salg', 2, true, '1,1'],
      ['Salg', 3, true, '1,1'],
      ['Salg', 4, true, '1,1'],
      ['Å & B', 1, undefined, 'x'],
    ]);
  });

  it('lists the sheets of a large file before its rows, and reads a flat file in the same way', async () => {
    const long = table(row(text('y'.repeat(30))).repeat(40_000), 'Lang');
    const { table: large, rows } = await readAll(await buildOds(varied + long), 'a.ods');
    expect(large.sheets.map(({ name, hidden, merged }) => [name, hidden, merged.length])).toEqual([
      ['Salg', false, 1],
      ['Å & B', true, 0],
      ['Lang', false, 0],
    ]);
    expect(rows).toHaveLength(40_005);
    const flat = await readAll(new TextEncoder().encode(odsContent(varied, 'office:document')), 'a.fods');
    expect(flat.table).toMatchObject({ format: 'ods', notes: [], sheets: [{ merged: ['A1:B1'] }, { hidden: true }] });
    expect(flat.rows).toEqual(rows.slice(0, 5));
  });

  it.each<[string, string, Promise<Uint8Array>]>([
    [
      'password-protected',
      'an encrypted one',
      buildOds(table(''), {
        'META-INF/manifest.xml':
          '<m:manifest><m:file-entry><m:encryption-data m:checksum="x"/></m:file-entry></m:manifest>',
      }),
    ],
    ['password-protected', 'one encrypted as a whole', buildOds('', { 'encrypted-package': 'x' })],
    ['not-a-table', 'a text document', buildOds('', { mimetype: 'application/vnd.oasis.opendocument.text' })],
    [
      'zip-bomb',
      'a row that stands a million times',
      buildOds(table(row(text('x').repeat(20), 'table:number-rows-repeated="1000000"'))),
    ],
    [
      'too-many-columns',
      'a cell that stands sixteen thousand times',
      buildOds(table(row(number('1', 'table:number-columns-repeated="16384"')))),
    ],
    [
      'zip-bomb',
      'many rows of cells that stand many times',
      buildOds(table(row(number('1', 'table:number-columns-repeated="500"')).repeat(10_100))),
    ],
    ['cell-too-long', 'a long text', buildOds(table(row(text('x'.repeat(32_769)))))],
    ['cell-too-long', 'a text of spaces', buildOds(table(row(text('a<text:s text:c="999999999"/>'))))],
    ['too-many-rows', 'many rows', buildOds(table(row(text('x')).repeat(20_001)))],
    ['too-many-sheets', 'many sheets', buildOds(table('').repeat(201))],
    [
      'xml-doctype',
      'an entity that grows',
      buildOds('').then(() => buildOds(table(''), { 'content.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>' })),
    ],
    ['workbook-damaged', 'XML that is cut', buildOds('', { 'content.xml': odsContent(varied).slice(0, 900) })],
    ['workbook-damaged', 'deep nesting', buildOds(table(row('<text:p>'.repeat(500))))],
  ])('rejects as %s: %s', async (code, _, bytes) => {
    await expect(bytes.then((made) => readAll(made, 'a.ods', { limits: { rowsMax: 20_000 } }))).rejects.toMatchObject({
      name: 'ReadProblem',
      code,
    });
  });
});
