export type WriteKind = 'text' | 'number' | 'amount' | 'date';
export type Mark = 'error' | 'warning' | 'good';

/** A cell that a spreadsheet reckons: our own formula, never anything that came in, and what it comes to as decimal text. */
export interface Reckoned {
  formula: string;
  value: string;
}

/** Text as it shall stand; decimal text in number columns; an ISO date in date columns; null for an empty cell. */
export type WriteValue = string | null | { text: string; mark?: Mark } | Reckoned;

/** The text of a value as a file without formulas has it. */
export function plainText(value: Exclude<WriteValue, null>): string {
  if (typeof value === 'string') return value;
  return 'formula' in value ? value.value : value.text;
}

export interface WriteColumn {
  header: string;
  /** 'text' unless said: codes keep their zeros */
  kind?: WriteKind;
  /** in characters */
  width?: number;
  /** offered as a list in the cells below */
  choices?: readonly string[];
  /** offered as a list that depends on what stands in other columns of the row; goes before `choices` */
  dependent?: DependentChoices;
}

/** What may stand in a cell, given the cells of other columns: one value for each of them and the values that go with it. */
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

/** A name Excel accepts for a tab, not used before. */
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
