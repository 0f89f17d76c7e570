import { dayNumber, isDecimal } from '@tallgrunn/values';
import { cellReference, columnName } from '../xlsx/cell-place.ts';
import { escapeText } from '../xlsx/unescape-text.ts';
import { writeZip } from '../zip/write-zip.ts';
import type { ZipPart } from '../zip/write-zip.ts';
import { sheetName } from './table-to-write.ts';
import type { DependentChoices, CellMark, WriteColumn, WriteKind, WriteSheet, WriteValue } from './table-to-write.ts';
import {
  HEADER_STYLE,
  TITLE_STYLE,
  contentTypesXml,
  escapeXml,
  packageRelationsXml,
  sheetHead,
  styleOf,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './workbook-parts.ts';

const encoder = new TextEncoder();
const PIECE_CHARACTERS = 64 * 1024;
const SERIAL_OF_1970 = 25_569;
const FIRST_TRUE_SERIAL = 61;
const CELL_CHARACTERS_MAX = 32_767;
const ROWS_MAX = 1_048_576;
const WIDTH_DEFAULT = 16;

interface NamedSheet extends WriteSheet {
  name: string;
  /** cell ranges of drop-down lists, by column index */
  lists: ReadonlyMap<number, string>;
}

function textCell(place: string, text: string, style: number): string {
  const limited = text.slice(0, CELL_CHARACTERS_MAX);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(limited))}</t></is></c>`;
}

function serialOf(date: string): number | null {
  const day = dayNumber(date);
  return day !== null && day + SERIAL_OF_1970 >= FIRST_TRUE_SERIAL ? day + SERIAL_OF_1970 : null;
}

/**
 * Writes a cell. A value that does not fit its column's kind is written as text, so that nothing is lost or guessed.
 */
function cellXml(place: string, value: WriteValue, kind: WriteKind): string {
  if (value === null) return '';
  if (typeof value === 'object' && 'formula' in value)
    return `<c r="${place}" s="${styleOf(kind, undefined)}"><f>${escapeXml(value.formula)}</f><v>${value.value}</v></c>`;
  const { text, mark }: { text: string; mark?: CellMark } = typeof value === 'string' ? { text: value } : value;
  const stored = kind === 'date' ? serialOf(text) : kind !== 'text' && isDecimal(text) ? text : null;
  if (stored !== null) return `<c r="${place}" s="${styleOf(kind, mark)}"><v>${stored}</v></c>`;
  if (text === '' && mark === undefined) return '';
  return textCell(place, text, styleOf('text', mark));
}

function headXml({ columns, titles = [] }: WriteSheet): string {
  const headerRow = titles.length + 1;
  const widths = columns.map(
    ({ width = WIDTH_DEFAULT }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const above = titles.map(
    (title, index) => `<row r="${index + 1}">${textCell(cellReference(index + 1, 1), title, TITLE_STYLE)}</row>`,
  );
  const header = columns.map(({ header: text }, index) =>
    textCell(cellReference(headerRow, index + 1), text, HEADER_STYLE),
  );
  return (
    `${sheetHead}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${above.join('')}<row r="${headerRow}">${header.join('')}</row>`
  );
}

function tailXml({ lists, titles = [] }: NamedSheet): string {
  const from = titles.length + 2;
  const rules = [...lists].map(([index, range]) => {
    const column = columnName(index + 1);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}${from}:${column}${ROWS_MAX}"><formula1>${escapeXml(range)}</formula1></dataValidation>`;
  });
  return `</sheetData>${rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : ''}</worksheet>`;
}

async function* sheetXml(sheet: NamedSheet): AsyncGenerator<Uint8Array> {
  let xml = headXml(sheet);
  let row = (sheet.titles?.length ?? 0) + 1;
  for await (const values of sheet.rows) {
    row += 1;
    if (row > ROWS_MAX) throw new RangeError('a worksheet ends at row 1,048,576');
    xml += `<row r="${row}">${values.map((value, index) => cellXml(cellReference(row, index + 1), value, sheet.columns[index]?.kind ?? 'text')).join('')}</row>`;
    if (xml.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  yield encoder.encode(xml + tailXml(sheet));
}

/** Separator of key values when a list depends on more than one column. */
const KEY_JOINT = '|';

/** Returns keys and values in two columns, sorted so that all values of one key are consecutive. */
function keysAndValues({ cases }: DependentChoices): readonly (readonly [key: string, value: string])[] {
  const byKey = new Map<string, Set<string>>();
  for (const { when, values } of cases) {
    const key = when.join(KEY_JOINT);
    byKey.set(key, new Set([...(byKey.get(key) ?? []), ...values]));
  }
  return [...byKey].flatMap(([key, values]) => [...values].map((value) => [key, value] as const));
}

/** Returns the range of values for the key in the row. `row` is the first row below the header. */
function dependentRange({ parents }: DependentChoices, keys: string, values: string, row: number): string {
  const key = parents.map((parent) => `$${columnName(parent + 1)}${row}`).join(`&"${KEY_JOINT}"&`);
  return `OFFSET(${values.split(':')[0]!},MATCH(${key},${keys},0)-1,0,COUNTIF(${keys},${key}),1)`;
}

/** Gives each sheet a name that Excel accepts, and puts all drop-down lists as columns on one hidden sheet. */
function nameSheets(sheets: readonly WriteSheet[], listsName: string): NamedSheet[] {
  const taken = new Set<string>();
  const choices: (readonly string[])[] = [];
  const listsTab = sheetName(listsName, new Set(sheets.map(({ name }) => name.toLowerCase())));
  const rangeOf = (list: readonly string[]): string => {
    choices.push(list);
    const letter = columnName(choices.length);
    return `'${listsTab.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${list.length + 1}`;
  };
  const named = sheets.map((sheet): NamedSheet => {
    const name = sheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    const lists = new Map<number, string>();
    sheet.columns.forEach((column: WriteColumn, index) => {
      const pairs = column.dependent ? keysAndValues(column.dependent) : [];
      if (column.dependent && pairs.length > 0) {
        const [keys, values] = [rangeOf(pairs.map(([key]) => key)), rangeOf(pairs.map(([, value]) => value))];
        lists.set(index, dependentRange(column.dependent, keys, values, (sheet.titles?.length ?? 0) + 2));
      } else if (column.choices?.length) lists.set(index, rangeOf(column.choices));
    });
    return { ...sheet, name, lists };
  });
  if (choices.length === 0) return named;
  const longest = Math.max(...choices.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) => choices.map((list) => list[row] ?? null));
  return [
    ...named,
    {
      name: listsTab,
      hidden: true,
      columns: choices.map((_, index) => ({ header: String(index + 1) })),
      rows,
      lists: new Map(),
    },
  ];
}

/**
 * Streams an Excel workbook; rows are read on demand. Text cells are always text: a formula is written only when our
 * own code supplies one, never from imported text.
 */
export async function* writeXlsx(
  sheets: readonly WriteSheet[],
  { listsName = 'Lister' }: { listsName?: string } = {},
): AsyncGenerator<Uint8Array> {
  const named = nameSheets(sheets, listsName);
  const part = (name: string, xml: string): ZipPart => ({ name, content: [encoder.encode(xml)] });
  yield* writeZip([
    part('[Content_Types].xml', contentTypesXml(named.length)),
    part('_rels/.rels', packageRelationsXml()),
    part('xl/workbook.xml', workbookXml(named.map(({ name, hidden = false }) => ({ name, hidden })))),
    part('xl/_rels/workbook.xml.rels', workbookRelationsXml(named.length)),
    part('xl/styles.xml', stylesXml()),
    ...named.map((sheet, index): ZipPart => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet),
    })),
  ]);
}
