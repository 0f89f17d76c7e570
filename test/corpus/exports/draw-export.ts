import { addDays } from '@tallgrunn/values';
import type { Draws } from '../drawn/draws.ts';
import { drawAgreement, type DrawnAgreement } from './draw-agreement.ts';
import {
  exportLanguages,
  headingWords,
  otherWords,
  plainGrossWords,
  technicalNames,
  unitWords,
  type ColumnKind,
  type ExportLanguage,
} from './heading-words.ts';

/** One line of an export: its columns as numbers and text, and the replaced text of planted errors. */
export interface Delivery {
  readonly buyer: number;
  readonly item: number;
  readonly kind: 'goods' | 'fee' | 'deposit';
  name: string;
  itemNumber: string;
  gtin: string;
  unit: string;
  /** price and amount in øre, quantity in thousandths */
  price: number;
  quantity: number;
  amount: number;
  date: string;
  invoice: string;
  site: string;
  buyerText: string | null;
  /** Text that replaces the normal content of a column. */
  raw: Partial<Record<ColumnKind, string>>;
  readonly planted: boolean;
  /** a customer outside the agreement: questions about its rows are correct */
  readonly ofOthers: boolean;
}

/**
 * How a file is written: delimited text, a workbook, a web page or an XML spreadsheet named .xls, a list between bars,
 * a list between bars on pages as SAP prints it, or the pages of a printer file.
 */
export const exportContainers = ['csv', 'xlsx', 'html', 'xml', 'list', 'pages', 'spool'] as const;
export type ExportContainer = (typeof exportContainers)[number];
/** Containers whose numbers and dates are stored as such. */
const typedContainers: readonly ExportContainer[] = ['xlsx', 'xml'];
export const isTyped = ({ container }: Pick<ExportShape, 'container'>): boolean => typedContainers.includes(container);

export interface ExportShape {
  readonly language: ExportLanguage;
  readonly container: ExportContainer;
  readonly delimiter: ';' | ',' | '\t' | '|';
  readonly encoding: 'utf8' | 'bom' | 'latin1' | 'utf16le';
  readonly decimal: ',' | '.';
  readonly thousands: '' | ' ' | '\u00a0' | '.';
  /** `utc`: midnight in Norway, written in UTC, as programs write the days of a database */
  readonly dates: 'dd.mm.yyyy' | 'yyyy-mm-dd' | 'dd/mm/yyyy' | 'd.m.yy' | 'dd-mm-yyyy' | 'yyyymmdd' | 'utc';
  readonly columns: readonly ColumnKind[];
  headings: string[];
  readonly coverRows: number;
  readonly groupRow: boolean;
  readonly subtotals: boolean;
  readonly total: boolean;
  readonly footer: boolean;
  readonly buyerBy: 'name' | 'kommune' | 'upper' | 'org';
  /**
   * The customer stands in a row above its lines instead of in columns: with a word for it, after its number, alone, or
   * as its organisation number alone.
   */
  readonly customersAbove: 'no' | 'labelled' | 'numbered' | 'name' | 'org';
  /** pages and files that carry the sum forward: it ends each page and begins the next */
  readonly carriesForward: boolean;
  /**
   * Columns with VAT beside those without: with a heading that says so, or as the plain price and amount, where those
   * without VAT are called net.
   */
  readonly grossBeside: 'no' | 'named' | 'plain';
  readonly zerosLost: boolean;
  /** the price is before the discount of the line, the amount after it */
  readonly grossPrice: boolean;
  readonly names: 'same' | 'upper' | 'short';
  /** decimals of a whole quantity */
  readonly wholeDecimals: 0 | 2;
  readonly units: Readonly<Record<string, string>>;
}

export interface DrawnExport {
  readonly agreement: DrawnAgreement;
  readonly shape: ExportShape;
  readonly deliveries: Delivery[];
}

const requiredColumns: readonly ColumnKind[] = [
  'buyer',
  'itemNumber',
  'itemName',
  'quantity',
  'unit',
  'amount',
  'date',
];
const optionalColumns: readonly [ColumnKind, number][] = [
  ['gtin', 45],
  ['unitPrice', 80],
  ['invoice', 75],
  ['line', 30],
  ['order', 25],
  ['site', 45],
  ['customerNumber', 45],
  ['buyerOrg', 20],
  ['person', 20],
  ['discount', 20],
  ['cost', 12],
  ['vat', 10],
  ['group', 25],
  ['warehouse', 15],
  ['weight', 15],
  ['orderedOn', 20],
  ['invoicedOn', 30],
  ['listPrice', 12],
];

function shuffled<T>(draws: Draws, list: readonly T[]): T[] {
  const left = [...list];
  return list.map(() => left.splice(draws.below(left.length), 1)[0]!);
}

/** Draws the columns in the usual order of such systems, with a few moved. */
function drawColumns(draws: Draws): ColumnKind[] {
  const chosen = new Set<ColumnKind>([
    ...requiredColumns,
    ...optionalColumns.flatMap(([kind, percent]) => (draws.chance(percent) ? [kind] : [])),
  ]);
  const usual: readonly ColumnKind[] = [
    'customerNumber',
    'buyer',
    'buyerOrg',
    'site',
    'person',
    'orderedOn',
    'date',
    'order',
    'invoice',
    'invoicedOn',
    'line',
    'itemNumber',
    'gtin',
    'itemName',
    'group',
    'warehouse',
    'quantity',
    'unit',
    'weight',
    'cost',
    'listPrice',
    'unitPrice',
    'discount',
    'amount',
    'vat',
  ];
  const columns = usual.filter((kind) => chosen.has(kind));
  return draws.chance(25) ? shuffled(draws, columns) : columns;
}

/** Columns that a row above the lines replaces. */
const customerColumns: readonly ColumnKind[] = ['buyer', 'buyerOrg', 'customerNumber'];

/** Adds price and amount with VAT, at the end or directly before those without. */
function withGross(columns: ColumnKind[], grossBeside: ExportShape['grossBeside'], draws: Draws): ColumnKind[] {
  if (grossBeside === 'no') return columns;
  const added: ColumnKind[] = columns.includes('unitPrice') ? ['grossPrice', 'grossAmount'] : ['grossAmount'];
  if (draws.chance(50)) return [...columns, ...added];
  return columns.flatMap((kind): ColumnKind[] =>
    kind === 'unitPrice' ? ['grossPrice', kind] : kind === 'amount' ? ['grossAmount', kind] : [kind],
  );
}

/** Draws headings that are unique within an export. */
function drawHeadings(
  draws: Draws,
  language: ExportLanguage,
  columns: readonly ColumnKind[],
  grossBeside: ExportShape['grossBeside'],
): string[] {
  const usedHeadings = new Set<string>();
  const upper = draws.chance(12);
  const technical = draws.chance(20) ? draws.one([25, 60, 100]) : 0;
  return columns.map((kind) => {
    const words =
      grossBeside === 'plain'
        ? (plainGrossWords[language][kind] ?? headingWords[language][kind])
        : headingWords[language][kind];
    const free = words.filter((word) => !usedHeadings.has(word));
    const word =
      grossBeside === 'no' && draws.chance(technical) ? draws.one(technicalNames[kind] ?? free) : draws.one(free);
    usedHeadings.add(word);
    return upper ? word.toUpperCase() : word;
  });
}

/** CSV files and workbooks are the most common. `EXPORT_LAYOUT=spool` draws only files of that layout. */
const usualContainers: readonly ExportContainer[] = process.env['EXPORT_LAYOUT']
  ? [process.env['EXPORT_LAYOUT'] as ExportContainer]
  : ['csv', 'csv', 'csv', 'csv', 'xlsx', 'xlsx', 'xlsx', 'html', 'xml', 'list', 'pages', 'spool'];

function drawShape(draws: Draws): ExportShape {
  const language = draws.one(exportLanguages);
  const container = draws.one(usualContainers);
  const decimal = language === 'en' && draws.chance(60) ? '.' : ',';
  const delimiter =
    container === 'list' || container === 'pages'
      ? '|'
      : draws.one(decimal === '.' ? ([',', ';', '\t'] as const) : ([';', ';', '\t'] as const));
  const thousands = draws.one(decimal === ',' ? (['', '', ' ', '\u00a0', '.'] as const) : (['', '', ' '] as const));
  const customersAbove = draws.chance(12)
    ? draws.one(['labelled', 'labelled', 'numbered', 'name', 'org'] as const)
    : 'no';
  const grossBeside = draws.chance(14) ? draws.one(['named', 'plain'] as const) : 'no';
  const columns = withGross(
    drawColumns(draws).filter((kind) => customersAbove === 'no' || !customerColumns.includes(kind)),
    grossBeside,
    draws,
  );
  return {
    language,
    container,
    delimiter,
    decimal,
    thousands,
    columns,
    customersAbove,
    grossBeside,
    carriesForward: !isTyped({ container }) && draws.chance(container === 'csv' ? 3 : 30),
    headings: drawHeadings(draws, language, columns, grossBeside),
    encoding: draws.one(['utf8', 'bom', 'latin1', ...(delimiter === '\t' ? (['utf16le'] as const) : [])] as const),
    dates: draws.one(
      language === 'de' || language === 'nb'
        ? (['dd.mm.yyyy', 'dd.mm.yyyy', 'dd.mm.yyyy', 'dd.mm.yyyy', 'd.m.yy', 'd.m.yy', 'yyyy-mm-dd', 'utc'] as const)
        : (['yyyy-mm-dd', 'dd/mm/yyyy', 'dd-mm-yyyy', 'yyyymmdd', 'utc'] as const),
    ),
    coverRows: draws.chance(45) ? draws.between(1, 6) : 0,
    groupRow: draws.chance(25),
    subtotals: draws.chance(25),
    total: draws.chance(50),
    footer: draws.chance(30),
    buyerBy: draws.one(['name', 'kommune', 'kommune', 'upper', 'org']),
    zerosLost: draws.chance(25),
    grossPrice: columns.includes('discount') && columns.includes('unitPrice') && draws.chance(50),
    names: draws.one(['same', 'same', 'upper', 'short'] as const),
    wholeDecimals: draws.one([0, 0, 0, 2] as const),
    units: Object.fromEntries(Object.entries(unitWords).map(([unit, words]) => [unit, draws.one(words)])),
  };
}

/** Returns price × quantity, in øre. */
export const amountOf = (price: number, quantity: number): number => Math.round((price * quantity) / 1000);

function drawDelivery(draws: Draws, { items, buyers, start }: DrawnAgreement, at: number): Delivery {
  const [item, buyer] = [draws.below(items.length), draws.below(buyers.length)];
  const { number, name, gtin, unit, price } = items[item]!;
  const whole = unit !== 'kg' || draws.chance(30);
  const quantity = (whole ? draws.between(1, 40) * 1000 : draws.between(300, 48_000)) * (draws.chance(4) ? -1 : 1);
  return {
    buyer,
    item,
    kind: 'goods',
    name,
    itemNumber: number,
    gtin: gtin ?? '',
    unit,
    price,
    quantity,
    amount: amountOf(price, quantity),
    date: addDays(start, draws.below(28)),
    invoice: String(410_000 + Math.floor(at / 3)),
    site: draws.one(buyers[buyer]!.sites),
    buyerText: null,
    raw: {},
    planted: false,
    ofOthers: false,
  };
}

function drawFee(draws: Draws, agreement: DrawnAgreement, language: ExportLanguage, at: number): Delivery {
  const kind = draws.one(['fee', 'deposit'] as const);
  const price = draws.between(9, 400) * 100;
  return {
    ...drawDelivery(draws, agreement, at),
    kind,
    item: -1,
    name: draws.one(otherWords[language][kind === 'fee' ? 'fees' : 'deposits']),
    itemNumber: draws.chance(50) ? String(draws.between(900, 999)) : '',
    gtin: '',
    unit: 'stk',
    price,
    quantity: 1000,
    amount: price,
  };
}

const otherCustomers: readonly string[] = ['Rema 1000 Elverum AS', 'Elverum kommune', 'Hotell Solvang AS'];

/** Draws an honest export of one supplier's own system: agreement, format and lines, by customer and day. */
export function drawExport(draws: Draws): DrawnExport {
  const agreement = drawAgreement(draws);
  const shape = drawShape(draws);
  const lines = Array.from({ length: draws.between(25, 70) }, (_, at) => drawDelivery(draws, agreement, at));
  const fees = draws.chance(50)
    ? Array.from({ length: draws.between(1, 3) }, (_, at) => drawFee(draws, agreement, shape.language, at))
    : [];
  const deliveries = [...lines, ...fees].sort((a, b) => a.buyer - b.buyer || (a.date < b.date ? -1 : 1));
  // Questions about two identical lines are correct, so honest exports have none.
  const seen = new Set<string>();
  const distinct = deliveries.filter(({ buyer, itemNumber, name, date, quantity, invoice }) => {
    const key = JSON.stringify([
      buyer,
      itemNumber || name,
      date,
      Math.sign(quantity),
      shape.columns.includes('invoice') ? invoice : '',
    ]);
    return !seen.has(key) && seen.add(key);
  });
  const otherCustomersEvery = shape.customersAbove !== 'no' ? 0 : draws.one([0, 0, 0, 0, 0, 0, 0, 3, 2]);
  const isOf = (at: number): boolean => otherCustomersEvery > 0 && at % otherCustomersEvery === 0;
  return {
    agreement,
    shape,
    deliveries: withSales(distinct).map((each, at) =>
      isOf(at) ? { ...each, ofOthers: true, buyerText: otherCustomers[at % otherCustomers.length]! } : each,
    ),
  };
}

/** Turns a credit without an earlier sale in the same export into a sale. */
function withSales(deliveries: Delivery[]): Delivery[] {
  const sold = new Map<string, number>();
  const key = ({ buyer, item }: Delivery): string => `${buyer} ${item}`;
  for (const each of deliveries) if (each.quantity > 0) sold.set(key(each), (sold.get(key(each)) ?? 0) + each.quantity);
  return deliveries.map((each) => {
    const left = (sold.get(key(each)) ?? 0) + each.quantity;
    if (each.quantity > 0 || left >= 0) {
      if (each.quantity < 0) sold.set(key(each), left);
      return each;
    }
    return { ...each, quantity: -each.quantity, amount: -each.amount };
  });
}
