import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DEFAULT_GSD, QUANTITY_GSD } from '../comparison/changed-groups.ts';
import { filterParams, type EmissionFilter } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { sumSourceSql } from '../summarise-emissions.ts';
import { intervalOf, levelOf, naiveIntervalOf, type FactorGroup } from './propagate-uncertainty.ts';
import { linesAsSums } from '../calculation/store-sums.ts';
import { inForceAt } from '../at-run.ts';

export const periodsOfTotals = ['month', 'quarter', 'year'] as const;
export type PeriodOfTotal = (typeof periodsOfTotals)[number];

/** SQL: the key of the period of a sum, such as 2026-03, 2026-Q1 and 2026. */
const PERIOD_KEYS = {
  month: 'month',
  quarter: `left(month, 4) || '-Q' || ((right(month, 2)::int + 2) / 3)`,
  year: 'left(month, 4)',
} as const satisfies Record<PeriodOfTotal, string>;
type GroupKey = (typeof PERIOD_KEYS)[PeriodOfTotal] | 'buyer_id::text' | 'null::text';

export interface Uncertainty {
  readonly run: number | null;
  /** kg CO2e, decimal text. */
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  readonly level: 'low' | 'middle' | 'high';
  /** Interval if the factors of all lines were independent. */
  readonly naiveLow: string;
  readonly naiveHigh: string;
  /** Number of factors used by the lines. */
  readonly groups: number;
}

/** Returns the number of the requested run, or of the latest; null if there is none. */
export const runOf = async (database: Database, { run }: EmissionFilter): Promise<number | null> =>
  (
    await database.one<{ number: number | null }>(
      'select max(number) as number from emissions.run where $1::int is null or number = $1',
      [run ?? null],
    )
  )?.number ?? null;

/**
 * Estimates the uncertainty of a run's total within a filter. A factor has one error for all its uses; the widest
 * interval of its uses applies.
 */
@Injectable()
export class EstimateUncertainty {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadPublicationScope,
  ) {}

  async run(filter: EmissionFilter): Promise<Uncertainty> {
    const { run, groups } = await this.#groups(await this.scope.narrow(filter));
    return uncertaintyOf(run, groups);
  }

  /** Returns the uncertainty of each buyer with emissions. */
  async byBuyer(requested: EmissionFilter): Promise<ReadonlyMap<string, Uncertainty>> {
    const { run, groups } = await this.#groups(await this.scope.narrow(requested), 'buyer_id::text');
    return new Map(
      [...Map.groupBy(groups, ({ of }) => of)].flatMap(([buyerId, own]) =>
        buyerId === null ? [] : [[buyerId, uncertaintyOf(run, own)] as const],
      ),
    );
  }

  /** Returns the uncertainty of each period with emissions, the oldest first. Months are those of the ledger. */
  async byPeriod(
    requested: EmissionFilter,
    kind: PeriodOfTotal,
  ): Promise<{ period: string; uncertainty: Uncertainty }[]> {
    const { run, groups } = await this.#groups(await this.scope.narrow(requested), PERIOD_KEYS[kind]);
    return [...Map.groupBy(groups, ({ of }) => of)]
      .flatMap(([period, own]) => (period === null ? [] : [{ period, uncertainty: uncertaintyOf(run, own) }]))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  }

  /** Returns the 95 % interval of one line of a run; null if it has no figure. */
  async ofLine(run: number, batchId: string, lineNo: number): Promise<{ low: string; high: string } | null> {
    const groups = await this.#grouped(
      linesAsSums(`select * from emissions.result where ${inForceAt('$1')} and batch_id = $2 and line_no = $3`),
      [run, batchId, lineNo],
    );
    if (groups.length === 0) return null;
    const { low, high } = intervalOf(groups);
    return { low: text(low), high: text(high) };
  }

  async #groups(filter: EmissionFilter, by?: GroupKey): Promise<{ run: number | null; groups: GroupOf[] }> {
    const run = await runOf(this.database, filter);
    return run === null
      ? { run, groups: [] }
      : { run, groups: await this.#grouped(sumSourceSql(filter), filterParams(run, filter), by) };
  }

  #grouped(sums: string, params: readonly unknown[], by: GroupKey = 'null::text'): Promise<GroupOf[]> {
    return this.database.query<GroupOf & Record<string, unknown>>(
      `with line as (${sums}), grouped as (
         select ${by} as of, factor_key as key, factor_set_id, factor_id, max(data_quality_score) as data_quality_score, min(method) as method, sum(kg) as kg, sum(line_count) as lines
         from line where factor_key is not null group by 1, 2, 3, 4
       )
       select g.of, g.key, g.kg::float8 as kg, g.lines::int as lines, coalesce(f.gsd, ${DEFAULT_GSD})::float8 as "gsdFactor", (${QUANTITY_GSD})::float8 as "gsdQuantity"
       from grouped g left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
       where g.kg <> 0`,
      params,
    );
  }
}

/** A factor group of one buyer's or one period's lines, or of all lines (`of` is null). */
type GroupOf = FactorGroup & { readonly of: string | null };

function uncertaintyOf(run: number | null, groups: readonly FactorGroup[]): Uncertainty {
  const interval = intervalOf(groups);
  const naive = naiveIntervalOf(groups);
  return {
    run,
    kg: text(interval.kg),
    low: text(interval.low),
    high: text(interval.high),
    level: levelOf(interval),
    naiveLow: text(naive.low),
    naiveHigh: text(naive.high),
    groups: groups.length,
  };
}

const text = (kg: number): string => kg.toFixed(3);
