import { Injectable } from '@nestjs/common';
import { ReadComparison, type Months } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { IS_OWN_CURRENCY, type CombinedFilter } from '../combined-filter.ts';
import { IS_PURCHASE } from '../utilisation/utilised-lines-sql.ts';
import { goodsScope, goodsSql, purchaseMonthSql } from './measure-products.ts';

/** How much of each kind was bought in the same months of two years, and how much of the spend has a known quantity. */
export interface KindChanges {
  readonly before: Months;
  readonly after: Months;
  /** Share of the spend in the categories of the kinds that has a known mass, 0 to 1. */
  readonly knownBefore: number;
  readonly knownAfter: number;
  /** Known about equally well in both years: only then is a change of a kind a change of what was bought. */
  readonly isComparable: boolean;
  readonly kinds: readonly KindChange[];
}

/** kg of a kind in both periods. */
export interface KindChange {
  readonly code: string;
  readonly massBefore: string;
  readonly massAfter: string;
}

const MONTHS_A_YEAR = 12;
/** Largest difference of the shares known between the two years. */
const KNOWN_DIFFERENCE_MAX = 0.05;

/** Compares the quantity of each kind of goods with the same months of the year before. */
@Injectable()
export class ReadKindChanges {
  constructor(
    private readonly database: Database,
    private readonly comparisons: ReadComparison,
  ) {}

  /** Returns null if no month is complete in both years. */
  async run(filter: CombinedFilter, year: Months): Promise<KindChanges | null> {
    const scope = goodsScope(filter.buyerId);
    const earlier = { from: yearBefore(year.from), to: yearBefore(year.to) };
    const { standing, before, after, buyers } = await this.comparisons.run(earlier, year, scope, scope);
    if (standing === 'incomplete') return null;
    const ids = buyers.map(({ id }) => id);
    const kinds = await this.#masses(filter, before, after, ids);
    const known = await this.#known(filter, before, after, ids);
    const share = (isAfter: boolean): number => known.find((row) => row.isAfter === isAfter)?.share ?? 0;
    const [knownBefore, knownAfter] = [share(false), share(true)];
    const isComparable =
      Math.min(knownBefore, knownAfter) > 0 && Math.abs(knownAfter - knownBefore) <= KNOWN_DIFFERENCE_MAX;
    return { before, after, knownBefore, knownAfter, isComparable, kinds };
  }

  #masses(filter: CombinedFilter, before: Months, after: Months, buyers: readonly string[]): Promise<KindChange[]> {
    const goods = goodsSql(filter, null);
    const at = goods.params.length;
    const mass = (first: number) =>
      `round(coalesce(sum(g.s) filter (where g.month between $${first} and $${first + 1}), 0), 3)::text`;
    return this.database.query<KindChange & Record<string, unknown>>(
      `select g.product_group_code as code, ${mass(at + 1)} as "massBefore", ${mass(at + 3)} as "massAfter"
       from (${goods.sql}) g where g.s is not null and g.buyer_id = any ($${at + 5}::uuid[]) group by 1 order by 1`,
      [...goods.params, before.from, before.to, after.from, after.to, buyers],
    );
  }

  /** Returns the share of the spend with a known mass in each period, in the categories in which some is known. */
  #known(filter: CombinedFilter, before: Months, after: Months, buyers: readonly string[]) {
    const goods = goodsSql(filter, null);
    const at = goods.params.length;
    const isIn = (month: string) =>
      `(${month} between $${at + 1} and $${at + 2} or ${month} between $${at + 3} and $${at + 4})`;
    return this.database.query<{ isAfter: boolean; share: number }>(
      `with goods as materialized (
         select g.month >= $${at + 3} as is_after, g.category_code, sum(g.amount) as amount from (${goods.sql}) g
         where g.s is not null and g.buyer_id = any ($${at + 5}::uuid[]) and ${isIn('g.month')} group by 1, 2
       ), booked as (
         select ${purchaseMonthSql('l')} >= $${at + 3} as is_after, sum(l.booked_amount) as amount from insight.combined_line l
         where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and l.buyer_id = any ($${at + 5}::uuid[]) and ${isIn(purchaseMonthSql('l'))} and l.category in (select g.category_code from goods g)
         group by 1
       )
       select b.is_after as "isAfter", coalesce((select sum(g.amount) from goods g where g.is_after = b.is_after) / nullif(b.amount, 0), 0)::float8 as share from booked b`,
      [...goods.params, before.from, before.to, after.from, after.to, buyers],
    );
  }
}

const yearBefore = (month: string): string => Period.shift(Period.parse(month), -MONTHS_A_YEAR).key;
