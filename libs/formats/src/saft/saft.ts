import type { LedgerSupplier } from '../ledger/ledger-line.ts';

/** Head of a SAF-T Financial file, without data about persons. */
export interface SaftHead {
  readonly version: string;
  readonly created: string | null;
  readonly software: string | null;
  readonly company: { readonly orgNumber: string | null; readonly name: string | null };
  readonly currency: string;
  /** Months (YYYY-MM) or days, as stated in the selection criteria. */
  readonly from: string | null;
  readonly to: string | null;
}

/** An account of the file's own chart, with its mapping to a known chart. */
export interface SaftAccount {
  readonly id: string;
  readonly name: string | null;
  /** Chart and code of the mapping; chart `local` and the own id when it is not mapped. */
  readonly system: string;
  readonly code: string;
  /** Closing minus opening balance, debit positive; null when the file does not state both. */
  readonly movement: string | null;
}

/** The master files that postings refer to. The parts of one file share them. */
export interface SaftMaster {
  readonly accounts: Map<string, SaftAccount>;
  readonly suppliers: Map<string, LedgerSupplier>;
  /** Meaning of a dimension, by the type code used in the file. */
  readonly dimensions: Map<string, SaftDimension>;
  /** Ledger numbers of suppliers known to be organisations from earlier ledgers. */
  readonly numbers: ReadonlySet<string>;
  /** Words that free texts may contain. */
  readonly words: ReadonlySet<string>;
}

export type SaftDimension = 'function' | 'costCentre' | 'project' | 'voucherType';

/** Totals of a file or a part, in its own currency. */
export interface SaftSums {
  transactions: number;
  debit: string;
  credit: string;
}
