import { Injectable } from '@nestjs/common';
import { Database, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { isPurchaseSql } from './calculation/methods.ts';

/** Whose purchases a total is of, in which months, and how many of those months lack a complete ledger. */
export interface SummaryScope {
  /** Names, in alphabetical order. */
  readonly buyers: readonly string[];
  /** First and last month with purchases, YYYY-MM. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** Months for which the ledger of at least one of the buyers is not complete today. */
  readonly incompleteMonths: number;
}

interface Extent {
  readonly ids: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
}

interface BuyerMonths extends Record<string, unknown> {
  readonly name: string;
  readonly months: readonly string[];
}

/** $1: ids of buyers. */
const COMPLETE_MONTHS = `
  select o.name, coalesce(array_agg(m.month) filter (where m.is_complete), '{}') as months
  from identity.door_organisation o
  left join spend.door_ledger_month m on m.buyer_id = o.id
  where o.id = any ($1::uuid[])
  group by o.id, o.name order by o.name`;

/** Returns the buyers and months of a summary, so that its total is not taken for that of a year. */
@Injectable()
export class ReadSummaryScope {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
  ) {}

  /** @param sums SQL of the rows that the summary is the sum of, with its parameters */
  async run(sums: string, params: readonly unknown[]): Promise<SummaryScope | null> {
    const extent = await this.database.one<Extent & Record<string, unknown>>(
      `with line as (${sums})
       select array_agg(distinct buyer_id) filter (where buyer_id is not null) as ids, min(month) as "from", max(month) as "to"
       from line where ${isPurchaseSql('method')} and month is not null`,
      params,
    );
    const { ids, from, to } = extent ?? { ids: null, from: null, to: null };
    if (ids === null || from === null || to === null) return null;
    const buyers = await this.#completeMonths(ids);
    const months = monthsBetween(from, to);
    return {
      buyers: buyers.map(({ name }) => name),
      from,
      to,
      months: months.length,
      incompleteMonths: months.filter((month) => buyers.some((buyer) => !buyer.months.includes(month))).length,
    };
  }

  /** An auditor sees only the published part of a ledger; which months are complete is not confidential. */
  #completeMonths(ids: readonly string[]): Promise<BuyerMonths[]> {
    const read = () => this.database.query<BuyerMonths>(COMPLETE_MONTHS, [ids]);
    const actor = this.database.actor();
    return actor.role === 'auditor' ? this.units.run(systemActor(actor.cooperativeId, actor), read) : read();
  }
}

function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = Period.parse(from); month.key <= to; month = Period.next(month)) months.push(month.key);
  return months;
}
