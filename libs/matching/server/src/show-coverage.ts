import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { covered } from './covered.ts';

/** Kroner (decimal text) and lines booked that stand under one cause. */
export interface ExplainedPart {
  /** 'matched' for what reports tell line by line, a cause, or 'none' for what nothing explains. */
  readonly cause: string;
  readonly amount: string;
  readonly lines: number;
}

export interface CoverageRow {
  readonly supplierId: string;
  readonly supplier: string;
  readonly buyerId: string;
  readonly buyer: string;
  readonly booked: string;
  readonly linked: string;
  readonly over: string;
}

export interface Coverage {
  /** Booked on agreement suppliers; and all that is booked, with services and investment. */
  readonly agreementPurchases: string;
  readonly allPurchases: string;
  /** Reported kroner that are tied to what is booked, never more than is booked of the supplier, buyer and month. */
  readonly linked: string;
  /** Reported kroner tied beyond what is booked of their supplier, buyer and month. */
  readonly over: string;
  /** What the purchases from agreement suppliers are made of: they add up to them. */
  readonly parts: readonly ExplainedPart[];
  readonly rows: readonly CoverageRow[];
}

export interface CoverageQuery {
  readonly supplierId: string | null;
  readonly buyerId: string | null;
}

const OF_AGREEMENTS = `c.side = 'booked' and c.supplier_id is not null and c.buyer_id is not null and ($1::uuid is null or c.supplier_id = $1) and ($2::uuid is null or c.buyer_id = $2)`;

/** Linked and over-reported are of each supplier, buyer and month before they are summed, so that too much in one cannot hide too little in another. */
const MONTHS = `
  select c.supplier_id, c.buyer_id, c.month, sum(c.amount) as booked,
    ${covered('sum(c.linked)', 'sum(c.amount)')} as linked, greatest(sum(c.linked) - greatest(sum(c.amount), 0), 0) as over
  from matching.cell c
  where ${OF_AGREEMENTS}
  group by c.supplier_id, c.buyer_id, c.month`;

/** How much of what is booked the reports tell line by line, and what the rest is. Read of the sums that the last run kept. */
@Injectable()
export class ShowCoverage {
  constructor(private readonly database: Database) {}

  async run({ supplierId, buyerId }: CoverageQuery): Promise<Coverage> {
    const params = [supplierId, buyerId];
    const [sums] = await this.database.query<Omit<Coverage, 'parts' | 'rows' | 'allPurchases'>>(
      `select coalesce(sum(booked), 0)::text as "agreementPurchases", coalesce(sum(linked), 0)::text as linked, coalesce(sum(over), 0)::text as over from (${MONTHS}) m`,
      params,
    );
    const [all] = await this.database.query<{ amount: string }>(`select coalesce(sum(c.amount), 0)::text as amount from matching.cell c where c.side = 'booked' and ($1::uuid is null or c.supplier_id = $1) and ($2::uuid is null or c.buyer_id = $2)`, params);
    const parts = await this.database.query<ExplainedPart>(
      `select case when c.state = 'matched' then 'matched' else coalesce(c.cause, 'none') end as cause, sum(c.amount)::text as amount, sum(c.lines)::int as lines
       from matching.cell c
       where ${OF_AGREEMENTS}
       group by 1 order by sum(abs(c.amount)) desc, 1`,
      params,
    );
    const rows = await this.database.query<CoverageRow>(
      `select m.supplier_id as "supplierId", s.name as supplier, m.buyer_id as "buyerId", b.name as buyer, sum(m.booked)::text as booked, sum(m.linked)::text as linked, sum(m.over)::text as over
       from (${MONTHS}) m
       join identity.door_organisation s on s.id = m.supplier_id
       join identity.door_organisation b on b.id = m.buyer_id
       group by m.supplier_id, s.name, m.buyer_id, b.name order by sum(m.booked) - sum(m.linked) desc, s.name, b.name`,
      params,
    );
    return { agreementPurchases: sums?.agreementPurchases ?? '0', allPurchases: all?.amount ?? '0', linked: sums?.linked ?? '0', over: sums?.over ?? '0', parts, rows };
  }
}
