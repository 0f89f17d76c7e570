import type { LedgerSupplier } from '../ledger/ledger-line.ts';

/** What the head of a SAF-T Financial file says; nothing about persons is kept. */
export interface SaftHead {
  readonly version: string;
  readonly created: string | null;
  readonly software: string | null;
  readonly company: { readonly orgNumber: string | null; readonly name: string | null };
  readonly currency: string;
  /** Months, YYYY-MM, or days; as the head states its selection. */
  readonly from: string | null;
  readonly to: string | null;
}

/** An account of the file's own chart, with what the file says that it is in a chart known to others. */
export interface SaftAccount {
  readonly id: string;
  readonly name: string | null;
  /** The chart and code it is mapped to; the file's own account where it is mapped to none. */
  readonly system: string;
  readonly code: string;
  /** Closing balance less opening balance, debit positive; null where the file states none. */
  readonly movement: string | null;
}

/** The master files that postings point at. Parts of one file share them. */
export interface SaftMaster {
  readonly accounts: Map<string, SaftAccount>;
  readonly suppliers: Map<string, LedgerSupplier>;
  /** What a dimension is, by the letter the file gives it. */
  readonly dimensions: Map<string, SaftDimension>;
  /** Supplier numbers that are known to be organisations' without the file saying so. */
  readonly numbers: ReadonlySet<string>;
  /** Words that texts may keep. */
  readonly words: ReadonlySet<string>;
}

export type SaftDimension = 'function' | 'costCentre' | 'project' | 'voucherType';

/** Sums of a file or a part, in its own currency. */
export interface SaftSums {
  transactions: number;
  debit: string;
  credit: string;
}
