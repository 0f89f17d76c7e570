import { zipSync, type Zippable } from 'fflate';

const MB = 1024 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const png = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  1,
  8,
  6,
  0,
  0,
  0,
);

const SECTOR_BYTES = 512;
const END_OF_CHAIN = 0xfffffffe;
const NOTHING = 0xffffffff;

/**
 * Builds an OLE container ([MS-CFB]) with the entry of a password-protected Excel workbook: header, sector table and
 * directory.
 */
export function protectedWorkbook(): Uint8Array {
  const view = new DataView(new ArrayBuffer(3 * SECTOR_BYTES));
  const bytes = new Uint8Array(view.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END_OF_CHAIN],
    [68, END_OF_CHAIN],
  ] as const)
    view.setUint32(at, value, true);
  // The header names the first sector of the table; the others are free.
  bytes.fill(0xff, 80, 2 * SECTOR_BYTES);
  view.setUint32(SECTOR_BYTES, 0xfffffffd, true);
  view.setUint32(SECTOR_BYTES + 4, END_OF_CHAIN, true);
  writeEntry(view, { at: 2 * SECTOR_BYTES, name: 'Root Entry', kind: 5, child: 1 });
  writeEntry(view, { at: 2 * SECTOR_BYTES + 128, name: 'EncryptedPackage', kind: 2, child: NOTHING });
  return bytes;
}

function writeEntry(
  view: DataView,
  { at, name, kind, child }: { at: number; name: string; kind: number; child: number },
): void {
  [...name].forEach((letter, index) => view.setUint16(at + 2 * index, letter.charCodeAt(0), true));
  view.setUint16(at + 64, 2 * (name.length + 1), true);
  view.setUint8(at + 66, kind);
  for (const [offset, value] of [
    [68, NOTHING],
    [72, NOTHING],
    [76, child],
    [116, END_OF_CHAIN],
  ] as const)
    view.setUint32(at + offset, value, true);
}

const workbookParts: Zippable = {
  '[Content_Types].xml': utf8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartNameDto="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  ),
  '_rels/.rels': utf8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  'xl/workbook.xml': utf8(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': utf8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
};

/** Builds a workbook with a sheet of some kilobytes that expands to a thousand times as much. */
export const workbookBomb = (): Uint8Array =>
  zipSync({ ...workbookParts, 'xl/worksheets/sheet1.xml': new Uint8Array(24 * MB).fill(0x20) });

export const archiveBomb = (): Uint8Array => zipSync({ 'faktura.xml': new Uint8Array(24 * MB).fill(0x20) });

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd';

/** Builds an invoice with the given document type declaration and id. */
export const invoice = (id: string, doctype = '', name = 'Melk'): Uint8Array =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>${doctype}
<Invoice xmlns="${ubl}:Invoice-2" xmlns:cac="${ubl}:CommonAggregateComponents-2" xmlns:cbc="${ubl}:CommonBasicComponents-2">
<cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:CompanyID schemeID="0192">311047116</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cbc:PayableAmount currencyID="NOK">125.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="EA">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>${name}</cbc:Name></cac:Item></cac:InvoiceLine>
</Invoice>`);

export const externalEntity = '<!DOCTYPE Invoice [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';

/** Ten entities, each ten times the previous one: a gigabyte when a reader expands them. */
export const billionLaughs = `<!DOCTYPE Invoice [<!ENTITY l0 "lol">${Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`;

const heading = 'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer';

/** Returns a report with two correct rows for March 2026 and the given item name. */
export const reportText = (name = 'Kjøttdeig storfe 2,5 kg', ending = ''): string =>
  `${heading}${ending}\r\n00512;${name};Kongsvinger kommune;10;pk;312,50;3125,00;03.03.2026;7001\r\n30118;Lettmelk 10 l;Nord-Odal kommune;4;stk;148,00;592,00;17.03.2026;7002\r\n`;

/** Encodes text like older Norwegian programs: one byte per letter. */
export const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const wideReport = (columns: number): string =>
  reportText(undefined, `;${Array.from({ length: columns }, (_, at) => `Kolonne ${at}`).join(';')}`);

export const deepJson = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export const longJson = (sizeBytes: number): string => `[${'{"a":1},'.repeat(sizeBytes / 8)}{}]`;
