import type { ReportLine } from '../line.ts';

type LineAt = Pick<ReportLine, 'sheet' | 'row' | 'accepted' | 'buyerText'>;

interface RowLines {
  readonly sheet: string;
  readonly row: number;
  taken: number;
  /** customers of the lines that are kept out */
  readonly refused: Set<string>;
}

const keyOf = (sheet: string, text: string): string => `${sheet}\u0000${text}`;

/**
 * The rows that a check keeps out, collected from its lines in the order of the file. A row of a table of customers has a line for each of them: it goes along
 * when one is taken, without what the others bought.
 */
export class LeftOutRows {
  readonly #rows = new Map<string, Map<number, RowLines>>();
  readonly #taken = new Set<string>();
  readonly #refused = new Set<string>();
  #current: RowLines | null = null;
  #count = 0;

  add({ sheet, row, accepted, buyerText }: LineAt): void {
    if (this.#current?.sheet !== sheet || this.#current.row !== row)
      this.#current = { sheet, row, taken: 0, refused: new Set() };
    const customer = buyerText ?? '';
    (accepted ? this.#taken : this.#refused).add(keyOf(sheet, customer));
    if (accepted) {
      this.#current.taken += 1;
      return;
    }
    this.#count += 1;
    this.#current.refused.add(customer);
    const rows = this.#rows.get(sheet) ?? new Map<number, RowLines>();
    this.#rows.set(sheet, rows.set(row, this.#current));
  }

  /** Lines that are kept out. */
  get count(): number {
    return this.#count;
  }

  /** Whether no line of the row is taken. */
  isOut(sheet: string, row: number): boolean {
    return this.#rows.get(sheet)?.get(row)?.taken === 0;
  }

  /** Whether the line of this customer is kept out of a row that has others. */
  isOutFor(sheet: string, row: number, customer: string): boolean {
    return this.#rows.get(sheet)?.get(row)?.refused.has(customer) ?? false;
  }

  /** Whether every line of this customer is kept out, so that its column goes nowhere. */
  isCustomerOut(sheet: string, customer: string): boolean {
    return this.#refused.has(keyOf(sheet, customer)) && !this.#taken.has(keyOf(sheet, customer));
  }
}
