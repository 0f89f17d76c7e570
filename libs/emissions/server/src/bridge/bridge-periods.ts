import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { orderSteps, type StepRow, type BridgeStepTotal } from './bridge-runs.ts';
import type { Comparison, Months } from '../comparison/comparable-months.ts';
import { ReadComparison } from '../comparison/read-comparison.ts';
import { filterParams, hasAccountClassSql, type EmissionFilter } from '../emission-filter.ts';
import { betweenPeriods, BRIDGE_STEPS } from './period-product-groups.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { storedSums } from '../calculation/store-sums.ts';
import { inForceAt } from '../at-run.ts';

/** Months of a run, both inclusive: 2025-01 to 2025-12. */
export interface RunPeriod {
  readonly run: number;
  readonly from: string;
  readonly to: string;
}

export interface PeriodBridge {
  /** The months and buyers compared; if no comparison is possible there are no steps. */
  readonly comparison: Comparison;
  readonly before: RunPeriod & { readonly kg: string };
  readonly after: RunPeriod & { readonly kg: string };
  readonly steps: readonly BridgeStepTotal[];
  /**
   * The part of both periods that is spend-based in years without a price index, so that its price change is unknown.
   * Null if there is none.
   */
  readonly notDeflated: NotDeflated | null;
}

export interface NotDeflated {
  /** NOK. */
  readonly amount: string;
  readonly years: readonly string[];
}

/**
 * Splits the difference between two periods into steps, over the months and buyers that can be compared. No line is in
 * both periods, so the comparison is by product group (category and product).
 * - *Data*: buyers with emissions in only one of the periods.
 * - *Volume*: total spend of the other buyers, at the earlier intensity (kg CO2e per NOK).
 * - *Mix*: the groups' shares of that spend.
 * - *Supplier*: emissions from supplier-specific figures afterwards.
 * - The remainder is assigned per line: *method* if no line of its group used it before; *factor* for another factor;
 *   *price* for the same factor at other prices; *mix* for other products within the group.
 *
 * Each step recalculates the total with one more input changed, so the steps add up.
 */
@Injectable()
export class BridgePeriods {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadPublicationScope,
    private readonly comparisons: ReadComparison,
  ) {}

  async run(requested: RunPeriod, later: RunPeriod, of: EmissionFilter = {}): Promise<PeriodBridge> {
    const { before, after, comparison, params } = await this.between(requested, later, of);
    const rows = await this.database.query<StepRow & { before: string; after: string }>(
      `${betweenPeriods(of.accountClass)}, ${BRIDGE_STEPS}
       select t.step, sum(t.kg)::text as kg, count(distinct (t.category_code, t.product_group_code)) filter (where t.kg <> 0)::int as lines, (select before::text from sums) as before, (select after::text from sums) as after
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
      steps: steps.length === 0 ? [] : orderSteps(steps),
      notDeflated,
    };
  }

  async #notDeflated(params: readonly unknown[], { accountClass }: EmissionFilter): Promise<NotDeflated | null> {
    const of = (run: string, from: string, to: string) => `${inForceAt(run)} and month between ${from} and ${to}`;
    const sums = storedSums(
      'buyer',
      `${hasAccountClassSql(accountClass)} and ((${of('$1', '$2', '$3')}) or (${of('$4', '$5', '$6')})) and ($7::uuid[] is null or buyer_id = any ($7::uuid[])) and ($8::text[] is null or category_code = any ($8::text[]))`,
    );
    const row = await this.database.one<{ amount: string; years: string[] }>(
      `select round(coalesce(sum(r.base_amount), 0), 2)::text as amount, coalesce(array_agg(distinct r.not_deflated_year::text order by r.not_deflated_year::text) filter (where r.not_deflated_year is not null), '{}') as years
       from (${sums}) r where r.price_standing = 'not-deflated' and r.factor_key is not null`,
      params,
    );
    return row && row.years.length > 0 ? row : null;
  }

  /**
   * Returns the two periods as compared, and the parameters of betweenPeriods. The scope that the user may see in one
   * period is applied to the other.
   */
  async between(
    requested: RunPeriod,
    later: RunPeriod,
    of: EmissionFilter = {},
  ): Promise<{ before: RunPeriod; after: RunPeriod; comparison: Comparison; params: readonly unknown[] }> {
    const existing = await this.database.one<{ count: number }>(
      'select count(*)::int as count from emissions.run where number in ($1, $2)',
      [requested.run, later.run],
    );
    if (existing?.count !== new Set([requested.run, later.run]).size) throw notFound('run');
    const [then, now] = [
      await this.scope.narrow({ ...of, ...requested }),
      await this.scope.narrow({ ...of, ...later }),
    ];
    const comparison = await this.comparisons.run(monthsOf(requested), monthsOf(later), then, now);
    const [before, after] = [
      { ...comparison.before, run: requested.run },
      { ...comparison.after, run: later.run },
    ];
    // Narrowed by one scope and then by the other: the part published in both.
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
