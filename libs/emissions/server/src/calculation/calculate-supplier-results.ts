import { isInSampleSql, type LineSelection } from './load-line-parts.ts';
import { reportedItemKeySql, classifyReportedItems } from './classify-products.ts';
import { convertUnitsSql, joinUnitsSql } from './convert-units.ts';

/**
 * Plausibility limit, kg CO2e per NOK of the reported amount. Above it a unit is probably wrong (g for kg). Reference:
 * beef ≈ 1, cement ≈ 0.5, fuel ≈ 0.15.
 */
const KG_PER_NOK_MAX = 5;

/** SQL: true for reports added or removed since the last run. */
const OF_CHANGED_REPORTS = (line: string): string =>
  `${line}.version_id in (select t.version_id from touched_version t)`;

const LINES_OF_CHANGED_REPORTS =
  '(select o.* from touched_version t cross join lateral (select * from reporting.door_report_line d where d.version_id = t.version_id offset 0) o) l';

/**
 * SQL: selects the footprint of every report line whose item has one, and classifies the item. Order: valid on the
 * date, accepted, linked by a decision, verified, latest.
 */
const chooseFootprints = (only?: LineSelection): readonly string[] => [
  `create temporary table chosen on commit drop as
  with line as (
    select l.version_id, l.line_no, l.supplier_id, l.buyer_id, l.agreement_id, l.item_number, l.item_name, l.item_id, l.quantity, l.unit, l.amount, l.currency,
      coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, d.period_start) as happened_on
    from ${only === 'touched' ? LINES_OF_CHANGED_REPORTS : 'reporting.door_report_line l'}
    left join agreements.door_reporting_obligation d on d.cooperative_id = l.cooperative_id and d.id = l.obligation_id
    where l.item_number is not null${only === 'sampled' ? ` and ${isInSampleSql('l.buyer_id')}` : ''}
  )
  select distinct on (l.version_id, l.line_no) l.*, ${reportedItemKeySql('l')} as key, f.footprint_id, f.per_unit, f.declared_unit, f.kg_per_unit, f.verified, f.accepted,
    coalesce(l.happened_on between f.valid_from and f.valid_to, false) as valid_then
  from line l
  join declarations.door_footprint f on f.supplier_id = l.supplier_id and f.item_number = l.item_number
  order by l.version_id, l.line_no, coalesce(l.happened_on between f.valid_from and f.valid_to, false) desc, f.accepted desc,
    (f.how = 'decision') desc, f.verified desc, f.valid_from desc, f.footprint_id desc`,
  'analyze chosen',
  ...classifyReportedItems('chosen'),
];

/**
 * SQL: converts the reported unit to the declared unit, into a temporary table `besides`. A line that cannot be used is
 * included with the reason. $1: the cooperative's currency.
 */
const MEASURE_SUPPLIER_RESULTS = `
  create temporary table besides on commit drop as
  with measured as (
    select c.*, k.category_code, v.way as conversion, v.factor as conversion_factor
    from chosen c
    left join agreements.door_item i on i.id = c.item_id
    left join good k on k.key = c.key
    ${joinUnitsSql('c.unit', 'c.declared_unit').trim()}
    ${convertUnitsSql({ reported: 'c.unit', massKg: 'c.kg_per_unit' }).trim()}
  )
  select version_id, line_no, supplier_id, buyer_id, agreement_id, coalesce(category_code, 'unsorted') as category_code, item_number, footprint_id, happened_on,
    quantity, unit, amount, currency, g.standing, accepted,
    case when g.standing = 'counted' then conversion end as conversion,
    case when g.standing = 'counted' then conversion_factor end as conversion_factor,
    case when g.standing = 'counted' then case when verified then 1 else 2 end end::smallint as data_quality_score,
    case when g.standing = 'counted' then g.multiplier end as multiplier,
    case when g.standing = 'counted' then round(quantity * g.multiplier, 6) end::numeric(24, 6) as kg
  from measured
  cross join lateral (
    select round(per_unit * conversion_factor, 18)::numeric(38, 18) as multiplier,
      case when not valid_then then 'not-valid-then'
           when quantity is null then 'quantity-missing'
           when conversion_factor is null then 'unit-not-convertible'
           when currency = $1 and abs(quantity * per_unit * conversion_factor) > ${KG_PER_NOK_MAX} * abs(amount) then 'implausible'
           else 'counted' end as standing
  ) g`;

/** Statements that calculate the supplier-specific results, in order. One needs the currency as a parameter. */
export const calculateSupplierResults = (
  only?: LineSelection,
): readonly { readonly sql: string; readonly needs?: 'currency' }[] => [
  ...chooseFootprints(only).map((sql) => ({ sql })),
  { sql: MEASURE_SUPPLIER_RESULTS, needs: 'currency' },
  { sql: 'drop table chosen, part, good' },
];

const SAME_RESULT = `(b.supplier_id, b.buyer_id, b.agreement_id, b.category_code, b.item_number, b.footprint_id, b.happened_on, b.quantity, b.unit, b.amount, b.currency,
  b.standing, b.accepted, b.conversion, b.conversion_factor, b.data_quality_score, b.multiplier, b.kg)
  is not distinct from
  (w.supplier_id, w.buyer_id, w.agreement_id, w.category_code, w.item_number, w.footprint_id, w.happened_on, w.quantity, w.unit, w.amount, w.currency,
  w.standing, w.accepted, w.conversion, w.conversion_factor, w.data_quality_score, w.multiplier, w.kg)`;

/** SQL: counts the supplier-specific results of a sample that differ from the stored ones. */
export const SUPPLIER_RESULTS_DIFFERING = `
  select count(*)::int as differing from besides w
  full join (select * from emissions.supplier_footprint_result o where o.closed_by_run is null and ${isInSampleSql('o.buyer_id')}) b on b.version_id = w.version_id and b.line_no = w.line_no
  where ${SAME_RESULT.replace('is not distinct from', 'is distinct from')}`;

/**
 * SQL: closes the results that are no longer current. $1: the run. Returns the affected buyers. `touched`: only for
 * reports added or removed.
 */
export const closeSupplierResults = (touched: boolean): string => `
  with closed as (
  update emissions.supplier_footprint_result b set closed_by_run = $1
  where b.closed_by_run is null${touched ? ` and ${OF_CHANGED_REPORTS('b')}` : ''} and not exists (select 1 from besides w where w.version_id = b.version_id and w.line_no = b.line_no and ${SAME_RESULT})
  returning b.buyer_id
  )
  select buyer_id, count(*)::int as lines from closed group by buyer_id`;

/** SQL: opens the new results. $1: the run. Returns the affected buyers. */
export const OPEN_SUPPLIER_RESULTS = `
  with opened as (
  insert into emissions.supplier_footprint_result (opened_by_run, version_id, line_no, supplier_id, buyer_id, agreement_id, category_code, item_number, footprint_id, happened_on,
    quantity, unit, amount, currency, standing, accepted, conversion, conversion_factor, data_quality_score, multiplier, kg)
  select $1, w.version_id, w.line_no, w.supplier_id, w.buyer_id, w.agreement_id, w.category_code, w.item_number, w.footprint_id, w.happened_on,
    w.quantity, w.unit, w.amount, w.currency, w.standing, w.accepted, w.conversion, w.conversion_factor, w.data_quality_score, w.multiplier, w.kg
  from besides w
  where not exists (select 1 from emissions.supplier_footprint_result b where b.closed_by_run is null and b.version_id = w.version_id and b.line_no = w.line_no)
  returning buyer_id
  )
  select buyer_id, count(*)::int as lines from opened group by buyer_id`;

/** SQL: the report versions and footprints used. */
export const READ_SUPPLIER_INPUTS = `
  select array(select distinct version_id from besides order by 1) as versions,
    array(select distinct footprint_id from besides order by 1) as footprints`;

/** SQL: the report versions and footprints of all open results, after a run that read only some of them. */
export const READ_CURRENT_SUPPLIER_INPUTS = `
  select array(select distinct version_id from emissions.supplier_footprint_result where closed_by_run is null order by 1) as versions,
    array(select distinct footprint_id from emissions.supplier_footprint_result where closed_by_run is null order by 1) as footprints`;

export const ANALYSE_SUPPLIER_RESULTS = 'analyze besides';

export const DROP_SUPPLIER_RESULTS = 'drop table besides';
