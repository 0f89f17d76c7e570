import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { filterParams, type EmissionFilter, type ScopedFilter } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { BOOKED_ON } from '../calculation/store-sums.ts';
import { METHODS_WITH_FIGURE } from '../calculation/methods.ts';
import { inForceAt } from '../at-run.ts';

/** Steps in the order in which they are calculated. Each step is a full total with one more input changed. */
export const bridgeSteps = ['data', 'volume', 'mix', 'supplier', 'factor', 'method', 'price'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

/** Steps that are changes in data or calculation, not in purchasing; the chart draws them grey. */
export const calculationSteps: readonly BridgeStep[] = ['data', 'factor', 'method', 'price'];

export interface Bridge {
  readonly from: number;
  readonly to: number;
  /** kg CO2e, decimal text. `before` plus all steps equals `after` exactly. */
  readonly before: string;
  readonly after: string;
  readonly steps: readonly BridgeStepTotal[];
}

export interface BridgeStepTotal {
  readonly step: BridgeStep;
  readonly kg: string;
  /** Number of lines, or product groups, with a change. */
  readonly lines: number;
}

export interface StepRow {
  readonly step: BridgeStep;
  readonly kg: string;
  readonly lines: number;
}

/** Returns all steps in order, including those without a change. */
export const orderSteps = (rows: readonly StepRow[]): BridgeStepTotal[] =>
  bridgeSteps.map((step) => rows.find((row) => row.step === step) ?? { step, kg: '0', lines: 0 });

const SPEND_METHODS = `array['spend-category', 'spend-account']`;
const SUPPLIER_METHODS = `array['declared-verified', 'declared-unverified', 'invoice-co2e']`;
/** SQL: true if a line is within the filter. $3 buyers, $4 categories, $5 and $6 months; null = all. */
const isInsideSql = (
  month: string,
): string => `($3::uuid[] is null or buyer_id = any ($3::uuid[])) and ($4::text[] is null or category_code = any ($4::text[]))
  and ($5::text is null or ${month} >= $5) and ($6::text is null or ${month} <= $6)`;
const IS_INSIDE = isInsideSql(`to_char(${BOOKED_ON}, 'YYYY-MM')`);
const isOpenAt = (run: string): string => inForceAt(run);

/** Returns the parameters $1 to $6 of BRIDGED. */
export function bridgeParams(from: number, to: number, filter: ScopedFilter): readonly unknown[] {
  const [, buyers, , categories, fromMonth, toMonth] = filterParams(to, filter);
  return [from, to, buyers, categories, fromMonth, toMonth];
}

/** SQL: the change of each line per step (`told`), from run $1 to run $2, within the filter $3 to $6. */
export const BRIDGE_SQL = `
  with a as (
    select *, (${IS_INSIDE}) is true as inside from emissions.result where ${isOpenAt('$1')} and not (${isOpenAt('$2')})
  ), b as (
    select *, (${IS_INSIDE}) is true as inside from emissions.result where ${isOpenAt('$2')} and not (${isOpenAt('$1')})
  ), pair as (
    select coalesce(b.batch_id, a.batch_id) as batch_id, coalesce(b.line_no, a.line_no) as line_no, coalesce(b.base_amount, a.base_amount) as line_amount, case when a.inside then a.kg end as kg_a, case when b.inside then b.kg end as kg_b, a.batch_id is null or b.batch_id is null as missing, not coalesce(a.inside and b.inside, false) as alone,
      a.method as method_a, b.method as method_b, (a.product_group_code, a.category_code) is distinct from (b.product_group_code, b.category_code) as other_goods,
      a.method = any (${SUPPLIER_METHODS}) or b.method = any (${SUPPLIER_METHODS}) as by_supplier,
      (a.factor_set_id, a.factor_id) is distinct from (b.factor_set_id, b.factor_id) as other_factor,
      (a.price_level, a.vat_rate, a.price_basis_conversion) is distinct from (b.price_level, b.vat_rate, b.price_basis_conversion) as other_prices, f.value as factor_a, g.value as factor_b, s.currency = t.currency as same_money, b.base_amount, a.multiplier,
      -- The old multiplier on the new amount or quantity, if both use the same measure. If the unit now contains more,
      -- the quantity increases accordingly.
      case when a.inside and b.inside and a.method = b.method and a.kg is not null then round(case when b.method = any (${SPEND_METHODS}) then b.base_amount
        when (a.factor_set_id, a.factor_id, a.footprint_id) is not distinct from (b.factor_set_id, b.factor_id, b.footprint_id) then b.quantity * coalesce(b.per_unit / nullif(a.per_unit, 0), 1)
        else b.quantity end * a.multiplier, 6) end as kg_moved
    from a
    full join b on b.batch_id = a.batch_id and b.line_no = a.line_no and b.part = a.part
    left join factor_book.door_factor f on f.set_id = a.factor_set_id and f.id = a.factor_id
    left join factor_book.door_factor g on g.set_id = b.factor_set_id and g.id = b.factor_id
    left join factor_book.door_factor_set s on s.id = a.factor_set_id
    left join factor_book.door_factor_set t on t.id = b.factor_set_id
    where a.inside or b.inside
  ), stepped as (
    select *, case when not alone and not other_goods and method_a = method_b and method_a = any (${SPEND_METHODS}) and other_factor and other_prices and same_money
      then round(base_amount * multiplier * factor_b / nullif(factor_a, 0), 6) end as kg_refactored
    from pair
  ), told as (
    -- A line that moved from or to another category counts as a change of product. A line that exists in only one run,
    -- or for another buyer or month, counts as data.
    select case when not missing and other_goods then 'mix' else 'data' end as step, coalesce(kg_b, 0) - coalesce(kg_a, 0) as kg, batch_id, line_no, line_amount, kg_a, kg_b from stepped where alone
    union all
    select 'volume', kg_moved - kg_a, batch_id, line_no, line_amount, kg_a, kg_b from stepped where not alone and kg_moved is not null
    union all
    select 'factor', kg_refactored - kg_moved, batch_id, line_no, line_amount, kg_a, kg_b from stepped where kg_refactored is not null
    union all
    select case when other_goods then 'mix' when by_supplier then 'supplier' when kg_refactored is not null then 'price'
                when method_a <> method_b and method_a = any (${METHODS_WITH_FIGURE}) and method_b = any (${METHODS_WITH_FIGURE}) then 'method'
                when other_factor and method_a = method_b then 'factor' when method_a <> method_b then 'method' else 'price' end,
      coalesce(kg_b, 0) - coalesce(kg_refactored, kg_moved, kg_a, 0), batch_id, line_no, line_amount, kg_a, kg_b
    from stepped where not alone
  )`;

/**
 * Splits the difference between two runs' totals into steps, for all lines or within a filter.
 * - *Data*: lines that exist in only one run, or are outside the filter in one of them.
 * - *Volume*: the same line with another amount, quantity or unit content, at the old factor.
 *
 * The remainder of a line is assigned to one cause:
 * - *mix*: another product or category
 * - *supplier*: a supplier-specific figure was added, removed or changed
 * - *factor*: the same method with another factor
 * - *method*: another method
 * - *price*: the same factor at another price year, price basis or VAT rate, or another version of index, exchange rate
 *   or margins
 *
 * If both factor and prices changed, the factor is changed first, at the old prices.
 */
@Injectable()
export class BridgeRuns {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadPublicationScope,
  ) {}

  async run(from: number, to: number, requested: EmissionFilter = {}): Promise<Bridge> {
    const params = bridgeParams(from, to, await this.scope.narrowForRuns(requested, [to, from]));
    const existing = await this.database.one<{ count: number }>(
      'select count(*)::int as count from emissions.run where number in ($1, $2)',
      [from, to],
    );
    if (existing?.count !== new Set([from, to]).size) throw notFound('run');
    const rows = await this.database.query<StepRow>(
      `${BRIDGE_SQL}
       select step, sum(kg)::text as kg, count(*) filter (where kg <> 0)::int as lines from told group by step`,
      params,
    );
    const totals = await this.database.one<{ before: string; after: string }>(
      `select coalesce(sum(kg) filter (where ${isOpenAt('$1')}), 0)::text as before, coalesce(sum(kg) filter (where ${isOpenAt('$2')}), 0)::text as after from emissions.result_sum where level = 'buyer' and ${isInsideSql('month')}`,
      params,
    );
    return { from, to, before: totals?.before ?? '0', after: totals?.after ?? '0', steps: orderSteps(rows) };
  }
}
