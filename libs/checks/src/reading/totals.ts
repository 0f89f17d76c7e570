import { unscaled } from '@tallgrunn/values';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { CheckTotals } from '../check-result.ts';

const buyersMax = 10_000;

interface BuyerSum {
  readonly buyer: string | null;
  readonly name: string;
  rows: number;
  units: number;
}

/** Converts to ten-thousandths of a NOK: exact for amounts with up to four decimals and 900 billion NOK. */
function unitsOf(amount: number): number {
  return Number.isNaN(amount) ? 0 : Math.round(amount * 10_000);
}

function text(units: number): string {
  return unscaled(Math.round(units / 100), 2);
}

/** The sums of one report. */
export class ReportTotals {
  rows = 0;
  accepted = 0;
  private amount = 0;
  private credit = 0;
  private fees = 0;
  private quarantined = 0;
  private readonly buyers = new Map<string, BuyerSum>();
  private readonly plan: Plan;
  /** all lines, accepted or not: compared with totals in the file and with the ledger */
  all = 0;
  readonly allByBuyer = new Map<number, number>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  add(line: Line): void {
    this.rows += 1;
    const units = unitsOf(line.amount);
    this.all += units / 10_000;
    if (line.buyer >= 0) this.allByBuyer.set(line.buyer, (this.allByBuyer.get(line.buyer) ?? 0) + units / 10_000);
    if (line.blocked) {
      this.quarantined += units;
      return;
    }
    this.accepted += 1;
    this.amount += units;
    if (line.kind === 'credit') this.credit += units;
    if (line.kind === 'fee' || line.kind === 'deposit') this.fees += units;
    this.addBuyer(line, units);
  }

  totals(stopped: boolean): CheckTotals {
    const byBuyer = [...this.buyers.values()]
      .sort((a, b) => b.units - a.units)
      .map(({ buyer, name, rows, units }) => ({ buyer, name, rows, amount: text(units) }));
    return {
      currency: this.plan.terms.currency,
      amount: stopped ? '0.00' : text(this.amount),
      credit: stopped ? '0.00' : text(this.credit),
      fees: stopped ? '0.00' : text(this.fees),
      quarantined: text(stopped ? this.quarantined + this.amount : this.quarantined),
      byBuyer: stopped ? [] : byBuyer,
    };
  }

  private addBuyer(line: Line, units: number): void {
    const key = line.buyer >= 0 ? this.plan.buyers.key(line.buyer) : line.buyerText;
    let sum = this.buyers.get(key);
    if (!sum) {
      const full = this.buyers.size >= buyersMax;
      sum = {
        buyer: line.buyer >= 0 ? key : null,
        name: full ? '' : line.buyer >= 0 ? this.plan.buyers.name(line.buyer) : line.buyerText,
        rows: 0,
        units: 0,
      };
      this.buyers.set(full ? '' : key, sum);
    }
    sum.rows += 1;
    sum.units += units;
  }
}
