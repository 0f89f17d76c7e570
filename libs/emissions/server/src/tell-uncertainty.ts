import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import type { Comparison, Months } from './comparison/comparable-months.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { filterParams, type EmissionFilter, type Narrowed } from './emission-filter.ts';
import { ReadScope } from './read-scope.ts';
import { linesOf } from './summarise-emissions.ts';
import { changeOf, intervalOf, levelOf, naiveIntervalOf, type FactorGroup, type Verdict } from './uncertainty.ts';
import { isPurchase } from './weighing/methods.ts';
import { inForceAt } from './at-run.ts';

/** Geometric standard deviations where the factor has none of its own, by data class: judgement, after C9 of the method. */
const BY_CLASS = `case g.data_class when 1 then 1.10 when 2 then 1.25 when 3 then 1.40 when 4 then 1.8 else 2.2 end`;
/** Of a line's own quantity: kroner are booked exactly, quantities less so. */
const OF_QUANTITY = `case when g.method in ('spend-category', 'spend-account') then 1.02 when g.method = 'physical-average' then 1.05 else 1.03 end`;

export interface Uncertainty {
  readonly run: number | null;
  /** kg CO2e, decimal text. */
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  readonly level: 'low' | 'middle' | 'high';
  /** Were every line's factor its own. */
  readonly naiveLow: string;
  readonly naiveHigh: string;
  /** Factors that share the lines among them. */
  readonly groups: number;
}

/** A change between two periods: kg CO2e and kroner of purchases as decimal text. Figures are null where nothing may be compared; `verdict` where it would say more than the data do. */
export interface ChangeTold {
  readonly run: number | null;
  readonly comparison: Comparison;
  readonly spendBefore: string | null;
  readonly spendAfter: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly verdict: Verdict | null;
  /** kg of either period, the larger, that are reckoned from kroner of a year without a price index: what of a rise is higher prices is not known. */
  readonly notDeflated: string | null;
}

const NO_FIGURES = { spendBefore: null, spendAfter: null, before: null, after: null, difference: null, low: null, high: null, verdict: null, notDeflated: null };

/** How sure a run's total is under a filter, and whether two periods of it differ. One factor has one error, whichever way it is used: as wide as the weakest of the ways. */
@Injectable()
export class TellUncertainty {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadScope,
    private readonly comparisons: ReadComparison,
  ) {}

  async run(filter: EmissionFilter): Promise<Uncertainty> {
    const { run, groups } = await this.#groups(await this.scope.narrow(filter));
    const interval = intervalOf(groups);
    const naive = naiveIntervalOf(groups);
    return { run, kg: text(interval.kg), low: text(interval.low), high: text(interval.high), level: levelOf(interval), naiveLow: text(naive.low), naiveHigh: text(naive.high), groups: groups.length };
  }

  /** From the months before to the months of the filter, of the months and buyers that may be compared. The same run weighs both, so they share their factors. */
  async change(filter: EmissionFilter, before: Months): Promise<ChangeTold> {
    const { from, to } = filter;
    if (from === undefined || to === undefined) throw new Problem(400, 'body-invalid', {}, [{ code: 'month', path: from === undefined ? 'from' : 'to' }]);
    const [seenBefore, seenAfter] = [await this.scope.narrow({ ...filter, ...before }), await this.scope.narrow(filter)];
    const comparison = await this.comparisons.run(before, { from, to }, seenBefore, seenAfter);
    const buyers = comparison.buyers.map(({ id }) => id);
    const [then, now] = [{ ...seenBefore, ...comparison.before, buyers }, { ...seenAfter, ...comparison.after, buyers }];
    const [earlier, later] = [await this.#groups(then), await this.#groups(now)];
    if (later.run === null || comparison.standing === 'incomplete') return { run: later.run, comparison, ...NO_FIGURES };
    const [spendBefore, spendAfter] = [await this.#spend(later.run, then), await this.#spend(later.run, now)];
    const notDeflated = Math.max(spendBefore.notDeflated, spendAfter.notDeflated);
    const { verdict, ...figures } = changeOf(earlier.groups, later.groups, unweighedChange(spendBefore, spendAfter), notDeflated * priceRise(comparison));
    const told = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, text(value)])) as Record<keyof typeof figures, string>;
    return { run: later.run, comparison, spendBefore: spendBefore.amount, spendAfter: spendAfter.amount, ...told, notDeflated: text(notDeflated), verdict: comparison.standing === 'sound' ? verdict : null };
  }

  /** Purchases of a filter: kroner (`amount`, to the øre), and of these those that have a number of kg and those that have none. */
  async #spend(run: number, filter: Narrowed): Promise<Spend> {
    const sums = await this.database.one<Spend & Record<string, unknown>>(
      `with line as (${linesOf(filter)})
       select round(coalesce(sum(own_amount), 0), 2)::text as amount, coalesce(sum(kg), 0)::float8 as kg, coalesce(sum(own_amount) filter (where kg is not null), 0)::float8 as weighed,
         coalesce(sum(own_amount) filter (where kg is null), 0)::float8 as unweighed,
         coalesce(sum(kg) filter (where price_standing = 'not-deflated'), 0)::float8 as "notDeflated"
       from line where ${isPurchase('method')}`,
      filterParams(run, filter),
    );
    return sums ?? { amount: '0', kg: 0, weighed: 0, unweighed: 0, notDeflated: 0 };
  }

  /** Of one line of a run; null where it has no number. */
  async ofLine(run: number, batchId: string, lineNo: number): Promise<{ low: string; high: string } | null> {
    const groups = await this.#grouped(`select * from emissions.result where ${inForceAt('$1')} and batch_id = $2 and line_no = $3`, [run, batchId, lineNo]);
    if (groups.length === 0) return null;
    const { low, high } = intervalOf(groups);
    return { low: text(low), high: text(high) };
  }

  async #groups(filter: EmissionFilter): Promise<{ run: number | null; groups: FactorGroup[] }> {
    const last = await this.database.one<{ number: number | null }>('select max(number) as number from emissions.run where $1::int is null or number = $1', [filter.run ?? null]);
    if (last?.number == null) return { run: null, groups: [] };
    return { run: last.number, groups: await this.#grouped(linesOf(filter), filterParams(last.number, filter)) };
  }

  #grouped(lines: string, params: readonly unknown[]): Promise<FactorGroup[]> {
    return this.database.query<FactorGroup>(
      `with line as (${lines}), grouped as (
         select coalesce(factor_set_id || '/' || factor_id, footprint_id::text, 'invoice ' || supplier_id, 'invoice') as key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, sum(kg) as kg, count(*) as lines
         from line where kg is not null group by 1, 2, 3
       )
       select g.key, g.kg::float8 as kg, g.lines::int as lines, coalesce(f.gsd, ${BY_CLASS})::float8 as "gsdFactor", (${OF_QUANTITY})::float8 as "gsdQuantity"
       from grouped g left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
       where g.kg <> 0`,
      params,
    );
  }
}

interface Spend {
  readonly amount: string;
  readonly kg: number;
  readonly weighed: number;
  readonly unweighed: number;
  /** kg reckoned from kroner of a year without a price index. */
  readonly notDeflated: number;
}

/** Prices may have risen by as much a year where no index says it: judgement, above what consumer prices in Norway rose in any year since 1990. */
const PRICE_RISE_A_YEAR = 0.1;

/** Returns the share that prices may have risen by between two periods. */
const priceRise = ({ before, after }: Comparison): number => (1 + PRICE_RISE_A_YEAR) ** Math.max(0, Number(after.from.slice(0, 4)) - Number(before.from.slice(0, 4))) - 1;

/** What kroner without a number would add to a change, in kg, did each weigh as those with one do in both periods. */
function unweighedChange(before: Spend, after: Spend): number {
  const weighed = before.weighed + after.weighed;
  return weighed > 0 ? ((after.unweighed - before.unweighed) * (before.kg + after.kg)) / weighed : 0;
}

const text = (kg: number): string => kg.toFixed(3);
