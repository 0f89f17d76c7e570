import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { monthsBetween } from './bridge-periods.ts';
import { filterParams, type EmissionFilter } from './emission-filter.ts';
import { ReadScope } from './read-scope.ts';
import { BOOKED_ON, linesOf } from './summarise-emissions.ts';
import { changeOf, intervalOf, levelOf, naiveIntervalOf, type FactorGroup, type Verdict } from './uncertainty.ts';

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

type Months = Pick<EmissionFilter, 'from' | 'to'>;

export interface ChangeTold {
  readonly run: number | null;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly low: string;
  readonly high: string;
  readonly verdict: Verdict;
  /** The months that were held up: both as far as the books of the later ones reach. */
  readonly beforeFrom: string | null;
  readonly beforeTo: string | null;
  readonly afterFrom: string | null;
  readonly afterTo: string | null;
}

/** How sure a run's total is under a filter, and whether two periods of it differ. One factor has one error, whichever way it is used: as wide as the weakest of the ways. */
@Injectable()
export class TellUncertainty {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadScope,
  ) {}

  async run(filter: EmissionFilter): Promise<Uncertainty> {
    const { run, groups } = await this.#groups(await this.scope.narrow(filter));
    const interval = intervalOf(groups);
    const naive = naiveIntervalOf(groups);
    return { run, kg: text(interval.kg), low: text(interval.low), high: text(interval.high), level: levelOf(interval), naiveLow: text(naive.low), naiveHigh: text(naive.high), groups: groups.length };
  }

  /** From the months before to the months of the filter: the same run weighs both, so they share their factors. */
  async change(filter: EmissionFilter, before: { readonly from: string; readonly to: string }): Promise<ChangeTold> {
    const alike = await this.#alike(filter, before);
    const [then, now] = [await this.scope.narrow({ ...filter, ...alike.before }), await this.scope.narrow({ ...filter, ...alike.after })];
    const [earlier, later] = [await this.#groups(then), await this.#groups(now)];
    const unweighed = later.run === null ? 0 : await this.#unweighed(later.run, then, now);
    const { verdict, ...figures } = changeOf(earlier.groups, later.groups, unweighed);
    const told = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, text(value)])) as Pick<ChangeTold, 'before' | 'after' | 'difference' | 'low' | 'high'>;
    return { run: later.run, ...told, verdict, beforeFrom: alike.before.from ?? null, beforeTo: alike.before.to ?? null, afterFrom: alike.after.from ?? null, afterTo: alike.after.to ?? null };
  }

  /** Both cut to as many months as the buyers' books reach in the later ones: half a year is not held up against a whole one. */
  async #alike({ from, to, run, buyerId, publication }: EmissionFilter, before: Months): Promise<{ before: Months; after: Months }> {
    if (from === undefined || to === undefined || before.from === undefined || before.to === undefined) return { before, after: { from, to } };
    const number = await this.database.one<{ number: number | null }>('select max(number) as number from emissions.run where $1::int is null or number = $1', [run ?? null]);
    const last = await this.database.one<{ month: string | null }>(`with line as (${linesOf({})}) select to_char(max(${BOOKED_ON}), 'YYYY-MM') as month from line`, filterParams(number?.number ?? 0, await this.scope.narrow({ run, from, to, buyerId, publication })));
    if (!last?.month || last.month >= to) return { before, after: { from, to } };
    const cut = Period.shift(Period.parse(before.from), monthsBetween(from, last.month)).key;
    return { before: { from: before.from, to: cut < before.to ? cut : before.to }, after: { from, to: last.month } };
  }

  /** What kroner without a number would add to a change, in kg, did each weigh as those with one do in both periods. */
  async #unweighed(run: number, before: EmissionFilter, after: EmissionFilter): Promise<number> {
    const kroner = async (filter: EmissionFilter) => {
      const [sums] = await this.database.query<{ kg: number; weighed: number; unweighed: number }>(
        `with line as (${linesOf(filter)})
         select coalesce(sum(kg), 0)::float8 as kg, coalesce(sum(own_amount) filter (where kg is not null), 0)::float8 as weighed,
           coalesce(sum(own_amount) filter (where kg is null and method <> 'not-spend'), 0)::float8 as unweighed
         from line`,
        filterParams(run, filter),
      );
      return sums ?? { kg: 0, weighed: 0, unweighed: 0 };
    };
    const [earlier, later] = [await kroner(before), await kroner(after)];
    const weighed = earlier.weighed + later.weighed;
    return weighed > 0 ? ((later.unweighed - earlier.unweighed) * (earlier.kg + later.kg)) / weighed : 0;
  }

  /** Of one line of a run; null where it has no number. */
  async ofLine(run: number, batchId: string, lineNo: number): Promise<{ low: string; high: string } | null> {
    const groups = await this.#grouped('select * from emissions.result where from_run <= $1 and (until_run is null or until_run > $1) and batch_id = $2 and line_no = $3', [run, batchId, lineNo]);
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

const text = (kg: number): string => kg.toFixed(3);
