import { hasAccountClassSql, type ClassFilter } from '../emission-filter.ts';
import { BOOKED_ON, storedSums } from '../calculation/store-sums.ts';
import { METHODS_WITH_FIGURE } from '../calculation/methods.ts';
import { inForceAt } from '../at-run.ts';

/**
 * SQL: earlier intensity of a product group, kg CO2e per NOK. For a group not purchased before, the intensity of its
 * category, or else of all purchases.
 */
const EARLIER_INTENSITY =
  'coalesce(e0 / nullif(s0, 0), sum(e0) over category / nullif(sum(s0) over category, 0), sum(e0) over () / nullif(sum(s0) over (), 0), 0)';

const IS_SUPPLIER_SPECIFIC = `method in ('declared-verified', 'declared-unverified', 'invoice-co2e')`;

/** SQL of one period of a run, for an account class. */
type PeriodSql = (run: string, from: string, to: string, accountClass: ClassFilter | undefined) => string;

const linesWithFigureSql = (month: string, ...[run, from, to, accountClass]: Parameters<PeriodSql>): string => `
  ${inForceAt(run)} and ${month} between ${from} and ${to} and method = any (${METHODS_WITH_FIGURE}) and ${hasAccountClassSql(accountClass)}
    and ($7::uuid[] is null or buyer_id = any ($7::uuid[])) and ($8::text[] is null or category_code = any ($8::text[]))`;
const LINE_COLUMNS = `buyer_id, category_code, coalesce(product_group_code, '') as product_group_code, method, ${IS_SUPPLIER_SPECIFIC} as own, factor_set_id || ' ' || factor_id as factor, multiplier, coalesce(base_amount, 0) as s, kg as e`;

const lines: PeriodSql = (...period) => `
  select batch_id, line_no, ${LINE_COLUMNS} from emissions.result where ${linesWithFigureSql(`to_char(${BOOKED_ON}, 'YYYY-MM')`, ...period)}`;

const sums: PeriodSql = (...period) => `
  select ${LINE_COLUMNS} from (${storedSums('buyer', linesWithFigureSql('month', ...period))}) l`;

/**
 * SQL: two periods by product group (category and product).
 * - `line0`, `line1`: lines, or sums of lines, with an emission figure. A part calculated from its quantity may have kg
 *   but no amount, if its amount excl. VAT or in the cooperative's currency is unknown.
 * - `both_years`: buyers with lines in both periods.
 * - `weighed`: the product groups of these buyers, with amount `s` and kg `e` of each period (0, 1). Also the
 *   supplier-specific part of the later period, the earlier intensity, and the kg of the group at the growth of total
 *   spend.
 * - `later`: the later lines of these buyers, each with the cause of its deviation from the earlier intensity. *Method*
 *   or *factor*: one that the group did not use before; *price*: the same factor with another multiplier; otherwise
 *   *mix*: other products within the group.
 * - `caused`: sums by cause.
 * @param before SQL of the earlier lines: buyer_id, category_code, product_group_code, method, own (supplier-specific), factor,
 *   multiplier, s (the size by which volume is measured) and e (kg CO2e)
 * @param after SQL of the later lines
 * @param withinGroup cause of a deviation within a group by the factors it used before
 */
export const bridgeSql = (
  before: string,
  after: string,
  withinGroup: 'mix' | 'factor' = 'mix',
): string => `with line0 as (${before}), line1 as (${after}),
  sums as (select (select coalesce(sum(e), 0) from line0) as before, (select coalesce(sum(e), 0) from line1) as after),
  both_years as (select buyer_id from line0 intersect select buyer_id from line1),
  grouped as (
    select category_code, product_group_code, sum(e) filter (where not later) as e0, sum(s) filter (where not later) as s0, sum(e) filter (where later) as e1, sum(s) filter (where later) as s1,
      coalesce(sum(e) filter (where later and own), 0) as e1_own, coalesce(sum(s) filter (where later and own), 0) as s1_own,
      array_agg(distinct method) filter (where not later and not own) as methods0, array_agg(distinct factor) filter (where not later and not own) as factors0,
      array_agg(distinct factor || ' ' || multiplier) filter (where not later and not own and method like 'spend-%') as prices0
    from (select *, false as later from line0 union all select *, true from line1) l
    where exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
    group by category_code, product_group_code
  ), weighed as (
    select category_code, product_group_code, coalesce(e0, 0) as e0, coalesce(s0, 0) as s0, coalesce(e1, 0) as e1, coalesce(s1, 0) as s1, e1_own, s1_own, ${EARLIER_INTENSITY} as per_krone,
      coalesce(e0, 0) * coalesce(sum(s1) over () / nullif(sum(s0) over (), 0), 1) as e_volume, coalesce(sum(s1) over () / nullif(sum(s0) over (), 0), 1) as growth,
      methods0, factors0, prices0
    from grouped window category as (partition by category_code)
  ), later as (
    select l.*, w.per_krone, case when own then null when w.methods0 is null then 'mix' when l.method <> all (w.methods0) then 'method' when l.factor <> all (w.factors0) then 'factor'
      when l.method like 'spend-%' and l.factor || ' ' || l.multiplier <> all (w.prices0) then 'price' else '${withinGroup}' end as cause
    from line1 l join weighed w using (category_code, product_group_code)
    where exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
  ), caused as (
    select category_code, product_group_code, cause, sum(e - s * per_krone) as kg from later where not own group by 1, 2, 3
  )`;

/**
 * SQL, after bridgeSql: the steps (`told`) with their kg per product group. Each step is the total with one more input
 * changed, so the steps add up to the difference.
 */
export const BRIDGE_STEPS = `told as (
         select 'data' as step, null as category_code, null as product_group_code, b.after - b.before - (coalesce((select sum(e1 - e0) from weighed), 0)) as kg from sums b
         union all select 'volume', category_code, product_group_code, round(e_volume - e0, 6) from weighed
         union all select 'mix', category_code, product_group_code, round(s1 * per_krone, 6) - round(e_volume, 6) from weighed
         union all select 'supplier', category_code, product_group_code, round(e1_own + (s1 - s1_own) * per_krone, 6) - round(s1 * per_krone, 6) from weighed
         -- Rounded as full totals, so that the causes of a group add up to its remainder exactly.
         union all select c.cause, c.category_code, c.product_group_code, round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause, 6) - round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause - c.kg, 6)
         from caused c join weighed w using (category_code, product_group_code) window cause as (partition by c.category_code, c.product_group_code order by c.cause)
       )`;

/**
 * SQL: two periods of runs. Parameters: $1 run and $2 to $3 months of the earlier period; $4 run and $5 to $6 months of
 * the later; $7 buyers; $8 categories.
 */
const between = (period: PeriodSql, accountClass: ClassFilter | undefined): string =>
  bridgeSql(period('$1', '$2', '$3', accountClass), period('$4', '$5', '$6', accountClass));

/** SQL: reads the sums stored by runs. */
export const betweenPeriods = (accountClass?: ClassFilter): string => between(sums, accountClass);

/**
 * SQL: the contribution of each line to each step (`moved`), kg CO2e in the total before the step and after it. The
 * differences add up to the steps of betweenPeriods.
 * - *Volume*: an earlier line as it was, and scaled by the growth of total spend.
 * - *Mix*: scaled earlier lines are removed; later lines are added at the earlier intensity of their group.
 * - *Supplier* and the other causes: a later line at the earlier intensity, and as calculated.
 */
export const movedBetweenPeriods = (accountClass?: ClassFilter): string => `${between(lines, accountClass)}, both0 as (
    select l.*, w.growth from line0 l join weighed w using (category_code, product_group_code) where exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
  ), moved as (
    select 'data' as step, false as later, l.batch_id, l.line_no, l.category_code, l.product_group_code, l.s, l.e, l.e as before, 0 as after from line0 l where not exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
    union all select 'data', true, l.batch_id, l.line_no, l.category_code, l.product_group_code, l.s, l.e, 0, l.e from line1 l where not exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
    union all select 'volume', false, batch_id, line_no, category_code, product_group_code, s, e, e, e * growth from both0
    union all select 'mix', false, batch_id, line_no, category_code, product_group_code, s, e, e * growth, 0 from both0
    union all select 'mix', true, batch_id, line_no, category_code, product_group_code, s, e, 0, case when cause = 'mix' and not own then e else s * per_krone end from later
    union all select 'supplier', true, batch_id, line_no, category_code, product_group_code, s, e, s * per_krone, e from later where own
    union all select cause, true, batch_id, line_no, category_code, product_group_code, s, e, s * per_krone, e from later where not own and cause <> 'mix'
  )`;
