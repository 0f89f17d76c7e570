import type { ReportLine } from '../line.ts';

type LineAt = Pick<ReportLine, 'sheet' | 'row' | 'accepted' | 'buyerText'>;

interface RowLines {
  readonly sheet: string;
  readonly row: number;
  taken: number;
  /** customers of the rejected lines */
  readonly refused: Set<string>;
}

const keyOf = (sheet: string, text: string): string => `${sheet}\u0000${text}`;

/**
 * The rows that a check rejects, collected from its lines in file order. A row of a cross table has one line per
 * customer. The row is retained when one line is accepted, without the figures of the rejected customers.
 */
export class ExcludedRows {
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

  /** Returns the number of rejected lines. */
  get count(): number {
    return this.#count;
  }

  /** Returns whether no line of the row was accepted. */
  isOut(sheet: string, row: number): boolean {
    return this.#rows.get(sheet)?.get(row)?.taken === 0;
  }

  /** Returns whether the line of this customer was rejected, in a row with several customers. */
  isOutFor(sheet: string, row: number, customer: string): boolean {
    return this.#rows.get(sheet)?.get(row)?.refused.has(customer) ?? false;
  }

  /** Returns whether all lines of this customer were rejected, so that its column is removed. */
  isCustomerOut(sheet: string, customer: string): boolean {
    return this.#refused.has(keyOf(sheet, customer)) && !this.#taken.has(keyOf(sheet, customer));
  }
}
