import { absolute, add, compare, limits, subtract } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import { redactFinding } from '../minimise/guard-finding.ts';
import { RedactionCounts } from '../minimise/redacted-fields.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';

/** Number and amounts of the rows excluded for one reason, so that every excluded amount is accounted for. */
export interface ExcludedTotal {
  rows: number;
  /** Sum per currency of the readable amounts. */
  amounts: Record<string, string>;
}

/** Account, period and place in the file of a row, as far as they are known. */
export interface BookingContext {
  readonly account: { readonly system: string; readonly code: string } | null;
  readonly accountName: string | null;
  /** YYYY-MM */
  readonly period: string | null;
  readonly closing: boolean;
  readonly sheet: string;
  readonly row: number;
}

/**
 * Excluded or unreadable rows by reason, account and month. Enough to find them in the file, and nothing about the
 * persons in them.
 */
export interface ExcludedRows extends Omit<BookingContext, 'row'> {
  readonly reason: string;
  readonly currency: string;
  rows: number;
  /** Number of these rows with an unreadable amount. */
  unread: number;
  /** Sum of the readable amounts. */
  amount: string;
  readonly firstRow: number;
  lastRow: number;
}

/** The ledger's own balance change on an account over some months, as stated in the file: debit minus credit. */
export interface StatedBalanceChange {
  readonly account: { readonly system: string; readonly code: string };
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly currency: string;
}

const CREDITS_MIN = 5;
const CREDITS_RATIO = 9;
/** Maximum number of groups by reason, account and month. Rows beyond it are grouped by reason only. */
const EXCLUDED_GROUPS_MAX = 50_000;
/** Maximum number of nested subtotals for a total. */
const TOTALS_MAX = 50;

/**
 * Result of reading a ledger, filled while its lines are streamed. All findings are counted; per code, a limited number
 * is stored.
 */
export class LedgerReport {
  readonly findings: FormatFinding[] = [];
  readonly counts = new Map<string, number>();
  /** Totals of the imported lines per currency, purchases positive. */
  readonly totals: Record<string, string> = {};
  readonly excluded = new Map<string, ExcludedTotal>();
  /** Excluded and unreadable rows by account and month. */
  readonly excludedGroups = new Map<string, ExcludedRows>();
  /** The ledger's own balance changes. */
  readonly statedAccounts: StatedBalanceChange[] = [];
  /** Cells and texts that were not stored, of rows that were imported. */
  readonly redactions = new RedactionCounts();
  /** Sum per currency of all rows with an amount: imported, excluded and pending. */
  private readonly allAmounts: Record<string, string> = {};
  /** Running sums at each total row of the file. Sections have totals of their own, and so have their subsections. */
  private readonly totalsBefore: Record<string, { readonly sum: string; readonly all: string }[]> = {};
  private readonly signs = { purchases: 0, credits: 0 };
  rows = 0;
  lines = 0;
  quarantined = 0;
  private readonly findingsPerCodeMax: number;

  constructor(keptMax: number = limits.findings.keptPerCodeMax) {
    this.findingsPerCodeMax = keptMax;
  }

  addFinding(found: FormatFinding): void {
    const count = (this.counts.get(found.code) ?? 0) + 1;
    this.counts.set(found.code, count);
    if (count <= this.findingsPerCodeMax) this.findings.push(redactFinding(found));
  }

  addNote(
    code: string,
    severity: 'confirm' | 'info',
    place: DocumentLocation,
    found: string,
    params: Record<string, string> = {},
  ): void {
    this.addFinding(finding(code, severity, { place, found, params }));
  }

  quarantine(code: string, place: DocumentLocation, found: string | null, on: BookingContext, currency: string): void {
    this.quarantined += 1;
    this.#put(`unread ${code}`, null, currency, on);
    this.addFinding(finding(code, 'blocksRow', { place, found }));
  }

  countAmount(amount: string, currency: string): void {
    this.allAmounts[currency] = add(this.allAmounts[currency] ?? '0', amount);
  }

  accept(amount: string, currency: string): void {
    this.lines += 1;
    const sign = compare(amount, '0');
    if (sign > 0) this.signs.purchases += 1;
    if (sign < 0) this.signs.credits += 1;
    this.totals[currency] = add(this.totals[currency] ?? '0', amount);
  }

  /** Compares a total written in the file with the lines above it. It is never added. */
  compareTotal(place: DocumentLocation, label: string, written: string | null, currency: string): void {
    const sum = this.totals[currency] ?? '0';
    const all = this.allAmounts[currency] ?? '0';
    const before = (this.totalsBefore[currency] ??= [{ sum: '0', all: '0' }]);
    const counted = before.flatMap((then) => [subtract(sum, then.sum), subtract(all, then.all)]);
    const differs = written !== null && counted.every((each) => compare(absolute(subtract(written, each)), '0.01') > 0);
    before.push({ sum, all });
    if (before.length > TOTALS_MAX) before.splice(1, 1);
    this.addFinding(
      finding(differs ? 'ledger-total-differs' : 'ledger-total-row', differs ? 'confirm' : 'info', {
        place,
        found: written ?? label,
        expected: sum,
        params: { label },
      }),
    );
  }

  /** Reports a ledger with mostly negative amounts, because its sign is probably reversed. */
  reportSigns(): void {
    const { purchases, credits } = this.signs;
    if (credits >= CREDITS_MIN && credits > purchases * CREDITS_RATIO)
      this.addFinding(
        finding('ledger-mostly-negative', 'confirm', {
          found: String(credits),
          params: { lines: this.lines, credits },
        }),
      );
  }

  exclude(reason: string, amount: string | null, currency: string, on: BookingContext): void {
    this.#put(reason, amount, currency, on);
    const total = this.excluded.get(reason) ?? { rows: 0, amounts: {} };
    total.rows += 1;
    if (amount !== null) total.amounts[currency] = add(total.amounts[currency] ?? '0', amount);
    this.excluded.set(reason, total);
  }

  #put(reason: string, amount: string | null, currency: string, { row, ...on }: BookingContext): void {
    const groupKey = (at: Omit<BookingContext, 'row'>): string =>
      JSON.stringify([reason, currency, at.account?.system, at.account?.code, at.period, at.closing, at.sheet]);
    const isRoom = this.excludedGroups.size < EXCLUDED_GROUPS_MAX || this.excludedGroups.has(groupKey(on));
    const at = isRoom ? on : { account: null, accountName: null, period: null, closing: false, sheet: '' };
    const group = this.excludedGroups.get(groupKey(at)) ?? {
      reason,
      currency,
      ...at,
      rows: 0,
      unread: 0,
      amount: '0',
      firstRow: row,
      lastRow: row,
    };
    group.rows += 1;
    group.lastRow = row;
    if (amount === null) group.unread += 1;
    else group.amount = add(group.amount, amount);
    this.excludedGroups.set(groupKey(at), group);
  }
}
