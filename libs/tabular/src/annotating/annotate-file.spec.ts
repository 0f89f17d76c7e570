import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { bytesOf } from '../byte-source.ts';
import { buildOds } from '../testing/make-ods.ts';
import { buildXlsb, record, row, text } from '../testing/make-xlsb.ts';
import { f64, u16, u32 } from '../testing/bytes.ts';
import { buildXls, record as oldRecord, text as oldText } from '../testing/make-xls.ts';
import { buildZip } from '../testing/make-zip.ts';
import { readAll } from '../testing/read-all.ts';
import { untypedParts } from '../testing/untyped-parts.ts';
import { openZip, readEntry } from '../zip/open-zip.ts';
import { annotateFile } from './annotate-file.ts';
import type { AddedRow, CellRemark } from './remarks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const list = (...items: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
const type = (part: string, kind: string) =>
  `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

const sales =
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><!-- <row r="2"> --><dimension ref="A1:C3"/><sheetData>` +
  '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
  '<row r="2" spans="1:3"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>2</v></c><c r="C2"><f>B2*100</f><v>200</v></c></row>' +
  '<row r="3" spans="1:3"><c r="A3" t="s"><v>3</v></c><c r="C3" s="2"><f>B3*100</f><v>0</v></c></row></sheetData>' +
  '<pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>';
const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>';

/**
 * A workbook with parts that must not change: formulas, a chart, printer settings, a picture, another sheet, and a
 * comment of its own.
 */
const parts: Record<string, string | Uint8Array> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${type('xl/workbook.xml', 'sheet.main')}</Types>`,
  '_rels/.rels': list(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Lev'ert &amp; solgt" sheetId="4" r:id="rId1"/><sheet name="Annet" sheetId="7" r:id="rId2"/></sheets><definedNames><definedName name="Pris">Annet!$A$1</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': list(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
    relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId4', 'styles', 'styles.xml'),
  ),
  'xl/worksheets/sheet1.xml': sales,
  'xl/worksheets/_rels/sheet1.xml.rels': list(
    relation('rId1', 'drawing', '../drawings/drawing1.xml'),
    relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
    relation('rId3', 'comments', '../comments1.xml'),
  ),
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>98</v></c></row></sheetData></worksheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>Vare</t></si><si><t>Antall</t></si><si><t>Sum</t></si><si><t>Stol</t></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="2" fontId="0"><alignment horizontal="right"/></xf><xf numFmtId="4"/></cellXfs><dxfs count="1"><dxf><fill/></dxf></dxfs></styleSheet>`,
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>Kari</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Husk ny avtale</t></text></comment><comment ref="B2" authorId="0"><text><t>Ta med til møtet</t></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml': vml,
  'xl/drawings/drawing1.xml': '<xdr/>',
  'xl/charts/chart1.xml': '<chart/>',
  'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) & 0xff),
  'xl/media/image1.png': Uint8Array.from({ length: 3000 }, (_, index) => (index * 104729) & 0xff),
};
const tab = "Lev'ert & solgt";
const remarks: CellRemark[] = [
  { sheet: tab, row: 2, column: 2, mark: 'warning', comment: 'Stemmer antallet?' },
  { sheet: tab, row: 3, column: 2, mark: 'error', comment: 'Antall mangler & skal fylles ut' },
  { sheet: tab, row: 3, column: 3, mark: 'error', comment: null },
];
const rows: AddedRow[] = [
  [{ text: 'Funn', look: 'title' }],
  [
    { text: '✖', look: 'error' },
    { text: 'B3', link: { sheet: tab, row: 3, column: 2 } },
    { text: '4212.50', look: 'amount' },
  ],
];

async function annotated(
  bytes: Uint8Array,
  name: string,
  wanted: readonly CellRemark[] = remarks,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of annotateFile(bytesOf(bytes), name, {
    remarks: wanted,
    added: { name: 'Funn', widths: [4, 10, 12], rows },
  }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytesOf(bytes));
  const found = new Map<string, Buffer>();
  for (const entry of zip.entries) found.set(entry.name, Buffer.from(await readEntry(zip, entry, 10_000_000)));
  return found;
}

const changing = new Set([
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/worksheets/sheet1.xml',
  'xl/styles.xml',
  'xl/comments1.xml',
  'xl/drawings/vmlDrawing1.vml',
  'xl/worksheets/_rels/sheet1.xml.rels',
]);

describe("a supplier's own workbook, annotated", () => {
  it('retains all parts byte for byte, except those that carry the annotations', async () => {
    const after = await partsOf(await annotated(await buildZip(parts), 'rapport.xlsm'));
    for (const [name, content] of Object.entries(parts)) {
      const same = after.get(name)?.equals(Buffer.from(content as string));
      if (!changing.has(name)) expect([name, same]).toEqual([name, true]);
    }
    expect([...after.keys()].filter((name) => !(name in parts))).toEqual(['xl/worksheets/sheet3.xml']);
  });

  it('changes styles of marked cells and adds empty ones; values, formulas and all else remain', async () => {
    const xml = (await partsOf(await annotated(await buildZip(parts), 'rapport.xlsx')))
      .get('xl/worksheets/sheet1.xml')!
      .toString();
    const expected = sales
      .replaceAll(/<row r="([23])" spans="1:3">/g, '<row r="$1">')
      .replace('<c r="B2" s="1">', '<c r="B2" s="3">')
      .replace('<c r="C3" s="2">', '<c r="B3" s="4"/><c r="C3" s="5">');
    expect(xml).toBe(expected);
  });

  it('retains existing comments and adds new ones after them on the same cell', async () => {
    const after = await partsOf(await annotated(await buildZip(parts), 'rapport.xlsx'));
    const comments = after.get('xl/comments1.xml')!.toString();
    expect(comments).toContain('<comment ref="A1" authorId="0"><text><t>Husk ny avtale</t></text></comment>');
    expect(comments).toMatch(
      /<comment ref="B2" authorId="0"><text><r><t>Ta med til møtet<\/t><\/r><r><t xml:space="preserve">\s+Tallgrunn: Stemmer antallet\?<\/t><\/r><\/text><\/comment>/,
    );
    expect(comments).toContain(
      '<comment ref="B3" authorId="1"><text><r><t xml:space="preserve">Antall mangler &amp; skal fylles ut</t></r></text></comment>',
    );
    const shapes = after.get('xl/drawings/vmlDrawing1.vml')!.toString();
    expect(shapes).toContain('_x0000_s1025');
    expect(shapes.match(/<x:Row>2<\/x:Row><x:Column>1<\/x:Column>/g)).toHaveLength(1);
    expect(shapes).toContain('data="1,500"');
  });

  it('lists the remarks in a separate sheet with links to the cells, so that colour is never the only sign', async () => {
    const bytes = await annotated(await buildZip(parts), 'rapport.xlsx');
    const { table, rows: read } = await readAll(bytes, 'a.xlsx');
    expect(table.sheets.map(({ name }) => name)).toEqual([tab, 'Annet', 'Funn']);
    expect(
      read.filter(({ sheet }) => sheet === 'Funn').map(({ cells }) => cells.map(({ text: each }) => each)),
    ).toEqual([['Funn'], ['✖', 'B3', '4212.5']]);
    expect((await partsOf(bytes)).get('xl/worksheets/sheet3.xml')!.toString()).toContain(
      `<hyperlink ref="B2" location="'Lev''ert &amp; solgt'!B3"/>`,
    );
  });

  it('retains the format of a marked cell', async () => {
    const styles = (await partsOf(await annotated(await buildZip(parts), 'rapport.xlsx')))
      .get('xl/styles.xml')!
      .toString();
    expect(styles).toContain(
      '<xf numFmtId="2" fontId="0" fillId="2" borderId="1" applyFill="1" applyBorder="1"><alignment horizontal="right"/></xf>',
    );
    expect(styles).toContain('<fills count="4">');
    expect(styles).toContain('<dxfs count="1"><dxf><fill/></dxf></dxfs>');
  });

  it('gets comments, styles and lists if it had none, whatever its XML prefix', async () => {
    const bare = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels': parts['_rels/.rels']!,
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="${RELATIONS}"><x:sheets><x:sheet name="A" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': list(relation('rId1', 'worksheet', 'worksheets/sheet1.xml')),
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/></x:sheetData><x:tableParts/></x:worksheet>`,
    };
    const remark = (row: number, column: number): CellRemark => ({
      sheet: 'A',
      row,
      column,
      mark: 'error',
      comment: 'Se her',
    });
    const bytes = await annotated(await buildZip(bare), 'a.xlsx', [remark(1, 2), remark(2, 1)]);
    const after = await partsOf(bytes);
    const xml = after.get('xl/worksheets/sheet1.xml')!.toString();
    expect(xml).toContain(
      '<x:c><x:v>1</x:v></x:c><x:c s="19"><x:v>2</x:v></x:c></x:row><x:row><x:c r="A2" s="19"/></x:row></x:sheetData><x:legacyDrawing',
    );
    expect(after.get('xl/comments1.xml')!.toString()).toContain('ref="A2"');
    expect(after.get('xl/worksheets/_rels/sheet1.xml.rels')!.toString()).toContain(
      'Target="../drawings/vmlDrawing1.vml"',
    );
    expect((await readAll(bytes, 'a.xlsx')).table.sheets.map(({ name }) => name)).toEqual(['A', 'Funn']);
    const added = [...after.keys()].filter((name) => !(name in bare));
    const untyped = await untypedParts(bytes);
    expect(added.filter((name) => untyped.includes(name) && !name.endsWith('.rels'))).toEqual([]);
  });

  it('gives the same result in UTF-16', async () => {
    const wide = Buffer.from(`\ufeff${sales.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const { cells } = await readAll(
      await annotated(await buildZip({ ...parts, 'xl/worksheets/sheet1.xml': wide }), 'a.xlsx'),
      'a.xlsx',
    );
    expect(cells.slice(0, 4).map(({ text: each }) => each)).toEqual(['Vare', 'Antall', 'Sum', 'Stol']);
  });

  it('is read as before, whatever cells are marked', async () => {
    const original = await buildZip(parts);
    const before = (await readAll(original, 'a.xlsx')).rows;
    const some = fc.array(
      fc.record({
        sheet: fc.constantFrom(tab, 'Annet', 'Gone'),
        row: fc.integer({ min: 1, max: 5 }),
        column: fc.integer({ min: 1, max: 6 }),
        mark: fc.constantFrom('error' as const, 'warning' as const),
        comment: fc.option(fc.string({ unit: 'grapheme' })),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(some, async (wanted) => {
        const after = (await readAll(await annotated(original, 'a.xlsx', wanted), 'a.xlsx')).rows.filter(
          ({ sheet }) => sheet !== 'Funn',
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  const folder = [...Array(6).keys()].map((up) => `${'../'.repeat(up)}shared/data/8-tabular`).find(existsSync);
  const others = ['SheetJS+test_files/comments_stress_test.xlsx', 'SheetJS+test_files/formula_stress_test.xlsx']
    .map((name) => `${folder}/${name}`)
    .filter(existsSync);
  (others.length > 0 ? it.each(others) : it.skip.each(['']))(
    '%s: other parts untouched, and read as before',
    async (name) => {
      const original = new Uint8Array(readFileSync(name));
      const before = await readAll(original, 'a.xlsx');
      const sheet = before.rows[0]!.sheet;
      const bytes = await annotated(original, 'a.xlsx', [
        { sheet, row: before.rows[0]!.row, column: 1, mark: 'error', comment: 'Se her' },
      ]);
      const [was, is] = [await partsOf(original), await partsOf(bytes)];
      const changed = [...was].filter(([part, content]) => !is.get(part)?.equals(content)).map(([part]) => part);
      expect(
        changed.every((part) =>
          /Content_Types|workbook\.xml|styles\.xml|sheet\d+\.xml|comments\d|vmlDrawing/.test(part),
        ),
      ).toBe(true);
      expect((await readAll(bytes, 'a.xlsx')).rows.filter((each) => each.sheet !== 'Funn')).toEqual(before.rows);
    },
  );
});

describe('a file of another format, annotated', () => {
  const remark = (sheet: string | null): CellRemark => ({
    sheet,
    row: 2,
    column: 2,
    mark: 'error',
    comment: 'Skriv et tall',
  });

  it('turns CSV into a workbook with the same rows, codes and texts', async () => {
    const csv = new TextEncoder().encode('Varenummer;Antall\n00412;ca 20\n\n=1+1;3\n');
    const bytes = await annotated(csv, 'mars.csv', [remark(null)]);
    const { table, rows: read } = await readAll(bytes, 'a.xlsx');
    expect(table.sheets.map(({ name }) => name)).toEqual(['mars', 'Funn']);
    const own = read.filter(({ sheet }) => sheet === 'mars');
    expect(own.map(({ row: at, cells }) => [at, ...cells.map((cell) => `${cell.kind} ${cell.text}`)])).toEqual([
      [1, 'text Varenummer', 'text Antall'],
      [2, 'text 00412', 'text ca 20'],
      [4, 'text =1+1', 'text 3'],
    ]);
    const after = await partsOf(bytes);
    expect(after.get('xl/comments1.xml')!.toString()).toContain('ref="B2"');
    expect(after.get('xl/worksheets/sheet2.xml')!.toString()).toContain(`location="'mars'!B3"`);
  });

  it('retains sheets, numbers and dates of ODS', async () => {
    const cell = (attributes: string, shown: string) =>
      `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
    const ods = await buildOds(
      `<table:table table:name="Tom"/><table:table table:name="Salg"><table:table-row>${cell('office:value-type="string"', 'Dato')}</table:table-row><table:table-row>${cell('office:value-type="date" office:date-value="2026-03-31"', '31.03.26')}${cell('office:value-type="float" office:value="12.5"', '12,5')}</table:table-row></table:table>`,
    );
    const { table, rows: read } = await readAll(await annotated(ods, 'a.ods', [remark('Salg')]), 'a.xlsx');
    expect(table.sheets.map(({ name }) => name)).toEqual(['Tom', 'Salg', 'Funn']);
    expect(read[1]).toMatchObject({
      sheet: 'Salg',
      row: 2,
      cells: [
        { kind: 'date', text: '2026-03-31' },
        { kind: 'number', text: '12.5' },
      ],
    });
  });

  it('does the same for XLS and XLSB', async () => {
    const xlsb = await buildXlsb(
      [
        row(0),
        record(6, u32(0, 0), text('Vare')),
        row(1),
        record(6, u32(0, 0), text('00412')),
        record(5, u32(1, 1), f64(45748)),
      ],
      { formats: [0, 14] },
    );
    const xls = buildXls(
      [
        {
          name: 'Salg',
          records: [
            oldRecord(0x204, u16(0, 0, 0), oldText('Vare')),
            oldRecord(0x204, u16(1, 0, 0), oldText('00412')),
            oldRecord(0x203, u16(1, 1, 1), f64(45748)),
          ],
        },
      ],
      [0, 14].map((format) => oldRecord(0xe0, u16(0, format), new Uint8Array(16))),
    );
    for (const [bytes, name] of [
      [xlsb, 'a.xlsb'],
      [xls, 'a.xls'],
    ] as const) {
      const own = (await readAll(await annotated(bytes, name, [remark('Salg')]), 'a.xlsx')).rows.filter(
        ({ sheet }) => sheet === 'Salg',
      );
      expect(own.map(({ row: at, cells }) => [at, ...cells.map((cell) => cell.text)])).toEqual([
        [1, 'Vare'],
        [2, '00412', '2025-04-01'],
      ]);
    }
  });
});
