import { absolute, add, compare, limits, subtract } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import { guardFinding } from '../minimise/guard-finding.ts';
import { WithheldCounts } from '../minimise/withheld.ts';
import type { FormatFinding, Place } from '../reading.ts';

/** Number and amounts of the rows excluded for one reason, so that every excluded amount is accounted for. */
export interface LeftOut {
  rows: number;
  /** Sum per currency of the readable amounts. */
  amounts: Record<string, string>;
}

/** Account, period and place in the file of a row, as far as they are known. */
export interface BookedOn {
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
export interface SetAside extends Omit<BookedOn, 'row'> {
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
export interface StatedAccount {
  readonly account: { readonly system: string; readonly code: string };
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly currency: string;
}

const MOSTLY_MIN = 5;
const MOSTLY_TIMES = 9;
/** Maximum number of groups by reason, account and month. Rows beyond it are grouped by reason only. */
const SET_ASIDE_MAX = 50_000;
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
  readonly leftOut = new Map<string, LeftOut>();
  /** Excluded and unreadable rows by account and month. */
  readonly setAside = new Map<string, SetAside>();
  /** The ledger's own balance changes. */
  readonly statedAccounts: StatedAccount[] = [];
  /** Cells and texts that were not stored, of rows that were imported. */
  readonly withheld = new WithheldCounts();
  /** Sum per currency of all rows with an amount: imported, excluded and pending. */
  private readonly seen: Record<string, string> = {};
  /** Running sums at each total row of the file. Sections have totals of their own, and so have their subsections. */
  private readonly before: Record<string, { readonly sum: string; readonly all: string }[]> = {};
  private readonly signs = { purchases: 0, credits: 0 };
  rows = 0;
  lines = 0;
  quarantined = 0;
  private readonly keptMax: number;

  constructor(keptMax: number = limits.findings.keptPerCodeMax) {
    this.keptMax = keptMax;
  }

  say(found: FormatFinding): void {
    const count = (this.counts.get(found.code) ?? 0) + 1;
    this.counts.set(found.code, count);
    if (count <= this.keptMax) this.findings.push(guardFinding(found));
  }

  note(
    code: string,
    severity: 'confirm' | 'info',
    place: Place,
    found: string,
    params: Record<string, string> = {},
  ): void {
    this.say(finding(code, severity, { place, found, params }));
  }

  quarantine(code: string, place: Place, found: string | null, on: BookedOn, currency: string): void {
    this.quarantined += 1;
    this.#put(`unread ${code}`, null, currency, on);
    this.say(finding(code, 'blocksRow', { place, found }));
  }

  see(amount: string, currency: string): void {
    this.seen[currency] = add(this.seen[currency] ?? '0', amount);
  }

  accept(amount: string, currency: string): void {
    this.lines += 1;
    const sign = compare(amount, '0');
    if (sign > 0) this.signs.purchases += 1;
    if (sign < 0) this.signs.credits += 1;
    this.totals[currency] = add(this.totals[currency] ?? '0', amount);
  }

  /** Compares a total written in the file with the lines above it. It is never added. */
  stateTotal(place: Place, label: string, written: string | null, currency: string): void {
    const sum = this.totals[currency] ?? '0';
    const all = this.seen[currency] ?? '0';
    const before = (this.before[currency] ??= [{ sum: '0', all: '0' }]);
    const counted = before.flatMap((then) => [subtract(sum, then.sum), subtract(all, then.all)]);
    const differs = written !== null && counted.every((each) => compare(absolute(subtract(written, each)), '0.01') > 0);
    before.push({ sum, all });
    if (before.length > TOTALS_MAX) before.splice(1, 1);
    this.say(
      finding(differs ? 'ledger-total-differs' : 'ledger-total-row', differs ? 'confirm' : 'info', {
        place,
        found: written ?? label,
        expected: sum,
        params: { label },
      }),
    );
  }

  /** Reports a ledger with mostly negative amounts, because its sign is probably reversed. */
  tellSigns(): void {
    const { purchases, credits } = this.signs;
    if (credits >= MOSTLY_MIN && credits > purchases * MOSTLY_TIMES)
      this.say(
        finding('ledger-mostly-negative', 'confirm', {
          found: String(credits),
          params: { lines: this.lines, credits },
        }),
      );
  }

  leaveOut(reason: string, amount: string | null, currency: string, on: BookedOn): void {
    this.#put(reason, amount, currency, on);
    const left = this.leftOut.get(reason) ?? { rows: 0, amounts: {} };
    left.rows += 1;
    if (amount !== null) left.amounts[currency] = add(left.amounts[currency] ?? '0', amount);
    this.leftOut.set(reason, left);
  }

  #put(reason: string, amount: string | null, currency: string, { row, ...on }: BookedOn): void {
    const told = (at: Omit<BookedOn, 'row'>): string =>
      JSON.stringify([reason, currency, at.account?.system, at.account?.code, at.period, at.closing, at.sheet]);
    const isRoom = this.setAside.size < SET_ASIDE_MAX || this.setAside.has(told(on));
    const at = isRoom ? on : { account: null, accountName: null, period: null, closing: false, sheet: '' };
    const group = this.setAside.get(told(at)) ?? {
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
    this.setAside.set(told(at), group);
  }
}
