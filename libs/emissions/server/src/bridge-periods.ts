import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { inOrder, type StepRow, type ToldStep } from './bridge-runs.ts';
import type { Comparison, Months } from './comparison/comparable-months.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { filterParams, isOfClass, type EmissionFilter } from './emission-filter.ts';
import { betweenPeriods } from './period-groups.ts';
import { ReadScope } from './read-scope.ts';
import { keptSums } from './weighing/keep-sums.ts';
import { inForceAt } from './at-run.ts';

/** Some months as a run says them: 2025-01 to 2025-12, both included. */
export interface RunPeriod {
  readonly run: number;
  readonly from: string;
  readonly to: string;
}

export interface PeriodBridge {
  /** Which months and buyers are compared; where nothing may be compared there are no steps. */
  readonly comparison: Comparison;
  readonly before: RunPeriod & { readonly kg: string };
  readonly after: RunPeriod & { readonly kg: string };
  readonly steps: readonly ToldStep[];
  /** What is calculated from kroner of years without a price index, of both periods: what of it is higher prices is not known. Null where there is none. */
  readonly notDeflated: NotDeflated | null;
}

export interface NotDeflated {
  /** NOK. */
  readonly amount: string;
  readonly years: readonly string[];
}

/**
 * From one period's total to another's, both of the months and buyers that may be compared, where no line is the same: by groups of goods (category and kind). *Data*: buyers with figures in one of the
 * periods only. *Volume*: all kroner of the others, at what a krone weighed before. *Mix*: the groups' shares of them. *Supplier*: the kroner that suppliers' own figures weigh
 * afterwards. What is left is told line by line: *method*, it is weighed in a way that none of its group was; *factor*, by another factor; *price*, by the same factor at other prices;
 * *mix*, other goods within the group. Each step is a full total with one more input as it is afterwards, so they add up.
 */
@Injectable()
export class BridgePeriods {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadScope,
    private readonly comparisons: ReadComparison,
  ) {}

  async run(asked: RunPeriod, later: RunPeriod, of: EmissionFilter = {}): Promise<PeriodBridge> {
    const { before, after, comparison, params } = await this.between(asked, later, of);
    const rows = await this.database.query<StepRow & { before: string; after: string }>(
      `${betweenPeriods(of.accountClass)}, told as (
         select 'data' as step, null as category_code, null as product_code, b.after - b.before - (coalesce((select sum(e1 - e0) from weighed), 0)) as kg from sums b
         union all select 'volume', category_code, product_code, round(e_volume - e0, 6) from weighed
         union all select 'mix', category_code, product_code, round(s1 * per_krone, 6) - round(e_volume, 6) from weighed
         union all select 'supplier', category_code, product_code, round(e1_own + (s1 - s1_own) * per_krone, 6) - round(s1 * per_krone, 6) from weighed
         -- Rounded as full totals: what the causes of a group come to is what is left of it, to the last digit.
         union all select c.cause, c.category_code, c.product_code, round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause, 6) - round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause - c.kg, 6)
         from caused c join weighed w using (category_code, product_code) window cause as (partition by c.category_code, c.product_code order by c.cause)
       )
       select t.step, sum(t.kg)::text as kg, count(distinct (t.category_code, t.product_code)) filter (where t.kg <> 0)::int as lines, (select before::text from sums) as before, (select after::text from sums) as after
       from told t group by t.step`,
      params,
    );
    const notDeflated = comparison.standing === 'incomplete' ? null : await this.#notDeflated(params, of);
    const [first] = rows;
    const steps =
      comparison.standing === 'incomplete'
        ? []
        : rows.map(({ step, kg, lines: groups }) => ({ step, kg, lines: groups }));
    return {
      comparison,
      before: { ...before, kg: first?.before ?? '0' },
      after: { ...after, kg: first?.after ?? '0' },
      steps: steps.length === 0 ? [] : inOrder(steps),
      notDeflated,
    };
  }

  async #notDeflated(params: readonly unknown[], { accountClass }: EmissionFilter): Promise<NotDeflated | null> {
    const of = (run: string, from: string, to: string) => `${inForceAt(run)} and month between ${from} and ${to}`;
    const sums = keptSums(
      'buyer',
      `${isOfClass(accountClass)} and ((${of('$1', '$2', '$3')}) or (${of('$4', '$5', '$6')})) and ($7::uuid[] is null or buyer_id = any ($7::uuid[])) and ($8::text[] is null or category_code = any ($8::text[]))`,
    );
    const row = await this.database.one<{ amount: string; years: string[] }>(
      `select round(coalesce(sum(r.own_amount), 0), 2)::text as amount, coalesce(array_agg(distinct r.not_deflated_year::text order by r.not_deflated_year::text) filter (where r.not_deflated_year is not null), '{}') as years
       from (${sums}) r where r.price_standing = 'not-deflated' and r.factor_key is not null`,
      params,
    );
    return row && row.years.length > 0 ? row : null;
  }

  /** The two periods as they are compared, and the parameters of betweenPeriods. What whoever asks may see of one is compared with the same of the other. */
  async between(
    asked: RunPeriod,
    later: RunPeriod,
    of: EmissionFilter = {},
  ): Promise<{ before: RunPeriod; after: RunPeriod; comparison: Comparison; params: readonly unknown[] }> {
    const known = await this.database.one<{ count: number }>(
      'select count(*)::int as count from emissions.run where number in ($1, $2)',
      [asked.run, later.run],
    );
    if (known?.count !== new Set([asked.run, later.run]).size) throw notFound('run');
    const [then, now] = [await this.scope.narrow({ ...of, ...asked }), await this.scope.narrow({ ...of, ...later })];
    const comparison = await this.comparisons.run(monthsOf(asked), monthsOf(later), then, now);
    const [before, after] = [
      { ...comparison.before, run: asked.run },
      { ...comparison.after, run: later.run },
    ];
    // Narrowed by the one and then by the other: what both have published.
    const { run: _, from: _from, to: _to, ...both } = await this.scope.narrow({ ...then, ...after });
    const buyers = comparison.standing === 'incomplete' ? both.buyers : comparison.buyers.map(({ id }) => id);
    const [, buyerIds, , categories] = filterParams(after.run, { ...both, buyers });
    return {
      before,
      after,
      comparison,
      params: [before.run, before.from, before.to, after.run, after.from, after.to, buyerIds, categories],
    };
  }
}

const monthsOf = ({ from, to }: RunPeriod): Months => ({ from, to });
