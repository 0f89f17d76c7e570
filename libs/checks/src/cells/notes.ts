/** What reading a cell had to do or could not do. Checks turn notes into findings. */
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

/** One cell as read. `value` is canonical: decimal text with a point, ISO date, trimmed text; '' when nothing could be read. */
export interface Reading {
  /** as written in the file */
  readonly raw: string;
  readonly value: string;
  /** the value of a number field; NaN when there is none */
  readonly number: number;
  readonly notes: readonly Note[] | null;
  /** another thing the cell may mean: the other number, the other date, the text without its unit */
  readonly other: string | null;
  /** index of the column in the row */
  readonly column: number;
  /** what stands in the file, where a person wrote something else in its place */
  readonly was?: string;
  /** its field and what stands in the file, as they stand in JSON: many lines share a reading, and all but the first of them find it made; null until it is asked for */
  json: string | null;
}
