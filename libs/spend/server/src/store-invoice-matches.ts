import type { Database } from '@tallgrunn/platform';
import { sum } from '@tallgrunn/values';
import { allocateLines, type InvoicedAmount, type PostedAmount } from './allocate-lines.ts';

export interface InvoiceKey {
  readonly invoice_batch_id: string;
  readonly document_no: number;
}

/** An invoice with its totals and the amounts of its lines. */
export interface MatchedInvoice extends InvoiceKey {
  readonly buyer_id: string;
  readonly net_amount: string;
  readonly gross_amount: string | null;
  readonly lines: readonly InvoicedAmount[] | null;
}

export type MatchBasis = 'net' | 'gross' | 'difference';

/** A match of one invoice, or several booked together, to the postings they replace. */
export interface InvoiceMatch {
  readonly invoices: readonly MatchedInvoice[];
  readonly postings: readonly PostedAmount[];
  readonly posted: string;
  readonly basis: MatchBasis;
  /** Evidence of the match: an invoice number on both sides, or only amount and days. */
  readonly toldBy: 'number' | 'amount';
}

const PAGE = 500;

/**
 * SQL: the rounding remainder. It goes to the last of the postings that share the invoices' amount excl. VAT. Their sum
 * is then that amount minus the part of other postings.
 */
const ROUNDING_REMAINDER = `case when shares and row_number() over sharing = 1
  then net - round(coalesce(sum(amount) filter (where not shares) over tie, 0) * net / gross, 2) - sum(share) filter (where shares) over tie else 0 end`;

export const keyOf = ({ batchId, lineNo }: PostedAmount): string => `${batchId}:${lineNo}`;

interface MatchedLine extends InvoicedAmount {
  readonly invoice: MatchedInvoice;
}

/** Stores invoice matches, their postings, and the posting of each invoice line. */
export async function storeInvoiceMatches(
  database: Database,
  matches: readonly InvoiceMatch[],
  now: Date,
): Promise<void> {
  for (let at = 0; at < matches.length; at += PAGE) await storePage(database, matches.slice(at, at + PAGE), now);
}

async function storePage(database: Database, matches: readonly InvoiceMatch[], now: Date): Promise<void> {
  await insertMatches(database, matches, now);
  const shares = matches.flatMap((match) =>
    [...allocateLines(match.postings, match.invoices.flatMap(linesOf))].map(([posting, lines]) => ({
      tie: match,
      posting,
      lines,
    })),
  );
  await insertPostings(database, shares);
  await insertLines(database, shares);
}

/** A posting of a match, and the invoice lines that replace it. */
interface PostingShare {
  readonly tie: InvoiceMatch;
  readonly posting: PostedAmount;
  readonly lines: readonly MatchedLine[];
}

async function insertMatches(database: Database, matches: readonly InvoiceMatch[], now: Date): Promise<void> {
  const matchRows = matches.flatMap((match) => {
    const with_first =
      match.invoices.length > 1
        ? { collective_batch_id: firstOf(match).invoice_batch_id, collective_invoice_no: firstOf(match).document_no }
        : {};
    return match.invoices.map((invoice) => ({
      ...keysOf(invoice),
      ...with_first,
      basis: match.basis,
      told_by: match.toldBy,
      invoiced: invoice.net_amount,
      posted: match.posted,
    }));
  });
  await database.query(
    `insert into spend.invoice_match (invoice_batch_id, document_no, buyer_id, basis, told_by, invoiced, posted, made_at, collective_batch_id, collective_invoice_no)
     select invoice_batch_id, document_no, buyer_id, basis, told_by, invoiced, posted, $2, collective_batch_id, collective_invoice_no
     from jsonb_to_recordset($1) as t (invoice_batch_id uuid, document_no int, buyer_id uuid, basis text, told_by text, invoiced numeric, posted numeric, collective_batch_id uuid, collective_invoice_no int)`,
    [JSON.stringify(matchRows), now],
  );
}

async function insertPostings(database: Database, shares: readonly PostingShare[]): Promise<void> {
  await database.query(
    `with posted as (
       select t.*, p.amount, spend.matched_net_amount(t.basis, p.net_basis, p.net_amount, p.amount, t.net, t.gross) as share, spend.matched_net_basis(t.basis, p.net_basis) as share_basis
       from jsonb_to_recordset($1) as t (batch_id uuid, line_no int, buyer_id uuid, invoice_batch_id uuid, document_no int, detailed numeric, basis text, net numeric, gross numeric)
       join spend.posting p on p.batch_id = t.batch_id and p.line_no = t.line_no
     ), parted as (select *, basis = 'gross' and share_basis = 'on-invoice' and gross <> 0 as shares from posted)
     insert into spend.matched_posting (batch_id, line_no, buyer_id, invoice_batch_id, document_no, detailed, net_amount, net_basis)
     select batch_id, line_no, buyer_id, invoice_batch_id, document_no, detailed, share + ${ROUNDING_REMAINDER}, share_basis
     from parted
     window tie as (partition by invoice_batch_id, document_no), sharing as (partition by invoice_batch_id, document_no, shares order by batch_id desc, line_no desc)`,
    [
      JSON.stringify(
        shares.map(({ tie: match, posting, lines }) => ({
          ...keysOf(firstOf(match)),
          ...totalsOf(match),
          batch_id: posting.batchId,
          line_no: posting.lineNo,
          basis: match.basis,
          detailed: sum(lines.map((line) => line.amount)),
        })),
      ),
    ],
  );
}

async function insertLines(database: Database, shares: readonly PostingShare[]): Promise<void> {
  await database.query(
    `insert into spend.matched_invoice_line (invoice_batch_id, invoice_line_no, buyer_id, posting_batch_id, posting_line_no)
     select invoice_batch_id, invoice_line_no, buyer_id, posting_batch_id, posting_line_no
     from jsonb_to_recordset($1) as t (invoice_batch_id uuid, invoice_line_no int, buyer_id uuid, posting_batch_id uuid, posting_line_no int)`,
    [
      JSON.stringify(
        shares.flatMap(({ posting, lines }) =>
          lines.map(({ invoice, lineNo }) => ({
            ...keysOf(invoice),
            invoice_line_no: lineNo,
            posting_batch_id: posting.batchId,
            posting_line_no: posting.lineNo,
          })),
        ),
      ),
    ],
  );
}

/** Returns the invoice that represents a match: the only one, or the first of those booked together. */
const firstOf = ({ invoices }: InvoiceMatch): MatchedInvoice => invoices[0] as MatchedInvoice;
const linesOf = (invoice: MatchedInvoice): MatchedLine[] => (invoice.lines ?? []).map((line) => ({ ...line, invoice }));
const keysOf = ({ invoice_batch_id, document_no, buyer_id }: MatchedInvoice) => ({
  invoice_batch_id,
  document_no,
  buyer_id,
});
const totalsOf = ({ invoices }: InvoiceMatch) => ({
  net: sum(invoices.map(({ net_amount }) => net_amount)),
  gross: invoices.some(({ gross_amount }) => gross_amount === null)
    ? null
    : sum(invoices.map(({ gross_amount }) => gross_amount ?? '0')),
});

/**
 * Deletes the matches of the invoices selected by a query, including all invoices booked together with one of them.
 * Returns the ids of the ledger batches they were matched to. @param invoices SQL with the columns `invoice_batch_id`
 * and `document_no`
 */
export async function deleteInvoiceMatches(
  database: Database,
  invoices: string,
  params: readonly unknown[],
): Promise<string[]> {
  const rows = await database.query<{ batch_id: string }>(
    `with touched as (${bookedTogetherSql(invoices)}), postings as (
       delete from spend.matched_posting p using touched t where p.invoice_batch_id = t.invoice_batch_id and p.document_no = t.document_no returning p.batch_id
     ), lines as (
       delete from spend.matched_invoice_line d using touched t, spend.invoice_line l
       where l.batch_id = t.invoice_batch_id and l.document_no = t.document_no and d.invoice_batch_id = l.batch_id and d.invoice_line_no = l.line_no
     ), ties as (
       delete from spend.invoice_match t using touched d where t.invoice_batch_id = d.invoice_batch_id and t.document_no = d.document_no
     )
     select distinct batch_id from postings`,
    params,
  );
  return rows.map(({ batch_id }) => batch_id);
}

/**
 * SQL: the invoices selected by a query, and all invoices booked together with one of them. @param invoices SQL with
 * the columns `invoice_batch_id` and `document_no`
 */
export const bookedTogetherSql = (invoices: string): string => `
  with named as (${invoices})
  select n.invoice_batch_id, n.document_no from named n
  union select o.invoice_batch_id, o.document_no
  from named n join spend.invoice_match e on e.invoice_batch_id = n.invoice_batch_id and e.document_no = n.document_no
  join spend.invoice_match o on o.collective_batch_id = e.collective_batch_id and o.collective_invoice_no = e.collective_invoice_no`;
