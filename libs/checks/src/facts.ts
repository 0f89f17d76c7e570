import type { TableFormat } from '@tallgrunn/tabular';
import type { Place } from './finding.ts';
import type { PlanField, PlanTable } from './plan/plan.ts';

/** What is known about the file before its rows. */
export interface FileFacts {
  readonly name: string;
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: number;
  /** other reports answer for the rest of the file */
  readonly shared: boolean;
}

/** How a column was recognised: by its title, another known name, values that prove it, a name much like it, or what seems to stand in it. The last two are asked about. */
export type MatchHow = 'given' | 'title' | 'synonym' | 'evidence' | 'similar' | 'content';

export interface ColumnMatch {
  readonly field: PlanField;
  readonly column: number;
  readonly heading: string;
  readonly how: MatchHow;
}

export type CrossMeasure = 'quantity' | 'unitPrice' | 'amount';

/** Buyers as columns, each with one figure or several: one line per buyer with something in its columns. */
export interface CrossTable {
  readonly measures: readonly CrossMeasure[];
  readonly buyers: readonly CrossBuyer[];
  /** columns that sum up what all bought, of those that say what they hold; null where columns are headed by buyers' names alone */
  readonly sums: readonly number[] | null;
}

export interface CrossBuyer {
  /** the buyer as it is written */
  readonly heading: string;
  readonly cells: readonly { readonly measure: CrossMeasure; readonly column: number }[];
}

/** How one sheet was understood. */
export interface SheetFacts {
  readonly name: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly role: 'lines' | 'summary' | 'no-lines' | 'empty';
  readonly table: PlanTable;
  /** first and last row of the heading, 1-based; both 0 when there is none */
  readonly headingTop: number;
  readonly headingRow: number;
  readonly mergedHeading: boolean;
  readonly headings: readonly string[];
  readonly matches: readonly ColumnMatch[];
  readonly missing: readonly PlanField[];
  readonly cross: CrossTable | null;
  readonly buyerFromSheet: string | null;
  /** columns where what stands on the first row of a group holds for the rows below, and fields that look as if they were such columns */
  readonly filledDown: readonly number[];
  readonly grouped: ReadonlySet<number>;
  readonly personalColumns: readonly number[];
  /** columns that fields use and that hold registration numbers of cars */
  readonly plateColumns: readonly number[];
  /** columns with the heading of one that is read, and something else in them */
  readonly twice: readonly { readonly match: ColumnMatch; readonly others: readonly number[] }[];
  /** another table to the right, with headings of its own */
  readonly beside: { readonly column: number; readonly headings: readonly string[] } | null;
  /** the column of a discount that is taken off the unit price; -1 where there is none */
  readonly discount: number;
  /** columns of kroner that nothing reads, in a sheet without a column of unit prices */
  readonly unusedMoney: readonly number[];
  /** number columns where "1.234" was settled by the rest of the column or the file */
  readonly settled: readonly { readonly field: PlanField; readonly heading: string; readonly decimal: ',' | '.' }[];
  /** something stands below the heading */
  readonly hasRows: boolean;
  /** texts above the heading */
  readonly preamble: readonly string[];
}

/** What happened on a row that is not a line. */
export type RowEvent =
  | { readonly kind: 'hidden'; readonly place: Place }
  | {
      readonly kind: 'second-table';
      readonly place: Place;
      readonly headings: readonly string[];
      readonly rows: number;
    }
  /** something stands where no heading is */
  | {
      readonly kind: 'beyond';
      readonly place: Place;
      readonly texts: readonly string[];
      readonly cells: number;
      readonly headings: number;
    }
  | { readonly kind: 'note'; readonly place: Place; readonly text: string }
  /** an identity number in a column that a field uses */
  | { readonly kind: 'personal'; readonly place: Place; readonly heading: string }
  | {
      readonly kind: 'total';
      readonly place: Place;
      readonly written: string;
      readonly lines: string | null;
      readonly difference: string | null;
    }
  | {
      readonly kind: 'subtotal';
      readonly place: Place;
      readonly written: string;
      readonly lines: string | null;
      readonly difference: string | null;
    };

/** What is known when the file has been read. */
export interface Summary {
  readonly rows: number;
  readonly sheets: readonly SheetFacts[];
  /** sum of all lines that could be read, and by buyer */
  readonly amount: number;
  readonly amountByBuyer: ReadonlyMap<number, number>;
  /** where columns about persons stand, or stood before the file was cut */
  readonly personalColumns: readonly Place[];
  /** the file could not be read as lines */
  readonly stopped: boolean;
}
