import { cellReference, columnName, writeZip } from '@tallgrunn/tabular';
import { addDays, dayNumber } from '@tallgrunn/values';
import type { Draws } from '../drawn/draws.ts';
import { isTyped, type Delivery, type DrawnExport, type ExportShape } from './draw-export.ts';
import { otherWords, type ColumnKind } from './heading-words.ts';
import { barListOf, spoolOf, webPageOf, xmlSpreadsheetOf } from './write-layouts.ts';

export interface WrittenExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** the 1-based row of each delivery */
  readonly rows: readonly number[];
}

/** A cell as text, or as a number or date that a workbook stores as such. */
export type ExportCell = string | { readonly number: number; readonly isDay?: boolean };

const groupsOf: Readonly<Partial<Record<ColumnKind, 'party' | 'item' | 'money' | 'document'>>> = {
  buyer: 'party',
  buyerOrg: 'party',
  customerNumber: 'party',
  site: 'party',
  person: 'party',
  itemNumber: 'item',
  gtin: 'item',
  itemName: 'item',
  group: 'item',
  invoice: 'document',
  line: 'document',
  order: 'document',
  date: 'document',
  quantity: 'money',
  unit: 'money',
  unitPrice: 'money',
  amount: 'money',
  discount: 'money',
  cost: 'money',
  vat: 'money',
};

export function numberText(
  value: number,
  decimals: number,
  { decimal, thousands }: Pick<ExportShape, 'decimal' | 'thousands'>,
): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

/** Returns how far ahead of UTC Norway is on a day, in milliseconds. */
function utcOffset(day: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return Number(hour) * 3_600_000;
}

export function dayText(day: string, dates: ExportShape['dates']): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  if (dates === 'utc') return new Date(Date.parse(`${day}T00:00:00Z`) - utcOffset(day)).toISOString();
  if (dates === 'd.m.yy') return `${Number(date)}.${Number(month)}.${year.slice(2)}`;
  return dates.replace('yyyy', year).replace('mm', month).replace('dd', date);
}

function buyerText({ buyer, buyerText: own }: Delivery, { agreement, shape }: DrawnExport): string {
  const { name, org } = agreement.buyers[buyer]!;
  if (own !== null) return own;
  return { name, kommune: `${name} kommune`, upper: `${name} KOMMUNE`.toUpperCase(), org }[shape.buyerBy];
}

/** Returns the discount on the price of a line, in per cent. */
const discountAt = (at: number): number => (at % 3 === 0 ? 0 : 5 + (at % 5) * 5);

/** Returns the price that an export prints, in øre: some print the price before the discount of the line. */
const printedPrice = ({ price }: Delivery, { grossPrice }: ExportShape, at: number): number =>
  grossPrice ? Math.round(price / (1 - discountAt(at) / 100)) : price;

/** Food has 15 %, other goods and fees 25 %. */
const vatRate = ({ item }: Delivery): number => (item >= 0 && item % 4 !== 0 ? 0.15 : 0.25);

const cellOf: Readonly<
  Record<ColumnKind, (line: Delivery, drawn: DrawnExport, at: number) => ExportCell | [value: number, decimals: number]>
> = {
  buyer: (line, drawn) => buyerText(line, drawn),
  buyerOrg: ({ buyer, ofOthers }, { agreement }) => (ofOthers ? '' : agreement.buyers[buyer]!.org),
  customerNumber: ({ buyer, ofOthers }, { agreement }) =>
    ofOthers ? '70001' : agreement.buyers[buyer]!.customerNumber,
  site: ({ site }) => site,
  itemNumber: ({ itemNumber }, { shape }) => (shape.zerosLost ? itemNumber.replace(/^0+/, '') : itemNumber),
  gtin: ({ gtin }) => gtin,
  itemName: ({ name, kind }, { shape }) =>
    shape.names === 'upper'
      ? name.toUpperCase()
      : shape.names === 'short' && kind === 'goods'
        ? name.slice(0, 16)
        : name,
  quantity: ({ quantity }, { shape }) => [quantity / 1000, quantity % 1000 !== 0 ? 3 : shape.wholeDecimals],
  unit: ({ unit }, { shape }) => shape.units[unit] ?? unit,
  unitPrice: (line, { shape }, at) => [printedPrice(line, shape, at) / 100, 2],
  amount: ({ amount }) => [amount / 100, 2],
  date: ({ date }) => date,
  invoice: ({ invoice }) => invoice,
  line: (_, __, at) => String((at % 3) + 1),
  order: ({ invoice }) => `9${invoice}`,
  person: ({ buyer }) => ['Kari Nordmann', 'Ola Hansen', 'Anne Berg', 'Per Lie', 'Siv Moen'][buyer % 5]!,
  discount: (_, __, at) => [discountAt(at), 0],
  cost: ({ item }) => [(item * 1.17 + 11.3) % 90, 2],
  vat: (line) => [(line.amount * vatRate(line)) / 100, 2],
  grossPrice: (line, { shape }, at) => [(printedPrice(line, shape, at) * (1 + vatRate(line))) / 100, 2],
  grossAmount: (line) => [(line.amount * (1 + vatRate(line))) / 100, 2],
  group: ({ item }) => String(100 + (item % 7)),
  warehouse: ({ buyer }) => String(1 + (buyer % 2)),
  weight: ({ item }) => [((item * 3) % 17) + 0.25, 2],
  orderedOn: ({ date }) => addDays(date, -2),
  invoicedOn: ({ date }) => addDays(date, 3),
  listPrice: ({ price }) => [Math.round(price * 1.25) / 100, 2],
};

function written(line: Delivery, kind: ColumnKind, drawn: DrawnExport, at: number): ExportCell {
  const { shape } = drawn;
  const raw = line.raw[kind];
  if (raw !== undefined) return raw;
  const value = cellOf[kind](line, drawn, at);
  const isBook = isTyped(shape);
  if (Array.isArray(value))
    return isBook ? { number: Number(value[0].toFixed(value[1])) } : numberText(value[0], value[1], shape);
  if (kind === 'date' || kind === 'orderedOn' || kind === 'invoicedOn')
    return isBook
      ? { number: dayNumber(value as string)! + 25_569, isDay: true }
      : dayText(value as string, shape.dates);
  const isCode = kind === 'itemNumber' || kind === 'invoice' || kind === 'customerNumber';
  return isBook && isCode && /^[1-9]\d{0,8}$/.test(value as string) ? { number: Number(value) } : value;
}

/** Returns a row with a label and the sum of some lines. */
function sumRow(label: string, lines: readonly Delivery[], { shape }: DrawnExport): ExportCell[] {
  const amount = lines.reduce((sum, line) => sum + line.amount, 0) / 100;
  const at = shape.columns.findIndex((kind) => kind === 'buyer' || kind === 'itemName');
  return shape.columns.map((kind, column) => {
    if (kind === 'amount') return isTyped(shape) ? { number: Number(amount.toFixed(2)) } : numberText(amount, 2, shape);
    return column === at ? label : '';
  });
}

export interface Sheet {
  readonly rows: ExportCell[][];
  /** 1-based */
  readonly headingRow: number;
  readonly merged: string[];
  readonly lineRows: number[];
}

function groupRow({ columns, language }: ExportShape): { cells: ExportCell[]; spans: [number, number][] } {
  const groups = columns.map((kind) => groupsOf[kind]);
  const starts = groups.flatMap((group, at) => (group !== undefined && group !== groups[at - 1] ? [at] : []));
  const endOf = (at: number): number =>
    [...groups.keys()].find((each) => each > at && groups[each] !== groups[at]) ?? groups.length;
  const spans = starts.map((at): [number, number] => [at, endOf(at)]);
  return {
    cells: columns.map((_, at) => (starts.includes(at) ? otherWords[language].groups[groups[at]!] : '')),
    spans,
  };
}

const CARRIED_EVERY = 23;

/** Returns the row above the lines of a customer. */
function customerRow(line: Delivery, word: string, { agreement, shape }: DrawnExport): ExportCell[] {
  const { name, org, customerNumber } = agreement.buyers[line.buyer]!;
  const text = {
    no: '',
    labelled: `${word}${/n[ro]/i.test(word) ? `${customerNumber} ` : ''}${name} kommune`,
    numbered: `${customerNumber} ${name} kommune`,
    name: `${name} kommune`,
    org: line.buyer % 2 === 0 ? org : org.replace(/(\d{3})(?=\d)/g, '$1 '),
  }[shape.customersAbove];
  return [text, ...shape.columns.slice(1).map(() => '')];
}

function layOut(draws: Draws, drawn: DrawnExport): Sheet {
  const { shape, deliveries, agreement } = drawn;
  const words = otherWords[shape.language];
  const [rows, merged, lineRows]: [ExportCell[][], string[], number[]] = [[], [], []];
  const covers = [
    draws.one(words.titles),
    `${agreement.start} - ${agreement.end}`,
    'Nordvik Engros AS',
    '',
    'Id 4711',
    '',
  ];
  for (let at = 0; at < shape.coverRows; at += 1) rows.push([covers[at]!]);
  const rule: ExportCell[] = shape.columns.map(() => '----------');
  if (shape.container === 'list') rows.push(rule);
  if (shape.groupRow) {
    const { cells, spans } = groupRow(shape);
    rows.push(cells);
    for (const [from, end] of spans)
      if (end - from > 1) merged.push(`${columnName(from + 1)}${rows.length}:${columnName(end)}${rows.length}`);
  }
  rows.push(shape.headings);
  const headingRow = rows.length;
  if (shape.container === 'list') rows.push(rule);
  const carried = draws.one(words.carried);
  const customerWord = draws.one(words.customers);
  deliveries.forEach((line, at) => {
    if (shape.customersAbove !== 'no' && deliveries[at - 1]?.buyer !== line.buyer)
      rows.push(customerRow(line, customerWord, drawn));
    if (shape.carriesForward && at > 0 && at % CARRIED_EVERY === 0)
      for (const label of carried) rows.push(sumRow(label, deliveries.slice(0, at), drawn));
    rows.push(shape.columns.map((kind) => written(line, kind, drawn, at)));
    lineRows.push(rows.length);
    const last = deliveries[at + 1]?.buyer !== line.buyer;
    if (shape.subtotals && last)
      rows.push(
        sumRow(
          draws.one(words.subtotals).replace('{}', agreement.buyers[line.buyer]!.name),
          deliveries.filter(({ buyer }) => buyer === line.buyer),
          drawn,
        ),
      );
  });
  if (shape.container === 'list') rows.push(rule);
  if (shape.total) rows.push(sumRow(draws.one(words.totals), deliveries, drawn));
  if (shape.footer) rows.push([], [draws.one(words.footers)]);
  return { rows, merged, lineRows, headingRow };
}

function textOf({ rows }: Sheet, { container, delimiter }: ExportShape): string {
  const plain = (cell: ExportCell): string => (typeof cell === 'string' ? cell : String(cell.number));
  if (container === 'list')
    return rows
      .map((cells) =>
        cells.length === 1 ? plain(cells[0]!) : `|${cells.map((cell) => ` ${plain(cell).padEnd(8)} `).join('|')}|`,
      )
      .join('\r\n');
  const quoted = (text: string): string =>
    text.includes(delimiter) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map((cell) => quoted(plain(cell))).join(delimiter)).join('\r\n');
}

function encoded(text: string, encoding: ExportShape['encoding']): Uint8Array {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text, encoding === 'latin1' ? 'latin1' : 'utf8');
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const open = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function cellXml(cell: ExportCell, place: string): string {
  if (typeof cell !== 'string') return `<c r="${place}"${cell.isDay ? ' s="1"' : ''}><v>${cell.number}</v></c>`;
  return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
}

/** Writes a workbook with merged cells, independent of the product's writer, which has none. */
async function bookOf({ rows, merged }: Sheet): Promise<Uint8Array> {
  const data = rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, cellReference(at + 1, column + 1))).join('')}</row>`,
    )
    .join('');
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${open}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartNameDto="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartNameDto="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartNameDto="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${open}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${open}<workbook ${main}><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${open}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${open}<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${open}<worksheet ${main}><sheetData>${data}</sheetData>${merges}</worksheet>`,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(parts).map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

export async function writeExport(draws: Draws, drawn: DrawnExport): Promise<WrittenExport> {
  const sheet = layOut(draws, drawn);
  const { container, encoding } = drawn.shape;
  if (container === 'xlsx') return { name: 'export.xlsx', bytes: await bookOf(sheet), rows: sheet.lineRows };
  if (container === 'html')
    return { name: 'export.xls', bytes: encoded(webPageOf(sheet, drawn.shape), encoding), rows: sheet.lineRows };
  if (container === 'xml')
    return { name: 'export.xls', bytes: encoded(xmlSpreadsheetOf(sheet), 'utf8'), rows: sheet.lineRows };
  if (container === 'pages' || container === 'spool') {
    const printOf = container === 'pages' ? barListOf : spoolOf;
    const { lines, rows } = printOf(sheet, drawn.shape, drawn.agreement.end);
    return { name: 'export.txt', bytes: encoded(lines.join('\r\n'), encoding), rows };
  }
  return {
    name: container === 'list' ? 'export.txt' : 'export.csv',
    bytes: encoded(textOf(sheet, drawn.shape), encoding),
    rows: sheet.lineRows,
  };
}
