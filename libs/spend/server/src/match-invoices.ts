import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { absolute, compare, multiply, signOf, subtract, sum } from '@tallgrunn/values';
import type { PostedAmount } from './allocate-lines.ts';
import { collectInvoices } from './collect-invoices.ts';
import {
  storeInvoiceMatches,
  keyOf,
  deleteInvoiceMatches,
  type MatchBasis,
  type InvoiceKey,
  type InvoiceMatch,
  type MatchedInvoice,
} from './store-invoice-matches.ts';
import {
  collectiveGroupings,
  documentGroupings,
  DROP_AFFECTED_SELLERS,
  unmatchedParties,
  createAffectedSellers,
  type UnmatchedParty,
} from './open-vouchers.ts';
import { matchVouchersByAmount } from './pair-by-amount.ts';
import { NET_TOTALS_SQL } from './store/net-totals.ts';

/** An invoice and the postings with its seller, number and buyer. */
interface Candidate extends MatchedInvoice {
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
const candidatesSql = (more: string): string => `
  select i.batch_id as invoice_batch_id, i.document_no, i.buyer_id, i.net_amount::text as net_amount, i.gross_amount::text as gross_amount, p.posted::text as posted, p.postings,
    (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'amount', l.amount::text) order by l.line_no)
     from spend.invoice_line l where l.batch_id = i.batch_id and l.document_no = i.document_no and l.amount is not null) as lines
  from spend.invoice i
  join lateral (
    select sum(p.amount) as posted, jsonb_agg(jsonb_build_object('batchId', p.batch_id, 'lineNo', p.line_no, 'amount', p.amount::text) order by p.batch_id, p.line_no) as postings
    from spend.posting p
    where p.buyer_id = i.buyer_id and p.seller_org_number = i.seller_org_number and p.invoice_key = i.invoice_key and p.currency = i.currency and not p.repeated
      and not exists (select 1 from spend.matched_posting t where t.batch_id = p.batch_id and t.line_no = p.line_no)
    having count(*) > 0
  ) p on true
  where not i.repeated and i.net_amount is not null
    and not exists (select 1 from spend.invoice_match t where t.invoice_batch_id = i.batch_id and t.document_no = i.document_no)
    and (i.batch_id = $1 or (i.batch_id, i.document_no) in (select t.invoice_batch_id, t.document_no from jsonb_to_recordset($2) as t (invoice_batch_id uuid, document_no int)) or (i.buyer_id, i.seller_org_number, i.invoice_key) in (
      select n.buyer_id, n.seller_org_number, n.invoice_key from spend.posting n where n.batch_id = $1 and n.invoice_key is not null and n.seller_org_number is not null) ${more})
  order by i.batch_id, i.document_no`;
const CANDIDATES = candidatesSql('');
/**
 * SQL: all invoices of the sellers and buyers of a reversed batch, because any of its rows may have prevented a match.
 */
const CANDIDATES_WITHOUT_BATCH = candidatesSql(
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
export class MatchInvoices {
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
  runWithoutBatch(batchId: string): Promise<number> {
    return this.#tie(batchId, 'all');
  }

  async #tie(batchId: string, rows: 'counted' | 'all'): Promise<number> {
    const uncertain = await createAffectedSellers(this.database, batchId, rows);
    const unmatchedLedgers = await this.#loosen(uncertain);
    const candidates = mostCertainFirst(
      await this.database.query<Candidate & Record<string, unknown>>(
        rows === 'all' ? CANDIDATES_WITHOUT_BATCH : CANDIDATES,
        [batchId, JSON.stringify(uncertain)],
      ),
    );
    const byNumber = matchByNumber(
      candidates.filter(({ basis }) => basis !== 'difference'),
      [],
    );
    await this.#store(byNumber);
    const byAmount: InvoiceMatch[] = [];
    for (const party of await unmatchedParties(this.database)) {
      byAmount.push(...(await matchByAmount(party)));
      await setImmediate();
    }
    const withDifference = matchByNumber(
      candidates.filter(({ basis }) => basis === 'difference'),
      [...byNumber, ...byAmount],
    );
    await this.#store([...byAmount, ...withDifference]);
    await this.database.query(DROP_AFFECTED_SELLERS);
    const matches = [...byNumber, ...byAmount, ...withDifference];
    const ledgers = new Set([
      ...unmatchedLedgers,
      ...matches.flatMap(({ postings }) => postings.map((posting) => posting.batchId)),
    ]);
    if (ledgers.size > 0) await this.database.query(NET_TOTALS_SQL, [[...ledgers]]);
    for (const table of ['spend.invoice_match', 'spend.matched_posting', 'spend.matched_invoice_line'])
      await this.database.analyzeAfterChange(table, matches.length);
    return matches.reduce((count, { invoices }) => count + invoices.length, 0);
  }

  #store(matches: readonly InvoiceMatch[]): Promise<void> {
    return storeInvoiceMatches(this.database, matches, this.clock.now());
  }

  /** Deletes the matches of invoices. Returns the ids of the ledger batches they were matched to. */
  async #loosen(invoices: readonly InvoiceKey[]): Promise<string[]> {
    return invoices.length === 0
      ? []
      : deleteInvoiceMatches(
          this.database,
          `select invoice_batch_id, document_no from jsonb_to_recordset($1) as t (invoice_batch_id uuid, document_no int)`,
          [JSON.stringify(invoices)],
        );
  }
}

/** Returns a match for each candidate whose postings and invoice are not yet used. */
function matchByNumber(
  candidates: readonly { readonly candidate: Candidate; readonly basis: MatchBasis }[],
  existing: readonly InvoiceMatch[],
): InvoiceMatch[] {
  const used = new Set(existing.flatMap(({ postings }) => postings.map(keyOf)));
  const matched = new Set(existing.flatMap(({ invoices }) => invoices.map(nameOf)));
  return candidates.flatMap(({ candidate, basis }): InvoiceMatch[] => {
    if (matched.has(nameOf(candidate)) || candidate.postings.some((posting) => used.has(keyOf(posting)))) return [];
    for (const posting of candidate.postings) used.add(keyOf(posting));
    return [{ invoices: [candidate], postings: candidate.postings, posted: candidate.posted, basis, toldBy: 'number' }];
  });
}

const nameOf = ({ invoice_batch_id, document_no }: InvoiceKey): string => `${invoice_batch_id}:${document_no}`;

/**
 * Matches one seller's and buyer's data by amount. First one invoice at a time: to vouchers, then single postings, then
 * the postings of a day. Then several invoices booked together: on the postings of a day, of a voucher, single
 * postings, and the postings of a month.
 */
export async function matchByAmount({ invoices, postings }: UnmatchedParty): Promise<InvoiceMatch[]> {
  const matches: InvoiceMatch[] = [];
  let [restInvoices, restPostings] = [invoices, postings];
  const addMatches = (existing: readonly InvoiceMatch[]) => {
    matches.push(...existing);
    const [matched, used] = [
      new Set<MatchedInvoice>(existing.flatMap((tie) => tie.invoices)),
      new Set<PostedAmount>(existing.flatMap((tie) => tie.postings)),
    ];
    restInvoices = restInvoices.filter((invoice) => !matched.has(invoice));
    restPostings = restPostings.filter((posting) => !used.has(posting));
  };
  const buildMatch = (
    own: readonly MatchedInvoice[],
    { postings: posted }: { readonly postings: readonly PostedAmount[] },
    basis: MatchBasis,
  ): InvoiceMatch => ({
    invoices: own,
    postings: posted,
    posted: sum(posted.map(({ amount }) => amount)),
    basis,
    toldBy: 'amount',
  });
  for (const grouping of documentGroupings) {
    const pairs = matchVouchersByAmount(
      restInvoices.filter(({ isNamed }) => !isNamed),
      grouping(restPostings.filter(({ namesOne }) => !namesOne)),
    );
    addMatches(pairs.map(({ invoice, voucher, basis }) => buildMatch([invoice], voucher, basis)));
  }
  for (const grouping of collectiveGroupings)
    addMatches(
      (await collectInvoices(restInvoices, grouping(restPostings))).map(({ invoices: own, collection, basis }) =>
        buildMatch(own, collection, basis),
      ),
    );
  return matches;
}

/** Returns how the totals agree; null when they do not. */
export function matchBasis(net: string, gross: string | null, posted: string): MatchBasis | null {
  const within = (total: string, room: string): boolean => compare(absolute(subtract(posted, total)), room) <= 0;
  if (within(net, TOLERANCE)) return 'net';
  if (gross !== null && within(gross, TOLERANCE)) return 'gross';
  const near = signOf(net) === signOf(posted) && within(net, multiply(absolute(net), DIFFERENCE_SHARE));
  return near ? 'difference' : null;
}

function mostCertainFirst(candidates: readonly Candidate[]): { candidate: Candidate; basis: MatchBasis }[] {
  const rank: Record<MatchBasis, number> = { net: 0, gross: 1, difference: 2 };
  return candidates
    .flatMap((candidate) => {
      const basis = matchBasis(candidate.net_amount, candidate.gross_amount, candidate.posted);
      return basis ? [{ candidate, basis }] : [];
    })
    .sort((a, b) => rank[a.basis] - rank[b.basis]);
}
