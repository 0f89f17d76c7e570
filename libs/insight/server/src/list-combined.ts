import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, OWN_CURRENCY, type CombinedFilter, type Condition } from './combined-filter.ts';
import { LINES, linesWhere } from './line-count.ts';
import { PURCHASE } from './use/used-lines.ts';

export const COMBINED_PAGE = 100;

/** The columns of a combined row as the page and the export show them. Amounts are decimal text, in the row's currency, without VAT. */
export const combinedColumns = `
  l.key, l.part, l.buyer_id as "buyerId", l.side, l.state, b.name as buyer, coalesce(s.name, l.seller_name) as supplier, a.number as agreement, l.agreement_basis as "agreementBasis", l.category, l.spent_on as "spentOn", l.month,
  l.invoice_number as "invoiceNumber", l.account_system as "accountSystem", l.account_code as "accountCode", l.item_number as "itemNumber", l.item_name as "itemName",
  l.quantity::text as quantity, l.unit, l.booked_amount::text as "bookedAmount", l.net_basis as "netBasis", l.outside_amount::text as "outsideAmount", l.reported_amount::text as "reportedAmount", l.currency, l.method, l.kg::text as kg, l.quality,
  l.beside_kg::text as "besideKg", l.basis, l.batch_id as "batchId", l.spend_line_no as "spendLineNo", l.spend_file as "spendFile", l.spend_sheet as "spendSheet", l.spend_row as "spendRow",
  l.version_id as "versionId", l.report_line_no as "reportLineNo", l.report_file as "reportFile", l.report_sheet as "reportSheet", l.report_row as "reportRow"`;

export const combinedSource = `
  insight.combined_line l
  join identity.door_organisation b on b.id = l.buyer_id
  left join identity.door_organisation s on s.id = l.supplier_id
  left join agreements.door_agreement a on a.id = l.agreement_id`;

export interface CombinedRow {
  readonly key: string;
  readonly [column: string]: string | number | null;
}

/** Sums in the cooperative's currency. What is booked and no purchase, and what is in other currencies, is told beside, never added. */
export interface CombinedTotals {
  /** A booked line once, in however many rows it stands. */
  readonly lines: number;
  readonly rows: number;
  readonly booked: string;
  readonly reported: string;
  readonly kg: string;
  /** The part of kg that is reckoned from kroner. */
  readonly kgFromKroner: string;
  readonly bookedWithoutFactor: string;
  /** Lines of which only a part is of the category or method that is asked for, and what of their kroner is not: in none of the sums. */
  readonly partly: { readonly lines: number; readonly amount: string };
  /** Lines whose VAT is not known, and what ledgers have of them: in none of the sums. */
  readonly vatUnknown: { readonly lines: number; readonly amount: string };
  readonly notPurchases: { readonly lines: number; readonly amount: string };
  readonly otherCurrencies: readonly { readonly currency: string; readonly lines: number; readonly amount: string }[];
}

/** Booked, and without a number. Where a run has weighed a line in other parts than it has now, its first row has the number of the whole. */
const UNWEIGHED = `kg is null and batch_id is not null`;
const NOTHING_ELSE = 'select 0 as lines, 0::numeric as amount';
/** What of the lines is of another category or method than is asked for. */
const elsewhere = ({ kind, others }: Condition): string => `
  select ${LINES} as lines, coalesce(sum(l.booked_amount), 0) as amount
  from insight.combined_line l
  where l.part is not null and ${others} and (${kind}) is not true and ${PURCHASE} and ${OWN_CURRENCY}
    and exists (select from l as c where c.part is not null and c.purchase and c.batch_id = l.batch_id and c.spend_line_no = l.spend_line_no)`;

const NO_LINES: CombinedTotals = { lines: 0, rows: 0, booked: '0', reported: '0', kg: '0', kgFromKroner: '0', bookedWithoutFactor: '0', partly: { lines: 0, amount: '0' }, vatUnknown: { lines: 0, amount: '0' }, notPurchases: { lines: 0, amount: '0' }, otherCurrencies: [] };

/** What the page is sorted by, with a minus in front when the largest or newest come first. */
export const combinedOrders = ['-amount', 'amount', '-date', 'date', '-kg'] as const;
export type CombinedOrder = (typeof combinedOrders)[number];

const amount = { value: 'abs(coalesce(l.booked_amount, l.outside_amount, l.reported_amount))', cast: 'numeric' };
const date = { value: `coalesce(l.spent_on, date '0001-01-01')`, cast: 'date' };
const kg = { value: 'abs(coalesce(l.kg, 0))', cast: 'numeric' };
const falling = { way: 'desc', past: '<' };
const rising = { way: 'asc', past: '>' };

const orders: Record<CombinedOrder, { value: string; cast: string; way: string; past: string }> = {
  '-amount': { ...amount, ...falling },
  amount: { ...amount, ...rising },
  '-date': { ...date, ...falling },
  date: { ...date, ...rising },
  '-kg': { ...kg, ...falling },
};

/** A page of the combined table, from where the page before ended; and the totals of all that the filter lets through. */
@Injectable()
export class ListCombined {
  constructor(private readonly database: Database) {}

  async run(filter: CombinedFilter, order: CombinedOrder, after: { value: string; key: string } | null): Promise<{ rows: CombinedRow[]; next: { value: string; key: string } | null }> {
    const { value, cast, way, past } = orders[order];
    const where = conditionOf(filter, 2);
    const rows = await this.database.query<CombinedRow & { sortValue: string }>(
      `select ${combinedColumns}, (${value})::text as "sortValue"
       from ${combinedSource}
       where ${where.sql} and ($1::text is null or (${value}, l.key) ${past} ($1::${cast}, $2))
       order by ${value} ${way}, l.key ${way} limit ${COMBINED_PAGE + 1}`,
      [after?.value ?? null, after?.key ?? null, ...where.params],
    );
    const page = rows.slice(0, COMBINED_PAGE);
    const last = rows.length > COMBINED_PAGE ? page.at(-1) : undefined;
    return { rows: page.map(({ sortValue: _, ...row }) => row as CombinedRow), next: last ? { value: last.sortValue, key: last.key } : null };
  }

  async totals(filter: CombinedFilter): Promise<CombinedTotals> {
    const where = conditionOf(filter);
    const row = await this.database.one<CombinedTotals>(
      `with l as (
         select l.*, ${OWN_CURRENCY} as own, ${PURCHASE} as purchase from insight.combined_line l where ${where.sql}
       ), partly as (${where.kind === 'true' ? NOTHING_ELSE : elsewhere(where)})
       select ${LINES} as lines, count(*)::int as rows,
         coalesce(sum(booked_amount) filter (where own and purchase), 0)::text as booked,
         coalesce(sum(reported_amount) filter (where own), 0)::text as reported,
         coalesce(sum(kg) filter (where purchase), 0)::text as kg,
         coalesce(sum(kg) filter (where purchase and method in ('spend-category', 'spend-account')), 0)::text as "kgFromKroner",
         coalesce(sum(booked_amount) filter (where own and purchase and ${UNWEIGHED}), 0)::text as "bookedWithoutFactor",
         (select json_build_object('lines', p.lines, 'amount', p.amount::text) from partly p) as partly,
         json_build_object('lines', ${linesWhere('not purchase')}, 'amount', coalesce(sum(booked_amount) filter (where own and not purchase), 0)::text) as "notPurchases",
         json_build_object('lines', ${linesWhere('purchase and outside_amount is not null')}, 'amount', coalesce(sum(outside_amount) filter (where own and purchase), 0)::text) as "vatUnknown",
         coalesce((select json_agg(other order by other.currency) from (
           select currency, ${LINES} as lines, coalesce(sum(case when outside_amount is null then coalesce(booked_amount, reported_amount) end), 0)::text as amount from l where not own group by currency
         ) other), '[]') as "otherCurrencies"
       from l`,
      where.params,
    );
    return row ?? NO_LINES;
  }
}
