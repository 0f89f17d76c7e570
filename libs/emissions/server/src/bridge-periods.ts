import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { inOrder, type StepRow, type ToldStep } from './bridge-runs.ts';
import { BOOKED_ON } from './summarise-emissions.ts';
import { COUNTING } from './weighing/methods.ts';

/** Some months as a run says them: 2025-01 to 2025-12, both included. */
export interface RunPeriod {
  readonly run: number;
  readonly from: string;
  readonly to: string;
}

export interface PeriodBridge {
  readonly before: RunPeriod & { readonly kg: string };
  readonly after: RunPeriod & { readonly kg: string };
  readonly steps: readonly ToldStep[];
}

/** kg CO2e of a group, at what it weighed a krone before; for goods not bought before, what their category or all weighed. */
const BEFORE_PER_KRONE = 'coalesce(e0 / nullif(s0, 0), sum(e0) over category / nullif(sum(s0) over category, 0), sum(e0) over () / nullif(sum(s0) over (), 0), 0)';

/** How many months lie from one to another: 2025-11 to 2026-02 are 3. */
export const monthsBetween = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

const bookedOn = (run: string, from: string, to: string): string => `
  select ${BOOKED_ON} as booked_on from emissions.result r
  where r.from_run <= ${run} and (r.until_run is null or r.until_run > ${run}) and to_char(${BOOKED_ON}, 'YYYY-MM') between ${from} and ${to} and r.method = any (${COUNTING})`;

const lines = (run: string, from: string, to: string): string => `
  select r.buyer_id, r.category_code, coalesce(r.product_code, '') as product_code, r.method, r.factor_set_id || ' ' || r.factor_id as factor, r.own_amount as s, r.kg as e
  from emissions.result r
  where r.from_run <= ${run} and (r.until_run is null or r.until_run > ${run}) and to_char(${BOOKED_ON}, 'YYYY-MM') between ${from} and ${to} and r.method = any (${COUNTING}) and r.own_amount is not null`;

/**
 * From one period's total to another's, both cut to the months that the later one's books reach, where no line is the same: by groups of goods (category and kind). *Data*: buyers whose books are in one of the
 * periods only. *Volume*: all kroner of the others, at what a krone weighed before. *Mix*: the groups' shares of them. *Supplier*: the kroner that suppliers' own figures weigh
 * afterwards. What is left of a group's difference goes to one cause: *method*, it is weighed in other ways; *factor*, by other factors; *price*, a krone buys otherwise than before;
 * *mix*, where quantities are weighed by the same factors, or the goods were not bought in the other period. Each step is a full total with one more input as it is afterwards, so they add up.
 */
@Injectable()
export class BridgePeriods {
  constructor(private readonly database: Database) {}

  async run(asked: RunPeriod, later: RunPeriod): Promise<PeriodBridge> {
    const [before, after] = await this.#alike(asked, later);
    const known = await this.database.one<{ count: number }>('select count(*)::int as count from emissions.run where number in ($1, $2)', [before.run, after.run]);
    if (known?.count !== new Set([before.run, after.run]).size) throw notFound('run');
    const params = [before.run, before.from, before.to, after.run, after.from, after.to];
    const rows = await this.database.query<StepRow & { before: string; after: string }>(
      `with line0 as (${lines('$1', '$2', '$3')}), line1 as (${lines('$4', '$5', '$6')}),
       sums as (select (select coalesce(sum(e), 0) from line0) as before, (select coalesce(sum(e), 0) from line1) as after),
       both_years as (select buyer_id from line0 intersect select buyer_id from line1),
       grouped as (
         select category_code, product_code, sum(e) filter (where not later) as e0, sum(s) filter (where not later) as s0, sum(e) filter (where later) as e1, sum(s) filter (where later) as s1,
           coalesce(sum(e) filter (where later and own), 0) as e1_own, coalesce(sum(s) filter (where later and own), 0) as s1_own,
           array_agg(distinct method) filter (where not later and not own) as methods0, array_agg(distinct method) filter (where later and not own) as methods1,
           array_agg(distinct factor) filter (where not later and not own) as factors0, array_agg(distinct factor) filter (where later and not own) as factors1,
           bool_and(method like 'spend-%') filter (where later and not own) as by_kroner
         from (
           select *, false as later, method in ('declared-verified', 'declared-unverified', 'invoice-co2e') as own from line0
           union all select *, true, method in ('declared-verified', 'declared-unverified', 'invoice-co2e') from line1
         ) l
         where exists (select 1 from both_years b where b.buyer_id is not distinct from l.buyer_id)
         group by category_code, product_code
       ), weighed as (
         select category_code, product_code, coalesce(e0, 0) as e0, coalesce(e1, 0) as e1, coalesce(s1, 0) as s1, e1_own, s1_own, ${BEFORE_PER_KRONE} as per_krone,
           coalesce(e0, 0) * coalesce(sum(s1) over () / nullif(sum(s0) over (), 0), 1) as e_volume,
           case when methods0 is null or methods1 is null then 'mix' when methods0 <> methods1 then 'method' when factors0 is distinct from factors1 then 'factor' when by_kroner then 'price' else 'mix' end as cause
         from grouped window category as (partition by category_code)
       ), told as (
         select 'data' as step, b.after - b.before - (coalesce((select sum(e1 - e0) from weighed), 0)) as kg from sums b
         union all select 'volume', round(e_volume - e0, 6) from weighed
         union all select 'mix', round(s1 * per_krone, 6) - round(e_volume, 6) from weighed
         union all select 'supplier', round(e1_own + (s1 - s1_own) * per_krone, 6) - round(s1 * per_krone, 6) from weighed
         union all select cause, e1 - round(e1_own + (s1 - s1_own) * per_krone, 6) from weighed
       )
       select t.step, sum(t.kg)::text as kg, count(*) filter (where t.kg <> 0)::int as lines, (select before::text from sums) as before, (select after::text from sums) as after
       from told t group by t.step`,
      params,
    );
    const [first] = rows;
    return { before: { ...before, kg: first?.before ?? '0' }, after: { ...after, kg: first?.after ?? '0' }, steps: inOrder(rows.map(({ step, kg, lines: groups }) => ({ step, kg, lines: groups }))) };
  }

  /** Both cut to as many months as the books of the later one reach: half a year is not held up against a whole one. */
  async #alike(before: RunPeriod, after: RunPeriod): Promise<[RunPeriod, RunPeriod]> {
    const last = await this.database.one<{ month: string | null }>(`select to_char(max(l.booked_on), 'YYYY-MM') as month from (${bookedOn('$1', '$2', '$3')}) l`, [after.run, after.from, after.to]);
    if (!last?.month || last.month >= after.to) return [before, after];
    const months = monthsBetween(after.from, last.month);
    const cut = Period.shift(Period.parse(before.from), months).key;
    return [{ ...before, to: cut < before.to ? cut : before.to }, { ...after, to: last.month }];
  }
}
