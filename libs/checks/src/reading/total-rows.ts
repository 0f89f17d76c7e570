import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';
import { parseNumber } from '../cells/parse-number.ts';
import type { RowEvent, SheetFacts } from '../facts.ts';
import type { Line } from '../line.ts';
import { locationOf } from '../places.ts';
import type { FieldRole } from '../terms.ts';
import type { ColumnFormat } from '../structure/resolve-formats.ts';

/** Beginning of a row of totals. */
export const totalLabel =
  /^\s*(?:sum|summa|summe|total|totalt|totalen|totals|totalsum|totalsumma|i alt|ialt|til sammen|tilsammen|til saman|sammanlagt|delsum|delsumma|subtotal|sub-?total|grand total|report total|sluttsum|slutsumma|hovedsum|sum total|gesamt|gesamtsumme|endsumme|zwischensumme|teilsumme|insgesamt)\b/i;
/** Beginning of a row that carries the sum of the lines above to the next page, or from the page before. */
const carriedLabel =
  /^\s*(?:å overføre|overføres|overført|til overføring|att överföra|överfört|transporteras|transport (?:til|till|fra|från)\b.*\b(?:sid[ae]n?|side)|til overførsel|overførsel|(?:fra|från) (?:forrige|førre|föregående) sid[ae]|carr(?:y|ied) (?:forward|over)|brought forward|balance (?:carried|brought)|übertrag)(?![\p{L}])/iu;
const identity: readonly FieldRole[] = [
  'itemNumber',
  'gtin',
  'itemName',
  'buyer',
  'buyerOrgNumber',
  'buyerName',
  'site',
  'deliveredOn',
  'orderedOn',
  'invoicedOn',
  'invoiceNumber',
  'unit',
  'unitPrice',
];

/** By ASCII code: whether a label may begin with the character, or with space before it. */
const mayBeginLabel = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 32 || 'sStTiIdDgGrReEzZhHoOaAfFcCbB'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Returns whether a text begins like a total's label. The first letter is tested first, which avoids the pattern for
 * most texts.
 */
export function isTotalLabel(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 127 || mayBeginLabel[first] === 1) && (totalLabel.test(text) || carriedLabel.test(text));
}

/** Ending of a spreadsheet's automatic subtotals: "Kongsvinger Totalt". */
export const totalEnding =
  /\S\s+(?:sum|summa|summe|total|totalt|totals|i alt|ialt|delsum|delsumma|subtotal|gesamt|zwischensumme)\s*:?\s*$/i;

/**
 * Returns the column with a subtotal label that ends with such a word; -1 when there is none. All other identifying
 * columns (`identity`) must be empty, since a name may end that way too.
 */
export function subtotalAt(row: Row, identity: readonly number[]): number {
  if (identity.length < 3) return -1;
  let at = -1;
  for (const column of identity) {
    if (cellText(row.cells[column]) === '') continue;
    if (at >= 0) return -1;
    at = column;
  }
  return at >= 0 && row.cells[at]!.kind === 'text' && totalEnding.test(row.cells[at]!.text) ? at : -1;
}

/** Returns the number in a label: "Totalt 1 234 567". */
function numberIn(text: string): string {
  return /[:\s](-?\d[\d\s\u00a0.,]*)$/.exec(text.replace(totalLabel, ' '))?.[1] ?? '';
}

/** Minimum number of lines that a sum without a known label adds up. */
const SUMMED_MIN = 2;

interface Pending {
  readonly row: number;
  readonly column: number;
  readonly written: number;
  readonly text: string;
  readonly named: boolean;
  /** carried between pages, so that the lines since the last subtotal go on */
  readonly carried: boolean;
  readonly since: number;
  readonly all: number;
  readonly certain: boolean;
}

/**
 * Finds total and subtotal rows of one sheet and compares them with the lines above. The last one is kept pending,
 * since it may be the grand total.
 */
export class TotalRows {
  private readonly sheet: SheetFacts;
  private readonly measure: { column: number; field: number } | null;
  private readonly decimal: ',' | '.' | null;
  private readonly report: (event: RowEvent) => void;
  private readonly identityColumns: readonly number[];
  private readonly itemColumn: number | null;
  private since = 0;
  private all = 0;
  private unread = 0;
  private summed = 0;
  private totals = 0;
  private pending: Pending | null = null;

  constructor(sheet: SheetFacts, formats: ReadonlyMap<number, ColumnFormat>, report: (event: RowEvent) => void) {
    const column = (role: FieldRole): number | null =>
      sheet.matches.find((match) => match.field.role === role)?.column ?? null;
    const role = (['amount', 'quantity'] as const).find((each) => column(each) !== null);
    this.sheet = sheet;
    this.report = report;
    this.measure = role ? { column: column(role)!, field: sheet.table.role[role]! } : null;
    this.decimal = (role && formats.get(sheet.table.role[role]!)?.decimal) ?? null;
    this.identityColumns = identity.flatMap((each) => column(each) ?? []);
    this.itemColumn = column('itemNumber') ?? column('gtin');
  }

  /**
   * Returns whether this row is a total. If so, it has been processed. Among titles of pages a total needs a label: a
   * number alone may be part of a title.
   */
  take(row: Row, amongTitles = false): boolean {
    const beginning = row.cells.findIndex((cell) => cell.kind === 'text' && isTotalLabel(cell.text));
    const ending = beginning < 0 ? subtotalAt(row, this.identityColumns) : beginning;
    const proven = ending < 0 ? this.provenSumAt(row) : -1;
    const at = ending < 0 ? proven : ending;
    if (at < 0 ? amongTitles || !this.isBareTotal(row) : proven < 0 && !this.isLabelled(row, at)) return false;
    this.finishPending(false);
    const text = at < 0 ? '' : cellText(row.cells[at]);
    const column = this.measure?.column ?? -1;
    const measureText = cellText(row.cells[column]);
    const written = this.measure
      ? Number(
          parseNumber(measureText === '' || column === at ? numberIn(text) : measureText, this.decimal).value ?? NaN,
        )
      : NaN;
    const carried = carriedLabel.test(text) || (proven >= 0 && !this.isNear(this.since, written));
    this.pending = {
      row: row.row,
      column,
      written,
      text,
      named: carried || /\s\p{L}{3,}/u.test(text.replace(totalLabel, ' ')),
      carried,
      since: this.since,
      all: this.all,
      certain: this.unread === 0,
    };
    if (!carried) this.since = 0;
    return true;
  }

  add(line: Line): void {
    if (!this.measure) return;
    const value = this.sheet.table.role.amount === this.measure.field ? line.amount : line.quantity;
    if (Number.isNaN(value)) this.unread += 1;
    else {
      this.since += value;
      this.all += value;
      this.summed += 1;
    }
  }

  end(): void {
    this.finishPending(true);
  }

  /**
   * Returns the column with the label of a sum, by its number: the row has one text, otherwise only empty identifying
   * columns, and the sum of several lines above, whatever its word. -1 when there is none.
   */
  private provenSumAt(row: Row): number {
    if (!this.measure || this.summed < SUMMED_MIN || this.unread > 0 || this.identityColumns.length < 3) return -1;
    const filled = this.identityColumns.filter((column) => cellText(row.cells[column]) !== '');
    if (filled.length !== 1 || row.cells[filled[0]!]!.kind !== 'text') return -1;
    const written = Number(parseNumber(cellText(row.cells[this.measure.column]), this.decimal).value ?? NaN);
    const isSum = written !== 0 && (this.isNear(this.since, written) || this.isNear(this.all, written));
    return isSum ? filled[0]! : -1;
  }

  private isNear(sum: number, written: number): boolean {
    return Math.abs(sum - written) <= 0.01 + Math.abs(sum) * 1e-6;
  }

  /** Returns whether a row is a total without a label: only a number in the amount column. */
  private isBareTotal(row: Row): boolean {
    if (!this.measure || this.all === 0 || this.identityColumns.length < 3) return false;
    const text = cellText(row.cells[this.measure.column]);
    return (
      text !== '' &&
      this.identityColumns.every((column) => cellText(row.cells[column]) === '') &&
      parseNumber(text, this.decimal).value !== null
    );
  }

  private isLabelled(row: Row, at: number): boolean {
    const item = this.itemColumn === null ? '' : cellText(row.cells[this.itemColumn]);
    if (item !== '' && this.itemColumn !== at) return false;
    if (numberIn(cellText(row.cells[at])) !== '') return true;
    return row.cells.some(
      (cell, column) =>
        column !== at &&
        (cell.kind === 'number' ||
          cell.formula !== undefined ||
          (cell.kind === 'text' && parseNumber(cell.text, this.decimal).value !== null)),
    );
  }

  private finishPending(last: boolean): void {
    const total = this.pending;
    if (!total) return;
    this.pending = null;
    const near = (sum: number): boolean => this.isNear(sum, total.written);
    const grand = total.carried
      ? !near(total.since)
      : near(total.all)
        ? last || !near(total.since)
        : last && (!total.named || this.totals === 0) && !near(total.since);
    if (!total.carried) this.totals += 1;
    const lines = grand ? total.all : total.since;
    const known = !Number.isNaN(total.written) && total.certain;
    this.report({
      kind: grand && !total.carried ? 'total' : 'subtotal',
      place: locationOf(this.sheet, total.row, total.column),
      written: Number.isNaN(total.written) ? total.text : decimal(total.written),
      lines: known ? decimal(lines) : null,
      difference: known ? decimal(near(lines) ? 0 : total.written - lines) : null,
    });
  }
}

function decimal(value: number): string {
  return value.toFixed(2);
}
