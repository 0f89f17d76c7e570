import { isDecimal } from '@tallgrunn/values';
import { escapeXml, sheetHead } from '../writing/workbook-parts.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { escapeText } from '../xlsx/unescape-text.ts';
import { LINKS_MAX } from './remarks.ts';
import type { AddedCell, AddedRow, AddedSheet, LinkTarget } from './remarks.ts';
import type { StyleAdder } from './style-adder.ts';

const PIECE_CHARACTERS = 64 * 1024;
const CELL_CHARACTERS_MAX = 32_767;

function cellXml(place: string, { text, look = 'plain', link }: AddedCell, styles: StyleAdder): string {
  const style = styles.addedCellStyle(look, link !== undefined);
  if (look === 'amount' && isDecimal(text)) return `<c r="${place}" s="${style}"><v>${text}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(text.slice(0, CELL_CHARACTERS_MAX)))}</t></is></c>`;
}

/**
 * Writes the added sheet: rows in the order received, then the links from them to the other sheets. `tabOf` returns the
 * tab name of a sheet.
 */
export async function* addedSheetXml(
  { widths, rows }: AddedSheet,
  styles: StyleAdder,
  tabOf: (sheet: string | null) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const links: string[] = [];
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  let xml = `${sheetHead}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
  let number = 0;
  const take = (row: AddedRow): string => {
    number += 1;
    const cells = row.map((value, index) => {
      if (value === null) return '';
      const place = cellReference(number, index + 1);
      const cell = typeof value === 'string' ? { text: value } : value;
      if (cell.link && links.length < LINKS_MAX)
        links.push(`<hyperlink ref="${place}" location="${escapeXml(locationOf(cell.link, tabOf))}"/>`);
      return cellXml(place, cell, styles);
    });
    return `<row r="${number}">${cells.join('')}</row>`;
  };
  for await (const row of rows) {
    xml += take(row);
    if (xml.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  yield encoder.encode(
    `${xml}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}</worksheet>`,
  );
}

function locationOf({ sheet, row, column }: LinkTarget, tabOf: (sheet: string | null) => string): string {
  return `'${tabOf(sheet).replaceAll("'", "''")}'!${cellReference(row, column)}`;
}
