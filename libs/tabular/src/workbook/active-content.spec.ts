import { bytesOf, openTable } from '../index.ts';
import { joined, u16, u8 } from '../testing/bytes.ts';
import { buildContainer } from '../testing/make-container.ts';
import { buildOds } from '../testing/make-ods.ts';
import { buildXls, buildXlsStream } from '../testing/make-xls.ts';
import { record as xlsbRecord } from '../testing/make-xlsb.ts';
import { buildZip } from '../testing/make-zip.ts';
import { problemMessage } from '../texts.ts';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = (entries = '') =>
  `<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${entries}</Types>`;
const related = (id: string, type: string, target: string) =>
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** A one-sheet workbook as Excel writes it, including a default content type for an unused file extension. */
const ordinary: Parts = {
  '[Content_Types].xml': types(),
  '_rels/.rels': related('a', 'officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Salg" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related('a', 'worksheet', 'worksheets/sheet1.xml'),
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
};
const link = (inner: string) => `<?xml version="1.0"?><externalLink xmlns="${MAIN}">${inner}</externalLink>`;
const supBook = (kind: number) => xlsbRecord(360, u16(kind), new Uint8Array(8));

const open = async (bytes: Uint8Array | Promise<Uint8Array>, activeContent?: 'ignore') =>
  openTable(bytesOf(await bytes), 'rapport.xlsx', activeContent ? { activeContent } : {});
const withParts = (more: Parts) => buildZip({ ...ordinary, ...more });
const odsTable =
  '<table:table table:name="Salg"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>';

const active: readonly [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, found: string][] = [
  ['a macro project', () => withParts({ 'xl/vbaProject.bin': 'Sub Auto_Open()' }), 'macros'],
  [
    'a macro project by another name',
    () =>
      withParts({
        '[Content_Types].xml': types(
          '<Override PartName="/xl/data.dat" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        'xl/data.dat': 'x',
      }),
    'macros',
  ],
  ['a macro project of an ending with a default', () => withParts({ 'xl/data.bin': 'x' }), 'macros'],
  ['a sheet of Excel 4 macros', () => withParts({ 'xl/macrosheets/sheet1.xml': '<xm:macrosheet/>' }), 'macros'],
  [
    'a sheet of Excel 4 macros elsewhere',
    () => withParts({ 'xl/_rels/workbook.xml.rels': related('a', 'xlMacrosheet', 'worksheets/sheet1.xml') }),
    'macros',
  ],
  ['an ActiveX control', () => withParts({ 'xl/activeX/activeX1.xml': '<ax:ocx/>' }), 'controls'],
  [
    'an embedded object',
    () => withParts({ 'xl/embeddings/oleObject1.bin': 'MZ', '[Content_Types].xml': '<Types/>' }),
    'embedded',
  ],
  [
    'a DDE link',
    () => withParts({ 'xl/externalLinks/externalLink1.xml': link('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>') }),
    'program-links',
  ],
  [
    'an OLE link',
    () => withParts({ 'xl/externalLinks/externalLink1.xml': link('<oleLink r:id="a" progId="Package"/>') }),
    'program-links',
  ],
  [
    'a DDE link of a binary workbook',
    () => withParts({ '[Content_Types].xml': '<Types/>', 'xl/externalLinks/externalLink1.bin': supBook(1) }),
    'program-links',
  ],
  ['a macro of OpenDocument', () => buildOds(odsTable, { 'Basic/Standard/Module1.xml': '<script:module/>' }), 'macros'],
  ['a script of OpenDocument', () => buildOds(odsTable, { 'Scripts/python/x.py': 'import os' }), 'macros'],
  [
    'a macro project of an old workbook',
    () => buildContainer({ Workbook: buildXlsStream([{ name: 'Salg', records: [] }]), _VBA_PROJECT_CUR: u8(1) }),
    'macros',
  ],
  [
    'an embedded object of an old workbook',
    () => buildContainer({ Workbook: buildXlsStream([{ name: 'Salg', records: [] }]), MBD0012AB34: u8(1) }),
    'embedded',
  ],
  [
    'a macro sheet of an old workbook',
    () =>
      buildXls([
        { name: 'Salg', records: [] },
        { name: 'Makro', kind: 1, records: [] },
      ]),
    'macros',
  ],
];

describe('a workbook with active content', () => {
  it.each(active)('is rejected for %s, with a message that says what to do', async (_what, bytes, found) => {
    const problem = await open(bytes()).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'active-content', params: { found } });
    expect(problemMessage(problem as Parameters<typeof problemMessage>[0], 'nb')).toMatch(
      /inneholder .+Lagre den som vanlig arbeidsbok/,
    );
  });

  it.each(active)('is read when nothing is stored: %s', async (_what, bytes) => {
    expect((await open(bytes(), 'ignore')).format).toMatch(/xlsx|ods|xls/);
  });
});

describe('a workbook without active content', () => {
  it.each([
    ['as Excel writes it', ordinary],
    [
      'with a link to cells of another workbook',
      {
        ...ordinary,
        'xl/externalLinks/externalLink1.xml': link(
          '<externalBook r:id="a"><sheetNames><sheetName val="Priser"/></sheetNames></externalBook>',
        ),
      },
    ],
    [
      'with a link to cells of another binary workbook',
      { ...ordinary, '[Content_Types].xml': '<Types/>', 'xl/externalLinks/externalLink1.bin': supBook(0) },
    ],
    [
      "with a printer's settings",
      {
        ...ordinary,
        '[Content_Types].xml':
          '<Types><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/></Types>',
        'xl/printerSettings/printerSettings1.bin': joined(u8(1)),
      },
    ],
  ])('is read: %s', async (_what, parts) => expect((await open(buildZip(parts))).sheets).toHaveLength(1));
});
