import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { isPublishedSql } from './emission-filter.ts';
import { METHODS_WITH_FIGURE } from './calculation/methods.ts';
import { inForceAt } from './at-run.ts';

/** A run with the totals of the lines that the user may see. Decimals are text. */
export interface RunRow {
  readonly number: number;
  readonly engine: string;
  readonly factorSet: string;
  readonly ruleSet: string;
  readonly currency: string;
  readonly cause: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly opened: number;
  readonly closed: number;
  readonly batches: number;
  readonly versions: number;
  readonly footprints: number;
  /** Ids of the versions of price index, exchange rates and price margins that it used. */
  readonly series: readonly string[];
  readonly amountWithFactor: string;
  readonly amountWithout: string;
  readonly kg: string;
}

const PAGE = 50;

/** Totals as stored with each run. For an auditor, the sums of the published lines. */
const WRITTEN = 'emissions.run_total';
const PUBLISHED = `(
  select u.cooperative_id, u.number as run_number, x.method, sum(x.amount) as amount, coalesce(sum(x.kg), 0) as kg from emissions.run u
  join emissions.result x on ${inForceAt('u.number', 'x')} and ${isPublishedSql('u.number', 'x')}
  where $1::int is null or u.number < $1::int
  group by u.cooperative_id, u.number, x.method)`;

/**
 * Returns emission runs, newest first, 50 at a time. `before`: number of the last run of the previous page; null =
 * first page.
 */
@Injectable()
export class ListRuns {
  constructor(private readonly database: Database) {}

  run(before: number | null): Promise<RunRow[]> {
    return this.database.query<RunRow>(
      `select r.number, r.engine, r.factor_set_id as "factorSet", r.account_map_id as "ruleSet", r.currency, r.cause,
              r.started_at as "startedAt", r.finished_at as "finishedAt", r.opened, r.closed,
              jsonb_array_length(r.read -> 'batches') as batches, jsonb_array_length(r.read -> 'versions') as versions, jsonb_array_length(r.read -> 'footprints') as footprints, coalesce(r.read -> 'series', '[]') as series,
              coalesce(sum(t.amount) filter (where t.method = any (${METHODS_WITH_FIGURE})), 0)::text as "amountWithFactor",
              coalesce(sum(t.amount) filter (where t.method in ('ask', 'no-factor')), 0)::text as "amountWithout",
              round(coalesce(sum(t.kg), 0), 6)::text as kg
       from emissions.run r
       left join ${this.database.actor().role === 'auditor' ? PUBLISHED : WRITTEN} t on t.cooperative_id = r.cooperative_id and t.run_number = r.number
       where $1::int is null or r.number < $1::int
       group by r.cooperative_id, r.number
       order by r.number desc limit ${PAGE}`,
      [before],
    );
  }
}
