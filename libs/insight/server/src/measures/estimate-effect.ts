import { Injectable } from '@nestjs/common';
import { DEFAULT_GSD, ReadComparison, shiftInterval, type Months, type ShiftedUse } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { filterOf, goodsScope, goodsSql, type MeasureQuery } from './measure-products.ts';
import { monthsBetween } from '../completeness/month-completeness.ts';

/** Reasons why no effect can be expected. */
export const expectationReasons = ['incomplete', 'nothing-bought', 'no-factor'] as const;
export type ExpectationReason = (typeof expectationReasons)[number];

/** Expected effect of a measure in a year, kg CO2e; negative = less. */
export interface ExpectedEffect {
  readonly run: number | null;
  /** Null if it can be calculated. */
  readonly reason: ExpectationReason | null;
  readonly kg: string | null;
  readonly low: string | null;
  readonly high: string | null;
  /** The complete months from which a year was calculated. */
  readonly months: Months | null;
  /** Quantity shifted in a year, kg. */
  readonly shiftedMass: string | null;
}

/** The mass (kg) and emissions (kg CO2e) of one factor's goods on one side of a measure. */
interface UseRow extends Record<string, unknown> {
  readonly isTo: boolean;
  readonly factor: string;
  readonly mass: number;
  readonly kg: number;
  /** Sum of the squared kg CO2e of each product. */
  readonly squared: number;
  readonly gsdFactor: number;
  readonly isOfSeveral: boolean;
}

const MONTHS_A_YEAR = 12;
const NOTHING = { kg: null, low: null, high: null, months: null, shiftedMass: null };

/**
 * Estimates the effect of a shift in a year: a share of the quantity bought before, at the emission factors in force.
 * For kinds not bought before, their factors in force on the first day are used.
 */
@Injectable()
export class EstimateMeasureEffect {
  constructor(
    private readonly database: Database,
    private readonly comparisons: ReadComparison,
  ) {}

  /**
   * @param share share of the quantity that is shifted, 0 to 1
   * @param base months of the quantity bought before
   * @param startsOn first day of the measure
   */
  async run(query: MeasureQuery, share: number, base: Months, startsOn: string): Promise<ExpectedEffect> {
    const run = await this.database.one<{ number: number | null }>(
      'select max(number) as number from emissions.door_run',
    );
    const common = { run: run?.number ?? null };
    const scope = goodsScope(query.buyerId);
    const { standing, buyers, before: months } = await this.comparisons.run(base, base, scope, scope);
    if (standing === 'incomplete') return { ...common, reason: 'incomplete', ...NOTHING };
    const bought = await this.#uses(
      query,
      months,
      buyers.map(({ id }) => id),
    );
    const from = bought.filter(({ isTo, mass }) => !isTo && mass > 0);
    if (from.length === 0) return { ...common, reason: 'nothing-bought', ...NOTHING };
    const boughtTo = bought.filter(({ isTo, mass }) => isTo && mass > 0);
    const to = boughtTo.length > 0 ? boughtTo : await this.#factorsInForce(query.toProducts, startsOn);
    if (to.length === 0) return { ...common, reason: 'no-factor', ...NOTHING };
    const perYear = MONTHS_A_YEAR / monthsBetween(months.from, months.to).length;
    const shifted = share * from.reduce((total, { mass }) => total + mass, 0) * perYear;
    const uses = shiftedUses(from, to, share, perYear);
    const { low, high } = shiftInterval(uses);
    return {
      ...common,
      reason: null,
      kg: uses.reduce((total, { kg }) => total + kg, 0).toFixed(3),
      low: low.toFixed(3),
      high: high.toFixed(3),
      months,
      shiftedMass: shifted.toFixed(3),
    };
  }

  #uses({ fromProducts, toProducts, ...query }: MeasureQuery, { from, to }: Months, buyers: readonly string[]) {
    const goods = goodsSql(filterOf(query), [...fromProducts, ...toProducts]);
    const at = goods.params.length;
    return this.database.query<UseRow>(
      `with use as (select * from (${goods.sql}) g where g.s is not null and g.buyer_id = any ($${at + 3}::uuid[]) and g.month between $${at + 1} and $${at + 2}), product as (
         select product_group_code = any ($${at + 4}::text[]) as is_to, factor, item, min(factor_set_id) as factor_set_id, min(factor_id) as factor_id, max(data_quality_score) as data_quality_score, min(method) as method, sum(s) as mass, sum(e) as kg
         from use group by 1, 2, 3
       ), g as (
         select is_to, factor, min(factor_set_id) as factor_set_id, min(factor_id) as factor_id, max(data_quality_score) as data_quality_score, min(method) as method, sum(mass) as mass, sum(kg) as kg, sum(kg * kg) as squared
         from product group by 1, 2
       )
       select g.is_to as "isTo", g.factor, g.mass::float8 as mass, g.kg::float8 as kg, g.squared::float8 as squared, coalesce(f.gsd, ${DEFAULT_GSD})::float8 as "gsdFactor", g.data_quality_score > 2 as "isOfSeveral"
       from g left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id order by g.is_to, g.factor`,
      [...goods.params, from, to, buyers, toProducts],
    );
  }

  /** Returns the factors per mass in force for kinds that were not bought, each for an equal quantity. */
  #factorsInForce(products: readonly string[], on: string): Promise<UseRow[]> {
    return this.database.query<UseRow>(
      `with g as (
         select distinct on (a.target) a.set_id || '/' || a.factor_id as factor, f.gsd, f.value / u.factor as value, 3 as data_quality_score, 'physical-average' as method
         from factor_book.door_effective_assignment a join factor_book.door_factor f on f.set_id = a.set_id and f.id = a.factor_id join emissions.door_unit u on u.name = lower(f.per) and u.dimension = 'mass'
         where a.kind = 'product' and a.target = any ($1::text[]) and $2::date between a.valid_from and a.valid_to order by a.target
       )
       select true as "isTo", g.factor, sum(1)::float8 as mass, sum(g.value)::float8 as kg, sum(g.value * g.value)::float8 as squared, coalesce(max(g.gsd), max(${DEFAULT_GSD}))::float8 as "gsdFactor", true as "isOfSeveral"
       from g group by g.factor`,
      [products, on],
    );
  }
}

/** Returns what the shift removes and adds in a year, by factor. */
function shiftedUses(from: readonly UseRow[], to: readonly UseRow[], share: number, perYear: number): ShiftedUse[] {
  const shifted = share * from.reduce((total, { mass }) => total + mass, 0) * perYear;
  const toMass = to.reduce((total, { mass }) => total + mass, 0);
  const times = ({ factor, kg, squared, gsdFactor, isOfSeveral }: UseRow, scale: number): ShiftedUse => ({
    ...{ key: factor, gsdFactor, isOfSeveral },
    kg: kg * scale,
    squared: squared * scale ** 2,
  });
  return [...from.map((use) => times(use, -share * perYear)), ...to.map((use) => times(use, shifted / toMass))];
}
