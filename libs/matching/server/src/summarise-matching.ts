import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Lines and amount in one state, for one supplier and one buyer. */
export interface MatchingTotal {
  readonly side: 'reported' | 'booked';
  readonly state: string;
  readonly supplierId: string | null;
  readonly supplier: string | null;
  readonly buyerId: string;
  readonly buyer: string;
  readonly lines: number;
  readonly amount: string;
}

/**
 * Summarises how far the two sides agree: every line of both sides is in exactly one state. Reads the sums stored by
 * the last run.
 */
@Injectable()
export class SummariseMatching {
  constructor(private readonly database: Database) {}

  async run({ from, to }: { readonly from?: string; readonly to?: string } = {}): Promise<{
    run: { number: number; finishedAt: Date } | null;
    months: string[];
    cells: MatchingTotal[];
  }> {
    const run = await this.database.one<{ number: number; finishedAt: Date }>(
      'select number, finished_at as "finishedAt" from matching.run order by number desc limit 1',
    );
    const cells = await this.database.query<MatchingTotal>(
      `select c.side, c.state, c.supplier_id as "supplierId", s.name as supplier, c.buyer_id as "buyerId", b.name as buyer, c.lines, c.amount
       from (
         select side, state, supplier_id, buyer_id, sum(lines)::int as lines, sum(amount)::text as amount
         from matching.matching_total where state <> 'outside-agreements' and buyer_id is not null and ($1::text is null or month >= $1) and ($2::text is null or month <= $2)
         group by side, state, supplier_id, buyer_id
       ) c
       join identity.door_organisation b on b.id = c.buyer_id
       left join identity.door_organisation s on s.id = c.supplier_id
       order by s.name, b.name, c.side, c.state`,
      [from ?? null, to ?? null],
    );
    const months = await this.database.query<{ month: string }>(
      `select distinct month from matching.matching_total where month is not null and state <> 'outside-agreements' order by month`,
    );
    return { run: run ?? null, months: months.map(({ month }) => month), cells };
  }
}
