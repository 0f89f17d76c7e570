import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, OWN_CURRENCY, type CombinedFilter } from './combined-filter.ts';
import { PART, PARTS } from './line-parts.ts';
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
    const { sql, ofParts, params } = conditionOf(filter);
    const basis = await this.database.query<BasisPart>(
      `select l.basis, coalesce(sum(${PART.amount}), 0)::numeric(24, 2)::text as amount, count(distinct l.key)::int as lines
       from insight.combined_line l ${PARTS} where l.side <> 'reported' and ${PURCHASE} and ${OWN_CURRENCY} and ${sql} and ${ofParts} group by l.basis`,
      params,
    );
    const categories = await this.database.query<CategoryPart>(
      `select ${PART.category} as category, ${PART.method} as method, coalesce(sum(${PART.amount}) filter (where ${OWN_CURRENCY}), 0)::text as amount, sum(p.kg)::text as kg, count(distinct l.key)::int as lines
       from insight.combined_line l ${PARTS} where l.side <> 'reported' and ${PURCHASE} and (${OWN_CURRENCY} or p.kg is not null) and ${sql} and ${ofParts}
       group by 1, 2 order by sum(p.kg) desc nulls last, sum(${PART.amount}) desc nulls last`,
      params,
    );
    return { basis, categories };
  }
}
