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

/** What came of a ledger, filled while its lines stream past. Findings are counted without limit and kept up to one. */
export class LedgerReport {
  readonly findings: FormatFinding[] = [];
  readonly counts = new Map<string, number>();
  /** Per currency, purchases positive. */
  readonly totals: Record<string, string> = {};
  readonly leftOut = new Map<string, LeftOut>();
  /** Cells and texts that are not kept, of rows that are. */
  readonly withheld = new WithheldCounts();
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

  note(code: string, severity: 'confirm' | 'info', place: Place, found: string, params: Record<string, string> = {}): void {
    this.say(finding(code, severity, { place, found, params }));
  }

  quarantine(code: string, place: Place, found: string | null): void {
    this.quarantined += 1;
    this.say(finding(code, 'blocksRow', { place, found }));
  }

  accept(amount: string, currency: string): void {
    this.lines += 1;
    this.totals[currency] = add(this.totals[currency] ?? '0', amount);
  }

  /** A total written in the file: compared with the lines above it, never added. */
  stateTotal(place: Place, label: string, written: string | null, currency: string): void {
    const sum = this.totals[currency] ?? '0';
    const all = [...this.leftOut.values()].reduce((total, { amounts }) => add(total, amounts[currency] ?? '0'), sum);
    const differs = written !== null && [sum, all].every((counted) => compare(absolute(subtract(written, counted)), '0.01') > 0);
    this.say(finding(differs ? 'ledger-total-differs' : 'ledger-total-row', differs ? 'confirm' : 'info', { place, found: written ?? label, expected: sum, params: { label } }));
  }

  leaveOut(reason: string, amount: string | null, currency: string): void {
    const left = this.leftOut.get(reason) ?? { rows: 0, amounts: {} };
    left.rows += 1;
    if (amount !== null) left.amounts[currency] = add(left.amounts[currency] ?? '0', amount);
    this.leftOut.set(reason, left);
  }
}
