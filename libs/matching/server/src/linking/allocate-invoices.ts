import type { SqlClient } from './sql-client.ts';
import { insertMatches, type NewMatch } from './insert-matches.ts';
import { allocateInvoice, type InvoiceLine, type Posting, type InvoiceAllocation } from './allocate-invoice.ts';

interface OpenInvoice {
  readonly invoice: string;
  readonly lines: readonly (InvoiceLine & { readonly fee: boolean })[];
  readonly postings: readonly (Posting & { readonly fee: boolean })[];
  /** The invoice also has open lines with items. */
  readonly hasItems: boolean;
}

/** SQL: invoices with open lines on both sides, without pairs that a user has rejected. */
const OPEN_INVOICES = `
  with b as (
    select o.invoice, jsonb_agg(jsonb_build_object('id', o.id, 'ore', o.ore, 'account', o.account, 'fee', o.fee, 'isRemainder', o.rest) order by o.id) as postings
    from open_b o where o.invoice is not null and o.item is null group by o.invoice
  ), r as (
    select o.invoice, jsonb_agg(jsonb_build_object('id', o.id, 'ore', o.ore, 'sure', o.via is null, 'again', o.again, 'account', u.account, 'fee', o.fee) order by o.id) as lines
    from open_r o left join account_of u on u.supplier_id = o.supplier_id and u.item = o.item
    where o.invoice is not null and o.invoice in (select invoice from b)
    group by o.invoice
  )
  select b.invoice::text as invoice, r.lines, b.postings, exists (select 1 from open_b x where x.invoice = b.invoice and x.item is not null) as "hasItems" from b join r using (invoice)
  where not exists (select 1 from refused f join open_b o on o.id = f.booked where o.invoice = b.invoice)`;

/** Links report lines and postings of the same invoice by their sums. */
export async function allocateInvoices(database: SqlClient): Promise<void> {
  for await (const invoices of database.stream<OpenInvoice>(OPEN_INVOICES, []))
    await insertMatches(database, invoices.flatMap(pairsOf));
}

function pairsOf({ lines, postings, hasItems }: OpenInvoice): NewMatch[] {
  const charged = postings.filter(({ fee }) => fee);
  const goods = postings.filter(({ fee }) => !fee);
  const fees = lines
    .filter(({ fee }) => fee)
    .flatMap((line): NewMatch[] => {
      const posting = charged.find(({ ore }) => ore === line.ore);
      return posting
        ? [{ report: line.id, booked: posting.id, step: 'invoice-amount', ore: line.ore, score: 0.95, evidence: {} }]
        : [];
    });
  const own = lines.filter(({ fee }) => !fee);
  const allocation = own.length > 0 && goods.length > 0 ? allocateInvoice(own, goods) : null;
  // Postings in addition to item lines are not the invoice's total, unless the sums show it.
  return allocation && !(hasItems && allocation.fit === 'off')
    ? [...fees, ...allocation.pairs.map((pair) => toMatch(pair, allocation, own, goods.length))]
    : fees;
}

const scores = { exact: 0.99, near: 0.98, off: 0.97 } as const;

function toMatch(
  { report, booked, ore }: InvoiceAllocation['pairs'][number],
  { fit, reported, booked: total, pairs }: InvoiceAllocation,
  lines: readonly InvoiceLine[],
  postings: number,
): NewMatch {
  const line = lines.find(({ id }) => id === report) as InvoiceLine;
  const alone = pairs.length === 1 && postings === 1;
  const step = !line.sure
    ? 'order-sum'
    : fit === 'off'
      ? 'invoice-difference'
      : alone
        ? 'invoice-amount'
        : 'invoice-sum';
  const reportedLines = new Set(pairs.map((pair) => pair.report)).size;
  return {
    report,
    booked,
    step,
    ore: ore ?? line.ore,
    score: scores[fit] - (line.sure ? 0 : 0.02),
    evidence: { reported: reported / 100, booked: total / 100, reportedLines, bookedLines: postings },
  };
}
