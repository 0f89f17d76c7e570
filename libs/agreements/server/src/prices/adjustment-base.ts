import type { AdjustmentClause } from '@tallgrunn/checks';

/**
 * Returns the clause with the period that the next adjustment is measured from: that of the clause, or the one that the
 * latest approved adjustment was measured to. Otherwise a change of the index would be counted twice.
 */
export function withLatestBase(clause: AdjustmentClause, lastPeriod: string | null): AdjustmentClause {
  return lastPeriod !== null && lastPeriod > clause.basePeriod ? { ...clause, basePeriod: lastPeriod } : clause;
}

/**
 * SQL: the index period that prices of the supplier `supplier` in the lot `lot` were last adjusted to under the clause;
 * an adjustment of the whole agreement counts for every lot.
 */
export const lastPeriodSql = (agreement: string, supplier: string, lot: string, clause: string): string => `
  (select max(c.comparison_period) from agreements.price_adjustment c
   where c.agreement_id = ${agreement} and c.supplier_id = ${supplier} and c.state = 'approved' and c.clause ->> 'index' = ${clause} ->> 'index' and (c.lot_id is null or c.lot_id = ${lot}))`;

/** SQL: adjustment clauses of an agreement ($1) in force on a day ($2), by supplier and lot. */
export const currentClauseSql = `
  select s.supplier_id as "supplierId", t.key as lot, a.starts_on as "startsOn", m.document -> 'adjustment' as clause,
    (select max(v.valid_from) from agreements.price_version v where v.agreement_id = a.id and v.supplier_id = s.supplier_id and v.reason = 'adjusted') as "lastOn",
    ${lastPeriodSql('a.id', 's.supplier_id', 'm.lot_id', "(m.document -> 'adjustment')")} as "lastPeriod",
    (select max(x.period) from agreements.index_value x where x.code = m.document -> 'adjustment' ->> 'index' and x.version = (
      select max(y.version) from agreements.index_series y where y.code = x.code)) as "newestPeriod",
    (select max(c.number) from agreements.price_adjustment c where c.agreement_id = a.id and c.supplier_id = s.supplier_id and c.lot_id is not distinct from m.lot_id
      and c.state in ('requested', 'computed')) as "openNumber"
  from agreements.agreement a
  join (select distinct agreement_id, supplier_id, lot_id from agreements.agreement_supplier where valid_to is null or valid_to >= $2::date) s on s.agreement_id = a.id
  join lateral (
    select distinct on (p.lot_id) p.lot_id, p.document from agreements.price_model p
    where p.agreement_id = a.id and (p.supplier_id is null or p.supplier_id = s.supplier_id) and (p.lot_id is null or s.lot_id is null or p.lot_id = s.lot_id)
      and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date)
    order by p.lot_id, p.supplier_id nulls last, p.valid_from desc) m on m.document ? 'adjustment'
  left join agreements.lot t on t.id = m.lot_id
  where a.id = $1
  group by a.id, a.starts_on, s.supplier_id, t.key, m.lot_id, m.document order by s.supplier_id, t.key`;
