import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { formatCount, formatInstant, formatMoney, formatShare, type Language } from '@tallgrunn/values';
import { filterParams, type EmissionFilter } from './emission-filter.ts';
import { exact, intervalOf, type Explanation } from './explanation.ts';
import { FACTOR_SET, sourcesOf, type FactorSetRow } from './part-row.ts';
import { RESULT_LINES, SummariseEmissions, type Summary } from './summarise-emissions.ts';
import { TellUncertainty } from './tell-uncertainty.ts';
import { words } from './words/words.ts';

/** One factor's part of a sum. */
export interface SumPart {
  readonly factor: string;
  readonly value: string;
  readonly unit: string;
  readonly lines: number;
  readonly amount: string;
  readonly kg: string;
}

/** One of the lines that make most of a sum; `explain-spend-line` tells why. */
export interface SumLine {
  readonly batchId: string;
  readonly lineNo: number;
  readonly method: string;
  readonly amount: string;
  readonly currency: string;
  readonly kg: string | null;
  readonly seller: string | null;
  readonly text: string | null;
  readonly spentOn: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

export interface SumExplanation extends Explanation {
  readonly parts: readonly SumPart[];
  readonly largest: readonly SumLine[];
}

const PARTS_MAX = 50;
const LINES_MAX = 20;

/** Why a total is what it is: which factors it is made of, and the lines that weigh most. */
@Injectable()
export class ExplainSum {
  constructor(
    private readonly database: Database,
    private readonly summarise: SummariseEmissions,
    private readonly uncertainty: TellUncertainty,
  ) {}

  async run(filter: EmissionFilter, language: Language): Promise<SumExplanation> {
    const summary = await this.summarise.run(filter);
    if (!summary.run || !summary.totals) return nothing(language);
    const params = filterParams(summary.run.number, filter);
    const { low, high, groups } = await this.uncertainty.run({ ...filter, run: summary.run.number });
    const told = explain(summary, language);
    const sets = await this.#sets(summary.run.factorSet, params);
    return {
      ...told,
      versions: groups > 0 ? [...told.versions, intervalOf(low, high, language)] : told.versions,
      sources: sets.flatMap((set) => sourcesOf(set, language)),
      caveats: caveatsOf(summary.totals, sets, language),
      parts: await this.#parts(params),
      largest: await this.#largest(params),
    };
  }

  /** The set of the account map first, then every other that a line took its factor from. */
  async #sets(first: string, params: readonly unknown[]): Promise<FactorSetRow[]> {
    const rows = await this.database.query<{ factors: FactorSetRow }>(
      `with line as (${RESULT_LINES}), used as (select distinct factor_set_id from line where factor_set_id is not null)
       select ${FACTOR_SET} as factors from factor_book.door_factor_set s where s.id = $8 or s.id in (select factor_set_id from used) order by s.id <> $8, s.id`,
      [...params, first],
    );
    return rows.map(({ factors }) => factors);
  }

  #parts(params: readonly unknown[]): Promise<SumPart[]> {
    return this.database.query(
      `with line as (${RESULT_LINES})
       select f.name as factor, f.value::text as value, f.unit, p.lines, p.amount::text as amount, p.kg::text as kg
       from (
         select factor_set_id, factor_id, count(*)::int as lines, sum(amount) as amount, sum(kg) as kg from line where factor_id is not null group by factor_set_id, factor_id
       ) p
       join factor_book.door_factor f on f.set_id = p.factor_set_id and f.id = p.factor_id
       order by abs(p.kg) desc, f.id limit ${PARTS_MAX}`,
      params,
    );
  }

  #largest(params: readonly unknown[]): Promise<SumLine[]> {
    return this.database.query(
      `with line as (${RESULT_LINES}), top as (
         select * from line where method <> 'not-spend' order by abs(coalesce(kg, 0)) desc, abs(amount) desc, batch_id, line_no limit ${LINES_MAX}
       )
       select t.batch_id as "batchId", t.line_no as "lineNo", t.method, t.amount::text as amount, t.currency, t.kg::text as kg,
              l.seller_name as seller, coalesce(l.item_name, l.text) as text, t.spent_on as "spentOn", l.file_name as file, l.sheet, l.row_no as row
       from top t left join spend.door_line l on l.batch_id = t.batch_id and l.line_no = t.line_no
       order by abs(coalesce(t.kg, 0)) desc, abs(t.amount) desc, t.batch_id, t.line_no`,
      params,
    );
  }
}

function explain({ run, totals }: Summary, language: Language): Omit<Explanation, 'sources' | 'caveats'> {
  const t = words(language);
  const money = (amount: string) => formatMoney(amount, run?.currency ?? 'NOK', language, 0);
  return {
    formula: t.sum.formula({ lines: formatCount(totals?.lines ?? 0, language), kg: exact(totals?.kg ?? '0', language) }),
    steps: totals ? [t.sum.withFactor({ amount: money(totals.withFactor), share: formatShare(totals.shareKnown ?? '0', language) }), t.sum.without({ ask: money(totals.ask), none: money(totals.noFactor) })] : [],
    versions: run
      ? [
          { label: t.version.run, value: String(run.number) },
          { label: t.version.finished, value: formatInstant(run.finishedAt, language) },
          { label: t.version.engine, value: run.engine },
          { label: t.version.factorSet, value: run.factorSet },
          { label: t.version.ruleSet, value: run.ruleSet },
          { label: t.version.quality, value: totals?.qualityBySpend ?? t.version.none },
        ]
      : [],
    wayDown: { label: t.wayDown.sum, file: null, sheet: null, row: null },
    alternatives: [],
    figure: { kg: totals?.kg ?? null, amount: totals?.spend ?? null, currency: run?.currency ?? null, multiplier: null, method: 'sum', dataClass: null },
  };
}

function caveatsOf(totals: NonNullable<Summary['totals']>, sets: readonly FactorSetRow[], language: Language): string[] {
  const t = words(language);
  return [
    ...(totals.fromKroner === '0' ? [] : [t.caveat.screening]),
    ...(totals.notAtPurchaserPrice === '0' ? [] : [t.sum.priceConcept({ amount: formatMoney(totals.notAtPurchaserPrice, 'NOK', language, 0) })]),
    ...(totals.notDeflated === '0' ? [] : [t.sum.notDeflated({ amount: formatMoney(totals.notDeflated, 'NOK', language, 0) })]),
    ...(totals.overReported === '0' ? [] : [t.caveat.overReported]),
    ...sets.map(({ boundary }) => boundary[language]),
  ];
}

function nothing(language: Language): SumExplanation {
  const figure = { kg: null, amount: null, currency: null, multiplier: null, method: 'sum', dataClass: null };
  return { formula: words(language).sum.empty, steps: [], caveats: [], sources: [], versions: [], wayDown: null, alternatives: [], figure, parts: [], largest: [] };
}
