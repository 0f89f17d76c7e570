import fc from 'fast-check';
import { readAll } from '../testing/read-all.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const START =
  '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">';
const workbook = (sheets: string) =>
  utf8(
    `${START}<Styles><Style ss:ID="s21"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="s22"><NumberFormat ss:Format="Percent"/></Style></Styles>${sheets}</Workbook>`,
  );
const sheet = (name: string, rows: string, options = '') =>
  `<Worksheet ss:Name="${escaped(name)}"><Table>${rows}</Table>${options}</Worksheet>`;

const value = fc.oneof(
  fc.stringMatching(/^[\p{L}\p{N}&<>" .,-]{1,12}$/u).map((text) => ({ type: 'String', text, kind: 'text' })),
  fc.integer({ min: -99_999, max: 99_999 }).map((number) => ({ type: 'Number', text: String(number), kind: 'number' })),
);
const place = fc.record({ row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 1, max: 20 }), value });

describe('an XML spreadsheet named .xls', () => {
  it('has its cells where it says, with or without places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(place, { selector: ({ row, column }) => `${row} ${column}`, minLength: 1, maxLength: 30 }),
        fc.boolean(),
        async (cells, isSparse) => {
          const byRow = Map.groupBy(cells, ({ row }) => row);
          const last = Math.max(...byRow.keys());
          let written = '';
          for (let row = 1; row <= last; row += 1) {
            const own = (byRow.get(row) ?? []).toSorted((a, b) => a.column - b.column);
            if (own.length === 0 && isSparse) continue;
            const columns = own.map(({ column, value: { type, text } }, at) => {
              const before = own[at - 1]?.column ?? 0;
              const gap = isSparse ? '' : '<Cell/>'.repeat(column - before - 1);
              const index = isSparse ? ` ss:Index="${column}"` : '';
              return `${gap}<Cell${index}><Data ss:Type="${type}">${escaped(text)}</Data></Cell>`;
            });
            written += `<Row${isSparse ? ` ss:Index="${row}"` : ''}>${columns.join('')}</Row>`;
          }
          const { rows } = await readAll(workbook(sheet('Ark1', written)), 'a.xls');
          const read = rows.flatMap(({ row, cells: own }) =>
            own.flatMap(({ kind, text }, at) => (kind === 'empty' ? [] : [{ row, column: at + 1, kind, text }])),
          );
          const expected = cells
            .map(({ row, column, value: { kind, text } }) => ({ row, column, kind, text }))
            .toSorted((a, b) => a.row - b.row || a.column - b.column);
          expect(read).toEqual(expected);
        },
      ),
    );
  });

  it('has dates, codes, percentages, formulas, errors and merged cells', async () => {
    const { table, rows } = await readAll(
      workbook(
        sheet(
          'Juni',
          '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Leveranser</Data><Comment><ss:Data>Sett</ss:Data></Comment></Cell><Cell><Data ss:Type="DateTime">2026-06-03T00:00:00.000</Data></Cell></Row><Row ss:Hidden="1"><Cell ss:StyleID="s21"><Data ss:Type="Number">412</Data></Cell><Cell ss:StyleID="s22"><Data ss:Type="Number">0.25</Data></Cell><Cell ss:Formula="=RC[-1]*2"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>',
        ) +
          sheet(
            'Kladd',
            '<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>',
            '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>',
          ),
      ),
      'a.xls',
    );
    expect(table).toMatchObject({
      format: 'xml',
      sheets: [
        { name: 'Juni', hidden: false, merged: ['A1:B1'] },
        { name: 'Kladd', hidden: true, merged: [] },
      ],
    });
    expect(rows).toEqual([
      {
        sheet: 'Juni',
        row: 1,
        cells: [
          { kind: 'text', text: 'Leveranser' },
          { kind: 'empty', text: '' },
          { kind: 'date', text: '2026-06-03' },
        ],
      },
      {
        sheet: 'Juni',
        row: 2,
        hidden: true,
        cells: [
          { kind: 'number', text: '412', shown: '00412' },
          { kind: 'number', text: '0.25', shown: '25 %' },
          { kind: 'number', text: '0.5', formula: '=RC[-1]*2' },
          { kind: 'error', text: '#REF!' },
          { kind: 'boolean', text: 'true' },
        ],
      },
      { sheet: 'Kladd', row: 1, cells: [{ kind: 'text', text: 'x' }] },
    ]);
  });

  it.each([
    [
      'a document type',
      START.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "aa">]><Workbook') + '</Workbook>',
      'xml-doctype',
    ],
    ['no worksheet', `${START}</Workbook>`, 'not-a-table'],
    [
      'a row above the one before',
      `${START}${sheet('A', '<Row ss:Index="3"/><Row ss:Index="2"/>')}</Workbook>`,
      'workbook-damaged',
    ],
    ['a row after the last', `${START}${sheet('A', '<Row ss:Index="9999999"/>')}</Workbook>`, 'workbook-damaged'],
    [
      'a column after the last',
      `${START}${sheet('A', '<Row><Cell ss:MergeAcross="900"/><Cell><Data ss:Type="Number">1</Data></Cell></Row>')}</Workbook>`,
      'too-many-columns',
    ],
    [
      'an endless text',
      `${START}${sheet('A', `<Row><Cell><Data ss:Type="String">${'x'.repeat(40_000)}</Data></Cell></Row>`)}</Workbook>`,
      'cell-too-long',
    ],
    ['no end', `${START}<Worksheet ss:Name="A"><Table><Row>`, 'workbook-damaged'],
  ])('is refused with %s', async (_, xml, code) => {
    await expect(readAll(utf8(xml), 'a.xls')).rejects.toMatchObject({ code });
  });
});
