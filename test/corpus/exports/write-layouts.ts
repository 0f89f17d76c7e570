import { dayText, type ExportCell, type Sheet } from './write-export.ts';
import type { ExportShape } from './draw-export.ts';

/** A file of lines, and the 1-based line of each delivery in it. */
export interface WrittenLines {
  readonly lines: string[];
  readonly rows: number[];
}

const LINES_PER_PAGE = 34;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const plain = (cell: ExportCell): string => (typeof cell === 'string' ? cell : String(cell.number));

/** Returns a page that a program calls .xls, with one table row for each row. */
export function webPageOf({ rows }: Sheet, { encoding }: ExportShape): string {
  const charset = encoding === 'latin1' ? 'iso-8859-1' : 'utf-8';
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td class=xl24>${escaped(plain(cell))}</td>`).join('')}</tr>`)
    .join('\r\n');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head><meta http-equiv=Content-Type content="text/html; charset=${charset}"><style>td { mso-number-format: General }</style></head>\r\n<body><table border=1>\r\n${body}\r\n</table></body></html>`;
}

/** Returns an XML spreadsheet of Excel 2003. */
export function xmlSpreadsheetOf({ rows }: Sheet): string {
  const cellOf = (cell: ExportCell): string => {
    if (typeof cell === 'string')
      return cell === '' ? '<Cell/>' : `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`;
    if (!cell.isDay) return `<Cell><Data ss:Type="Number">${cell.number}</Data></Cell>`;
    const day = new Date((cell.number - 25_569) * 86_400_000).toISOString().slice(0, 10);
    return `<Cell><Data ss:Type="DateTime">${day}T00:00:00.000</Data></Cell>`;
  };
  const body = rows.map((cells) => `<Row>${cells.map(cellOf).join('')}</Row>`).join('\n');
  return `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>\n${body}\n</Table></Worksheet></Workbook>`;
}

const isNumber = (text: string): boolean => /^-?[\d., \u00a0]+-?$/.test(text) && /\d/.test(text);
/** Writes the minus after the number, as older systems do. */
const withMinusAfter = (text: string): string => (/^-[\d., \u00a0]+$/.test(text) ? `${text.slice(1)}-` : text);

/** Prints the rows of a table on pages, each with a title and the headings. */
function onPages(
  { rows, lineRows, headingRow }: Sheet,
  heading: readonly string[],
  title: (page: number) => string[],
  print: (cells: readonly ExportCell[], row: number) => string,
): WrittenLines {
  const lines: string[] = [];
  const printed = new Map<number, number>();
  let page = 0;
  let left = 0;
  for (const [at, cells] of rows.entries()) {
    if (at < headingRow) continue; // rows above the headings are the title of each page;
    if (left === 0) {
      page += 1;
      left = LINES_PER_PAGE;
      lines.push(...title(page), ...heading);
    }
    left -= 1;
    lines.push(print(cells, at + 1));
    printed.set(at + 1, lines.length);
  }
  return { lines, rows: lineRows.map((row) => printed.get(row)!) };
}

const widthsOf = ({ rows, headingRow }: Sheet): number[] => {
  const table = rows.slice(headingRow - 1).filter((cells) => cells.length > 1);
  return table[0]!.map((_, column) => Math.max(...table.map((cells) => plain(cells[column] ?? '').length)) + 1);
};
const padded = (cell: ExportCell, width: number): string => {
  const text = withMinusAfter(plain(cell));
  return isNumber(text) ? text.padStart(width) : text.padEnd(width);
};

/** Returns a list as SAP prints it to a file: bars between the columns, rules, and the minus after the number. */
export function barListOf(sheet: Sheet, shape: ExportShape, day: string): WrittenLines {
  const widths = widthsOf(sheet);
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 1, 1));
  const row = (cells: readonly ExportCell[]): string =>
    cells.length <= 1 ? plain(cells[0] ?? '') : `|${cells.map((cell, at) => padded(cell, widths[at]!)).join('|')}|`;
  const heading = [rule, row(sheet.rows[sheet.headingRow - 1]!), rule];
  const title = (page: number) => [`${dayText(day, shape.dates)}        Dynamisk listevisning        ${page}`, ''];
  const { lines, rows } = onPages(sheet, heading, title, row);
  return { lines: [...lines, rule], rows };
}

/** Returns pages of a printer file: columns at fixed places, form feeds, and the name of the company on each page. */
export function spoolOf(sheet: Sheet, shape: ExportShape, day: string): WrittenLines {
  const widths = widthsOf(sheet);
  const row = (cells: readonly ExportCell[]): string =>
    (cells.length <= 1
      ? plain(cells[0] ?? '')
      : cells.map((cell, at) => padded(cell, widths[at]!)).join('  ')
    ).trimEnd();
  const heading = [
    row(sheet.rows[sheet.headingRow - 1]!),
    ...(shape.groupRow ? [widths.map((width) => '-'.repeat(width)).join('  ')] : []),
  ];
  const title = (page: number) => [
    `${page > 1 ? '\f' : ''}NORDVIK ENGROS AS                 SALGSSTATISTIKK                 SIDE ${String(page).padStart(3)}`,
    `                                  ${dayText(day, shape.dates)}`,
    '',
  ];
  return onPages(sheet, heading, title, row);
}
