import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { changeByClass, type ChangeClasses, type ClassSum } from './comparison/class-change.ts';
import type { Comparison, Months } from './comparison/comparable-months.ts';
import { monthsFrom, ReadComparison } from './comparison/read-comparison.ts';
import { filterParams, type EmissionFilter, type ScopedFilter } from './emission-filter.ts';
import { ReadPublicationScope } from './read-scope.ts';
import { filteredLinesSql, sumSourceSql } from './summarise-emissions.ts';
import {
  changeOf,
  intervalOf,
  levelOf,
  naiveIntervalOf,
  type ChangedGroup,
  type FactorGroup,
  type UnknownEffects,
  type ChangeDirection,
} from './uncertainty.ts';
import { FACTOR_KEY, HAS_ITEM, linesAsSums } from './weighing/keep-sums.ts';
import { isPurchaseSql } from './weighing/methods.ts';
import { inForceAt } from './at-run.ts';

/**
 * Default geometric standard deviation per data quality score, for factors without their own. Expert judgement; see C9
 * of the method.
 */
const DEFAULT_GSD = `case g.data_class when 1 then 1.10 when 2 then 1.25 when 3 then 1.40 when 4 then 1.8 else 2.2 end`;
/** Geometric standard deviation of a line's own quantity: booked amounts are exact, quantities less so. */
const QUANTITY_GSD = `case when g.method in ('spend-category', 'spend-account') then 1.02 when g.method = 'physical-average' then 1.05 else 1.03 end`;

/** Highest data quality score for data on the item itself. Higher scores are averages over products that differ. */
const ITEM_DATA_QUALITY_MAX = 2;
/** Columns required of a result line `r` that names an item, and of a sum of lines. */
const USE_COLUMNS = `r.factor_set_id, r.factor_id, ${FACTOR_KEY} as factor_key, r.kg, r.own_amount, r.supplier_id, r.item_number`;
const SUM_COLUMNS =
  'r.factor_set_id, r.factor_id, r.factor_key, r.data_class, r.method, r.kg, r.line_count, r.nameless_squared';

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
    const { groups, weighedOtherwise } = await this.#changed(run, [then], [now]);
    const notDeflated = Math.max(spendBefore.notDeflated, spendAfter.notDeflated);
    const unknown: UnknownEffects = {
      unweighed: changeWithoutFigures(spendBefore, spendAfter),
      prices: notDeflated * priceRise(comparison),
      otherwise: weighedOtherwise,
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
    const { groups } = await this.#changed(
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
   * Returns the factors of both periods, and how the emissions of each are distributed over its uses: items, and lines
   * without an item, each of which is a use of its own.
   * `weighedOtherwise`: kg of the change because the same items were calculated with other factors. An example is a
   * declaration that started or expired while purchases were unchanged.
   * Only lines with an item are read; for the others, sums are sufficient. Each period consists of one or more filters
   * that differ only in account class.
   */
  async #changed(
    run: number,
    then: readonly ScopedFilter[],
    now: readonly ScopedFilter[],
  ): Promise<{ groups: ChangedGroup[]; weighedOtherwise: number }> {
    const [earlier, later] = [filterParams(run, then[0] ?? {}), filterParams(run, now[0] ?? {})];
    const lines = (filters: readonly ScopedFilter[]) =>
      filters
        .map(
          (filter) =>
            `select ${USE_COLUMNS} from (${filteredLinesSql(filter)}) r where r.kg is not null and ${HAS_ITEM}`,
        )
        .join(' union all ');
    const sums = (filters: readonly ScopedFilter[]) =>
      filters
        .map((filter) => `select ${SUM_COLUMNS} from (${sumSourceSql(filter)}) r where r.factor_key is not null`)
        .join(' union all ');
    const both = (of: (filters: readonly ScopedFilter[]) => string) =>
      `select false as is_after, e.* from (${of(then)}) e union all select true, l.* from (${after(of(now), earlier)}) l`;
    const rows = await this.database.query<ChangedGroup & { weighedOtherwise: number } & Record<string, unknown>>(
      `with line as (${both(lines)}), summed as (${both(sums)}),
       thing as materialized (
         select factor_key as key, factor_set_id, factor_id, supplier_id, item_number, coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after,
           sum(kg) filter (where not is_after and own_amount is not null) as own_before, sum(kg) filter (where is_after and own_amount is not null) as own_after,
           sum(own_amount) filter (where not is_after) as amount_before, sum(own_amount) filter (where is_after) as amount_after
         from line group by factor_key, factor_set_id, factor_id, supplier_id, item_number
       ), otherwise as (
         select sum(own_after) - sum(own_before) * sum(amount_after) / nullif(sum(amount_before), 0) as kg
         from thing where own_before is not null or own_after is not null group by supplier_id, item_number
         having count(distinct key) filter (where own_after is not null) > 0
           and count(distinct key) > greatest(count(distinct key) filter (where own_after is not null), count(distinct key) filter (where own_before is not null))
       ), named as (
         select key, sum(before * before) as before_squared, sum(before * after) as both_multiplied, sum(after * after) as after_squared from thing group by key
       ), grouped as (
         select factor_key as key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after,
           coalesce(sum(line_count) filter (where not is_after), 0) as lines_before, coalesce(sum(line_count) filter (where is_after), 0) as lines_after,
           coalesce(sum(nameless_squared) filter (where not is_after), 0) as before_squared, coalesce(sum(nameless_squared) filter (where is_after), 0) as after_squared
         from summed group by 1, 2, 3
       )
       select g.key, g.before::float8 as before, g.after::float8 as after, g.lines_before::int as "linesBefore", g.lines_after::int as "linesAfter",
         (g.before_squared + coalesce(n.before_squared, 0))::float8 as "beforeSquared", coalesce(n.both_multiplied, 0)::float8 as "bothMultiplied", (g.after_squared + coalesce(n.after_squared, 0))::float8 as "afterSquared",
         coalesce(f.gsd, ${DEFAULT_GSD})::float8 as "gsdFactor", (${QUANTITY_GSD})::float8 as "gsdQuantity", g.data_class > ${ITEM_DATA_QUALITY_MAX} as "isOfSeveral",
         (select coalesce(sum(o.kg), 0)::float8 from otherwise o) as "weighedOtherwise"
       from grouped g left join named n on n.key = g.key left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
       where g.before <> 0 or g.after <> 0
       order by g.key, g.factor_set_id, g.factor_id`,
      [...earlier, ...later],
    );
    return {
      groups: rows.map(({ weighedOtherwise: _, ...group }) => group),
      weighedOtherwise: rows[0]?.weighedOtherwise ?? 0,
    };
  }

  /**
   * Estimates the kg that may have been delivered in another month, for lines without a reported delivery date: of the
   * period and the month after it.
   */
  async #undated(run: number, { to, ...rest }: ScopedFilter, { kg, weighed }: Spend): Promise<number> {
    const filter = { ...rest, ...(to === undefined ? {} : { to: Period.next(Period.parse(to)).key }) };
    const sums = await this.database.one<{ kg: number; amount: number }>(
      `select abs(coalesce(sum(kg), 0))::float8 as kg, abs(coalesce(sum(own_amount) filter (where kg is null), 0))::float8 as amount from (${filteredLinesSql(filter)}) l where ${isPurchaseSql('method')} and version_id is null`,
      filterParams(run, filter),
    );
    return sums ? sums.kg + (weighed > 0 ? (sums.amount * kg) / weighed : 0) : 0;
  }

  /** Returns the purchases within a filter by buyer and account class, independent of the class in the filter. */
  #classSums(run: number, { accountClass: _, ...filter }: ScopedFilter): Promise<ClassSum[]> {
    return this.database.query<ClassSum & Record<string, unknown>>(
      `with line as (${sumSourceSql(filter)}), summed as (
         select buyer_id, account_class, round(coalesce(sum(own_amount), 0), 2)::text as amount, coalesce(sum(size_amount), 0)::float8 as size, coalesce(sum(kg), 0)::float8 as kg
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
       select round(coalesce(sum(own_amount), 0), 2)::text as amount, coalesce(sum(kg), 0)::float8 as kg, coalesce(sum(own_amount) filter (where kg is not null), 0)::float8 as weighed,
         coalesce(sum(own_amount) filter (where kg is null), 0)::float8 as unweighed,
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
         select ${by} as of, factor_key as key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, sum(kg) as kg, sum(line_count) as lines
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

/** Shifts the parameter numbers of an SQL text past those of another. */
const after = (sql: string, others: readonly unknown[]): string =>
  sql.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + others.length}`);

const text = (kg: number): string => kg.toFixed(3);
