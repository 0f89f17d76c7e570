import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { DEFAULT_GSD, QUANTITY_GSD, readChangedGroups } from '../comparison/changed-groups.ts';
import { changeByClass, type ChangeClasses, type ClassSum } from '../comparison/class-change.ts';
import type { Comparison, Months } from '../comparison/comparable-months.ts';
import { monthsFrom, ReadComparison } from '../comparison/read-comparison.ts';
import { filterParams, type EmissionFilter, type ScopedFilter } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { filteredLinesSql, sumSourceSql } from '../summarise-emissions.ts';
import {
  changeOf,
  intervalOf,
  levelOf,
  naiveIntervalOf,
  type FactorGroup,
  type UnknownEffects,
  type ChangeDirection,
} from './propagate-uncertainty.ts';
import { linesAsSums } from '../calculation/store-sums.ts';
import { isPurchaseSql } from '../calculation/methods.ts';
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

/**
 * A change between two periods: kg CO2e and spend as decimal text. Figures are null if no comparison is possible;
 * `verdict` is null if the data do not support one.
 */
export interface PeriodChange {
  readonly run: number | null;
  readonly comparison: Comparison;
  /** The compared purchases by account class, independent of the class in the filter. */
  readonly classes: ChangeClasses | null;
  readonly spendBefore: string | null;
  readonly spendAfter: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly verdict: ChangeDirection | null;
  /**
   * kg CO2e calculated from spend in a year without a price index, in the period with more of it. How much of a rise is
   * higher prices is unknown.
   */
  readonly notDeflated: string | null;
}

const NO_FIGURES = {
  classes: null,
  spendBefore: null,
  spendAfter: null,
  before: null,
  after: null,
  difference: null,
  low: null,
  high: null,
  verdict: null,
  notDeflated: null,
};

function textOfEach<K extends string>(figures: Readonly<Record<K, number>>): Record<K, string> {
  return Object.fromEntries(Object.entries<number>(figures).map(([name, value]) => [name, text(value)])) as Record<
    K,
    string
  >;
}

/**
 * Estimates the uncertainty of a run's total within a filter, and whether two of its periods differ. A factor has one
 * error for all its uses; the widest interval of its uses applies.
 */
@Injectable()
export class EstimateUncertainty {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadPublicationScope,
    private readonly comparisons: ReadComparison,
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

  /**
   * Compares the earlier months with the months of the filter, limited to the months and buyers that can be compared.
   * Both are calculated in the same run, so they share their factors.
   */
  async change(filter: EmissionFilter, before: Months): Promise<PeriodChange> {
    const { from, to } = filter;
    if (from === undefined || to === undefined)
      throw new Problem(400, 'body-invalid', {}, [{ code: 'month', path: from === undefined ? 'from' : 'to' }]);
    const [seenBefore, seenAfter] = [
      await this.scope.narrow({ ...filter, ...before }),
      await this.scope.narrow(filter),
    ];
    const comparison = await this.comparisons.run(before, { from, to }, seenBefore, seenAfter);
    const buyers = comparison.buyers.map(({ id }) => id);
    const [then, now] = [
      { ...seenBefore, ...comparison.before, buyers },
      { ...seenAfter, ...comparison.after, buyers },
    ];
    const run = await this.#runOf(filter);
    if (run === null || comparison.standing === 'incomplete') return { run, comparison, ...NO_FIGURES };
    const [spendBefore, spendAfter] = [await this.#spend(run, then), await this.#spend(run, now)];
    const [classSumsBefore, classSumsAfter] = [await this.#classSums(run, then), await this.#classSums(run, now)];
    const classes = changeByClass(classSumsBefore, classSumsAfter);
    const { groups, kgOfOtherFactors } = await readChangedGroups(this.database, run, [then], [now]);
    const notDeflated = Math.max(spendBefore.notDeflated, spendAfter.notDeflated);
    const unknown: UnknownEffects = {
      unweighed: changeWithoutFigures(spendBefore, spendAfter),
      prices: notDeflated * priceRise(comparison),
      otherwise: kgOfOtherFactors,
      undated:
        filter.by === 'delivery'
          ? ((await this.#undated(run, then, spendBefore)) + (await this.#undated(run, now, spendAfter))) /
            (monthsFrom(comparison.after.from, comparison.after.to) + 1)
          : 0,
    };
    const { verdict, ...figures } = changeOf(groups, unknown);
    const isOperating = filter.accountClass === 'operating' && classes.isKnown;
    // Unclassified amounts can affect the direction only if there are any.
    const hasUnknown = [...classSumsBefore, ...classSumsAfter].some((sum) => sum.accountClass === null);
    const withUnknown = async () => (hasUnknown ? await this.#verdictWithUnknown(run, then, now, unknown) : verdict);
    const direction =
      filter.accountClass === undefined || (isOperating && (await withUnknown()) === verdict)
        ? verdict
        : isOperating
          ? 'unclear'
          : null;
    return {
      run,
      comparison,
      classes,
      spendBefore: spendBefore.amount,
      spendAfter: spendAfter.amount,
      ...textOfEach(figures),
      notDeflated: text(notDeflated),
      verdict: comparison.standing === 'sound' ? direction : null,
    };
  }

  /** Returns the direction of change if unclassified lines are included. */
  async #verdictWithUnknown(
    run: number,
    then: ScopedFilter,
    now: ScopedFilter,
    unknown: UnknownEffects,
  ): Promise<ChangeDirection> {
    const { groups } = await readChangedGroups(
      this.database,
      run,
      [then, { ...then, accountClass: 'unknown' }],
      [now, { ...now, accountClass: 'unknown' }],
    );
    return changeOf(groups, unknown).verdict;
  }

  /** Returns the number of the requested run, or of the latest; null if there is none. */
  async #runOf({ run }: EmissionFilter): Promise<number | null> {
    return (
      (
        await this.database.one<{ number: number | null }>(
          'select max(number) as number from emissions.run where $1::int is null or number = $1',
          [run ?? null],
        )
      )?.number ?? null
    );
  }

  /**
   * Estimates the kg that may have been delivered in another month, for lines without a reported delivery date: of the
   * period and the month after it.
   */
  async #undated(run: number, { to, ...rest }: ScopedFilter, { kg, weighed }: Spend): Promise<number> {
    const filter = { ...rest, ...(to === undefined ? {} : { to: Period.next(Period.parse(to)).key }) };
    const sums = await this.database.one<{ kg: number; amount: number }>(
      `select abs(coalesce(sum(kg), 0))::float8 as kg, abs(coalesce(sum(base_amount) filter (where kg is null), 0))::float8 as amount from (${filteredLinesSql(filter)}) l where ${isPurchaseSql('method')} and version_id is null`,
      filterParams(run, filter),
    );
    return sums ? sums.kg + (weighed > 0 ? (sums.amount * kg) / weighed : 0) : 0;
  }

  /** Returns the purchases within a filter by buyer and account class, independent of the class in the filter. */
  #classSums(run: number, { accountClass: _, ...filter }: ScopedFilter): Promise<ClassSum[]> {
    return this.database.query<ClassSum & Record<string, unknown>>(
      `with line as (${sumSourceSql(filter)}), summed as (
         select buyer_id, account_class, round(coalesce(sum(base_amount), 0), 2)::text as amount, coalesce(sum(size_amount), 0)::float8 as size, coalesce(sum(kg), 0)::float8 as kg
         from line where ${isPurchaseSql('method')} group by 1, 2
       )
       select s.buyer_id as "buyerId", o.name, s.account_class as "accountClass", s.amount, s.size, s.kg from summed s left join identity.door_organisation o on o.id = s.buyer_id`,
      filterParams(run, filter),
    );
  }

  /**
   * Returns the purchases within a filter: spend (`amount`, two decimals), and the parts of it with and without an
   * emission figure.
   */
  async #spend(run: number, filter: ScopedFilter): Promise<Spend> {
    const sums = await this.database.one<Spend & Record<string, unknown>>(
      `with line as (${sumSourceSql(filter)})
       select round(coalesce(sum(base_amount), 0), 2)::text as amount, coalesce(sum(kg), 0)::float8 as kg, coalesce(sum(base_amount) filter (where kg is not null), 0)::float8 as weighed,
         coalesce(sum(base_amount) filter (where kg is null), 0)::float8 as unweighed,
         coalesce(sum(kg) filter (where price_standing = 'not-deflated'), 0)::float8 as "notDeflated"
       from line where ${isPurchaseSql('method')}`,
      filterParams(run, filter),
    );
    return sums ?? { amount: '0', kg: 0, weighed: 0, unweighed: 0, notDeflated: 0 };
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
    const run = await this.#runOf(filter);
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

interface Spend {
  readonly amount: string;
  readonly kg: number;
  readonly weighed: number;
  readonly unweighed: number;
  /** kg CO2e calculated from spend in a year without a price index. */
  readonly notDeflated: number;
}

/**
 * Assumed maximum price rise per year where no index is known. Expert judgement: more than Norwegian consumer prices
 * rose in any year since 1990.
 */
const PRICE_RISE_A_YEAR = 0.1;

/** Returns the share by which prices may have risen between two periods. */
const priceRise = ({ before, after }: Comparison): number =>
  (1 + PRICE_RISE_A_YEAR) ** Math.max(0, Number(after.from.slice(0, 4)) - Number(before.from.slice(0, 4))) - 1;

/**
 * Estimates the effect on a change, in kg CO2e, of spend without an emission figure. Its intensity is assumed to be the
 * average of the other spend in both periods.
 */
function changeWithoutFigures(before: Spend, after: Spend): number {
  const weighed = before.weighed + after.weighed;
  return weighed > 0 ? ((after.unweighed - before.unweighed) * (before.kg + after.kg)) / weighed : 0;
}

const text = (kg: number): string => kg.toFixed(3);
