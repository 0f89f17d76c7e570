import { Injectable } from '@nestjs/common';
import { Database, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { agreementsWithBuyersSql } from '@tallgrunn/agreements-server';

/** Filter for booked spend: supplier, agreement, currency, and the days from `start` to before `end`. */
export interface BookedSpendFilter {
  readonly supplierId: string;
  readonly agreementId: string;
  readonly start: string;
  readonly end: string;
  readonly currency: string;
  /** for a branch that reports separately: only payments to this number */
  readonly sellerNumber: string | null;
  /**
   * Keys of invoices in reports of other periods. Invoices that may belong to another period are excluded if they are
   * among these.
   */
  readonly reportedKeys: readonly string[];
}

export interface BookedSum {
  readonly buyerId: string;
  /** excl. VAT, two decimals; amounts whose VAT is unknown are excluded */
  readonly amount: string;
  readonly invoices: number;
  /**
   * amount of invoices in the first days of the period without a delivery date, which may belong to the period before;
   * '0.00' for none
   */
  readonly early: string;
  readonly earlyInvoices: number;
  /** last day covered by the buyer's ledger; null without a ledger */
  readonly until: string | null;
}

export interface BookedInvoice {
  readonly buyerId: string;
  readonly number: string;
  readonly on: string | null;
  readonly amount: string;
  readonly early: boolean;
}

const INVOICES_PER_BUYER = 5;
const INVOICES_MAX = 200;

/** Maximum number of days between delivery and invoice, for invoices that state no delivery date. */
const INVOICE_DELAY_DAYS = 14;

/**
 * SQL: the counted amounts of one supplier excl. VAT.
 * Included are invoice lines that are matched to a posting or whose buyer has no ledger for the month, postings without
 * an imported invoice, and remainders of postings. Postings with unknown VAT are excluded.
 * Each row has the range of its possible delivery days; `early` is true when that range starts before the first day.
 * An invoice that names an agreement belongs to it. One that names none belongs to this agreement only if the supplier
 * had no other with the buyer on that day.
 */
const COUNTED = `
  with seller as (
    select number, valid_from, valid_to from spend.door_seller_identifier where supplier_id = $1 and ($6::text is null or number = $6)
  ), held as (${agreementsWithBuyersSql('$1')}
  ), buyer as (
    select distinct h.buyer_id from held h where h.agreement_id = $2
  ), seen as (
    select i.buyer_id, i.number, i.invoice_key as key, i.contract_reference as contract, i.issued_on as invoiced_on, n.valid_from, n.valid_to, l.amount,
      coalesce(l.delivered_on, i.delivered_on, i.period_end, i.issued_on) as last, coalesce(l.delivered_on, i.period_start) as first
    from spend.invoice i
    join seller n on n.number = coalesce(i.seller_org_number, regexp_replace(split_part(i.seller_key, ':', 2), '[^0-9A-Za-z]', '', 'g'))
    join spend.invoice_line l on l.cooperative_id = i.cooperative_id and l.batch_id = i.batch_id and l.document_no = i.document_no
    where i.buyer_id in (select buyer_id from buyer) and not i.repeated and l.amount is not null and l.currency = $5
      and (exists (select 1 from spend.matched_invoice_line t where t.cooperative_id = l.cooperative_id and t.invoice_batch_id = l.batch_id and t.invoice_line_no = l.line_no)
        or (not exists (select 1 from spend.invoice_match t where t.cooperative_id = i.cooperative_id and t.invoice_batch_id = i.batch_id and t.document_no = i.document_no)
          and not exists (select 1 from spend.ledger_coverage c where c.cooperative_id = i.cooperative_id and c.buyer_id = i.buyer_id and c.month = to_char(i.issued_on, 'YYYY-MM'))))
    union all
    select p.buyer_id, p.invoice_number, coalesce(p.invoice_key, p.voucher_number), null, coalesce(p.invoiced_on, p.voucher_date), n.valid_from, n.valid_to,
      case when t.batch_id is null then p.net_amount else t.net_amount - t.detailed end,
      coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM')), null
    from spend.posting p
    join seller n on n.number = p.seller_org_number
    left join spend.matched_posting t on t.cooperative_id = p.cooperative_id and t.batch_id = p.batch_id and t.line_no = p.line_no
    where p.buyer_id in (select buyer_id from buyer) and not p.repeated and p.currency = $5
      and case when t.batch_id is null then p.net_amount is not null else t.net_amount <> t.detailed end
  ), counted as (
    select s.buyer_id, s.number, s.key, s.invoiced_on, s.amount, coalesce(s.first, s.last - ${INVOICE_DELAY_DAYS}) < $3::date as early
    from seen s
    left join agreements.door_agreement a on a.number = btrim(s.contract)
    where (coalesce(s.first, s.last - ${INVOICE_DELAY_DAYS}) >= $3::date or (s.first is null and s.last >= $3::date and not coalesce(s.key = any ($7::text[]), false))) and s.last < $4::date and s.last between s.valid_from and s.valid_to
      and case when a.id is not null and exists (select 1 from held h where h.agreement_id = a.id) then a.id = $2
        else exists (select 1 from held h where h.agreement_id = $2 and h.buyer_id = s.buyer_id and s.last between h.valid_from and h.valid_to)
          and not exists (select 1 from held h where h.agreement_id <> $2 and h.buyer_id = s.buyer_id and s.last between h.valid_from and h.valid_to) end
  )`;

const SUMS = `${COUNTED}, sums as (
    select buyer_id, early, round(sum(amount), 2) as amount, count(distinct key)::int as invoices from counted group by buyer_id, early having sum(amount) > 0
  ), together as (
    select buyer_id, coalesce(max(amount) filter (where not early), 0.00) as amount, coalesce(max(invoices) filter (where not early), 0) as invoices,
      coalesce(max(amount) filter (where early), 0.00) as early, coalesce(max(invoices) filter (where early), 0) as early_invoices
    from sums group by buyer_id
  )
  select s.buyer_id as "buyerId", s.amount::text as amount, s.invoices, s.early::text as early, s.early_invoices as "earlyInvoices",
    (select least((to_date(max(c.month), 'YYYY-MM') + interval '1 month - 1 day')::date, max(b.posted_at)::date)
     from spend.ledger_coverage c join spend.batch b on b.cooperative_id = c.cooperative_id and b.id = c.batch_id where c.buyer_id = s.buyer_id) as until
  from together s order by s.buyer_id`;

const INVOICES = `${COUNTED}, invoice as (
    select buyer_id, early, min(number) as number, min(invoiced_on) as invoiced_on, round(sum(amount), 2) as amount,
      row_number() over (partition by buyer_id, early order by sum(amount) desc, min(number)) as rank
    from counted where number is not null and key is not null group by buyer_id, early, key having sum(amount) > 0
  )
  select buyer_id as "buyerId", number, invoiced_on as "on", amount::text as amount, early from invoice where rank <= ${INVOICES_PER_BUYER}
  order by early, rank, amount desc, buyer_id limit ${INVOICES_MAX}`;

/**
 * Returns the amounts that buyers have booked from one supplier under one agreement, and their largest invoices.
 * Ledgers are read as the system actor; only these results are passed on. A supplier never gets data of another
 * supplier, or a buyer of another buyer.
 */
@Injectable()
export class SumBookedSpend {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  /** Returns null when the caller has no access. */
  run(filter: BookedSpendFilter): Promise<{ sums: BookedSum[]; invoices: BookedInvoice[] } | null> {
    const actor = this.database.actor();
    if (actor.side === 'cooperative' || actor.side === 'system') return this.#read(filter);
    if (actor.side !== 'supplier' || actor.role === 'invited' || actor.organisationId !== filter.supplierId)
      return Promise.resolve(null);
    // Row-level security denies suppliers access to ledgers. A separate transaction reads them as system for this
    // supplier only.
    return this.units.run(systemActor(actor.cooperativeId, actor), () => this.#read(filter));
  }

  async #read({
    supplierId,
    agreementId,
    start,
    end,
    currency,
    sellerNumber,
    reportedKeys,
  }: BookedSpendFilter): Promise<{ sums: BookedSum[]; invoices: BookedInvoice[] }> {
    const params = [supplierId, agreementId, start, end, currency, sellerNumber, reportedKeys];
    const sums = await this.database.query<BookedSum & Record<string, unknown>>(SUMS, params);
    const invoices =
      sums.length === 0 ? [] : await this.database.query<BookedInvoice & Record<string, unknown>>(INVOICES, params);
    return { sums, invoices };
  }
}
