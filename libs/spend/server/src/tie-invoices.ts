import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { absolute, compare, multiply, signOf, subtract, sum } from '@tallgrunn/values';
import { allocateLines, type InvoicedAmount, type PostedAmount } from './allocate-lines.ts';
import { documents, DROP_TOUCHED, looseParties, touchSellers, type LooseParty } from './open-vouchers.ts';
import { pairByAmount } from './pair-by-amount.ts';
import { NET_TOTALS } from './store/net-totals.ts';

/** An invoice and the postings that name its seller, its number and its buyer. */
interface Candidate {
  readonly invoice_batch_id: string;
  readonly invoice_no: number;
  readonly buyer_id: string;
  readonly net_amount: string;
  readonly gross_amount: string | null;
  readonly posted: string;
  readonly postings: readonly PostedAmount[];
  readonly lines: readonly InvoicedAmount[] | null;
}

type Basis = 'net' | 'gross' | 'difference';

/** Øre are rounded on both sides. */
const TOLERANCE = '1';
/** Seller, number and buyer agree and the totals nearly do: a fee or a rounding was booked elsewhere. */
const DIFFERENCE_SHARE = '0.1';
const PAGE = 500;

const CANDIDATES = `
  select i.batch_id as invoice_batch_id, i.invoice_no, i.buyer_id, i.net_amount::text as net_amount, i.gross_amount::text as gross_amount, p.posted::text as posted, p.postings,
    (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'amount', l.amount::text) order by l.line_no)
     from spend.invoice_line l where l.batch_id = i.batch_id and l.invoice_no = i.invoice_no and l.amount is not null) as lines
  from spend.invoice i
  join lateral (
    select sum(p.amount) as posted, jsonb_agg(jsonb_build_object('batchId', p.batch_id, 'lineNo', p.line_no, 'amount', p.amount::text) order by p.batch_id, p.line_no) as postings
    from spend.posting p
    where p.buyer_id = i.buyer_id and p.seller_org_number = i.seller_org_number and p.invoice_key = i.invoice_key and p.currency = i.currency and not p.repeated
      and not exists (select 1 from spend.tied_posting t where t.batch_id = p.batch_id and t.line_no = p.line_no)
    having count(*) > 0
  ) p on true
  where not i.repeated and i.net_amount is not null
    and not exists (select 1 from spend.tie t where t.invoice_batch_id = i.batch_id and t.invoice_no = i.invoice_no)
    and (i.batch_id = $1 or (i.buyer_id, i.seller_org_number, i.invoice_key) in (
      select n.buyer_id, n.seller_org_number, n.invoice_key from spend.posting n where n.batch_id = $1 and n.invoice_key is not null and n.seller_org_number is not null))
  order by i.batch_id, i.invoice_no`;

interface Tie {
  readonly candidate: Candidate;
  readonly basis: Basis;
  /** The number that both sides give, or only amount and days. */
  readonly toldBy: 'number' | 'amount';
}

/**
 * Ties what a new batch brought to what was there: an invoice to the postings of its seller, number and buyer, when their sum is its total without VAT, or
 * with it; and of what no number tells, to postings of its seller and buyer by amount and days. A tie by number is made once. Those by amount are made anew
 * of all that the sellers and buyers of the batch have, so that they are the same in whatever order files come. Returns how many were made.
 */
@Injectable()
export class TieInvoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(batchId: string): Promise<number> {
    const loosened = await this.#loosen(await touchSellers(this.database, batchId));
    const byNumber = await this.#tieByNumber(batchId);
    const byAmount = (await looseParties(this.database)).flatMap(tiesByAmount);
    await this.#keepAll(byAmount);
    await this.database.query(DROP_TOUCHED);
    const ties = [...byNumber, ...byAmount];
    const ledgers = new Set([...loosened, ...ties.flatMap(({ candidate }) => candidate.postings.map((posting) => posting.batchId))]);
    if (ledgers.size > 0) await this.database.query(NET_TOTALS, [[...ledgers]]);
    for (const table of ['spend.tie', 'spend.tied_posting', 'spend.tied_line']) await this.database.tellPlanner(table, ties.length);
    return ties.length;
  }

  async #tieByNumber(batchId: string): Promise<Tie[]> {
    const candidates = await this.database.query<Candidate & Record<string, unknown>>(CANDIDATES, [batchId]);
    const used = new Set<string>();
    const ties: Tie[] = [];
    for (const candidate of surestFirst(candidates)) {
      const free = candidate.candidate.postings.every((posting) => !used.has(keyOf(posting)));
      if (!free) continue;
      for (const posting of candidate.candidate.postings) used.add(keyOf(posting));
      ties.push({ ...candidate, toldBy: 'number' });
    }
    await this.#keepAll(ties);
    return ties;
  }

  /** Unties invoices. Returns the ledgers that they were tied to. */
  async #loosen(invoices: readonly { readonly invoice_batch_id: string; readonly invoice_no: number }[]): Promise<string[]> {
    return invoices.length === 0 ? [] : untie(this.database, `select invoice_batch_id, invoice_no from jsonb_to_recordset($1) as t (invoice_batch_id uuid, invoice_no int)`, [JSON.stringify(invoices)]);
  }

  async #keepAll(ties: readonly Tie[]): Promise<void> {
    for (let at = 0; at < ties.length; at += PAGE) await this.#keep(ties.slice(at, at + PAGE));
  }

  async #keep(ties: readonly Tie[]): Promise<void> {
    const made = ties.map(({ candidate, basis, toldBy }) => ({ ...keysOf(candidate), basis, told_by: toldBy, invoiced: candidate.net_amount, posted: candidate.posted }));
    await this.database.query(
      `insert into spend.tie (invoice_batch_id, invoice_no, buyer_id, basis, told_by, invoiced, posted, made_at)
       select invoice_batch_id, invoice_no, buyer_id, basis, told_by, invoiced, posted, $2
       from jsonb_to_recordset($1) as t (invoice_batch_id uuid, invoice_no int, buyer_id uuid, basis text, told_by text, invoiced numeric, posted numeric)`,
      [JSON.stringify(made), this.clock.now()],
    );
    const shares = ties.flatMap(({ candidate }) => [...allocateLines(candidate.postings, candidate.lines ?? [])].map(([posting, lines]) => ({ candidate, posting, lines })));
    await this.database.query(
      `insert into spend.tied_posting (batch_id, line_no, buyer_id, invoice_batch_id, invoice_no, detailed, net_amount, net_basis)
       select t.batch_id, t.line_no, t.buyer_id, t.invoice_batch_id, t.invoice_no, t.detailed,
         spend.tied_net(e.basis, p.net_basis, p.net_amount, p.amount, i.net_amount, i.gross_amount), spend.tied_net_basis(e.basis, p.net_basis)
       from jsonb_to_recordset($1) as t (batch_id uuid, line_no int, buyer_id uuid, invoice_batch_id uuid, invoice_no int, detailed numeric)
       join spend.posting p on p.batch_id = t.batch_id and p.line_no = t.line_no
       join spend.tie e on e.invoice_batch_id = t.invoice_batch_id and e.invoice_no = t.invoice_no
       join spend.invoice i on i.batch_id = t.invoice_batch_id and i.invoice_no = t.invoice_no`,
      [JSON.stringify(shares.map(({ candidate, posting, lines }) => ({ ...keysOf(candidate), batch_id: posting.batchId, line_no: posting.lineNo, detailed: sum(lines.map((line) => line.amount)) })))],
    );
    await this.database.query(
      `insert into spend.tied_line (invoice_batch_id, invoice_line_no, buyer_id, posting_batch_id, posting_line_no)
       select invoice_batch_id, invoice_line_no, buyer_id, posting_batch_id, posting_line_no
       from jsonb_to_recordset($1) as t (invoice_batch_id uuid, invoice_line_no int, buyer_id uuid, posting_batch_id uuid, posting_line_no int)`,
      [JSON.stringify(shares.flatMap(({ candidate, posting, lines }) => lines.map((line) => ({ ...keysOf(candidate), invoice_line_no: line.lineNo, posting_batch_id: posting.batchId, posting_line_no: posting.lineNo }))))],
    );
  }
}

/**
 * Unties the invoices that a query names by `invoice_batch_id` and `invoice_no`. Returns the ledgers that they were tied to.
 */
export async function untie(database: Database, invoices: string, params: readonly unknown[]): Promise<string[]> {
  const rows = await database.query<{ batch_id: string }>(
    `with touched as (${invoices}), postings as (
       delete from spend.tied_posting p using touched t where p.invoice_batch_id = t.invoice_batch_id and p.invoice_no = t.invoice_no returning p.batch_id
     ), lines as (
       delete from spend.tied_line d using touched t, spend.invoice_line l
       where l.batch_id = t.invoice_batch_id and l.invoice_no = t.invoice_no and d.invoice_batch_id = l.batch_id and d.invoice_line_no = l.line_no
     ), ties as (
       delete from spend.tie t using touched d where t.invoice_batch_id = d.invoice_batch_id and t.invoice_no = d.invoice_no
     )
     select distinct batch_id from postings`,
    params,
  );
  return rows.map(({ batch_id }) => batch_id);
}

/** Of one seller and buyer: postings as vouchers first, then each by itself, then those of a day together. */
export function tiesByAmount({ invoices, postings }: LooseParty): Tie[] {
  const ties: Tie[] = [];
  let [restInvoices, restPostings] = [invoices, postings];
  for (const together of documents) {
    const pairs = pairByAmount(restInvoices, together(restPostings));
    ties.push(...pairs.map(({ invoice, voucher, basis }): Tie => ({ candidate: { ...invoice, posted: sum(voucher.postings.map(({ amount }) => amount)), postings: voucher.postings }, basis, toldBy: 'amount' })));
    const [tied, used] = [new Set(pairs.map(({ invoice }) => invoice)), new Set(pairs.flatMap(({ voucher }) => voucher.postings))];
    restInvoices = restInvoices.filter((invoice) => !tied.has(invoice));
    restPostings = restPostings.filter((posting) => !used.has(posting));
  }
  return ties;
}

const keyOf = ({ batchId, lineNo }: PostedAmount): string => `${batchId}:${lineNo}`;
const keysOf = ({ invoice_batch_id, invoice_no, buyer_id }: Candidate) => ({ invoice_batch_id, invoice_no, buyer_id });

/** How the totals agree, or null when they do not. */
export function basisOf(net: string, gross: string | null, posted: string): Basis | null {
  const within = (total: string, room: string): boolean => compare(absolute(subtract(posted, total)), room) <= 0;
  if (within(net, TOLERANCE)) return 'net';
  if (gross !== null && within(gross, TOLERANCE)) return 'gross';
  const near = signOf(net) === signOf(posted) && within(net, multiply(absolute(net), DIFFERENCE_SHARE));
  return near ? 'difference' : null;
}

function surestFirst(candidates: readonly Candidate[]): { candidate: Candidate; basis: Basis }[] {
  const rank: Record<Basis, number> = { net: 0, gross: 1, difference: 2 };
  return candidates
    .flatMap((candidate) => {
      const basis = basisOf(candidate.net_amount, candidate.gross_amount, candidate.posted);
      return basis ? [{ candidate, basis }] : [];
    })
    .sort((a, b) => rank[a.basis] - rank[b.basis]);
}
