import type { CheckContext } from '../context.ts';
import type { Terms } from '../terms.ts';
import type { SheetColumns, SheetRows } from './row-share.ts';

/** A report that waits, and what its lines are known by. */
export interface SplitDuty {
  readonly id: string;
  readonly terms: Terms;
  /** must name the period; what was reported before and which periods wait is left aside */
  readonly context: CheckContext;
  /** the lots the supplier holds in the period; empty where the agreement has none */
  readonly lots: readonly string[];
  /** what an agreement column may call the agreement, beside its title and id: its number */
  readonly agreementNumber?: string;
  /** the branch whose report it is */
  readonly part?: { readonly name: string; readonly orgNumber: string | null };
}

/** The lines of the file that one report is to have. */
export interface DutyShare {
  readonly id: string;
  readonly lines: number;
  /** decimal text, two decimals, in the currency of its terms */
  readonly amount: string;
  readonly rows: readonly SheetRows[];
}

/**
 * Why a line belongs to no report: its agreement, lot, branch or item is none of theirs; it has no date; its date is in none of
 * their periods; or several reports may have it.
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
  /** ids of the reports it may be of */
  readonly candidates: readonly string[];
}

/** One file divided among the reports it has lines for. Every line is in one share or among the unclaimed. */
export interface ReportSplit {
  readonly lines: number;
  /** those with lines, in the order the reports were given */
  readonly shares: readonly DutyShare[];
  /** lines of no report: all counted, the first thousand told */
  readonly unclaimed: {
    readonly count: number;
    readonly byReason: Readonly<Partial<Record<UnclaimedReason, number>>>;
    readonly lines: readonly UnclaimedLine[];
  };
  /** the columns that the division reads: what is sent of the file must hold them, to be divided alike */
  readonly columns: readonly SheetColumns[];
  /** sheets with rows that none of the reports could read as lines */
  readonly unread: readonly { readonly sheet: string; readonly rows: number }[];
}
