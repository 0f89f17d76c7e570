import type { FindingSeverity } from './terms.ts';

export type { FindingSeverity } from './terms.ts';

/** Location in the file as its author sees it. `row` is 1-based; `cell` is "D12"; `column` is the heading. */
export interface FindingLocation {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
}

export type ParamValue = string | number;
export type Params = Readonly<Record<string, ParamValue>>;

/** One change that resolves a finding. A cell patch names a location; a setting patch names a rule to remember. */
export type Patch =
  | {
      readonly set: 'cell';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly value: string;
    }
  | { readonly set: 'leave-out'; readonly sheet: string; readonly row: number }
  | { readonly set: 'decimal-char'; readonly field: string; readonly value: ',' | '.' }
  | { readonly set: 'date-order'; readonly field: string; readonly value: 'day-first' | 'month-first' }
  | { readonly set: 'date-shift'; readonly field: string; readonly days: number }
  | { readonly set: 'column'; readonly field: string; readonly heading: string }
  /** a value in the column applies to the empty cells below it */
  | { readonly set: 'fill-down'; readonly field: string }
  /**
   * a cross table of customers without a date column: all of it was delivered in the period, and each line gets its
   * last day
   */
  | { readonly set: 'whole-table'; readonly field: string; readonly value: 'period-end' }
  /** the measure of the figures in a cross table, when no heading states it */
  | { readonly set: 'measure'; readonly value: 'quantity' | 'amount' }
  | {
      readonly set: 'unit';
      readonly text: string;
      readonly unit: string;
      readonly factor?: string;
      readonly to?: string;
    }
  | { readonly set: 'buyer'; readonly text: string; readonly buyer: string }
  | { readonly set: 'item'; readonly text: string; readonly item: string }
  /** the blocking cause is not an error: the rows are accepted when the terms permit it and a person decides so */
  | { readonly set: 'override'; readonly code: string; readonly cause: string };

/** A resolution as data: the same patches resolve all findings of the same cause. */
export interface Fix {
  readonly kind: string;
  readonly params: Params;
  readonly patches: readonly Patch[];
}

export interface Finding {
  readonly code: string;
  /** number in the catalogue of error classes; 0 for requirements of the agreement only */
  readonly class: number;
  readonly severity: FindingSeverity;
  readonly place: FindingLocation | null;
  /** as written in the file; masked when it may be personal */
  readonly found: string | null;
  readonly expected: string | null;
  readonly params: Params;
  readonly fix?: Fix;
  /** findings with the same code and cause form one question */
  readonly cause?: string;
  /** NOK at stake, decimal text */
  readonly amount?: string;
  /** blocks the row, but a person may declare it not an error */
  readonly overridable?: true;
  /** would block the row, had a person not declared it not an error */
  readonly overridden?: true;
}

/** Findings that form one question: the question, their number, the total amount, and the rows. */
export interface FindingGroup {
  readonly code: string;
  readonly class: number;
  readonly severity: FindingSeverity;
  readonly count: number;
  /** decimal text in NOK; null when no finding of the group has an amount */
  readonly kroner: string | null;
  readonly example: Finding;
  /** the first hundred rows */
  readonly rows: readonly number[];
}
