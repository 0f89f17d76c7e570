import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { add, formatCount, type Language } from '@tallgrunn/values';
import {
  calculationSteps,
  BRIDGE_SQL,
  BridgeRuns,
  bridgeParams,
  bridgeSteps,
  type BridgeStep,
} from '../bridge/bridge-runs.ts';
import type { EmissionFilter } from '../emission-filter.ts';
import { ExplainSum, type SumExplanation, type SumLine } from './explain-sum.ts';
import { formatExact } from './explanation.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';

const LINES_MAX = 20;

/**
 * Explains a step of the bridge between two runs: the totals before and after, the decisions made between the runs, and
 * the lines with the largest change.
 */
@Injectable()
export class ExplainStep {
  constructor(
    private readonly database: Database,
    private readonly bridge: BridgeRuns,
    private readonly sum: ExplainSum,
    private readonly scope: ReadPublicationScope,
  ) {}

  async run(
    from: number,
    to: number,
    step: BridgeStep,
    requested: EmissionFilter,
    language: Language,
  ): Promise<SumExplanation> {
    const filter = await this.scope.narrowForRuns(requested, [to, from]);
    const { before, steps } = await this.bridge.run(from, to, filter);
    const stepTotal = steps.find((each) => each.step === step);
    if (!stepTotal) throw notFound('run');
    const start = steps.slice(0, bridgeSteps.indexOf(step)).reduce((total, { kg }) => add(total, kg), before);
    const [earlier, later] = [
      await this.sum.run({ ...filter, run: from }, language),
      await this.sum.run({ ...filter, run: to }, language),
    ];
    const t = explanationTexts(language);
    const versions = [earlier, later].flatMap((sum, at) =>
      sum.versions
        .filter(({ label }) => label !== t.version.qualityBySpend && label !== t.version.qualityByKg)
        .map(({ label, value }) => ({ label: t.step[at === 0 ? 'earlier' : 'later']({ label }), value })),
    );
    return {
      formula: t.step.formula({
        start: formatExact(start, language),
        end: formatExact(add(start, stepTotal.kg), language),
        kg: formatExact(stepTotal.kg, language),
        lines: formatCount(stepTotal.lines, language),
      }),
      steps: [
        t.periodStep.kind[calculationSteps.includes(step) ? 'reckoned' : 'bought'],
        t.step.means[step],
        ...later.steps
          .filter((sentence, at) => at > 1 && !earlier.steps.includes(sentence))
          .map((decided) => t.step.decided({ decided })),
      ],
      caveats: later.caveats,
      sources: later.sources,
      versions,
      wayDown: null,
      alternatives: [],
      figure: { kg: stepTotal.kg, amount: null, currency: null, multiplier: null, method: 'step', dataClass: null },
      parts: [],
      largest: stepTotal.lines === 0 ? [] : await this.#largest(step, bridgeParams(from, to, filter)),
    };
  }

  /** Returns the lines with the largest change in the step; `kg` is the change. */
  #largest(step: BridgeStep, params: readonly unknown[]): Promise<SumLine[]> {
    return this.database.query(
      `${BRIDGE_SQL}, top as (
         select batch_id, line_no, sum(kg) as kg, sum(line_amount) as amount, sum(kg_a) as kg_a, sum(kg_b) as kg_b from told where step = $7 and kg <> 0 group by batch_id, line_no order by abs(sum(kg)) desc, batch_id, line_no limit ${LINES_MAX}
       )
       select t.batch_id as "batchId", t.line_no as "lineNo", 'several' as method, coalesce(t.amount, l.compared_amount, 0)::text as amount, coalesce(l.currency, 'NOK') as currency, t.kg::text as kg, t.kg_a::text as before, t.kg_b::text as after,
         l.seller_name as seller, coalesce(l.item_name, l.text) as text, l.purchased_on as "spentOn", l.file_name as file, l.sheet, l.row_no as row
       from top t left join lateral (select l.* from spend.door_spend_line l where l.batch_id = t.batch_id and l.line_no = t.line_no offset 0) l on true
       order by abs(t.kg) desc, t.batch_id, t.line_no`,
      [...params, step],
    );
  }
}
