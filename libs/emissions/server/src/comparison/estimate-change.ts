import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { isPurchaseSql } from '../calculation/methods.ts';
import { filterParams, type EmissionFilter, type ScopedFilter } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { filteredLinesSql, sumSourceSql } from '../summarise-emissions.ts';
import { runOf } from '../uncertainty/estimate-uncertainty.ts';
import { changeOf, type ChangeDirection, type UnknownEffects } from '../uncertainty/propagate-uncertainty.ts';
import { readChangedGroups } from './changed-groups.ts';
import { changeByClass, type ChangeClasses, type ClassSum } from './class-change.ts';
import type { Comparison, Months } from './comparable-months.ts';
import { monthsFrom, ReadComparison } from './read-comparison.ts';

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
  /**
   * kg CO2e of the difference that is purchases booked in other months than they were made in. Zero by delivery date.
   */
  readonly shifted: string | null;
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
  shifted: null,
};

function textOfEach<K extends string>(figures: Readonly<Record<K, number>>): Record<K, string> {
  return Object.fromEntries(Object.entries<number>(figures).map(([name, value]) => [name, text(value)])) as Record<
    K,
    string
  >;
}

/** Estimates whether the emissions of two periods of a run differ. */
@Injectable()
export class EstimateChange {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadPublicationScope,
    private readonly comparisons: ReadComparison,
  ) {}

  /**
   * Compares the earlier months with the months of the filter, limited to the months and buyers that can be compared.
   * Both are calculated in the same run, so they share their factors.
   */
  async run(filter: EmissionFilter, before: Months): Promise<PeriodChange> {
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
    const run = await runOf(this.database, filter);
    if (run === null || comparison.standing === 'incomplete') return { run, comparison, ...NO_FIGURES };
    const [spendBefore, spendAfter] = [await this.#spend(run, then), await this.#spend(run, now)];
    const [classSumsBefore, classSumsAfter] = [await this.#classSums(run, then), await this.#classSums(run, now)];
    const classes = changeByClass(classSumsBefore, classSumsAfter);
    const { groups, kgOfOtherFactors } = await readChangedGroups(this.database, run, [then], [now]);
    const notDeflated = Math.max(spendBefore.notDeflated, spendAfter.notDeflated);
    const shifted = filter.by === 'delivery' ? 0 : (await this.#shifted(run, now)) - (await this.#shifted(run, then));
    const unknown: UnknownEffects = {
      shifted,
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
      shifted: text(shifted),
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

  /** Returns the kg booked in the months of a filter minus the kg purchased in them. */
  async #shifted(run: number, filter: ScopedFilter): Promise<number> {
    const kgOf = (by: 'books' | 'delivery') =>
      `(select coalesce(sum(kg), 0) from (${sumSourceSql({ ...filter, by })}) ${by})`;
    const sums = await this.database.one<{ kg: number }>(
      `select (${kgOf('books')} - ${kgOf('delivery')})::float8 as kg`,
      filterParams(run, filter),
    );
    return sums?.kg ?? 0;
  }
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
