import type { Severity } from './terms.ts';

export type { Severity } from './terms.ts';

/** Where in the file, as the person who made it sees it. `row` counts from 1; `cell` is "D12"; `column` is the heading. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
}

export type ParamValue = string | number;
export type Params = Readonly<Record<string, ParamValue>>;

/** One change that would settle a finding. A cell patch names a place; a setting patch names what to remember. */
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
  /** what stands in the column holds for the rows below it that have nothing there */
  | { readonly set: 'fill-down'; readonly field: string }
  /** a table of customers without a column for it: all of it was delivered in the period, whose last day each line gets */
  | { readonly set: 'whole-table'; readonly field: string; readonly value: 'period-end' }
  /** what the figures of a table of customers are, where no heading says so */
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
  /** what keeps rows out for this cause is not an error: they are taken when the terms let a person say so, and somebody decides */
  | { readonly set: 'override'; readonly code: string; readonly cause: string };

/** A way out as data: the same patches settle every finding of the same cause. */
export interface Fix {
  readonly kind: string;
  readonly params: Params;
  readonly patches: readonly Patch[];
}

export interface Finding {
  readonly code: string;
  /** number in the catalogue of error classes; 0 for what the agreement alone asks */
  readonly class: number;
  readonly severity: Severity;
  readonly place: Place | null;
  /** as written in the file; masked when it may be personal */
  readonly found: string | null;
  readonly expected: string | null;
  readonly params: Params;
  readonly fix?: Fix;
  /** findings with the same code and cause are one question */
  readonly cause?: string;
  /** kroner at stake, decimal text */
  readonly amount?: string;
  /** keeps the row out, but a person may say that it is not an error */
  readonly overridable?: true;
  /** would keep the row out, had a person not said that it is not an error */
  readonly overridden?: true;
}

/** Findings that are one question: what to ask, how often, how much it is about, where to look. */
export interface FindingGroup {
  readonly code: string;
  readonly class: number;
  readonly severity: Severity;
  readonly count: number;
  /** decimal text, null when no finding of the group has an amount */
  readonly kroner: string | null;
  readonly example: Finding;
  /** the first hundred rows */
  readonly rows: readonly number[];
}
