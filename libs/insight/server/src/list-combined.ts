import { Injectable } from '@nestjs/common';
import type { ClassFilter } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { conditionOf, IS_OWN_CURRENCY, type CombinedFilter, type Condition } from './combined-filter.ts';
import { isByDay, pageSql, type CombinedOrder, type PagePosition } from './page-order.ts';
import { rowKeySql } from './row-id.ts';
import { countLines, LINES_OF_SET, sumSource } from './sum-source.ts';
import { IS_PURCHASE } from './utilisation/utilised-lines-sql.ts';

export const COMBINED_PAGE = 100;

/**
 * SQL: the columns of a combined row in the page and the export. Amounts are decimal text, in the row's currency, excl.
 * VAT.
 */
export const combinedSelectList = `
  ${rowKeySql('l')} as key, l.part, l.buyer_id as "buyerId", l.side, l.state, b.name as buyer, coalesce(s.name, l.seller_name) as supplier, a.number as agreement, l.agreement_basis as "agreementBasis", l.category, l.purchased_on as "spentOn", l.month,
  l.invoice_number as "invoiceNumber", l.account_system as "accountSystem", l.account_code as "accountCode", l.account_class as "accountClass", l.item_number as "itemNumber", l.item_name as "itemName",
  l.quantity::text as quantity, l.unit, l.booked_amount::text as "bookedAmount", l.net_basis as "netBasis", l.outside_amount::text as "outsideAmount", l.reported_amount::text as "reportedAmount", l.currency, l.method, l.kg::text as kg, l.quality,
  l.supplier_kg_co2e::text as "besideKg", l.basis, l.batch_id as "batchId", l.spend_line_no as "spendLineNo", l.ledger_file as "spendFile", l.ledger_sheet as "spendSheet", l.ledger_row as "spendRow",
  l.version_id as "versionId", l.report_line_no as "reportLineNo", l.report_file as "reportFile", l.report_sheet as "reportSheet", l.report_row as "reportRow"`;

/** SQL: joins the names of buyer, supplier and agreement to the rows `l`. */
const combinedNames = `
  join identity.door_organisation b on b.id = l.buyer_id
  left join identity.door_organisation s on s.id = l.supplier_id
  left join agreements.door_agreement a on a.id = l.agreement_id`;

export const combinedSource = `insight.combined_line l ${combinedNames}`;

export interface CombinedRow {
  readonly key: string;
  readonly [column: string]: string | number | null;
}

/**
 * Totals in the cooperative's currency. Ledger lines that are not purchases, and other currencies, are stated
 * separately and never added.
 */
export interface CombinedTotals {
  /** A booked line counts once, however many rows it has. */
  readonly lines: number;
  /** Of those, the lines that `booked` is the sum of. */
  readonly bookedLines: number;
  readonly rows: number;
  readonly booked: string;
  readonly reported: string;
  readonly kg: string;
  /** The part of kg calculated from spend. */
  readonly kgFromKroner: string;
  readonly bookedWithoutFactor: string;
  /**
   * Lines with only some parts in the requested category or method, and the amount of their other parts; not included
   * in any total.
   */
  readonly partly: { readonly lines: number; readonly amount: string };
  /** Lines with unknown VAT, and their ledger amounts; not included in any total. */
  readonly vatUnknown: { readonly lines: number; readonly amount: string };
  /** Lines that are only reported, with amounts incl. VAT; not included in any total. */
  readonly reportedWithVat: { readonly lines: number; readonly amount: string };
  /**
   * Booked spend by account class, independent of the class in the filter. Unclassified spend is never counted as
   * operating.
   */
  readonly classes: Readonly<Record<ClassFilter, { readonly lines: number; readonly amount: string }>>;
  readonly notPurchases: { readonly lines: number; readonly amount: string };
  readonly otherCurrencies: readonly { readonly currency: string; readonly lines: number; readonly amount: string }[];
}

/**
 * SQL: true for booked lines without an emission figure. If a run used other parts than the line has now, its first row
 * has the figure of the whole line.
 */
const IS_WITHOUT_FIGURE = `not l.is_weighed and l.side <> 'reported'`;
/** SQL: true for amounts not included in totals: ledger amounts with unknown VAT, or reported amounts incl. VAT. */
const HAS_UNKNOWN_VAT = `l.is_outside and l.side <> 'reported'`;
const IS_REPORTED_WITH_VAT = `l.is_outside and l.side = 'reported'`;
/** SQL: true for the lines whose amounts are the booked purchases. */
const IS_BOOKED = `l.own and l.purchase and l.side <> 'reported' and not l.is_outside`;
const NOTHING_ELSE = 'select 0 as lines, 0::numeric as amount';
/** SQL: the other parts of the filtered lines, in another category or method than requested. */
const otherPartsSql = (source: string, { kind, others }: Condition): string => `
  select coalesce(sum(x.lines), 0)::int as lines, coalesce(sum(x.amount), 0) as amount
  from (
    select ${LINES_OF_SET} as lines, sum(l.booked_amount) as amount
    from ${source} l
    where l.line_set is not null and ${others} and (${kind}) is not true and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and l.line_set in (select c.line_set from l as c where c.line_set is not null and c.purchase)
    group by l.line_set
  ) x`;

const NOTHING = { lines: 0, amount: '0' };
const NO_CLASSES: CombinedTotals['classes'] = { operating: NOTHING, investment: NOTHING, unknown: NOTHING };
const NO_LINES: Omit<CombinedTotals, 'classes'> = {
  lines: 0,
  bookedLines: 0,
  rows: 0,
  booked: '0',
  reported: '0',
  kg: '0',
  kgFromKroner: '0',
  bookedWithoutFactor: '0',
  partly: { lines: 0, amount: '0' },
  vatUnknown: { lines: 0, amount: '0' },
  reportedWithVat: { lines: 0, amount: '0' },
  notPurchases: { lines: 0, amount: '0' },
  otherCurrencies: [],
};

/** Returns whether months are the only condition of the filter that uses an index. */
function filtersOnlyMonths({
  from,
  to,
  buyerId,
  supplierId,
  agreementId,
  state,
  category,
  method,
  text,
  usedOn,
}: CombinedFilter): boolean {
  return (
    (from ?? to) !== undefined &&
    [buyerId, supplierId, agreementId, state, category, method, text, usedOn].every((value) => value === undefined)
  );
}

/** Returns a page of the combined table after the given position, and the totals of all filtered rows. */
@Injectable()
export class ListCombined {
  constructor(private readonly database: Database) {}

  async run(
    filter: CombinedFilter,
    order: CombinedOrder,
    after: PagePosition | null,
    size = COMBINED_PAGE,
  ): Promise<{ rows: CombinedRow[]; next: PagePosition | null }> {
    // If only months are filtered, a page by date is read per month along the month's index, so that rows of other
    // months are not scanned. Otherwise it is read in sort order. A buyer has few rows per month, so this is only for
    // others.
    const months =
      isByDay(order) && filtersOnlyMonths(filter) && this.database.actor().side !== 'buyer'
        ? await this.#months(filter)
        : null;
    if (months?.length === 0) return { rows: [], next: null };
    const page = pageSql({ filter, order, after, months, limit: size + 1 });
    // The page is limited before names are joined.
    const rows = await this.database.query<CombinedRow & { sortValue: string }>(
      `select ${combinedSelectList}, ${page.sortValue} as "sortValue" from ${page.rows} l ${combinedNames} order by ${page.orderBy}`,
      page.params,
    );
    const shown = rows.slice(0, size);
    const last = rows.length > size ? shown.at(-1) : undefined;
    return {
      rows: shown.map(({ sortValue: _, ...row }) => row as CombinedRow),
      next: last ? { value: last.sortValue, key: last.key } : null,
    };
  }

  /** Returns the months with rows within the filter. */
  async #months({ from, to }: CombinedFilter): Promise<string[]> {
    const rows = await this.database.query<{ month: string }>(
      `select distinct s.month from insight.combined_sum s where s.level = 'buyer' and s.month is not null and ($1::text is null or s.month >= $1) and ($2::text is null or s.month <= $2) order by s.month`,
      [from ?? null, to ?? null],
    );
    return rows.map(({ month }) => month);
  }

  async totals(filter: CombinedFilter): Promise<CombinedTotals> {
    const where = conditionOf(filter);
    const source = sumSource(filter);
    const row = await this.database.one<Omit<CombinedTotals, 'classes'>>(
      `with l as materialized (
         select l.currency, l.method, l.side, l.is_weighed, l.is_outside, l.line_set, ${IS_OWN_CURRENCY} as own, ${IS_PURCHASE} as purchase, sum(l.row_count) as row_count, ${LINES_OF_SET} as line_count,
           sum(l.booked_amount) as booked_amount, sum(l.outside_amount) as outside_amount, sum(l.reported_amount) as reported_amount, sum(l.kg) as kg
         from ${source} l where ${where.sql} group by l.currency, l.method, l.side, l.is_weighed, l.is_outside, l.line_set
       ), partly as (${where.kind === 'true' ? NOTHING_ELSE : otherPartsSql(source, where)})
       select ${countLines()} as lines, ${countLines(IS_BOOKED)} as "bookedLines", coalesce(sum(l.row_count), 0)::int as rows,
         coalesce(sum(l.booked_amount) filter (where own and purchase), 0)::text as booked,
         coalesce(sum(l.reported_amount) filter (where own), 0)::text as reported,
         coalesce(sum(l.kg) filter (where purchase), 0)::text as kg,
         coalesce(sum(l.kg) filter (where purchase and l.method in ('spend-category', 'spend-account')), 0)::text as "kgFromKroner",
         coalesce(sum(l.booked_amount) filter (where own and purchase and ${IS_WITHOUT_FIGURE}), 0)::text as "bookedWithoutFactor",
         (select json_build_object('lines', p.lines, 'amount', p.amount::text) from partly p) as partly,
         json_build_object('lines', ${countLines('not l.purchase')}, 'amount', coalesce(sum(l.booked_amount) filter (where own and not purchase), 0)::text) as "notPurchases",
         json_build_object('lines', ${countLines(`l.purchase and ${HAS_UNKNOWN_VAT}`)}, 'amount', coalesce(sum(l.outside_amount) filter (where own and purchase and ${HAS_UNKNOWN_VAT}), 0)::text) as "vatUnknown",
         json_build_object('lines', ${countLines(`l.own and ${IS_REPORTED_WITH_VAT}`)}, 'amount', coalesce(sum(l.outside_amount) filter (where own and ${IS_REPORTED_WITH_VAT}), 0)::text) as "reportedWithVat",
         coalesce((select json_agg(other order by other.currency) from (
           select x.currency, sum(x.lines)::int as lines, coalesce(sum(x.amount), 0)::text as amount from (
             select l.currency, ${LINES_OF_SET} as lines, sum(case when not l.is_outside then coalesce(l.booked_amount, l.reported_amount) end) as amount from l where not l.own group by l.currency, l.line_set
           ) x group by x.currency
         ) other), '[]') as "otherCurrencies"
       from l`,
      where.params,
    );
    return { ...(row ?? NO_LINES), classes: await this.#classes(filter) };
  }

  async #classes({ accountClass: _, ...filter }: CombinedFilter): Promise<CombinedTotals['classes']> {
    const where = conditionOf(filter);
    const rows = await this.database.query<{ accountClass: ClassFilter; lines: number; amount: string }>(
      `with part as (
         select l.account_class, ${LINES_OF_SET} as lines, sum(l.booked_amount) as amount
         from ${sumSource(filter)} l where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and ${where.sql} group by l.account_class, l.line_set
       )
       select coalesce(account_class, 'unknown') as "accountClass", sum(lines)::int as lines, coalesce(sum(amount), 0)::text as amount from part group by account_class`,
      where.params,
    );
    return { ...NO_CLASSES, ...Object.fromEntries(rows.map(({ accountClass, ...sum }) => [accountClass, sum])) };
  }
}
