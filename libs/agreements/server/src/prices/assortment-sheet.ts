import type { Cell, Row } from '@tallgrunn/tabular';
import { readDate } from './read-cell.ts';
import {
  mapHeadings,
  priceFields,
  requiredFields,
  type AssortmentField,
  type PriceKind,
} from './assortment-columns.ts';

const HEADING_ROWS_MAX = 30;
const empty: Cell = { kind: 'empty', text: '' };

/**
 * Rows that are no items: totals below a table, and single texts such as group names across merged cells or footnotes.
 */
const totals = /^(sum|totalt?|i alt|delsum|subtotal|grand total)\b/i;

export type RowKind = 'item' | 'blank' | 'heading' | 'group' | 'total';

const textOf = (cell: Cell) => cell.text.trim();

/** Returns the date of "Prisene gjelder fra 1.11.2026", in the same cell or the next. */
function listFromOf(row: Row): string | null {
  const at = row.cells.findIndex(({ text }) =>
    /^(pris(er|ene|ane|liste)?\s+)?(er\s+)?(gyldig|gjelder|gjeld|gyldige|valid)\s+(fra|frå|from)\b/i.test(text.trim()),
  );
  const cell = row.cells[at];
  if (!cell) return null;
  const [written = ''] = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d/.exec(cell.text) ?? [];
  const next = row.cells[at + 1];
  return readDate({ ...cell, text: written }) ?? (next ? readDate(next) : null);
}

/** One sheet of a completed price form: titles above, a heading in the first rows, group rows and totals in between. */
export class AssortmentSheet {
  columns: ReadonlyMap<AssortmentField, number> | null = null;
  /** last group row above, for items without a category of their own */
  group: string | null = null;
  /** Date of "Gyldig fra 01.11.2026" above the headings. */
  listFrom: string | null = null;
  #titles: readonly string[] = [];
  #above: readonly string[] = [];
  #looked = 0;

  readonly name: string;
  readonly #kind: PriceKind;

  constructor(name: string, kind: PriceKind) {
    this.name = name;
    this.#kind = kind;
  }

  /** Looks for the heading; returns true on its last row. */
  findHeading(row: Row): boolean {
    if (this.#looked >= HEADING_ROWS_MAX) return false;
    this.#looked += 1;
    const titles = row.cells.map(({ text }) => text);
    const alone = mapHeadings(titles);
    const found = this.#isWhole(alone) ? alone : mapHeadings(titles, this.#above);
    const better =
      found.has('number') && found.size >= 2 && (this.#isWhole(found) || alone.has('number')) ? found : null;
    const above = this.#above;
    this.#above = titles;
    if (!better) {
      this.listFrom ??= listFromOf(row);
      return false;
    }
    this.columns = better;
    this.#titles = titles.map((title, at) => title || (above[at] ?? ''));
    return true;
  }

  #isWhole(found: ReadonlyMap<AssortmentField, number>): boolean {
    return requiredFields(this.#kind).every((field) => found.has(field));
  }

  /** Returns the required fields that the heading lacks. */
  missingFields(): readonly AssortmentField[] {
    const { columns } = this;
    return requiredFields(this.#kind).filter(
      (field) =>
        !columns?.has(field) &&
        !(field === 'price' && this.isNetOfDiscount) &&
        !(priceFields[this.#kind] as readonly AssortmentField[]).some(
          (each) => columns?.has(each) && field === priceFields[this.#kind][0],
        ),
    );
  }

  /** The field that holds the price for this kind of list. */
  get priceField(): AssortmentField {
    return priceFields[this.#kind].find((field) => this.columns?.has(field)) ?? 'price';
  }

  /** True when the list states a list price and a discount but no net price; the net price is then calculated. */
  get isNetOfDiscount(): boolean {
    const { columns } = this;
    return (
      this.#kind === 'agreed' &&
      columns !== null &&
      !columns.has('price') &&
      columns.has('listPrice') &&
      columns.has('discount')
    );
  }

  kindOf(row: Row): RowKind {
    const filled = row.cells.filter((cell) => textOf(cell) !== '');
    const [first] = filled;
    if (!first) return 'blank';
    const number = textOf(this.cell(row, 'number'));
    // "Varegruppe 3" or "1. Kjøtt" alone in the number column is a group; "K 1234" alone is an incomplete item
    if (filled.length === 1 && (!/\d/.test(number) || /\p{Ll}{3}/u.test(number))) return this.#alone(first);
    if (totals.test(textOf(first)) && (number === '' || totals.test(number)) && textOf(this.cell(row, 'unit')) === '')
      return 'total';
    return !/\d/.test(number) && mapHeadings(row.cells.map(({ text }) => text)).size >= 3 ? 'heading' : 'item';
  }

  #alone(cell: Cell): RowKind {
    if (totals.test(textOf(cell))) return 'total';
    this.group = textOf(cell).slice(0, 200);
    return 'group';
  }

  cell(row: Row, field: AssortmentField): Cell {
    return row.cells[this.columns?.get(field) ?? -1] ?? empty;
  }

  title(field: AssortmentField): string {
    return this.#titles[this.columns?.get(field) ?? -1] ?? field;
  }
}
