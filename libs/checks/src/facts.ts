import type { TableFormat } from '@tallgrunn/tabular';
import type { CellPart } from './cells/cell-parts.ts';
import type { FindingLocation } from './finding.ts';
import type { PlanField, PlanTable } from './plan/plan.ts';

/** Properties of the file that are known before its rows are read. */
export interface FileFacts {
  readonly name: string;
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: number;
  /** other reports answer for the rest of the file */
  readonly shared: boolean;
}

/**
 * How a column was recognised: assigned by a person, by its title, by a synonym, by values that prove it, by a similar
 * name, or by probable content. The last two are asked about.
 */
export type MatchHow = 'given' | 'title' | 'synonym' | 'evidence' | 'similar' | 'content';

export interface ColumnMatch {
  readonly field: PlanField;
  readonly column: number;
  readonly heading: string;
  readonly how: MatchHow;
  /** the part of each cell that the field takes, when the column has the values of two fields */
  readonly part?: CellPart;
  /** the columns that give a date together; `column` is that of the month or the week */
  readonly parts?: DateParts;
}

/** Columns with parts of a date; null where there is none. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly week: number | null;
}

/** How a sheet names the customer above its lines: "Kunde: 10234 Grue kommune". */
export interface GroupRows {
  /** the column in which the text begins */
  readonly column: number;
  /** each begins with a word such as "Kunde" */
  readonly labelled: boolean;
}

/**
 * How a column changes a price: a discount in per cent, as a fraction (a spreadsheet's own percentages) or in NOK for
 * the line, or the quantity that the price is for.
 */
export type DiscountKind = 'percent' | 'fraction' | 'amount' | 'quantity';

export interface Discount {
  readonly column: number;
  readonly kind: DiscountKind;
  /** what the heading of the price says of every line: "Pris pr 100" */
  readonly said?: number;
}

export type CrossMeasure = 'quantity' | 'unitPrice' | 'amount';

/**
 * A cross table: buyers as columns with one or several figures each. Gives one line per buyer with a value in its
 * columns.
 */
export interface CrossTable {
  readonly measures: readonly CrossMeasure[];
  readonly buyers: readonly CrossBuyer[];
  /**
   * columns with totals over all buyers, when headings name the measures; null when the headings are only buyers' names
   */
  readonly sums: readonly number[] | null;
}

export interface CrossBuyer {
  /** the buyer as it is written */
  readonly heading: string;
  readonly cells: readonly { readonly measure: CrossMeasure; readonly column: number }[];
}

/** Interpretation of one sheet. */
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
  /** rows above their lines that name the customer; null when there are none */
  readonly groupRows: GroupRows | null;
  /**
   * columns in which the value on the first row of a group applies to the rows below, and fields that look like such
   * columns
   */
  readonly filledDown: readonly number[];
  readonly grouped: ReadonlySet<number>;
  readonly personalColumns: readonly number[];
  /** used columns that contain vehicle registration numbers */
  readonly plateColumns: readonly number[];
  /** columns with the same heading as a used one but different content */
  readonly twice: readonly { readonly match: ColumnMatch; readonly others: readonly number[] }[];
  /** another table to the right with its own headings */
  readonly beside: { readonly column: number; readonly headings: readonly string[] } | null;
  /** the column of a discount on the unit price, or of the quantity it is for; null when there is none */
  readonly discount: Discount | null;
  /** unused columns with amounts, in a sheet without a unit price column */
  readonly unusedMoney: readonly number[];
  /** required fields without a column that the others give: the unit price, and the agreed unit */
  readonly calculated: readonly PlanField[];
  /** the file's own words for agreed units, normalised */
  readonly ownUnits: ReadonlyMap<string, string>;
  /** number columns in which the rest of the column or the file decided how to read "1.234" */
  readonly settled: readonly { readonly field: PlanField; readonly heading: string; readonly decimal: ',' | '.' }[];
  /** there are rows below the heading */
  readonly hasRows: boolean;
  /** texts above the heading */
  readonly preamble: readonly string[];
}

/** Event about a row that is not a line. */
export type RowEvent =
  | { readonly kind: 'hidden'; readonly place: FindingLocation }
  | {
      readonly kind: 'second-table';
      readonly place: FindingLocation;
      readonly headings: readonly string[];
      readonly rows: number;
    }
  /** content to the right of the last heading */
  | {
      readonly kind: 'beyond';
      readonly place: FindingLocation;
      readonly texts: readonly string[];
      readonly cells: number;
      readonly headings: number;
    }
  | { readonly kind: 'note'; readonly place: FindingLocation; readonly text: string }
  /** a row that names the customer of the rows below */
  | { readonly kind: 'group'; readonly place: FindingLocation; readonly text: string }
  /** an identity number in a used column */
  | { readonly kind: 'personal'; readonly place: FindingLocation; readonly heading: string }
  | {
      readonly kind: 'total';
      readonly place: FindingLocation;
      readonly written: string;
      readonly lines: string | null;
      readonly difference: string | null;
    }
  | {
      readonly kind: 'subtotal';
      readonly place: FindingLocation;
      readonly written: string;
      readonly lines: string | null;
      readonly difference: string | null;
    };

/** Totals after the file was read. */
export interface Summary {
  readonly rows: number;
  readonly sheets: readonly SheetFacts[];
  /** sum of all readable lines, and sums by buyer */
  readonly amount: number;
  readonly amountByBuyer: ReadonlyMap<number, number>;
  /** locations of personal columns, including those redacted before */
  readonly personalColumns: readonly FindingLocation[];
  /** the file could not be read as lines */
  readonly stopped: boolean;
}
