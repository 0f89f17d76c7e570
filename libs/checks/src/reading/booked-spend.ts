import type { Plan } from '../plan/plan.ts';
import type { ParamValue } from '../finding.ts';

/** Booked amount of the supplier for one buyer in the period, with its evidence as message parameters. */
export interface BookedBuyerAmount {
  readonly buyer: number;
  /** the buyers with purchases in this ledger, this buyer first */
  readonly buyers: readonly number[];
  /** NOK excl. VAT */
  readonly amount: number;
  /** number of invoices, the largest of them, and the last day of the ledger; unknown ones are left out */
  readonly evidence: Readonly<Record<string, ParamValue>>;
  /** amount and invoices that may belong to the period before */
  readonly early: { readonly amount: number; readonly evidence: Readonly<Record<string, ParamValue>> };
}

/** Formats invoices as a message parameter: "5001|12000.00|2026-03-04; 5002|…". */
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

/** Returns all booked amounts in the context, one per buyer. */
export function bookedAmountsByBuyer(plan: Plan): BookedBuyerAmount[] {
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
