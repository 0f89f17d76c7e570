import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { add, formatAmount, formatCount, formatPeriod, Period, type Language } from '@tallgrunn/values';
import { BridgePeriods, type RunPeriod } from '../bridge/bridge-periods.ts';
import { calculationSteps, bridgeSteps, type BridgeStep } from '../bridge/bridge-runs.ts';
import type { Comparison } from '../comparison/comparable-months.ts';
import type { EmissionFilter } from '../emission-filter.ts';
import { formatExact, type Explanation } from './explanation.ts';
import type { SumLine } from './explain-sum.ts';
import { betweenPeriods, movedBetweenPeriods } from '../bridge/period-product-groups.ts';
import type { LocalText } from './line-part-row.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';

const GROUPS_MAX = 50;
const LINES_MAX = 20;

/**
 * A product group in a step between two periods: a category, or a product of it. NOK and kg CO2e as text. `perKrone`:
 * its earlier intensity, kg CO2e per NOK.
 */
export interface MovedGroup {
  readonly category: string | null;
  readonly categoryName: LocalText | null;
  readonly product: string | null;
  readonly productName: LocalText | null;
  readonly kronerBefore: string;
  readonly kronerAfter: string;
  readonly kgBefore: string;
  readonly kgAfter: string;
  readonly perKrone: string | null;
  /** Its contribution to the total before the step and after it, kg CO2e. */
  readonly before: string;
  readonly after: string;
  readonly kg: string;
  readonly lines: number;
}

/** A line behind a step, from either period. `kg`: its emissions. */
export interface MovedLine extends SumLine {
  readonly run: number;
  readonly later: boolean;
  readonly before: string;
  readonly after: string;
}

export interface PeriodStepExplanation extends Explanation {
  /** Whether the step is a change in purchasing or a change in the calculation. */
  readonly kind: 'bought' | 'reckoned';
  /** Spend with an emission figure (NOK), of buyers with a ledger in both periods. */
  readonly kronerBefore: string;
  readonly kronerAfter: string;
  readonly groups: readonly MovedGroup[];
  readonly largest: readonly MovedLine[];
}

/**
 * A category with a product group, or without one: the purchases of no known product. All groups if both are left out.
 */
export interface ProductGroupFilter {
  readonly category?: string;
  readonly product?: string;
}

/** Returns the problem that two periods cannot be compared, with the months missing from each buyer's ledger. */
function notComparable(
  { before, after }: { readonly before: RunPeriod; readonly after: RunPeriod },
  { leftOut }: Comparison,
): Problem {
  const missing = leftOut.map(({ id, name, missing: months }) => ({ buyerId: id, name, months }));
  return new Problem(422, 'periods-not-comparable', {
    before: { from: before.from, to: before.to },
    after: { from: after.from, to: after.to },
    missing,
  });
}

/** Spend of two periods, and the later as a multiple of the earlier. */
interface Growth {
  readonly before: string;
  readonly after: string;
  readonly growth: string;
}

function growthText({ before, after, growth }: Growth, language: Language): string {
  return explanationTexts(language).periodStep.growth({
    before: formatAmount(before, language, 2),
    after: formatAmount(after, language, 2),
    growth: formatExact(growth, language),
  });
}

/** Formats the months of one side of a bridge and its run. */
function periodText({ run, from, to }: RunPeriod, language: Language): string {
  return explanationTexts(language).periodStep.as({
    run: formatCount(run, language),
    from: formatPeriod(Period.parse(from), language),
    to: formatPeriod(Period.parse(to), language),
  });
}

/**
 * Explains a step of the bridge between two periods: the totals before and after, the product groups behind it, and the
 * lines with the largest change.
 */
@Injectable()
export class ExplainPeriodStep {
  constructor(
    private readonly database: Database,
    private readonly bridge: BridgePeriods,
  ) {}

  /**
   * @throws Problem 'not-found' (404)
   * @throws Problem 'periods-not-comparable' (422) with the missing months per buyer, if no buyer has a complete ledger
   * for the same months of both periods
   */
  async run(
    requested: { readonly before: RunPeriod; readonly after: RunPeriod },
    step: BridgeStep,
    group: ProductGroupFilter,
    of: EmissionFilter,
    language: Language,
  ): Promise<PeriodStepExplanation> {
    const { before, after, steps, comparison } = await this.bridge.run(requested.before, requested.after, of);
    if (comparison.standing === 'incomplete') throw notComparable(requested, comparison);
    const stepTotal = steps.find((each) => each.step === step);
    if (!stepTotal) throw notFound('run');
    const { params } = await this.bridge.between(requested.before, requested.after, of);
    const start = steps.slice(0, bridgeSteps.indexOf(step)).reduce((total, { kg }) => add(total, kg), before.kg);
    const kind = calculationSteps.includes(step) ? 'reckoned' : 'bought';
    const t = explanationTexts(language);
    const spend = await this.#kroner(params, of);
    const largest = stepTotal.lines === 0 ? [] : await this.#largest(step, group, params, of);
    return {
      formula: t.periodStep.formula({
        start: formatExact(start, language),
        end: formatExact(add(start, stepTotal.kg), language),
        kg: formatExact(stepTotal.kg, language),
        groups: formatCount(stepTotal.lines, language),
      }),
      steps: [
        ...(of.accountClass === undefined ? [] : [t.onlyClass[of.accountClass]]),
        t.periodStep.kind[kind],
        t.periodStep.means[step],
        ...(step === 'data' ? [] : [growthText(spend, language)]),
        t.periodStep.reckoned[step],
      ],
      caveats: [],
      sources: [],
      versions: [
        { label: t.periodStep.before, value: periodText(before, language) },
        { label: t.periodStep.after, value: periodText(after, language) },
      ],
      wayDown: null,
      alternatives: [],
      figure: { kg: stepTotal.kg, amount: null, currency: null, multiplier: null, method: 'step', dataClass: null },
      kind,
      kronerBefore: spend.before,
      kronerAfter: spend.after,
      groups: stepTotal.lines === 0 ? [] : await this.#groups(step, params, of),
      largest: largest.map((line) => ({ ...line, run: line.later ? after.run : before.run })),
    };
  }

  async #kroner(params: readonly unknown[], { accountClass }: EmissionFilter): Promise<Growth> {
    const row = await this.database.one<Growth & Record<string, unknown>>(
      `${betweenPeriods(accountClass)} select trim_scale(coalesce(sum(s0), 0))::text as before, trim_scale(coalesce(sum(s1), 0))::text as after, trim_scale(round(coalesce(sum(s1) / nullif(sum(s0), 0), 1), 12))::text as growth from weighed`,
      params,
    );
    return row ?? { before: '0', after: '0', growth: '1' };
  }

  #groups(step: BridgeStep, params: readonly unknown[], { accountClass }: EmissionFilter): Promise<MovedGroup[]> {
    return this.database.query<MovedGroup>(
      `${movedBetweenPeriods(accountClass)}, top as (
         select category_code, product_group_code, sum(before) as before, sum(after) as after, sum(after - before) as kg, count(*)::int as lines,
           sum(s) filter (where not later) as s0, sum(e) filter (where not later) as e0, sum(s) filter (where later) as s1, sum(e) filter (where later) as e1
         from moved where step = $9 group by category_code, product_group_code
       )
       select nullif(t.category_code, 'unsorted') as category, case when k.code is not null then jsonb_build_object('nb', k.name_nb, 'nn', k.name_nn, 'en', k.name_en) end as "categoryName",
         nullif(t.product_group_code, '') as product, case when p.code is not null then jsonb_build_object('nb', p.name_nb, 'nn', p.name_nn, 'en', p.name_en) end as "productName",
         trim_scale(coalesce(w.s0, t.s0, 0))::text as "kronerBefore", trim_scale(coalesce(w.s1, t.s1, 0))::text as "kronerAfter", trim_scale(coalesce(w.e0, t.e0, 0))::text as "kgBefore", trim_scale(coalesce(w.e1, t.e1, 0))::text as "kgAfter",
         trim_scale(round(w.per_krone, 12))::text as "perKrone", round(t.before, 6)::text as before, round(t.after, 6)::text as after, round(t.kg, 6)::text as kg, t.lines
       from top t
       left join weighed w on $9 <> 'data' and w.category_code = t.category_code and w.product_group_code = t.product_group_code
       left join catalogue.door_category k on k.code = t.category_code left join catalogue.door_product_group p on p.code = t.product_group_code
       where round(t.kg, 6) <> 0 order by abs(t.kg) desc, t.category_code, t.product_group_code limit ${GROUPS_MAX}`,
      [...params, step],
    );
  }

  /** The lines are looked up one by one (`offset 0`): in a join, the planner may scan the whole ledger for each. */
  #largest(
    step: BridgeStep,
    { category, product }: ProductGroupFilter,
    params: readonly unknown[],
    { accountClass }: EmissionFilter,
  ): Promise<Omit<MovedLine, 'run'>[]> {
    return this.database.query(
      `${movedBetweenPeriods(accountClass)}, top as (
         select batch_id, line_no, later, sum(s) as amount, sum(e) as kg, sum(before) as before, sum(after) as after from moved
         where step = $9 and ($10::text is null or category_code = $10) and ($11::text is null or product_group_code = $11)
         group by batch_id, line_no, later having round(sum(after - before), 6) <> 0 order by abs(sum(after - before)) desc, batch_id, line_no limit ${LINES_MAX}
       )
       select t.batch_id as "batchId", t.line_no as "lineNo", t.later, 'several' as method, t.amount::text as amount, 'NOK' as currency, t.kg::text as kg, round(t.before, 6)::text as before, round(t.after, 6)::text as after,
         l.seller_name as seller, coalesce(l.item_name, l.text) as text, l.purchased_on as "spentOn", l.file_name as file, l.sheet, l.row_no as row
       from top t left join lateral (select l.* from spend.door_spend_line l where l.batch_id = t.batch_id and l.line_no = t.line_no offset 0) l on true
       order by abs(t.after - t.before) desc, t.batch_id, t.line_no`,
      [...params, step, category ?? null, product ?? (category === undefined ? null : '')],
    );
  }
}
