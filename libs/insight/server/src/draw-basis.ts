import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, OWN_CURRENCY, type CombinedFilter } from './combined-filter.ts';
import { LINES } from './line-count.ts';
import { PURCHASE } from './use/used-lines.ts';

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

/** The two pictures: on what basis each booked krone stands, and emissions by category and method. Whole spend, the unknown to scale. */
@Injectable()
export class DrawBasis {
  constructor(private readonly database: Database) {}

  async run(filter: CombinedFilter): Promise<{ basis: BasisPart[]; categories: CategoryPart[] }> {
    const { sql, params } = conditionOf(filter);
    const basis = await this.database.query<BasisPart>(
      `select l.basis, coalesce(sum(l.booked_amount), 0)::text as amount, ${LINES} as lines
       from insight.combined_line l where l.side <> 'reported' and ${PURCHASE} and ${OWN_CURRENCY} and ${sql} group by l.basis`,
      params,
    );
    const categories = await this.database.query<CategoryPart>(
      `select l.category, l.method, coalesce(sum(l.booked_amount) filter (where ${OWN_CURRENCY}), 0)::text as amount, sum(l.kg)::text as kg, ${LINES} as lines
       from insight.combined_line l where l.side <> 'reported' and ${PURCHASE} and (${OWN_CURRENCY} or l.kg is not null) and ${sql}
       group by 1, 2 order by sum(l.kg) desc nulls last, sum(l.booked_amount) desc nulls last`,
      params,
    );
    return { basis, categories };
  }
}
