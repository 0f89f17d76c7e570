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

/** Rows that are no items: sums under a table, and one text alone, such as a group's name across merged cells or a note below. */
const totals = /^(sum|totalt?|i alt|delsum|subtotal|grand total)\b/i;

export type RowKind = 'item' | 'blank' | 'heading' | 'group' | 'total';

const textOf = (cell: Cell) => cell.text.trim();

/** "Prisene gjelder fra 1.11.2026", with the day in the same cell or in the next. */
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

/** One sheet of a price form as it is filled in: titles above, the heading somewhere in the first rows, groups and sums between. */
export class AssortmentSheet {
  columns: ReadonlyMap<AssortmentField, number> | null = null;
  /** the last group row above, for items without a category of their own */
  group: string | null = null;
  /** "Gyldig fra 01.11.2026" above the headings. */
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

  /** Looks for the heading; true on the row where it ends. */
  look(row: Row): boolean {
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

  /** Fields the heading lacks. */
  missing(): readonly AssortmentField[] {
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

  /** The column of the price of this kind of form. */
  get priceField(): AssortmentField {
    return priceFields[this.#kind].find((field) => this.columns?.has(field)) ?? 'price';
  }

  /** The list states a list price and a discount, and no net price: the price is what is left. */
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
    // "Varegruppe 3" or "1. Kjøtt" alone in the number's column is a group; "K 1234" alone is an item that lacks the rest
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
