import { conditionOf, IS_OWN_CURRENCY, type CombinedFilter } from '../combined-filter.ts';
import { rowKeySql } from '../row-id.ts';
import { countsInTotalsSql } from '@tallgrunn/reporting-server';
import { isUtilisedSql, IS_PURCHASE } from '../utilisation/utilised-lines-sql.ts';

type RunQuery = (sql: string, params: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const LINES =
  '(count(*) filter (where l.part is null) + count(distinct (l.batch_id, l.spend_line_no)) filter (where l.part is not null))::int';

/** Lines that the booked purchases are the sum of. */
const BOOKED_LINES = `(count(distinct (l.batch_id, l.spend_line_no)) filter (where l.own and l.purchase and l.side <> 'reported' and l.outside_amount is null))::int`;

/**
 * Calculates the figures of a filter from every line, independently of stored sums. Same result as
 * `ListCombined.totals` and `ReadChartData`.
 */
export async function figuresOfLines(query: RunQuery, filter: CombinedFilter) {
  const { sql, kind, others, params } = conditionOf(filter);
  const elsewhere = `
    select count(distinct (l.batch_id, l.spend_line_no))::int as lines, coalesce(sum(l.booked_amount), 0)::text as amount
    from insight.combined_line l
    where l.part is not null and ${others} and (${kind}) is not true and ${IS_PURCHASE} and ${IS_OWN_CURRENCY}
      and exists (select from insight.combined_line c where c.part is not null and c.batch_id = l.batch_id and c.spend_line_no = l.spend_line_no and c.id in (select id from line where part is not null and purchase))`;
  const [totals] = await query(
    `with line as (select l.*, ${IS_OWN_CURRENCY} as own, ${IS_PURCHASE} as purchase from insight.combined_line l where ${sql})
     select ${LINES} as lines, ${BOOKED_LINES} as "bookedLines", count(*)::int as rows, coalesce(sum(booked_amount) filter (where own and purchase), 0)::text as booked, coalesce(sum(reported_amount) filter (where own), 0)::text as reported,
       coalesce(sum(kg) filter (where purchase), 0)::text as kg, coalesce(sum(kg) filter (where purchase and method in ('spend-category', 'spend-account')), 0)::text as "kgFromKroner",
       coalesce(sum(booked_amount) filter (where own and purchase and kg is null and batch_id is not null), 0)::text as "bookedWithoutFactor",
       ${kind === 'true' ? `json_build_object('lines', 0, 'amount', '0')` : `(select row_to_json(e) from (${elsewhere}) e)`} as partly,
       json_build_object('lines', count(*) filter (where not purchase and part is null) + count(distinct (batch_id, spend_line_no)) filter (where not purchase and part is not null), 'amount', coalesce(sum(booked_amount) filter (where own and not purchase), 0)::text) as "notPurchases",
       json_build_object('lines', count(distinct (batch_id, spend_line_no)) filter (where purchase and outside_amount is not null and side <> 'reported'), 'amount', coalesce(sum(outside_amount) filter (where own and purchase and side <> 'reported'), 0)::text) as "vatUnknown",
       json_build_object('lines', count(*) filter (where own and side = 'reported' and outside_amount is not null), 'amount', coalesce(sum(outside_amount) filter (where own and side = 'reported'), 0)::text) as "reportedWithVat",
       coalesce((select json_agg(o order by o.currency) from (select currency, ${LINES} as lines, coalesce(sum(case when outside_amount is null then coalesce(booked_amount, reported_amount) end), 0)::text as amount from line l where not own group by currency) o), '[]') as "otherCurrencies"
     from line l`,
    params,
  );
  const { accountClass: _, ...ofAll } = filter;
  const every = conditionOf(ofAll);
  const classes = await query(
    `select coalesce(l.account_class, 'unknown') as "accountClass", ${LINES} as lines, coalesce(sum(l.booked_amount), 0)::text as amount from insight.combined_line l where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and ${every.sql} group by 1`,
    every.params,
  );
  const nothing = { lines: 0, amount: '0' };
  const byClass = {
    operating: nothing,
    investment: nothing,
    unknown: nothing,
    ...Object.fromEntries(classes.map(({ accountClass, ...sum }) => [accountClass, sum])),
  };
  const basis = await query(
    `select l.basis, coalesce(sum(l.booked_amount), 0)::text as amount, ${LINES} as lines from insight.combined_line l where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and ${sql} group by l.basis`,
    params,
  );
  const categories = await query(
    `select l.category, l.method, coalesce(sum(l.booked_amount) filter (where ${IS_OWN_CURRENCY}), 0)::text as amount, sum(l.kg)::text as kg, ${LINES} as lines
     from insight.combined_line l where l.side <> 'reported' and ${IS_PURCHASE} and (${IS_OWN_CURRENCY} or l.kg is not null) and ${sql} group by 1, 2`,
    params,
  );
  return { totals: { ...totals, classes: byClass }, basis, categories, lines: totals?.['bookedLines'] };
}

/** Calculates the utilisation of an agreement by ledger from every line: by lot, supplier, month and basis. */
export const utilisationOfLines = (query: RunQuery, agreementId: string) =>
  query(
    `select l.lot_id as "lotId", l.supplier_id as "supplierId", l.month, case l.agreement_basis when 'reported' then 'matched' else 'by-supplier' end as how, coalesce(sum(l.booked_amount), 0)::text as amount, ${LINES} as lines
     from insight.combined_line l where ${isUtilisedSql('$1::uuid', `'NOK'`)} group by l.lot_id, l.supplier_id, l.month, l.agreement_basis`,
    [agreementId],
  );

/**
 * Calculates the utilisation of an agreement by report from every line: included amounts by lot, supplier and month,
 * and excluded amounts by currency and VAT status.
 */
export async function reportedOfLines(query: RunQuery, agreementId: string) {
  const lines = `
    select r.*, coalesce(r.lot_id, i.lot_id, s.lot_id) as lot
    from reporting.door_report_line r left join agreements.door_item i on i.id = r.item_id
    left join (
      select supplier_id, (array_agg(lot_id))[1] as lot_id from agreements.door_agreement_supplier where agreement_id = $1 group by supplier_id having count(distinct lot_id) = 1 and count(lot_id) = count(*)
    ) s on s.supplier_id = r.supplier_id
    where r.agreement_id = $1`;
  return {
    addedUp: await query(
      `select l.lot as "lotId", l.supplier_id as "supplierId", to_char(l.counts_on, 'YYYY-MM') as month, 'reported' as how, sum(l.amount)::text as amount, count(*)::int as lines from (${lines}) l where ${countsInTotalsSql('l', `'NOK'`)} group by 1, 2, 3`,
      [agreementId],
    ),
    beside: await query(
      `select l.currency, l.vat, sum(l.amount)::text as amount, count(*)::int as lines from (${lines}) l where not ${countsInTotalsSql('l', `'NOK'`)} and l.amount is not null group by 1, 2`,
      [agreementId],
    ),
  };
}

/** Returns the keys of a page by date, from the rows in their order. */
export async function pageOfLines(
  query: RunQuery,
  filter: CombinedFilter,
  way: 'asc' | 'desc',
  after: number,
): Promise<string[]> {
  const { sql, params } = conditionOf(filter);
  const rows = await query(
    `select ${rowKeySql('l')} as key from insight.combined_line l where ${sql} order by coalesce(l.purchased_on, '0001-01-01') ${way}, l.sort_place ${way}, l.id ${way} offset ${after} limit 100`,
    params,
  );
  return rows.map(({ key }) => key as string);
}

/** Normalises results for comparison as numbers and sets: decimals without trailing zeros, rows in one order. */
export function comparable(answer: unknown): unknown {
  if (Array.isArray(answer))
    return answer.map(comparable).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  if (answer !== null && typeof answer === 'object')
    return Object.fromEntries(
      Object.entries(answer)
        .map(([name, value]) => [name, comparable(value)])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    );
  return typeof answer === 'string' && /^-?\d+\.\d+$/.test(answer)
    ? answer.replace(/\.?0+$/, '').replace(/^-0$/, '0')
    : answer;
}

/** Draws a random filter from the values that occur in the rows. */
export async function randomFilter(query: RunQuery, draw: (below: number) => number): Promise<CombinedFilter> {
  const values = async (column: string) =>
    (
      await query(
        `select distinct ${column}::text as value from insight.combined_line where ${column} is not null order by 1`,
        [],
      )
    ).map(({ value }) => value as string);
  const one = async (column: string): Promise<string | undefined> => {
    const all = await values(column);
    return draw(5) === 0 && all.length > 0 ? all[draw(all.length)] : undefined;
  };
  const [from, to] = [await one('month'), await one('month')].toSorted() as [string | undefined, string | undefined];
  const usedOn = await one('agreement_id');
  const filter: CombinedFilter = {
    buyerId: await one('buyer_id'),
    supplierId: await one('supplier_id'),
    agreementId: await one('agreement_id'),
    category: await one('category'),
    method: await one('method'),
    state: await one('state'),
    basis: await one('basis'),
    side: (await one('side')) as CombinedFilter['side'],
    from,
    to,
    accountClass: ([undefined, undefined, undefined, 'operating', 'investment', 'unknown'] as const)[draw(6)],
    scope: ([undefined, undefined, 'purchases', 'not-purchases'] as const)[draw(4)],
    ...(usedOn ? { usedOn, usedAs: (['reported', 'booked'] as const)[draw(2)], lotId: await one('lot_id') } : {}),
  };
  return filter;
}
