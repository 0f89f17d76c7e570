import fc from 'fast-check';
import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { Row } from '../table.ts';
import { writeZip } from '../zip/write-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Parts = Record<string, string>;

async function zipOf(parts: Parts): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(parts).map(([name, text]) => ({ name, content: [encoder.encode(text)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

const sheet = (rows: string, after = '', root = `<worksheet xmlns="${MAIN}">`) =>
  `${root}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const relations = (list: string) => `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;

/** Returns the parts of a small workbook with one sheet; any of them can be replaced. */
function workbook(sheetXml: string, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Salg" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      [
        'worksheet" Target="worksheets/sheet1.xml',
        'sharedStrings" Target="sharedStrings.xml',
        'styles" Target="styles.xml',
      ]
        .map((tail, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${tail}"/>`)
        .join(''),
    ),
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  };
}

async function read(parts: Parts, options: Parameters<typeof openTable>[2] = {}) {
  const table = await openTable(bytesOf(await zipOf(parts)), 'rapport.xlsx', options);
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows, cells: rows.flatMap(({ cells }) => cells) };
}

const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="00000"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`;

describe('Excel workbooks', () => {
  it('reads cells of all kinds', async () => {
    const shared = `<sst xmlns="${MAIN}"><si><t>Stol</t></si><si><r><t>Ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">k </t></r><rPh sb="0"><t>x</t></rPh></si><si><t>a_x000D_b _x005F_x0041_</t></si><si/></sst>`;
    const row = `<row r="3"><c r="A3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="E3"><v>0.30000000000000004</v></c>
      <c r="F3" s="1"><v>45748</v></c><c r="G3" s="2"><v>412</v></c><c r="H3" t="b"><v>1</v></c><c r="I3" t="e"><f>A1/0</f><v>#DIV/0!</v></c>
      <c r="J3" t="inlineStr"><is><t>00412</t></is></c><c r="K3" t="str"><f>CONCAT(A1)</f><v>ab</v></c><c r="L3" t="d"><v>2025-04-01T00:00:00Z</v></c>
      <c r="M3" s="4"><v>0.25</v></c><c r="N3"><f>B2*C2</f></c><c r="O3" s="1"/><c r="P3" t="s"><v>3</v></c></row>`;
    const { rows, cells } = await read(
      workbook(sheet(row), { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles }),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ sheet: 'Salg', row: 3 });
    expect(cells).toEqual([
      { kind: 'text', text: 'Stol' },
      { kind: 'text', text: 'Rik ' },
      { kind: 'text', text: 'a\rb _x0041_' },
      { kind: 'empty', text: '' },
      { kind: 'number', text: '0.3' },
      { kind: 'date', text: '2025-04-01', serial: '45748' },
      { kind: 'number', text: '412', shown: '00412' },
      { kind: 'boolean', text: 'true' },
      { kind: 'error', text: '#DIV/0!', formula: '=A1/0' },
      { kind: 'text', text: '00412' },
      { kind: 'text', text: 'ab', formula: '=CONCAT(A1)' },
      { kind: 'date', text: '2025-04-01' },
      { kind: 'number', text: '0.25', shown: '25 %' },
      { kind: 'empty', text: '', formula: '=B2*C2' },
    ]);
  });

  it('reads shared formulas, hidden rows, merged ranges, and rows and cells without numbers', async () => {
    const rows = `<row><c><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c></row><row hidden="1"><c><f t="shared" si="0"/><v>6</v></c></row><row r="7" hidden="true"><c r="B7"><v>1</v></c></row><row r="9" spans="1:3"/>`;
    const found = await read(
      workbook(sheet(rows, '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D1:D2"/></mergeCells>')),
    );
    expect(
      found.rows.map(({ row, hidden, cells }) => [row, hidden ?? false, cells.map(({ formula }) => formula)]),
    ).toEqual([
      [1, false, ['=B1*2']],
      [2, true, ['=B1*2']],
      [7, true, [undefined, undefined]],
    ]);
    expect(found.table.sheets).toEqual([{ name: 'Salg', hidden: false, merged: ['A1:C1', 'D1:D2'] }]);
  });

  it('reads the 1904 system, strict names, foreign prefixes, absolute paths and hidden sheets', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const parts = workbook('', {
      '_rels/.rels': relations(
        `<Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/book.xml"/>`,
      ),
      'xl/book.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:q="${strict}/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets>
        <x:sheet name="Æ &amp; Ø" sheetId="1" q:id="s1"/><x:sheet name="Skjult" sheetId="2" state="veryHidden" q:id="s2"/><x:sheet name="Graf" sheetId="3" q:id="s3"/><x:sheet name="Borte" sheetId="4" q:id="s9"/></x:sheets>
        <x:extLst><x:ext><y:workbookPr xmlns:y="urn:later"/></x:ext></x:extLst></x:workbook>`,
      'xl/_rels/book.xml.rels': relations(
        `<Relationship Id="s1" Type="${strict}/officeDocument/relationships/worksheet" Target="/xl/worksheets/Sheet1.xml"/><Relationship Id="s2" Type="${RELATIONS}/worksheet" Target="../xl/two.xml"/>
        <Relationship Id="s3" Type="${RELATIONS}/chartsheet" Target="chart.xml"/><Relationship Id="st" Type="${RELATIONS}/styles" Target="styles.xml"/>`,
      ),
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>44286</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/two.xml': sheet('<row r="1"><c r="A1"><v>2</v></c></row>'),
      'xl/chart.xml': '<chartsheet/>',
      'xl/styles.xml': styles,
    });
    delete parts['xl/workbook.xml'];
    const { table, rows } = await read(parts);
    expect(table.date1904).toBe(true);
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Æ & Ø', false],
      ['Skjult', true],
    ]);
    expect(rows.map(({ sheet: name, cells }) => [name, cells[0]!.text])).toEqual([
      ['Æ & Ø', '2025-04-01'],
      ['Skjult', '2'],
    ]);
    expect(table.notes.map(({ code, params }) => [code, params.sheet])).toEqual([
      ['sheet-not-a-table', 'Graf'],
      ['sheet-missing', 'Borte'],
    ]);
  });

  it('can be read twice', async () => {
    const table = await openTable(bytesOf(await zipOf(workbook(sheet('<row><c><v>1</v></c></row>')))), 'a.xlsx');
    for (let time = 0; time < 2; time += 1) {
      let rows = 0;
      for await (const batch of table.batches()) rows += batch.length;
      expect(rows).toBe(1);
    }
  });

  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
  it.each<[string, string, Parts]>([
    ['xml-doctype', 'in a sheet', workbook(bomb + sheet('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>'))],
    ['xml-doctype', 'in the workbook', workbook('', { 'xl/workbook.xml': `${bomb}<workbook/>` })],
    ['workbook-damaged', 'an entity nobody declared', workbook(sheet('<row><c><v>&b;</v></c></row>'))],
    ['workbook-damaged', 'XML that ends in the middle', workbook(sheet('<row><c>').slice(0, 90))],
    ['workbook-damaged', 'a text that is not in the list', workbook(sheet('<row><c t="s"><v>5</v></c></row>'))],
    ['workbook-damaged', 'a row beyond the last', workbook(sheet('<row r="1048577"><c><v>5</v></c></row>'))],
    ['workbook-damaged', 'a part twice', workbook('', { 'XL/workbook.xml': '<workbook/>' })],
    ['workbook-damaged', 'no workbook', { '[Content_Types].xml': '<Types/>', 'xl/styles.xml': styles }],
    ['workbook-damaged', 'endless nesting', workbook(sheet('<a>'.repeat(500)))],
    ['not-a-table', 'a zip of something else', { 'les-meg.txt': 'hei' }],
    ['not-a-table', 'a Word document', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }],
    [
      'not-a-table',
      'an OpenDocument spreadsheet without one',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<c/>' },
    ],
    ['document-type-not-supported', 'a Numbers document', { 'Index/Document.iwa': 'x' }],
    ['too-many-columns', 'something far to the right', workbook(sheet('<row><c r="XFD1"><v>1</v></c></row>'))],
    [
      'cell-too-long',
      'a cell that is too long',
      workbook(sheet(`<row><c t="inlineStr"><is><t>${'x'.repeat(32_769)}</t></is></c></row>`)),
    ],
  ])('rejects as %s: %s', async (code, _, parts) => {
    await expect(read(parts)).rejects.toMatchObject({ name: 'ReadProblem', code });
  });

  it('returns rows or a ReadProblem when a workbook is changed anywhere', async () => {
    const whole = workbook(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45748.5</v></c></row>'), {
      'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>',
      'xl/styles.xml': styles,
    });
    const names = Object.keys(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(400),
        fc.nat(5),
        fc.stringMatching(/^[<>&"=/\d a-z]{0,4}$/),
        async (name, at, gone, put) => {
          const xml = whole[name]!;
          const place = at % xml.length;
          await read({ ...whole, [name]: xml.slice(0, place) + put + xml.slice(place + gone) }).catch(
            (problem: Error) => expect(problem.name).toBe('ReadProblem'),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('enforces the limits of rows, sheets and shared texts', async () => {
    const three = sheet('<row><c><v>1</v></c></row>'.repeat(3));
    await expect(read(workbook(three), { limits: { rowsMax: 2 } })).rejects.toMatchObject({ code: 'too-many-rows' });
    await expect(read(workbook(three), { limits: { sheetsMax: 0 } })).rejects.toMatchObject({
      code: 'too-many-sheets',
    });
    const shared = `<sst>${'<si><t>abcdefgh</t></si>'.repeat(20)}</sst>`;
    await expect(
      read(workbook(three, { 'xl/sharedStrings.xml': shared }), { limits: { sharedTextBytesMax: 100 } }),
    ).rejects.toMatchObject({ code: 'too-many-texts' });
  });

  it('reads a workbook with macros without them when requested', async () => {
    const { table, cells } = await read(
      workbook(sheet('<row><c><v>1</v></c></row>'), { 'xl/vbaProject.bin': 'MsgBox 1' }),
      { activeContent: 'ignore' },
    );
    expect(table).toMatchObject({ format: 'xlsx', notes: [] });
    expect(cells).toEqual([{ kind: 'number', text: '1' }]);
  });
});
