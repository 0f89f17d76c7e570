import { micro } from './micro.ts';
import type { Query } from './query.ts';

/**
 * A spend line as defined in facts.md, built from raw tables only. NOK in millionths excl. VAT; null where that is
 * unknown.
 */
export interface BookedLine {
  readonly place: string;
  readonly buyer: string;
  readonly supplier: string | null;
  /** Accounting period, YYYY-MM. For an invoice that is in no ledger, the month of its day. */
  readonly month: string;
  readonly day: string;
  readonly net: bigint | null;
  readonly currency: string;
  readonly hasQuantity: boolean;
  readonly account: string | null;
}

export interface ReportedLine {
  readonly place: string;
  readonly version: string;
  readonly agreement: string;
  readonly supplier: string;
  readonly buyer: string | null;
  readonly item: string | null;
  readonly itemNumber: string | null;
  readonly amount: bigint | null;
  readonly currency: string;
  readonly vat: string;
  readonly hasQuantity: boolean;
}

export interface Link {
  readonly booked: string;
  readonly reported: string;
  readonly amount: bigint;
}

export interface EmissionRow {
  readonly place: string;
  readonly buyer: string;
  readonly reported: string | null;
  readonly month: string;
  readonly category: string | null;
  readonly method: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly kg: bigint | null;
}

export interface RawRows {
  readonly booked: readonly BookedLine[];
  readonly reported: ReadonlyMap<string, ReportedLine>;
  readonly links: readonly Link[];
  readonly weighed: readonly EmissionRow[];
  /** Suppliers and validity of each agreement. */
  readonly agreements: readonly {
    readonly id: string;
    readonly number: string;
    readonly startsOn: string;
    readonly endsOn: string | null;
    readonly suppliers: readonly string[];
  }[];
  readonly buyers: readonly { readonly id: string; readonly name: string }[];
  /**
   * Number of postings by buyer and accounting period, and of e-invoices by buyer and month of their day: 'buyer
   * month'.
   */
  readonly postings: ReadonlyMap<string, number>;
  readonly invoices: ReadonlyMap<string, number>;
  /** Complete months of each buyer's ledger. */
  readonly complete: ReadonlyMap<string, ReadonlySet<string>>;
}

interface PostingRow {
  readonly place: string;
  readonly buyer: string | null;
  readonly month: string;
  readonly day: string;
  readonly net: string | null;
  readonly currency: string;
  readonly account: string | null;
  readonly tied: boolean;
  /** Amount excl. VAT according to the matched invoice; null where the posting itself has it. */
  readonly onInvoice: string | null;
}

/** The latest statement about the completeness of a ledger month. */
interface MonthStatement {
  readonly buyer: string;
  readonly month: string;
  readonly isComplete: boolean;
}

interface InvoiceRow {
  readonly place: string;
  readonly buyer: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly quantity: boolean;
  readonly day: string;
  readonly month: string;
  readonly posting: string | null;
  readonly isTied: boolean;
}

/**
 * SQL over `spend.posting p`: amount excl. VAT. From the row itself, else from the VAT stated in the row, else from a
 * rate; null where none is known.
 */
const NET_OF_POSTING = `case
  when p.vat_status = 'net' then p.amount
  when p.vat_status = 'gross' and p.net_basis = 'vat-on-row' then p.amount - sign(p.amount) * abs(p.vat_amount)
  when p.vat_status = 'gross' then round(p.amount / (1 + p.vat_rate), 2) end`;

/**
 * SQL over `spend.matched_posting t` and its invoices `n`: the posting's share of the invoices excl. VAT, and whether it
 * has one.
 */
const [SHARE, HAS_SHARE] = [
  'round(p.amount * n.net / n.gross, 2)',
  `(t.net_basis = 'on-invoice' and n.basis <> 'net')`,
];

/**
 * SQL: amount excl. VAT of a posting according to its invoices, for one invoice or several booked together. The
 * postings either add up to the sum excl. VAT, or share it when they add up to the sum incl. VAT. The last posting gets
 * the rest.
 */
const NET_ON_INVOICE = `case when t.net_basis = 'on-invoice' and n.basis = 'net' then p.amount
  when ${HAS_SHARE} and lead(1) over (partition by t.invoice_batch_id, t.document_no, ${HAS_SHARE} order by p.batch_id, p.line_no) is null
  then n.net - round(coalesce(sum(p.amount) filter (where not ${HAS_SHARE}) over (partition by t.invoice_batch_id, t.document_no), 0) * n.net / n.gross, 2)
    - coalesce(sum(${SHARE}) over (partition by t.invoice_batch_id, t.document_no, ${HAS_SHARE} order by p.batch_id, p.line_no rows between unbounded preceding and 1 preceding), 0)
  when ${HAS_SHARE} then ${SHARE} end`;

/** SQL: sums of an invoice, or of all invoices booked together, by the invoice that their postings name. */
const INVOICED = `select coalesce(e.collective_batch_id, e.invoice_batch_id) as batch_id, coalesce(e.collective_invoice_no, e.document_no) as document_no, min(e.basis) as basis, sum(i.net_amount) as net, sum(i.gross_amount) as gross
  from spend.invoice_match e join spend.invoice i on i.batch_id = e.invoice_batch_id and i.document_no = e.document_no group by 1, 2`;

const DAY_OF_POSTING = `coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM'))`;

/** SQL: day of an invoice line: its delivery, otherwise the invoice. */
const DAY_OF_LINE = 'coalesce(l.delivered_on, i.delivered_on, d.delivered_on, i.issued_on)';

const POSTINGS = `select buyer_id || ' ' || period as key, count(*)::int as count from spend.posting where not repeated and period is not null and buyer_id is not null group by 1`;
const INVOICES = `select buyer_id || ' ' || to_char(issued_on, 'YYYY-MM') as key, count(*)::int as count from spend.invoice where not repeated and buyer_id is not null and issued_on is not null group by 1`;

/** Reads the raw tables of a loaded world, never a view that sums, allocates or decides which line counts. */
export async function readRawRows(query: Query): Promise<RawRows> {
  const postings = await query<PostingRow>(`
    select p.batch_id || ':' || p.line_no as place, p.buyer_id as buyer, coalesce(p.period, to_char(p.voucher_date, 'YYYY-MM')) as month, ${DAY_OF_POSTING}::text as day,
      (${NET_OF_POSTING})::text as net, p.currency, p.account_code as account,
      t.batch_id is not null as tied, (${NET_ON_INVOICE})::text as "onInvoice"
    from spend.posting p
    left join spend.matched_posting t on t.batch_id = p.batch_id and t.line_no = p.line_no
    left join (${INVOICED}) n on n.batch_id = t.invoice_batch_id and n.document_no = t.document_no
    where not p.repeated`);
  const lines = await query<InvoiceRow>(`
    select l.batch_id || ':' || l.line_no as place, l.buyer_id as buyer, l.amount::text as amount, l.currency, l.quantity is not null as quantity, ${DAY_OF_LINE}::text as day,
      to_char(i.issued_on, 'YYYY-MM') as month, t.posting_batch_id || ':' || t.posting_line_no as posting,
      exists (select from spend.invoice_match e where e.invoice_batch_id = i.batch_id and e.document_no = i.document_no) as "isTied"
    from spend.invoice_line l
    join spend.invoice i on i.batch_id = l.batch_id and i.document_no = l.document_no
    left join spend.invoice_line_delivery d on d.invoice_batch_id = l.batch_id and d.invoice_line_no = l.line_no
    left join spend.matched_invoice_line t on t.invoice_batch_id = l.batch_id and t.invoice_line_no = l.line_no
    where not i.repeated and l.amount is not null`);
  const covered = new Set(
    (await query<{ key: string }>(`select distinct buyer_id || ' ' || month as key from spend.ledger_coverage`)).map(
      ({ key }) => key,
    ),
  );
  // The owner of a seller number is not a sum, so the product's own answer is used.
  const suppliers = new Map(
    (
      await query<{ place: string; supplier: string | null }>(
        `select batch_id || ':' || line_no as place, supplier_id as supplier from spend.door_spend_line`,
      )
    ).map(({ place, supplier }) => [place, supplier]),
  );

  const detailed = new Map<string, bigint>();
  const byPlace = new Map(postings.map((posting) => [posting.place, posting]));
  const booked: BookedLine[] = [];
  const push = (place: string, buyer: string | null, rest: Omit<BookedLine, 'place' | 'buyer' | 'supplier'>): void => {
    if (buyer !== null) booked.push({ place, buyer, supplier: suppliers.get(place) ?? null, ...rest });
  };
  for (const { place, buyer, amount, currency, quantity, day, month, posting: at, isTied } of lines) {
    const net = micro(amount ?? '0');
    const posting = at === null ? undefined : byPlace.get(at);
    if (posting) {
      detailed.set(posting.place, (detailed.get(posting.place) ?? 0n) + net);
      push(place, buyer, { month: posting.month, day, net, currency, hasQuantity: quantity, account: posting.account });
    } else if (!isTied && !covered.has(`${buyer} ${month}`))
      push(place, buyer, { month, day, net, currency, hasQuantity: quantity, account: null });
  }
  for (const { place, buyer, month, day, net: onRow, onInvoice, currency, account, tied } of postings) {
    const net = onInvoice ?? onRow;
    const rest = net === null ? null : micro(net) - (detailed.get(place) ?? 0n);
    if (!tied || rest !== 0n) push(place, buyer, { month, day, net: rest, currency, hasQuantity: false, account });
  }

  const reported = await query<Omit<ReportedLine, 'amount'> & { amount: string | null }>(`
    select l.version_id || ':' || l.line_no as place, l.version_id as version, v.agreement_id as agreement, l.supplier_id as supplier, l.buyer_id as buyer, l.item_id as item, l.item_number as "itemNumber",
      l.amount::text as amount, l.currency, l.vat, l.quantity is not null as "hasQuantity"
    from reporting.report_line l join reporting.report_version v on v.id = l.version_id where v.state = 'accepted'`);
  const links = await query<{ booked: string; reported: string; amount: string }>(`
    select batch_id || ':' || spend_line_no as booked, version_id || ':' || report_line_no as reported, amount::text as amount from matching.link where closed_by_run is null order by version_id, report_line_no`);
  const weighed = await query<Omit<EmissionRow, 'amount' | 'kg'> & { amount: string; kg: string | null }>(`
    select batch_id || ':' || line_no as place, buyer_id as buyer, version_id || ':' || report_line_no as reported, to_char(coalesce(booked_on, purchased_on), 'YYYY-MM') as month,
      nullif(category_code, 'unsorted') as category, method, coalesce(amount, 0)::text as amount, currency, kg::text as kg
    from emissions.result where closed_by_run is null and buyer_id is not null`);
  const agreements = await query<RawRows['agreements'][number]>(`
    select a.id, a.number, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", array_agg(distinct s.supplier_id) as suppliers
    from agreements.agreement a join agreements.agreement_supplier s on s.agreement_id = a.id group by a.id, a.number, a.starts_on, a.ends_on order by a.number`);
  const buyers = await query<{ id: string; name: string }>(
    `select distinct o.id, o.name from identity.door_organisation o join spend.ledger_coverage c on c.buyer_id = o.id order by o.name`,
  );
  const statements = await query<MonthStatement>(
    `select distinct on (buyer_id, month) buyer_id as buyer, month, is_complete as "isComplete" from spend.month_statement order by buyer_id, month, id desc`,
  );
  const countsOf = async (sql: string): Promise<ReadonlyMap<string, number>> =>
    new Map((await query<{ key: string; count: number }>(sql)).map(({ key, count }) => [key, count]));
  return {
    booked,
    reported: new Map(
      reported.map((line) => [line.place, { ...line, amount: line.amount === null ? null : micro(line.amount) }]),
    ),
    links: links.map(({ amount, ...link }) => ({ ...link, amount: micro(amount) })),
    weighed: weighed.map(({ amount, kg, ...line }) => ({
      ...line,
      amount: micro(amount),
      kg: kg === null ? null : micro(kg),
    })),
    ...{
      agreements,
      buyers,
      complete: completeOf(postings, statements),
      postings: await countsOf(POSTINGS),
      invoices: await countsOf(INVOICES),
    },
  };
}

/**
 * Returns the complete months of each ledger. A month is complete if it has at least a fifth of the usual number of
 * postings, and so has a later month. A user's statement takes precedence.
 */
function completeOf(
  postings: readonly PostingRow[],
  statements: readonly MonthStatement[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { buyer, month } of postings) {
    if (buyer === null) continue;
    const months = counts.get(buyer) ?? new Map<string, number>();
    counts.set(buyer, months.set(month, (months.get(month) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([buyer, months]) => {
      const sizes = [...months.values()].sort((a, b) => a - b);
      const middle = sizes.length / 2;
      const usual = sizes.length % 2 === 1 ? sizes[Math.floor(middle)]! : (sizes[middle - 1]! + sizes[middle]!) / 2;
      const whole = [...months]
        .filter(([, count]) => count * 5 >= usual)
        .map(([month]) => month)
        .sort();
      const stated = new Map(
        statements.filter((each) => each.buyer === buyer).map(({ month, isComplete }) => [month, isComplete]),
      );
      return [
        buyer,
        new Set(
          [...months.keys()].filter((month) => stated.get(month) ?? (whole.includes(month) && month < whole.at(-1)!)),
        ),
      ] as const;
    }),
  );
}
