import { Injectable } from '@nestjs/common';
import { Database, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { agreementsWithBuyersSql } from '@tallgrunn/agreements-server';

/** Filter for invoice lines. `start` is inclusive, `end` exclusive. */
export interface InvoiceLineQuery {
  readonly supplierId: string;
  readonly agreementId: string;
  readonly start: string;
  readonly end: string;
  readonly currency: string;
  /** set for a branch that reports separately: only payments to this organisation number */
  readonly sellerNumber: string | null;
  /**
   * only these ledger lines, regardless of agreement and including postings without an invoice; null: e-invoice lines
   * on the agreement
   */
  readonly keys: readonly string[] | null;
}

/**
 * A line that a buyer has booked with a supplier, as stated on the e-invoice. Decimals are texts; a credit is negative.
 */
export interface InvoiceLine {
  readonly lineKey: string;
  readonly buyerId: string;
  readonly invoiceNumber: string | null;
  readonly invoiceLine: string | null;
  readonly invoicedOn: string | null;
  readonly deliveredOn: string | null;
  readonly itemNumber: string | null;
  readonly gtin: string | null;
  readonly itemName: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unitPrice: string | null;
  /** Excluding VAT; null for a ledger line whose VAT status is unknown. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly orderNumber: string | null;
}

export const INVOICE_LINES_MAX = 20_000;

/**
 * SQL: the agreements that the supplier has with each buyer, by day. Used to assign a line whose invoice names no
 * agreement.
 */
const AGREEMENTS_SQL = `held as (${agreementsWithBuyersSql('$1')}
  ), other_item as (
    select i.number from agreements.door_item i where i.supplier_id = $1 group by i.number having bool_or(i.agreement_id <> $2) and not bool_or(i.agreement_id = $2)
  )`;

/**
 * SQL: whether a line `d` belongs to the agreement. The agreement number on the invoice decides; then an item agreed in
 * this agreement or only in another; else it must be the supplier's only agreement with the buyer on that day.
 */
const IS_ON_AGREEMENT_SQL = `case
    when exists (select 1 from held h join agreements.door_agreement a on a.id = h.agreement_id where a.number = btrim(d.contract_reference))
      then exists (select 1 from agreements.door_agreement a where a.id = $2 and a.number = btrim(d.contract_reference))
    when exists (select 1 from agreements.door_item i where i.supplier_id = $1 and i.agreement_id = $2 and i.number = d.item_number) then true
    else not exists (select 1 from other_item o where o.number = d.item_number)
      and not exists (select 1 from held h where h.agreement_id <> $2 and h.buyer_id = d.buyer_id and d.purchased_on between h.valid_from and h.valid_to)
  end`;

/** SQL: e-invoice lines `d` of the supplier to participating buyers. */
const INVOICE_LINES_SQL = `spend.door_spend_line d
  where d.supplier_id = $1 and d.source = 'invoice-line' and d.currency = $5 and d.purchased_on >= $3::date and d.purchased_on < $4::date and ($6::text is null or d.seller_org_number = $6)
    and exists (select 1 from held h where h.agreement_id = $2 and h.buyer_id = d.buyer_id and d.purchased_on between h.valid_from and h.valid_to) and ${IS_ON_AGREEMENT_SQL}`;

const LINE_COLUMNS_SQL = `with ${AGREEMENTS_SQL}
  select d.line_key as "lineKey", d.buyer_id as "buyerId", d.invoice_number as "invoiceNumber", d.invoice_line as "invoiceLine", d.invoiced_on as "invoicedOn", d.delivered_on as "deliveredOn",
    d.item_number as "itemNumber", d.gtin, coalesce(d.item_name, d.text) as "itemName", d.quantity::text as quantity, d.unit, d.unit_price::text as "unitPrice", d.net_amount::text as amount, d.currency, d.order_number as "orderNumber"
  from `;
const ORDER_SQL = ` order by d.invoiced_on, d.invoice_number, d.batch_id, d.line_no limit ${INVOICE_LINES_MAX + 1}`;
/** SQL: ledger lines by key. */
const LINES_BY_KEY_SQL = `spend.door_spend_line d
  where d.supplier_id = $1 and d.purchased_on >= $3::date and d.purchased_on < $4::date and ($6::text is null or d.seller_org_number = $6) and d.currency = $5 and d.line_key = any ($7::text[])
    and exists (select 1 from held h where h.agreement_id = $2)`;

/**
 * Invoice lines grouped by the facts that decide their quality, per month. Lines without an item number or GTIN are
 * grouped by text.
 */
export interface InvoiceLineGroup {
  readonly month: string;
  readonly itemNumber: string | null;
  readonly gtin: string | null;
  readonly unit: string | null;
  readonly quantity: boolean;
  readonly price: boolean;
  readonly lines: number;
  /** sum of absolute amounts, so that a credit does not offset its invoice */
  readonly amount: string;
  /** the largest line of the group */
  readonly example: { readonly invoice: string | null; readonly name: string | null; readonly buyer: string };
}

const LINE_GROUPS_SQL = `with ${AGREEMENTS_SQL}
  select to_char(d.purchased_on, 'YYYY-MM') as month, d.item_number as "itemNumber", d.gtin, d.unit, d.quantity is not null as quantity, d.unit_price is not null as price, count(*)::int as lines, sum(abs(d.net_amount))::text as amount,
    (array_agg(jsonb_build_object('invoice', d.invoice_number, 'name', coalesce(d.item_name, d.text), 'buyer', (select b.name from identity.door_organisation b where b.id = d.buyer_id)) order by abs(d.net_amount) desc, d.line_key))[1] as example
  from ${INVOICE_LINES_SQL}
  group by 1, 2, 3, 4, 5, 6, case when d.item_number is null and d.gtin is null then coalesce(d.item_name, d.text) end order by 1, sum(abs(d.net_amount)) desc limit ${INVOICE_LINES_MAX}`;

/** Reads e-invoice lines that buyers have booked with one supplier. Suppliers see their own lines only. */
@Injectable()
export class LoadInvoiceLines {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  lines(query: InvoiceLineQuery): Promise<InvoiceLine[]> {
    const { keys } = query;
    return this.#within(query.supplierId, () =>
      this.database.query<InvoiceLine & Record<string, unknown>>(
        `${LINE_COLUMNS_SQL}${keys === null ? INVOICE_LINES_SQL : LINES_BY_KEY_SQL}${ORDER_SQL}`,
        [...paramsOf(query), ...(keys === null ? [] : [keys])],
      ),
    );
  }

  groups(query: InvoiceLineQuery): Promise<InvoiceLineGroup[]> {
    return this.#within(query.supplierId, () =>
      this.database.query<InvoiceLineGroup & Record<string, unknown>>(LINE_GROUPS_SQL, [...paramsOf(query)]),
    );
  }

  /**
   * Row-level security hides the ledger from suppliers. For the supplier's own lines the query therefore runs in a
   * separate transaction as the system actor.
   */
  #within<T>(supplierId: string, read: () => Promise<T[]>): Promise<T[]> {
    const actor = this.database.actor();
    if (actor.side === 'cooperative' || actor.side === 'system') return read();
    if (actor.side !== 'supplier' || actor.role === 'invited' || actor.organisationId !== supplierId)
      return Promise.resolve([]);
    return this.units.run(systemActor(actor.cooperativeId, actor), read);
  }
}

const paramsOf = ({
  supplierId,
  agreementId,
  start,
  end,
  currency,
  sellerNumber,
}: InvoiceLineQuery): readonly unknown[] => [supplierId, agreementId, start, end, currency, sellerNumber];
