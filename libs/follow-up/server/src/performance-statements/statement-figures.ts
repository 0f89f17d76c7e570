import type { CaseStatus, MatterKind } from '../cases/case.ts';
import type { RatedQuality } from '../data-quality/quality-levels.ts';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import type { Punctuality } from '../supplier-page/punctuality.ts';
import type { DeclarationCoverage } from '../supplier-page/read-declaration-coverage.ts';

/** A report that was late or is missing, as evidence. */
export interface LateReport {
  readonly obligationId: string;
  readonly periodKey: string;
  readonly dueOn: string;
  /** Working days. */
  readonly daysLate: number;
  readonly isMissing: boolean;
  /** No day counts as the supplier's lateness. */
  readonly isExcused: boolean;
}

export interface StatementPrices {
  readonly basis: PriceBasis;
  readonly currency: string;
  readonly chargedAmount: string;
  readonly openAmount: string;
  readonly acceptedAmount: string;
  readonly claimedAmount: string;
  readonly openLineCount: number;
  /** Absent in statements that were decided before it was stored, like the other counts of what figures rest on. */
  readonly comparedLineCount?: number;
  /** Compared lines and those that could not be compared. */
  readonly lineCount?: number;
}

export interface StatementCase {
  readonly id: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly status: CaseStatus;
  readonly openedOn: string;
}

/** Key figures of one supplier in one agreement and year. Each is read where its page reads it. */
export interface StatementFigures {
  /** The last day that the figures cover: today, or the last day of an earlier year. */
  readonly asOf: string;
  /** Reports due in the year. */
  readonly punctuality: Punctuality & {
    /** Of those late or missing: no day counts as the supplier's lateness. */
    readonly excused: number;
    /** Reports with a due date in the year: due, exempt, and not due yet. */
    readonly inYear?: number;
    /** Latest due date first. */
    readonly lateReports: readonly LateReport[];
  };
  /** Reports of the agreement submitted in the year. */
  readonly quality: RatedQuality;
  /** Of all agreements of the supplier, because ledgers do not state the agreement. Decimal text in NOK without VAT. */
  readonly coverage: {
    readonly booked: string;
    readonly linked: string;
    /** Null when nothing is booked. */
    readonly share: string | null;
    readonly outside: string;
    readonly ledgerMonths: { readonly complete: number; readonly expected: number };
  };
  readonly prices: readonly StatementPrices[];
  /** Of all agreements of the supplier, on `asOf`. */
  readonly declarations: DeclarationCoverage & {
    /** Share of the items that the terms require by `asOf`; null when they require none. */
    readonly requiredShare: string | null;
    /** Items in the supplier's price forms, with or without an agreed price. */
    readonly currentItems?: number;
  };
  /** Open matters of the agreement that the supplier can see. */
  readonly openCases: readonly StatementCase[];
}
