import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import type { Comparison, Months } from './comparison/comparable-months.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { filterParams, type EmissionFilter, type Narrowed } from './emission-filter.ts';
import { ReadScope } from './read-scope.ts';
import { linesOf } from './summarise-emissions.ts';
import { changeOf, intervalOf, levelOf, naiveIntervalOf, type ChangedGroup, type FactorGroup, type Verdict } from './uncertainty.ts';

/** Geometric standard deviations where the factor has none of its own, by data class: judgement, after C9 of the method. */
const BY_CLASS = `case g.data_class when 1 then 1.10 when 2 then 1.25 when 3 then 1.40 when 4 then 1.8 else 2.2 end`;
/** Of a line's own quantity: kroner are booked exactly, quantities less so. */
const OF_QUANTITY = `case when g.method in ('spend-category', 'spend-account') then 1.02 when g.method = 'physical-average' then 1.05 else 1.03 end`;

/** Which factor a line takes, whoever has given it. */
const FACTOR_KEY = `coalesce(factor_set_id || '/' || factor_id, footprint_id::text, 'invoice ' || supplier_id, 'invoice')`;
/** Data classes up to this are of the very item; those above are of many that differ among themselves. */
const OWN_CLASS = 2;

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
    const run = await this.#runOf(filter);
    if (run === null || comparison.standing === 'incomplete') return { run, comparison, ...NO_FIGURES };
    const [spendBefore, spendAfter] = [await this.#spend(run, then), await this.#spend(run, now)];
    const notDeflated = Math.max(spendBefore.notDeflated, spendAfter.notDeflated);
    const { verdict, ...figures } = changeOf(await this.#changed(run, then, now), {
      unweighed: unweighedChange(spendBefore, spendAfter),
      prices: notDeflated * priceRise(comparison),
      undated: filter.by === 'delivery' ? (undatedKg(spendBefore, spendAfter) + undatedKg(spendAfter, spendBefore)) / monthCount(comparison.after) : 0,
    });
    const told = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, text(value)])) as Record<keyof typeof figures, string>;
    return { run, comparison, spendBefore: spendBefore.amount, spendAfter: spendAfter.amount, ...told, notDeflated: text(notDeflated), verdict: comparison.standing === 'sound' ? verdict : null };
  }

  /** Purchases of a filter: kroner (`amount`, to the øre), and of these those that have a number of kg and those that have none. */
  async #spend(run: number, filter: Narrowed): Promise<Spend> {
    const sums = await this.database.one<Spend & Record<string, unknown>>(
      `with line as (${linesOf(filter)})
       select round(coalesce(sum(own_amount), 0), 2)::text as amount, coalesce(sum(kg), 0)::float8 as kg, coalesce(sum(own_amount) filter (where kg is not null), 0)::float8 as weighed,
         coalesce(sum(own_amount) filter (where kg is null), 0)::float8 as unweighed,
         coalesce(sum(kg) filter (where price_standing = 'not-deflated'), 0)::float8 as "notDeflated",
         coalesce(sum(kg) filter (where version_id is null), 0)::float8 as "undatedKg", coalesce(sum(own_amount) filter (where kg is null and version_id is null), 0)::float8 as "undatedAmount"
       from line where method <> 'not-spend'`,
      filterParams(run, filter),
    );
    return sums ?? { amount: '0', kg: 0, weighed: 0, unweighed: 0, notDeflated: 0, undatedKg: 0, undatedAmount: 0 };
  }

  /** Of one line of a run; null where it has no number. */
  async ofLine(run: number, batchId: string, lineNo: number): Promise<{ low: string; high: string } | null> {
    const groups = await this.#grouped('select * from emissions.result where from_run <= $1 and (until_run is null or until_run > $1) and batch_id = $2 and line_no = $3', [run, batchId, lineNo]);
    if (groups.length === 0) return null;
    const { low, high } = intervalOf(groups);
    return { low: text(low), high: text(high) };
  }

  async #groups(filter: EmissionFilter): Promise<{ run: number | null; groups: FactorGroup[] }> {
    const run = await this.#runOf(filter);
    return run === null ? { run, groups: [] } : { run, groups: await this.#grouped(linesOf(filter), filterParams(run, filter)) };
  }

  /** The newest run, or the one that is asked for; null where there is none. */
  async #runOf({ run }: EmissionFilter): Promise<number | null> {
    return (await this.database.one<{ number: number | null }>('select max(number) as number from emissions.run where $1::int is null or number = $1', [run ?? null]))?.number ?? null;
  }

  /** The factors of two periods, and how differently the items that each is used for weigh in them. */
  #changed(run: number, then: Narrowed, now: Narrowed): Promise<ChangedGroup[]> {
    const [before, after] = [filterParams(run, then), filterParams(run, now)];
    const later = linesOf(now).replace(/\$(\d+)/g, (_, number) => `$${Number(number) + before.length}`);
    return this.database.query<ChangedGroup>(
      `with line as (select false as is_after, * from (${linesOf(then)}) e union all select true, * from (${later}) l),
       thing as (
         select ${FACTOR_KEY} as key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, coalesce(coalesce(supplier_id::text, '') || ' ' || item_number, batch_id || ' ' || line_no || ' ' || part) as thing,
           coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after, count(*) filter (where not is_after) as lines_before, count(*) filter (where is_after) as lines_after
         from line where kg is not null group by 1, 2, 3, 6
       ), grouped as (
         select key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, sum(before) as before, sum(after) as after, sum(lines_before) as lines_before, sum(lines_after) as lines_after,
           sum(before * before) as before2, sum(before * after) as both2, sum(after * after) as after2
         from thing group by 1, 2, 3
       )
       select g.key, g.before::float8 as before, g.after::float8 as after, g.lines_before::int as "linesBefore", g.lines_after::int as "linesAfter", g.before2::float8 as "beforeSquared", g.both2::float8 as "bothMultiplied", g.after2::float8 as "afterSquared",
         coalesce(f.gsd, ${BY_CLASS})::float8 as "gsdFactor", (${OF_QUANTITY})::float8 as "gsdQuantity", g.data_class > ${OWN_CLASS} as "isOfSeveral"
       from grouped g left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
       where g.before <> 0 or g.after <> 0
       order by g.key`,
      [...before, ...after],
    );
  }

  #grouped(lines: string, params: readonly unknown[]): Promise<FactorGroup[]> {
    return this.database.query<FactorGroup>(
      `with line as (${lines}), grouped as (
         select ${FACTOR_KEY} as key, factor_set_id, factor_id, max(data_class) as data_class, min(method) as method, sum(kg) as kg, count(*) as lines
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
  /** Of lines that no report tells the day of delivery of: kg, and kroner without a number. */
  readonly undatedKg: number;
  readonly undatedAmount: number;
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

/** kg that may have been delivered in the month before they stand in, or after it: of a period no more than a month's worth. */
const undatedKg = ({ undatedKg, undatedAmount, kg, weighed }: Spend, other: Spend): number => Math.abs(undatedKg) + (weighed + other.weighed > 0 ? (Math.abs(undatedAmount) * (kg + other.kg)) / (weighed + other.weighed) : 0);
const monthCount = ({ from, to }: Months): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

const text = (kg: number): string => kg.toFixed(3);
