import type { CheckContext } from '../context.ts';
import type { Terms } from '../terms.ts';
import type { SheetColumns, SheetRows } from './row-share.ts';

/** A report that is due, with the data by which its lines are recognised. */
export interface SplitObligation {
  readonly id: string;
  readonly terms: Terms;
  /** must have a period; earlier reports and open periods are ignored */
  readonly context: CheckContext;
  /** the supplier's lots in the period; empty when the agreement has none */
  readonly lots: readonly string[];
  /** the agreement's number, accepted in an agreement column in addition to title and id */
  readonly agreementNumber?: string;
  /** the branch that reports */
  readonly part?: { readonly name: string; readonly orgNumber: string | null };
}

/** The lines of a file for one report. */
export interface ObligationShare {
  readonly id: string;
  readonly lines: number;
  /** decimal text, two decimals, in the currency of its terms */
  readonly amount: string;
  readonly rows: readonly SheetRows[];
}

/**
 * Why a line belongs to no report: its agreement, lot, branch or item is in none of them; it has no date; its date is
 * outside their periods; or several reports fit.
 */
export type UnclaimedReason =
  'agreement-unknown' | 'lot-unknown' | 'branch-unknown' | 'item-unknown' | 'date-missing' | 'date-outside' | 'several';

export interface UnclaimedLine {
  readonly sheet: string;
  readonly row: number;
  readonly reason: UnclaimedReason;
  /** the text or date that decided, masked when it may be personal */
  readonly found: string;
  readonly item: string;
  readonly buyer: string;
  readonly date: string;
  readonly amount: string | null;
  /** ids of the reports it may belong to */
  readonly candidates: readonly string[];
}

/** A file divided among reports. Each line is in one share or among the unclaimed. */
export interface ReportSplit {
  readonly lines: number;
  /** reports with lines, in the order given */
  readonly shares: readonly ObligationShare[];
  /** lines without a report: all are counted, the first thousand have details */
  readonly unclaimed: {
    readonly count: number;
    readonly byReason: Readonly<Partial<Record<UnclaimedReason, number>>>;
    readonly lines: readonly UnclaimedLine[];
  };
  /** columns used for the division; a redacted copy must retain them to be divided in the same way */
  readonly columns: readonly SheetColumns[];
  /** sheets with rows that no report could read as lines */
  readonly unread: readonly { readonly sheet: string; readonly rows: number }[];
}
