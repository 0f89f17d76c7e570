import type { Finding, FindingGroup } from './finding.ts';

/**
 * The columns of fields on one sheet. Columns are 0-based, rows 1-based; `headingRow` 0 means that there is no heading.
 */
export interface ColumnMapping {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: Readonly<Record<string, number>>;
  /** headings of those columns, by which a remembered mapping finds columns that moved */
  readonly headings?: Readonly<Record<string, string>>;
}

export interface BuyerTotal {
  /** key in the context; null for lines with an unknown buyer */
  readonly buyer: string | null;
  readonly name: string;
  readonly rows: number;
  readonly amount: string;
}

/** Sums of the accepted lines in the currency of the terms, as decimal text with two decimals. */
export interface CheckTotals {
  readonly currency: string;
  readonly amount: string;
  readonly credit: string;
  readonly fees: string;
  /** sum of the blocked rows */
  readonly quarantined: string;
  readonly byBuyer: readonly BuyerTotal[];
}

/** Findings beyond those with full details: their locations only. */
export interface FurtherPlaces {
  readonly code: string;
  readonly sheet: string;
  readonly rows: Uint32Array;
}

export interface SheetResult {
  readonly name: string;
  readonly role: 'lines' | 'summary' | 'no-lines' | 'empty';
  readonly rows: number;
}

/** The result of checking one file. */
export interface CheckResult {
  /** true when nothing blocks the file and no row is blocked */
  readonly ok: boolean;
  /** number of lines, without headings, totals and empty rows */
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly totals: CheckTotals;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, number>>;
  readonly further: readonly FurtherPlaces[];
  readonly groups: readonly FindingGroup[];
  readonly columns: readonly ColumnMapping[];
  readonly sheets: readonly SheetResult[];
  readonly terms: { readonly id: string; readonly version: number; readonly hash: string };
  readonly context: { readonly hash: string } | null;
  readonly engine: string;
}

/** Version of the engine. It changes whenever a file may get other findings than before. */
export const engineVersion = 'checks 1.9.0';
