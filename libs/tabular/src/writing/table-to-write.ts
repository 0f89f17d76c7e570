export type WriteKind = 'text' | 'number' | 'amount' | 'date';
export type CellMark = 'error' | 'warning' | 'good';

/**
 * A cell calculated by the spreadsheet: a formula of our own, never one from an imported file, and its result as
 * decimal text.
 */
export interface CalculatedCell {
  formula: string;
  value: string;
}

/**
 * Value of a cell: literal text; decimal text in number columns; an ISO date in date columns; null for an empty cell.
 */
export type WriteValue = string | null | { text: string; mark?: CellMark } | CalculatedCell;

/** Returns the text of a value for a file format without formulas. */
export function valueText(value: Exclude<WriteValue, null>): string {
  if (typeof value === 'string') return value;
  return 'formula' in value ? value.value : value.text;
}

export interface WriteColumn {
  header: string;
  /** 'text' by default: codes keep their leading zeros */
  kind?: WriteKind;
  /** in characters */
  width?: number;
  /** offered as a drop-down list in the cells below */
  choices?: readonly string[];
  /** offered as a drop-down list that depends on other columns of the row; takes precedence over `choices` */
  dependent?: DependentChoices;
}

/**
 * Permitted values of a cell, depending on the values of other columns: one value per column and the values permitted
 * with them.
 */
export interface DependentChoices {
  /** indexes of the columns it depends on */
  parents: readonly number[];
  cases: readonly { when: readonly string[]; values: readonly string[] }[];
}

export interface WriteSheet {
  name: string;
  columns: readonly WriteColumn[];
  rows: AsyncIterable<readonly WriteValue[]> | Iterable<readonly WriteValue[]>;
  /** lines above the header, in bold */
  titles?: readonly string[];
  hidden?: boolean;
}

const NAME_MAX = 31;

/** Returns a tab name that Excel accepts and that is not used yet. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, NAME_MAX) || 'Ark';
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = clean.slice(0, NAME_MAX - tail.length) + tail;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
