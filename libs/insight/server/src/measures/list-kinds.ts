import { Injectable } from '@nestjs/common';
import { ReadComparison, type Months } from '@tallgrunn/emissions-server';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate, Period } from '@tallgrunn/values';
import { goodsScope, goodsSql } from './measure-products.ts';
import { ListShifts, type ProposedShift } from './list-shifts.ts';
import { ReadKindChanges, type KindChanges } from './read-kind-changes.ts';
import type { CombinedFilter } from '../combined-filter.ts';

/** A kind of goods that was bought by mass: kg, kg CO2e and NOK. */
export interface BoughtKind {
  readonly code: string;
  readonly category: string;
  readonly nameNb: string;
  readonly nameNn: string;
  readonly nameEn: string;
  readonly mass: string;
  readonly kgCo2e: string;
  readonly amount: string;
}

export interface BoughtKinds {
  /** The newest complete months, at most twelve; null if there are none. */
  readonly months: Months | null;
  /** By emissions, largest first. */
  readonly kinds: readonly BoughtKind[];
  /** Shifts that would lower emissions, the largest first. */
  readonly shifts: readonly ProposedShift[];
  /** The quantities against the year before; null if no month is complete in both years. */
  readonly changes: KindChanges | null;
}

const MONTHS_A_YEAR = 12;

/** Returns the kinds of goods between which a measure can shift quantity: those bought by mass in the last year. */
@Injectable()
export class ListBoughtKinds {
  constructor(
    private readonly database: Database,
    private readonly comparisons: ReadComparison,
    private readonly shifts: ListShifts,
    private readonly changes: ReadKindChanges,
    private readonly clock: Clock,
  ) {}

  async run(filter: CombinedFilter): Promise<BoughtKinds> {
    const last = Period.shift(Period.parse(osloDate(this.clock.now()).slice(0, 7)), -1);
    const year = { from: Period.shift(last, 1 - MONTHS_A_YEAR).key, to: last.key };
    const scope = goodsScope(filter.buyerId);
    const { standing, before: months, buyers } = await this.comparisons.run(year, year, scope, scope);
    if (standing === 'incomplete') return { months: null, kinds: [], shifts: [], changes: null };
    const goods = goodsSql(filter, null);
    const at = goods.params.length;
    const kinds = await this.database.query<BoughtKind & Record<string, unknown>>(
      `select p.code, p.category_code as category, p.name_nb as "nameNb", p.name_nn as "nameNn", p.name_en as "nameEn", round(sum(g.s), 3)::text as mass, sum(g.e)::text as "kgCo2e", sum(g.amount)::text as amount
       from (${goods.sql}) g join catalogue.door_product_group p on p.code = g.product_group_code
       where g.s is not null and g.buyer_id = any ($${at + 3}::uuid[]) and g.month between $${at + 1} and $${at + 2}
       group by p.code, p.category_code, p.name_nb, p.name_nn, p.name_en having sum(g.s) > 0 order by sum(g.e) desc, p.code`,
      [...goods.params, months.from, months.to, buyers.map(({ id }) => id)],
    );
    const ids = buyers.map(({ id }) => id);
    return {
      months,
      kinds,
      shifts: await this.shifts.run(filter, months, ids),
      changes: await this.changes.run(filter, months),
    };
  }
}
