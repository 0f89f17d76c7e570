import type { Plan } from '../plan/plan.ts';
import type { ParamValue } from '../finding.ts';

/** What a buyer has booked of the supplier in the period, with the evidence as parameters of a sentence. */
export interface BookedByBuyer {
  readonly buyer: number;
  /** whose purchases these books hold: this buyer's first */
  readonly buyers: readonly number[];
  /** kroner without VAT */
  readonly amount: number;
  /** how many invoices, the largest of them, and how far the books reach; a part is missing where it is not known */
  readonly evidence: Readonly<Record<string, ParamValue>>;
  /** what may be of the period before as well, and its invoices */
  readonly early: { readonly amount: number; readonly evidence: Readonly<Record<string, ParamValue>> };
}

/** "5001|12000.00|2026-03-04; 5002|…": how invoices stand in the parameters of a finding. */
function invoicesOf({ context }: Plan, buyer: number, early: boolean): string {
  const { bookedInvoices } = context;
  const rows = (bookedInvoices?.buyer ?? []).flatMap((each, at) =>
    each === buyer && (bookedInvoices!.early?.[at] ?? false) === early ? [at] : [],
  );
  return rows
    .map((at) =>
      [
        bookedInvoices!.number[at]!.replace(/[|;]/g, ' '),
        bookedInvoices!.amount[at],
        bookedInvoices!.on[at] ?? '',
      ].join('|'),
    )
    .join('; ');
}

/** Everything the context says is booked, buyer by buyer. */
export function bookedByBuyer(plan: Plan): BookedByBuyer[] {
  const { booked } = plan.context;
  return (booked?.buyer ?? []).map((buyer, at) => {
    const [count, until, invoices] = [booked!.invoices?.[at], booked!.until?.[at], invoicesOf(plan, buyer, false)];
    const [earlyCount, earlyInvoices] = [booked!.earlyInvoices?.[at], invoicesOf(plan, buyer, true)];
    return {
      buyer,
      buyers: [buyer, ...(booked!.also?.[at] ?? [])],
      amount: Number(booked!.amount[at]),
      evidence: { ...(count && { count }), ...(invoices && { invoices }), ...(until && { until }) },
      early: {
        amount: Number(booked!.early?.[at] ?? 0),
        evidence: { ...(earlyCount && { earlyCount }), ...(earlyInvoices && { earlyInvoices }) },
      },
    };
  });
}
