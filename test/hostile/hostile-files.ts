import { zipSync, type Zippable } from 'fflate';

const MB = 1024 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0);

/** An OLE container with the directory entry that Excel gives a workbook with a password. */
export function protectedWorkbook(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat(), 1024);
  return bytes;
}

const workbookParts: Zippable = {
  '[Content_Types].xml': utf8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  ),
  '_rels/.rels': utf8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': utf8(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': utf8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
};

/** A workbook whose sheet is some kilobytes here and a thousand times that when it is read. */
export const workbookBomb = (): Uint8Array => zipSync({ ...workbookParts, 'xl/worksheets/sheet1.xml': new Uint8Array(24 * MB).fill(0x20) });

export const archiveBomb = (): Uint8Array => zipSync({ 'faktura.xml': new Uint8Array(24 * MB).fill(0x20) });

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd';

/** An invoice over `doctype`; its id is `id`. */
export const invoice = (id: string, doctype = '', name = 'Melk'): Uint8Array =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>${doctype}
<Invoice xmlns="${ubl}:Invoice-2" xmlns:cac="${ubl}:CommonAggregateComponents-2" xmlns:cbc="${ubl}:CommonBasicComponents-2">
<cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cbc:PayableAmount currencyID="NOK">125.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="EA">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>${name}</cbc:Name></cac:Item></cac:InvoiceLine>
</Invoice>`);

export const externalEntity = '<!DOCTYPE Invoice [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';

/** Ten names, each ten of the one before: a gigabyte when a reader unfolds them. */
export const billionLaughs = `<!DOCTYPE Invoice [<!ENTITY l0 "lol">${Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`;

const heading = 'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer';

/** A report with two clean rows for March 2026, the item's name as given. */
export const reportText = (name = 'Kjøttdeig storfe 2,5 kg', ending = ''): string =>
  `${heading}${ending}\r\n00512;${name};Kongsvinger kommune;10;pk;312,50;3125,00;03.03.2026;7001\r\n30118;Lettmelk 10 l;Nord-Odal kommune;4;stk;148,00;592,00;17.03.2026;7002\r\n`;

/** As older Norwegian programs write: one byte a letter. */
export const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const wideReport = (columns: number): string => reportText(undefined, `;${Array.from({ length: columns }, (_, at) => `Kolonne ${at}`).join(';')}`);

export const deepJson = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export const longJson = (sizeBytes: number): string => `[${'{"a":1},'.repeat(sizeBytes / 8)}{}]`;
