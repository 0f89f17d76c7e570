import { absolute, add, compare, limits, subtract } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import { guardFinding } from '../minimise/guard-finding.ts';
import { WithheldCounts } from '../minimise/withheld.ts';
import type { FormatFinding, Place } from '../reading.ts';

/** Rows set aside for one reason, with their amounts, so that nothing leaves a total in silence. */
export interface LeftOut {
  rows: number;
  /** Sum per currency of the amounts that could be read. */
  amounts: Record<string, string>;
}

/** Where a row is booked, as far as it tells. */
export interface BookedOn {
  readonly account: { readonly system: string; readonly code: string } | null;
  readonly accountName: string | null;
  /** YYYY-MM */
  readonly period: string | null;
  readonly closing: boolean;
  readonly sheet: string;
  readonly row: number;
}

/** Rows set aside for one reason on one account and month: what is needed to find them in the file, and nothing of whom they are about. */
export interface SetAside extends Omit<BookedOn, 'row'> {
  readonly reason: string;
  readonly currency: string;
  rows: number;
  /** Of them, those whose amount cannot be read. */
  unread: number;
  /** Sum of the amounts that can. */
  amount: string;
  readonly firstRow: number;
  lastRow: number;
}

/** The ledger's own movement on an account over some months, as the file states it: debit less credit. */
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
/** Reasons on accounts and months that are told apart; rows beyond them are told by their reason alone. */
const SET_ASIDE_MAX = 50_000;
/** Parts within each other that a total may be of. */
const TOTALS_MAX = 50;

/** What came of a ledger, filled while its lines stream past. Findings are counted without limit and kept up to one. */
export class LedgerReport {
  readonly findings: FormatFinding[] = [];
  readonly counts = new Map<string, number>();
  /** Per currency, purchases positive. */
  readonly totals: Record<string, string> = {};
  readonly leftOut = new Map<string, LeftOut>();
  /** What is left out and what cannot be read, by account and month. */
  readonly setAside = new Map<string, SetAside>();
  /** The ledger's own totals. */
  readonly statedAccounts: StatedAccount[] = [];
  /** Cells and texts that are not kept, of rows that are. */
  readonly withheld = new WithheldCounts();
  /** Per currency, of every row with an amount: what comes in, what is left out, and what waits to be known. */
  private readonly seen: Record<string, string> = {};
  /** The sums at each total that stood in the file: parts have totals of their own, and parts of parts. */
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

  /** A total written in the file: compared with the lines above it, never added. */
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

  /** A ledger in which next to everything is taken back has most likely its signs the other way. */
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
