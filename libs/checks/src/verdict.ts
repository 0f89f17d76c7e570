import type { Finding, FindingGroup } from './finding.ts';

/** Which column is which field on one sheet. Columns count from 0, rows from 1; `headingRow` 0 means that there is none. */
export interface ColumnMapping {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: Readonly<Record<string, number>>;
  /** headings of those columns: with them a remembered mapping finds columns that moved */
  readonly headings?: Readonly<Record<string, string>>;
}

export interface BuyerTotal {
  /** key in the context; null for lines without a known buyer */
  readonly buyer: string | null;
  readonly name: string;
  readonly rows: number;
  readonly amount: string;
}

/** Sums of the accepted lines in the terms' currency, as decimal text with two decimals. */
export interface VerdictTotals {
  readonly currency: string;
  readonly amount: string;
  readonly credit: string;
  readonly fees: string;
  /** what the rows that are kept out sum to */
  readonly quarantined: string;
  readonly byBuyer: readonly BuyerTotal[];
}

/** Findings beyond those kept in full: where they are, nothing more. */
export interface FurtherPlaces {
  readonly code: string;
  readonly sheet: string;
  readonly rows: Uint32Array;
}

export interface SheetVerdict {
  readonly name: string;
  readonly role: 'lines' | 'summary' | 'no-lines' | 'empty';
  readonly rows: number;
}

/** What checking one file came to. */
export interface Verdict {
  /** nothing stops the file and no row is kept out */
  readonly ok: boolean;
  /** lines read: neither headings, totals nor empty rows */
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly totals: VerdictTotals;
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, number>>;
  readonly further: readonly FurtherPlaces[];
  readonly groups: readonly FindingGroup[];
  readonly columns: readonly ColumnMapping[];
  readonly sheets: readonly SheetVerdict[];
  readonly terms: { readonly id: string; readonly version: number; readonly hash: string };
  readonly context: { readonly hash: string } | null;
  readonly engine: string;
}

/** Changes when a file could get other findings than before. */
export const engineVersion = 'checks 1.8.0';
