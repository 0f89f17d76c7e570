import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, IS_OWN_CURRENCY, type CombinedFilter } from './combined-filter.ts';
import { countLines, LINES_OF_SET, sumSource } from './sum-source.ts';
import { IS_PURCHASE } from './utilisation/utilised-lines-sql.ts';

export interface BasisPart {
  readonly basis: 'item' | 'quantity' | 'account' | 'none';
  readonly amount: string;
  readonly lines: number;
}

export interface CategoryPart {
  readonly category: string | null;
  readonly method: string | null;
  readonly amount: string;
  readonly kg: string | null;
  readonly lines: number;
}

/** SQL: booked purchases in the cooperative's currency, by buyer and data basis (`part`). */
const spendByBasisSql = (source: string, condition: string): string => `with part as (
    select l.buyer_id, l.basis, sum(l.booked_amount) as amount, ${LINES_OF_SET} as lines
    from ${source} l where l.side <> 'reported' and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and ${condition} group by l.buyer_id, l.basis, l.line_set
  )`;

/**
 * Returns the data of the two charts: spend by data basis, and emissions by category and method. Both include all
 * spend, with unknown parts to scale.
 */
@Injectable()
export class ReadChartData {
  constructor(private readonly database: Database) {}

  async run(filter: CombinedFilter): Promise<{ basis: BasisPart[]; categories: CategoryPart[]; lines: number }> {
    const { sql, params } = conditionOf(filter);
    const source = sumSource(filter);
    const basis = await this.database.query<BasisPart>(
      `${spendByBasisSql(source, sql)} select basis, coalesce(sum(amount), 0)::text as amount, sum(lines)::int as lines from part group by basis`,
      params,
    );
    const categories = await this.database.query<CategoryPart>(
      `with part as (
         select l.category, l.method, sum(l.booked_amount) filter (where ${IS_OWN_CURRENCY}) as amount, sum(l.booked_amount) as booked_amount, sum(l.kg) as kg, ${LINES_OF_SET} as lines
         from ${source} l where l.side <> 'reported' and ${IS_PURCHASE} and (${IS_OWN_CURRENCY} or l.is_weighed) and ${sql} group by l.category, l.method, l.line_set
       )
       select category, method, coalesce(sum(amount), 0)::text as amount, sum(kg)::text as kg, sum(lines)::int as lines
       from part group by category, method order by sum(part.kg) desc nulls last, sum(booked_amount) desc nulls last`,
      params,
    );
    return { basis, categories, lines: await this.#lines(source, sql, params) };
  }

  /**
   * Returns the number of lines that the spend is of. Parts of one line may have different bases, so the lines of the
   * bases cannot be added.
   */
  async #lines(source: string, condition: string, params: unknown[]): Promise<number> {
    const row = await this.database.one<{ lines: number }>(
      `with l as (
         select l.line_set, ${LINES_OF_SET} as line_count
         from ${source} l where l.side <> 'reported' and not l.is_outside and ${IS_PURCHASE} and ${IS_OWN_CURRENCY} and ${condition} group by l.line_set
       )
       select ${countLines()} as lines`,
      params,
    );
    return row?.lines ?? 0;
  }

  /** Returns spend on agreed items by buyer, for buyers that have any. */
  async byItem(filter: CombinedFilter): Promise<ReadonlyMap<string, string>> {
    const { sql, params } = conditionOf(filter);
    const rows = await this.database.query<{ buyerId: string; amount: string }>(
      `${spendByBasisSql(sumSource(filter), sql)} select buyer_id as "buyerId", coalesce(sum(amount), 0)::text as amount from part where basis = 'item' group by buyer_id`,
      params,
    );
    return new Map(rows.map(({ buyerId, amount }) => [buyerId, amount]));
  }
}
