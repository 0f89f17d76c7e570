import type { SqlClient } from './sql-client.ts';
import { findSubsetSums, type UnlinkedInvoice, type UnlinkedLine } from './find-subset-sums.ts';
import { insertMatches, type NewMatch } from './insert-matches.ts';
import { allocateInvoice, type InvoiceLine, type Posting } from './allocate-invoice.ts';

interface UnlinkedPair {
  readonly lines: readonly (UnlinkedLine & { readonly account: string | null })[];
  readonly invoices: readonly (UnlinkedInvoice & { readonly postings: readonly Posting[] })[];
}

/** SQL: suppliers and ledger buyers with unlinked lines and invoices, each with all of them. */
const UNLINKED_PAIRS = `
  with b as (
    select pair, invoice, sum(ore)::bigint as ore, max(day) as day, min(cost_centre) as cost_centre, jsonb_agg(jsonb_build_object('id', id, 'ore', ore, 'account', account) order by id) as postings
    from open_b where invoice is not null and item is null and mark is null and not fee
    group by pair, invoice
  ), invoices as (
    select pair, jsonb_agg(jsonb_build_object('invoice', invoice::text, 'ore', ore, 'day', day - date '2000-01-01', 'costCentre', cost_centre::text, 'postings', postings) order by invoice) as invoices from b group by pair
  ), loose as (
    select o.* from open_r o where not o.fee and not o.booked_invoice and o.day is not null and o.pair in (select pair from invoices)
  ), position as (
    select id, row_number() over (partition by version_id, buyer_id, ore < 0 order by line_no) as place from reported where (version_id, buyer_id) in (select version_id, buyer_id from loose)
  ), lines as (
    select o.pair, jsonb_agg(jsonb_build_object('id', o.id, 'ore', o.ore, 'day', o.day - date '2000-01-01', 'list', concat_ws(' ', o.version_id, o.buyer_id, o.ore < 0), 'place', p.place,
      'keys', jsonb_build_array(o.same_order::text, o.same_trip::text, o.same_day::text, o.same_month::text), 'costCentre', l.cost_centre::text, 'account', u.account) order by o.id) as lines
    from loose o
    join position p on p.id = o.id
    left join place l on l.site = o.site
    left join account_of u on u.supplier_id = o.supplier_id and u.item = o.item
    group by o.pair
  )
  select lines.lines, invoices.invoices from lines join invoices using (pair)`;

/** Links report lines without an invoice number to invoices that no line names, where they add up. */
export async function linkSubsetSums(database: SqlClient): Promise<void> {
  for await (const pairs of database.stream<UnlinkedPair>(UNLINKED_PAIRS, [], 50))
    await insertMatches(database, pairs.flatMap(pairsOf));
}

function pairsOf({ lines, invoices }: UnlinkedPair): NewMatch[] {
  const [lineOf, invoiceOf] = [
    new Map(lines.map((line) => [line.id, line])),
    new Map(invoices.map((invoice) => [invoice.invoice, invoice])),
  ];
  return findSubsetSums(lines, invoices).flatMap((set): NewMatch[] => {
    const own = set.lines.map((id) => lineOf.get(id) as UnlinkedPair['lines'][number]);
    const invoice = invoiceOf.get(set.invoice) as UnlinkedPair['invoices'][number];
    const settlement = allocateInvoice(
      own.map(({ id, ore, account }): InvoiceLine => ({ id, ore, account, sure: true, again: false })),
      invoice.postings,
    );
    const evidence = {
      reported: invoice.ore / 100,
      booked: invoice.ore / 100,
      reportedLines: own.length,
      bookedLines: invoice.postings.length,
      by: set.by,
    };
    return (settlement?.pairs ?? []).map(({ report, booked }) => ({
      report,
      booked,
      step: 'sum-of-lines',
      ore: (lineOf.get(report) as UnlinkedLine).ore,
      score: set.by === 'same-delivery' ? 0.99 : 0.98,
      evidence,
    }));
  });
}
