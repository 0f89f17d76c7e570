import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Lines and kroner in one state, for one supplier and one buyer. */
export interface MatchingCell {
  readonly side: 'reported' | 'booked';
  readonly state: string;
  readonly supplierId: string | null;
  readonly supplier: string | null;
  readonly buyerId: string;
  readonly buyer: string;
  readonly lines: number;
  readonly amount: string;
}

/** How far the two sides agree: every line of both sides is in exactly one state. */
@Injectable()
export class SummariseMatching {
  constructor(private readonly database: Database) {}

  async run(): Promise<{ run: { number: number; finishedAt: Date } | null; cells: MatchingCell[] }> {
    const run = await this.database.one<{ number: number; finishedAt: Date }>('select number, finished_at as "finishedAt" from matching.run order by number desc limit 1');
    const cells = await this.database.query<MatchingCell>(
      `with counted as (
         select 'reported' as side, r.state, r.supplier_id, r.buyer_id, count(*)::int as lines, sum(r.amount)::text as amount
         from matching.door_report_state r
         where r.buyer_id is not null
         group by r.state, r.supplier_id, r.buyer_id
         union all
         select 'booked', s.state, s.supplier_id, s.buyer_id, count(*)::int, sum(s.amount)::text
         from matching.door_spend_state s
         where s.state <> 'outside-agreements' and s.buyer_id is not null
         group by s.state, s.supplier_id, s.buyer_id
       )
       select c.side, c.state, c.supplier_id as "supplierId", s.name as supplier, c.buyer_id as "buyerId", b.name as buyer, c.lines, c.amount
       from counted c
       join identity.door_organisation b on b.id = c.buyer_id
       left join identity.door_organisation s on s.id = c.supplier_id
       order by s.name, b.name, c.side, c.state`,
    );
    return { run: run ?? null, cells };
  }
}
