import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { absolute, compare, multiply, signOf, subtract, sum } from '@tallgrunn/values';
import type { PostedAmount } from './allocate-lines.ts';
import { collectInvoices } from './collect-invoices.ts';
import { keepTies, keyOf, untie, type Basis, type InvoiceKey, type Tie, type TiedInvoice } from './keep-ties.ts';
import { collections, documents, DROP_TOUCHED, looseParties, touchSellers, type LooseParty } from './open-vouchers.ts';
import { pairByAmount } from './pair-by-amount.ts';
import { NET_TOTALS } from './store/net-totals.ts';

/** An invoice and the postings with its seller, number and buyer. */
interface Candidate extends TiedInvoice {
  readonly posted: string;
  readonly postings: readonly PostedAmount[];
}

/** Tolerance of one krone, because amounts are rounded on both sides. */
const TOLERANCE = '1';
/** Maximum relative difference when seller, number and buyer agree: a fee or rounding was booked elsewhere. */
const DIFFERENCE_SHARE = '0.1';

/**
 * SQL: invoices and the postings that name them. $1: a batch; $2: invoices whose matches were deleted. @param more
 * condition for further invoices
 */
const candidatesOf = (more: string): string => `
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
    and (i.batch_id = $1 or (i.batch_id, i.invoice_no) in (select t.invoice_batch_id, t.invoice_no from jsonb_to_recordset($2) as t (invoice_batch_id uuid, invoice_no int)) or (i.buyer_id, i.seller_org_number, i.invoice_key) in (
      select n.buyer_id, n.seller_org_number, n.invoice_key from spend.posting n where n.batch_id = $1 and n.invoice_key is not null and n.seller_org_number is not null) ${more})
  order by i.batch_id, i.invoice_no`;
const CANDIDATES = candidatesOf('');
/**
 * SQL: all invoices of the sellers and buyers of a reversed batch, because any of its rows may have prevented a match.
 */
const CANDIDATES_WITHOUT = candidatesOf(
  'or (i.buyer_id, i.seller_org_number) in (select t.buyer_id, t.number from touched_number t)',
);

/**
 * Matches a new batch to the existing data. First, an invoice is matched to postings with its seller, number and buyer
 * when their sum equals its total excl. or incl. VAT. Then, without a number, by amount and days: one invoice to one
 * voucher, and finally several invoices booked together.
 * A match by number is made once. Matches by amount, and matches by number with a difference, are recalculated for all
 * data of the batch's sellers and buyers. The result therefore does not depend on the order of files.
 * Returns the number of matched invoices.
 */
@Injectable()
export class TieInvoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(batchId: string): Promise<number> {
    return this.#tie(batchId, 'counted');
  }

  /**
   * Matches the data of a batch's sellers and buyers without the batch, as if it had never been imported. Call it after
   * its lines have been marked as not counted.
   */
  runWithout(batchId: string): Promise<number> {
    return this.#tie(batchId, 'all');
  }

  async #tie(batchId: string, rows: 'counted' | 'all'): Promise<number> {
    const doubtful = await touchSellers(this.database, batchId, rows);
    const loosened = await this.#loosen(doubtful);
    const candidates = surestFirst(
      await this.database.query<Candidate & Record<string, unknown>>(rows === 'all' ? CANDIDATES_WITHOUT : CANDIDATES, [
        batchId,
        JSON.stringify(doubtful),
      ]),
    );
    const byNumber = tiesByNumber(
      candidates.filter(({ basis }) => basis !== 'difference'),
      [],
    );
    await this.#keep(byNumber);
    const byAmount: Tie[] = [];
    for (const party of await looseParties(this.database)) {
      byAmount.push(...(await tiesByAmount(party)));
      await setImmediate();
    }
    const nearly = tiesByNumber(
      candidates.filter(({ basis }) => basis === 'difference'),
      [...byNumber, ...byAmount],
    );
    await this.#keep([...byAmount, ...nearly]);
    await this.database.query(DROP_TOUCHED);
    const ties = [...byNumber, ...byAmount, ...nearly];
    const ledgers = new Set([
      ...loosened,
      ...ties.flatMap(({ postings }) => postings.map((posting) => posting.batchId)),
    ]);
    if (ledgers.size > 0) await this.database.query(NET_TOTALS, [[...ledgers]]);
    for (const table of ['spend.tie', 'spend.tied_posting', 'spend.tied_line'])
      await this.database.tellPlanner(table, ties.length);
    return ties.reduce((count, { invoices }) => count + invoices.length, 0);
  }

  #keep(ties: readonly Tie[]): Promise<void> {
    return keepTies(this.database, ties, this.clock.now());
  }

  /** Deletes the matches of invoices. Returns the ids of the ledger batches they were matched to. */
  async #loosen(invoices: readonly InvoiceKey[]): Promise<string[]> {
    return invoices.length === 0
      ? []
      : untie(
          this.database,
          `select invoice_batch_id, invoice_no from jsonb_to_recordset($1) as t (invoice_batch_id uuid, invoice_no int)`,
          [JSON.stringify(invoices)],
        );
  }
}

/** Returns a match for each candidate whose postings and invoice are not yet used. */
function tiesByNumber(
  candidates: readonly { readonly candidate: Candidate; readonly basis: Basis }[],
  made: readonly Tie[],
): Tie[] {
  const used = new Set(made.flatMap(({ postings }) => postings.map(keyOf)));
  const tied = new Set(made.flatMap(({ invoices }) => invoices.map(nameOf)));
  return candidates.flatMap(({ candidate, basis }): Tie[] => {
    if (tied.has(nameOf(candidate)) || candidate.postings.some((posting) => used.has(keyOf(posting)))) return [];
    for (const posting of candidate.postings) used.add(keyOf(posting));
    return [{ invoices: [candidate], postings: candidate.postings, posted: candidate.posted, basis, toldBy: 'number' }];
  });
}

const nameOf = ({ invoice_batch_id, invoice_no }: InvoiceKey): string => `${invoice_batch_id}:${invoice_no}`;

/**
 * Matches one seller's and buyer's data by amount. First one invoice at a time: to vouchers, then single postings, then
 * the postings of a day. Then several invoices booked together: on the postings of a day, of a voucher, single
 * postings, and the postings of a month.
 */
export async function tiesByAmount({ invoices, postings }: LooseParty): Promise<Tie[]> {
  const ties: Tie[] = [];
  let [restInvoices, restPostings] = [invoices, postings];
  const take = (made: readonly Tie[]) => {
    ties.push(...made);
    const [tied, used] = [
      new Set<TiedInvoice>(made.flatMap((tie) => tie.invoices)),
      new Set<PostedAmount>(made.flatMap((tie) => tie.postings)),
    ];
    restInvoices = restInvoices.filter((invoice) => !tied.has(invoice));
    restPostings = restPostings.filter((posting) => !used.has(posting));
  };
  const tieOf = (
    own: readonly TiedInvoice[],
    { postings: posted }: { readonly postings: readonly PostedAmount[] },
    basis: Basis,
  ): Tie => ({
    invoices: own,
    postings: posted,
    posted: sum(posted.map(({ amount }) => amount)),
    basis,
    toldBy: 'amount',
  });
  for (const together of documents) {
    const pairs = pairByAmount(
      restInvoices.filter(({ isNamed }) => !isNamed),
      together(restPostings.filter(({ namesOne }) => !namesOne)),
    );
    take(pairs.map(({ invoice, voucher, basis }) => tieOf([invoice], voucher, basis)));
  }
  for (const together of collections)
    take(
      (await collectInvoices(restInvoices, together(restPostings))).map(({ invoices: own, collection, basis }) =>
        tieOf(own, collection, basis),
      ),
    );
  return ties;
}

/** Returns how the totals agree; null when they do not. */
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
