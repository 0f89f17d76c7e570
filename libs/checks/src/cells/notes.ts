/** Conversions made or problems met while a cell was read. Checks turn notes into findings. */
export type Note =
  | 'spaces'
  | 'currency-text'
  | 'foreign-currency'
  | 'parentheses'
  | 'trailing-minus'
  | 'ambiguous'
  | 'by-arithmetic'
  | 'mixed-decimals'
  | 'not-a-number'
  | 'scientific'
  | 'formula'
  | 'error-value'
  | 'date-text'
  | 'day-month'
  | 'impossible-date'
  | 'not-a-date'
  | 'serial'
  | 'mojibake'
  | 'line-break'
  | 'injection'
  | 'item-decimal'
  | 'item-date';

/**
 * One cell as read. `value` is canonical: decimal text with a point, ISO date, or trimmed text; '' when nothing could
 * be read.
 */
export interface Reading {
  /** as written in the file */
  readonly raw: string;
  readonly value: string;
  /** the value of a number field; NaN when there is none */
  readonly number: number;
  readonly notes: readonly Note[] | null;
  /** alternative meaning of the cell: the other number, the other date, or the text without its unit */
  readonly other: string | null;
  /** index of the column in the row */
  readonly column: number;
  /** original value in the file, where a person corrected it */
  readonly was?: string;
  /**
   * cached JSON of field name and original text, shared by the many lines with the same reading; null until first used
   */
  json: string | null;
}
