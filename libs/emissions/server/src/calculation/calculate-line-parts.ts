import { multipliersSql } from '@tallgrunn/factor-book-server';
import { selectedMethodSql } from './methods.ts';

/** Plausibility limit, kg CO2e per NOK: see weigh-beside. For a line with unknown VAT, per NOK of the ledger amount. */
const KG_PER_NOK_MAX = 5;

/** SQL: the spend factors in use: those assigned to a category or an account, and those of the account maps. */
const FACTORS_IN_USE = `(
  select a.set_id, a.factor_id from assigned a where a.kind <> 'product'
  union select r.set_id, r.factor_id from factor_book.door_account_map_entry r where r.factor_id is not null
)`;

/**
 * Prices of the spend factors for the years of the lines (year 0 = no date), into `priced`: the set's own price level,
 * an adjusted year, or neither. If neither is possible, the multiplier of the set's own level is used and flagged as
 * not adjusted. Exchange rates by currency and year are in `rate`. $1: currency of the cooperative.
 */
export const LOAD_PRICES: readonly { readonly sql: string; readonly needs?: 'currency' }[] = [
  {
    sql: `create temporary table year on commit drop as
  select 0 as year union select generate_series(extract(year from min(p.purchased_on))::int, extract(year from max(p.purchased_on))::int) from part p`,
  },
  { sql: `create temporary table price on commit drop as ${multipliersSql({ factors: FACTORS_IN_USE })}` },
  {
    sql: `create temporary table priced on commit drop as
  select m.set_id, m.factor_id, y.year, m.vat_rate, m.value, m.price_level, m.price_basis_conversion,
    case when left(m.price_level, 4) <> y.year::text then 'not-deflated' when m.price_level = s.price_level then 'same-year' else 'deflated' end as price_standing
  from factor_book.door_factor_set s
  cross join year y
  cross join lateral (
    select case when left(s.price_level, 4) <> y.year::text and exists (select 1 from price k where k.set_id = s.id and k.price_level = y.year::text)
      then y.year::text else s.price_level end as price_level
  ) l
  join price m on m.set_id = s.id and m.price_level = l.price_level and m.vat_rate = 0 -- amounts are excl. VAT`,
  },
  {
    sql: `create temporary table rate on commit drop as
  select r.currency, r.year, r.value from factor_book.door_series r where r.kind = 'exchange-rate'
  union all select $1, y.year, 1 from year y`,
    needs: 'currency',
  },
  { sql: 'analyze priced' },
  { sql: 'analyze rate' },
];

const CATEGORY_OF = {
  told: "coalesce(g.category_code, c.category_code, 'unsorted')",
  by: `coalesce(g.category_source, case when c.category_code is null then 'none' else 'account' end)`,
};

/** Columns of emissions.result for a calculated part, besides its key and its runs. */
export const RESULT_COLUMNS = [
  'buyer_id',
  'supplier_id',
  'source',
  'account_system',
  'account_code',
  'category_code',
  'category_source',
  'purchased_on',
  'booked_on',
  'amount',
  'outside_amount',
  'currency',
  'net_basis',
  'account_class',
  'version_id',
  'report_line_no',
  'item_id',
  'item_number',
  'product_group_code',
  'quantity',
  'unit',
  'kg_co2e_per_unit',
  'is_over_reported',
  'base_amount',
  'scope',
  'method',
  'reason',
  'data_quality_score',
  'factor_set_id',
  'factor_id',
  'vat_rate',
  'price_level',
  'price_standing',
  'price_basis_conversion',
  'conversion',
  'per_unit',
  'footprint_id',
  'multiplier',
  'kg',
  'combustion_set_id',
  'combustion_factor_id',
  'combustion_multiplier',
  'combustion_kg_co2e',
] as const;

/**
 * SQL: calculates every part. $1: account map, $2: factor set of the map, $3: currency.
 * All factors available to a part are looked up, the available methods form a mask, and the category's policy selects
 * one. `offset 0` evaluates each of the three subqueries once per part; without it they would be evaluated wherever
 * they are referenced. A line is rounded once, here: quantity or amount times the multiplier.
 */
export const CALCULATE_PARTS = `
  select p.batch_id, p.line_no, p.part, p.buyer_id, p.supplier_id, p.source, p.account_system, p.account_code,
    k.category_code, k.category_source, p.purchased_on, p.booked_on, k.net as amount, case when k.net is null then p.amount end as outside_amount, p.currency, p.net_basis, p.account_class, p.version_id, p.report_line_no, p.item_id, p.item_number, g.product_group_code,
    p.quantity, p.unit, p.kg_co2e_per_unit, p.is_over_reported, k.base_amount,
    case when k.category_code in ('fuel', 'energy') then 'cat-3' when p.account_system in ('ns4102', 'dfo') and p.account_code like '1%' then 'cat-2' else 'cat-1' end as scope,
    m.method,
    case when m.method = 'not-converted' then 'currency' when m.method = 'vat-unknown' then 'vat' when m.method in ('spend-account', 'ask', 'not-spend') then 'rule' when m.method <> 'no-factor' then 'ruling'
         when r.answer is not null then 'rule' when p.account_code is null then 'no-account' else 'no-rule' end as reason,
    case m.method when 'not-spend' then null when 'declared-verified' then 1 when 'declared-unverified' then 2 when 'invoice-co2e' then 2 when 'physical-average' then 3 when 'spend-category' then 4 else 5 end::smallint as data_quality_score,
    case m.method when 'physical-average' then f.set_id when 'spend-category' then sc.set_id when 'spend-account' then sa.set_id end as factor_set_id,
    case m.method when 'physical-average' then f.factor_id when 'spend-category' then sc.factor_id when 'spend-account' then sa.factor_id end as factor_id,
    case m.method when 'spend-category' then sc.vat_rate when 'spend-account' then sa.vat_rate end as vat_rate,
    case m.method when 'spend-category' then sc.price_level when 'spend-account' then sa.price_level end as price_level,
    case m.method when 'spend-category' then sc.price_standing when 'spend-account' then sa.price_standing end as price_standing,
    case m.method when 'spend-category' then sc.price_basis_conversion when 'spend-account' then sa.price_basis_conversion end as price_basis_conversion,
    case when m.method in ('declared-verified', 'declared-unverified') then b.conversion when m.method = 'physical-average' then f.conversion end as conversion,
    case when m.method in ('declared-verified', 'declared-unverified') then b.conversion_factor when m.method = 'physical-average' then f.per_unit end as per_unit,
    case when m.method in ('declared-verified', 'declared-unverified') then b.footprint_id end as footprint_id,
    x.multiplier,
    round(case when m.method in ('spend-category', 'spend-account') then k.base_amount else p.quantity end * x.multiplier, 6)::numeric(24, 6) as kg,
    case when m.method = 'physical-average' and f.combustion_multiplier is not null then f.combustion_set_id end as combustion_set_id,
    case when m.method = 'physical-average' and f.combustion_multiplier is not null then f.combustion_factor_id end as combustion_factor_id,
    case when m.method = 'physical-average' then f.combustion_multiplier end as combustion_multiplier,
    case when m.method = 'physical-average' then round(p.quantity * f.combustion_multiplier, 6) end::numeric(24, 6) as combustion_kg_co2e
  from part p
  left join good g on g.key = p.key
  left join factor_book.door_account_map_entry r on r.account_map_id = $1 and r.account_system = p.account_system and r.account_code = p.account_code
  left join catalogue.door_account_category c on c.account_system = p.account_system and c.account_code = p.account_code
  left join rate n on n.currency = p.currency and n.year = coalesce(date_part('year', p.purchased_on)::int, 0)
  cross join lateral (
    select ${CATEGORY_OF.told} as category_code, ${CATEGORY_OF.by} as category_source, w.net,
      case when p.currency = $3 then w.net else round(w.net * n.value, 2) end as base_amount,
      coalesce(date_part('year', p.purchased_on)::int, 0) as year, coalesce(p.purchased_on, '-infinity') as day
    from (select case when p.net_basis is distinct from 'unknown' then p.amount end as net) w
  ) k
  left join emissions.supplier_footprint_result b on b.version_id = p.version_id and b.line_no = p.report_line_no and b.closed_by_run is null and b.standing = 'counted' and b.accepted
  left join physical f on f.measure = g.measure and k.day between f.valid_from and f.valid_to
  left join assigned oc on oc.kind = 'category' and oc.target = k.category_code and k.category_source in ('item', 'agreement') and k.day between oc.valid_from and oc.valid_to
  left join priced sc on sc.set_id = oc.set_id and sc.factor_id = oc.factor_id and sc.year = k.year
  left join assigned oa on oa.kind = 'account' and oa.target = p.account_system || ':' || p.account_code and k.day between oa.valid_from and oa.valid_to
  left join priced sa on sa.set_id = coalesce(oa.set_id, $2) and sa.factor_id = coalesce(oa.factor_id, case when r.answer = 'factor' then r.factor_id end) and sa.year = k.year
  left join ruled u on u.category_code = k.category_code and k.day between u.valid_from and u.valid_to
  cross join lateral (
    select case when b.data_quality_score = 1 and p.quantity <> 0 then 1 else 0 end
      + case when b.data_quality_score = 2 and p.quantity <> 0 then 2 else 0 end
      + case when p.quantity * p.kg_co2e_per_unit <> 0 and abs(p.quantity * p.kg_co2e_per_unit) <= ${KG_PER_NOK_MAX} * abs(p.amount) then 4 else 0 end
      + case when p.quantity * f.multiplier <> 0 and abs(p.quantity * f.multiplier) <= ${KG_PER_NOK_MAX} * abs(p.amount) then 8 else 0 end
      + case when sc.value is not null and k.base_amount is not null then 16 else 0 end
      + case when sa.value is not null and k.base_amount is not null then 32 else 0 end as mask
  ) h
  cross join lateral (select ${selectedMethodSql('u.picks', 'h.mask')} as method offset 0) q
  cross join lateral (
    select case when r.answer = 'not-spend' then 'not-spend'
                when q.method is not null then q.method
                when k.net is null then 'vat-unknown'
                when k.base_amount is null then 'not-converted'
                when r.answer = 'ask' then 'ask'
                else 'no-factor' end as method
    offset 0
  ) m
  cross join lateral (
    select case m.method when 'declared-verified' then b.multiplier when 'declared-unverified' then b.multiplier when 'invoice-co2e' then round(p.kg_co2e_per_unit, 18)
      when 'physical-average' then f.multiplier when 'spend-category' then sc.value when 'spend-account' then sa.value end::numeric(38, 18) as multiplier
    offset 0
  ) x`;

/** SQL: drops the temporary tables of a calculation. */
export const DROP_TABLES =
  'drop table if exists part, good, assigned, physical, year, price, priced, rate, ruled, weighed';
