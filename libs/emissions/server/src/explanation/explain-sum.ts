import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import {
  formatAmount,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatShare,
  type Language,
} from '@tallgrunn/values';
import { decidersSql, describeDeciders, withoutFullStop, type DecidedKind, type Deciders } from '../deciders.ts';
import {
  isWithinScope,
  filterParams,
  type EmissionFilter,
  type ScopedFilter,
  type PublicationScope,
} from '../emission-filter.ts';
import { RUN_FACTORS } from '../evidence/store-run-factors.ts';
import { formatExact, formatInterval, type Explanation } from './explanation.ts';
import { systemNames } from './explain-part.ts';
import { FACTOR_SET, sourcesOf, type FactorSetRow } from './line-part-row.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { filteredLinesSql, SummariseEmissions, type Summary } from '../summarise-emissions.ts';
import { EstimateUncertainty } from '../uncertainty/estimate-uncertainty.ts';
import type { MethodWithFigure } from '../calculation/methods.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { isPurchaseSql } from '../calculation/methods.ts';

/**
 * One factor's part of a total. Supplier-specific figures, and the factors after the 50 largest, are parts without a
 * value. The parts add up to the total.
 */
export interface SumPart {
  readonly factor: string;
  readonly value: string | null;
  readonly unit: string | null;
  /** Quantity in the factor's unit; null for a spend factor. */
  readonly quantity: string | null;
  readonly lines: number;
  readonly amount: string;
  readonly kg: string;
}

/** One of the lines with the largest emissions in a total. `explain-spend-line` explains it. */
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
  /** Only for a step of a bridge: emissions before and after it; `kg` is then the difference. */
  readonly before?: string | null;
  readonly after?: string | null;
}

export interface SumExplanation extends Explanation {
  readonly parts: readonly SumPart[];
  readonly largest: readonly SumLine[];
}

/** A factor assignment, a method policy or a classification used by a run. */
interface DecisionRow extends Deciders {
  readonly kind: 'factor' | 'methods' | 'item' | 'account';
  readonly about: string;
  readonly name: Readonly<Record<Language, string | null>>;
  /** Number of a method policy within its category, in the order of decision. */
  readonly version: number | null;
  readonly from: string | null;
  readonly decided: readonly string[];
  readonly reason: string;
}

const PARTS_MAX = 50;
const LINES_MAX = 20;
const DECISIONS_MAX = 20;
const PUBLICATIONS_MAX = 5;

/** Explains a total: the factors behind it, and the lines with the largest emissions. */
@Injectable()
export class ExplainSum {
  constructor(
    private readonly database: Database,
    private readonly summarise: SummariseEmissions,
    private readonly uncertainty: EstimateUncertainty,
    private readonly scope: ReadPublicationScope,
  ) {}

  async run(requested: EmissionFilter, language: Language): Promise<SumExplanation> {
    const filter = await this.scope.narrow(requested);
    const summary = await this.summarise.run(filter);
    if (!summary.run || !summary.totals) return emptyExplanation(language);
    const params = filterParams(summary.run.number, filter);
    const { low, high, groups } = await this.uncertainty.run({ ...filter, run: summary.run.number });
    const lines = filteredLinesSql(filter);
    const explanation = explain(summary, filter, language);
    const sets = await this.#sets(lines, summary.run.factorSet, params);
    return {
      ...explanation,
      versions: groups > 0 ? [...explanation.versions, formatInterval(low, high, language)] : explanation.versions,
      sources: sets.flatMap((set) => sourcesOf(set, language)),
      steps: [
        ...explanation.steps,
        ...(await this.#publications(summary.run.number, requested, filter, language)),
        ...(await this.#decisions(lines, params, language)),
      ],
      caveats: caveatsOf(summary.totals, sets, language),
      parts: await this.#parts(lines, params, language),
      largest: await this.#largest(lines, params),
    };
  }

  /** Returns the factor set of the account map first, then the other sets used by the lines. */
  async #sets(lines: string, first: string, params: readonly unknown[]): Promise<FactorSetRow[]> {
    const rows = await this.database.query<{ factors: FactorSetRow }>(
      `with line as (${lines}), used as (select distinct factor_set_id from line where factor_set_id is not null)
       select ${FACTOR_SET} as factors from factor_book.door_factor_set s where s.id = $8 or s.id in (select factor_set_id from used) order by s.id <> $8, s.id`,
      [...params, first],
    );
    return rows.map(({ factors }) => factors);
  }

  async #parts(lines: string, params: readonly unknown[], language: Language): Promise<SumPart[]> {
    const rows = await this.database.query<
      Omit<SumPart, 'factor'> & { factor: string | null; method: MethodWithFigure | null; factors: number }
    >(
      `with line as (${lines}), summed as (
         select factor_set_id, factor_id, case when factor_id is null then method end as method, count(*)::int as lines, sum(base_amount) as amount, sum(kg) as kg, sum(quantity * per_unit) filter (where method = 'physical-average') as quantity from line where kg is not null group by 1, 2, 3
       ), placed as (
         select s.*, f.name as factor, f.value, f.unit, least(row_number() over (order by abs(s.kg) desc, s.factor_id, s.method), ${PARTS_MAX + 1}) as place
         from summed s left join factor_book.door_factor f on f.set_id = s.factor_set_id and f.id = s.factor_id
       )
       select case when place <= ${PARTS_MAX} then min(factor) end as factor, case when place <= ${PARTS_MAX} then min(value)::text end as value, case when place <= ${PARTS_MAX} then min(unit) end as unit, case when place <= ${PARTS_MAX} then trim_scale(min(quantity))::text end as quantity,
         case when place <= ${PARTS_MAX} then min(method) end as method, count(*)::int as factors, sum(lines)::int as lines, sum(amount)::text as amount, sum(kg)::text as kg
       from placed group by place order by place`,
      params,
    );
    const { own, others } = explanationTexts(language).sum;
    return rows.map(({ factor, method, factors, ...part }) => ({
      factor:
        factor ??
        (method === null ? others({ count: formatCount(factors, language) }) : own[method as keyof typeof own]),
      ...part,
    }));
  }

  /** Describes the publications that cover the total, with the persons who proposed and approved them. */
  async #publications(
    run: number,
    { publication }: EmissionFilter,
    filter: ScopedFilter,
    language: Language,
  ): Promise<string[]> {
    const rows = await this.database.query<
      Deciders & PublicationScope & { caseNumber: string; scope: string; scoped: boolean; id: string }
    >(
      `select p.id, p.case_number as "caseNumber", p.scope, p.scoped, p.from_month as "from", p.to_month as "to", p.buyer_ids as "buyerIds", p.category_codes as categories,
         ${decidersSql('b.name', 'coalesce(p.approved_by, p.published_by)', 'o.name', 'case when p.approved_by is not null then p.published_by end', 'p.published_at')}
       from emissions.publication p
       left join identity.door_person b on b.id = coalesce(p.approved_by, p.published_by) left join identity.door_person o on p.approved_by is not null and o.id = p.published_by
       where p.run_number = $1 order by p.id desc`,
      [run],
    );
    const { who } = explanationTexts(language);
    return rows
      .filter((row) => (publication === undefined ? row.scoped && isWithinScope(row, filter) : row.id === publication))
      .slice(0, PUBLICATIONS_MAX)
      .map(({ caseNumber, scope, ...persons }) =>
        who.published({
          caseNumber,
          scope: withoutFullStop(scope),
          who: describeDeciders('publication', persons, language),
        }),
      );
  }

  /**
   * Describes the factor assignments, method policies and classifications in force in the run that apply to the lines.
   * Of several policies in a category, those that were the latest on the date of a line are included.
   */
  async #decisions(lines: string, params: readonly unknown[], language: Language): Promise<string[]> {
    const rows = await this.database.query<DecisionRow>(
      `with line as (${lines}), used as (
         select method, product_group_code, category_code, account_system || ':' || account_code as account, factor_set_id, factor_id, purchased_on from line where kg is not null group by 1, 2, 3, 4, 5, 6, 7
       ), rule as (
         select g.*, row_number() over of_category as version, lead(g.valid_from) over (partition by g.category_code order by g.valid_from, g.id) as valid_to
         from emissions.method_policy g join emissions.run u on u.number = $1 and u.read -> 'rulings' ? g.id::text window of_category as (partition by g.category_code order by g.id)
       ), stated as (
         select jsonb_array_elements_text(u.read -> 'items') as id from emissions.run u where u.number = $1
       ), said as (
         select 'factor' as kind, c.kind as about_kind, c.target as about, null::bigint as version, a.valid_from, array[f.name] as decided, c.reason, c.decided_by, c.proposed_by, c.decided_at
         from ${RUN_FACTORS} a join factor_book.door_factor_assignment c on c.id = a.choice_id
         join lateral (
           select l.factor_set_id, l.factor_id from used l
           where (l.factor_set_id, l.factor_id) in ((a.set_id, a.factor_id), (a.combustion_set_id, a.combustion_factor_id)) and l.purchased_on between a.valid_from and a.valid_to
             and case a.kind when 'product' then l.product_group_code when 'category' then l.category_code else l.account end = a.target limit 1
         ) l on true join factor_book.door_factor f on f.set_id = l.factor_set_id and f.id = l.factor_id
         union all
         select 'methods', 'category', g.category_code, g.version, g.valid_from, g.methods, g.reason, g.decided_by, p.proposed_by, g.decided_at
         from rule g left join emissions.method_policy_proposal p on p.id = g.proposal_id
         where exists (select from used l where l.category_code = g.category_code and l.purchased_on >= g.valid_from and (g.valid_to is null or l.purchased_on < g.valid_to))
         union all
         select 'account', 'account', m.system || ':' || m.code, null, null, '{}', m.reason, m.decided_by, null, m.decided_at
         from catalogue.door_mapping_override m where m.correction_id::text in (select id from stated) and m.system || ':' || m.code in (select account from used)
         union all
         select 'item', 'item', i.item_number, null, null, '{}', i.reason, i.decided_by, null, i.decided_at
         from catalogue.door_item_classification i where i.id::text in (select id from stated) and (i.supplier_id, i.item_number) in (select l.supplier_id, l.item_number from line l where l.kg is not null)
       )
       select s.kind, s.about, jsonb_build_object('nb', coalesce(k.name_nb, d.name_nb), 'nn', coalesce(k.name_nn, d.name_nn), 'en', coalesce(k.name_en, d.name_en)) as name, s.version::int as version, s.valid_from as "from",
         s.decided, s.reason, ${decidersSql('b.name', 's.decided_by', 'o.name', 's.proposed_by', 's.decided_at')}
       from said s left join catalogue.door_category k on s.about_kind = 'category' and k.code = s.about left join catalogue.door_product_group d on s.about_kind = 'product' and d.code = s.about
       left join identity.door_person b on b.id = s.decided_by left join identity.door_person o on o.id = s.proposed_by
       order by s.kind in ('account', 'item'), s.decided_at desc limit ${DECISIONS_MAX}`,
      params,
    );
    return rows.map((row) => describeDecision(row, language));
  }

  /** The lines are looked up one by one (`offset 0`): in a join, the planner may scan the whole ledger for each. */
  #largest(lines: string, params: readonly unknown[]): Promise<SumLine[]> {
    return this.database.query(
      `with line as (${lines}), top as (
         select * from line where ${isPurchaseSql('method')} order by abs(coalesce(kg, 0)) desc, abs(coalesce(amount, outside_amount)) desc, batch_id, line_no limit ${LINES_MAX}
       )
       select t.batch_id as "batchId", t.line_no as "lineNo", t.method, coalesce(t.amount, t.outside_amount)::text as amount, t.currency, t.kg::text as kg,
              l.seller_name as seller, coalesce(l.item_name, l.text) as text, t.purchased_on as "spentOn", l.file_name as file, l.sheet, l.row_no as row
       from top t left join lateral (select l.* from spend.door_spend_line l where l.batch_id = t.batch_id and l.line_no = t.line_no offset 0) l on true
       order by abs(coalesce(t.kg, 0)) desc, abs(coalesce(t.amount, t.outside_amount)) desc, t.batch_id, t.line_no`,
      params,
    );
  }
}

function describeDecision(
  { kind, about: code, name, version, from, decided, reason, ...persons }: DecisionRow,
  language: Language,
): string {
  const { sum, methodNames, decided: single } = explanationTexts(language);
  const textParams = {
    about: name[language] ?? accountOf(kind, code),
    reason: withoutFullStop(reason),
    who: describeDeciders(kind, persons, language),
  };
  if (from === null) return single[kind](textParams);
  const dated = { ...textParams, from: formatDate(from, language) };
  return kind === 'factor'
    ? sum.choice({ ...dated, factor: decided.join(', ') })
    : sum.rule({
        ...dated,
        version: String(version),
        methods: decided.map((method) => methodNames[method as MethodWithFigure]).join(', '),
      });
}

function accountOf(kind: DecidedKind, code: string): string {
  const [system = '', account = ''] = code.split(':');
  return kind === 'account' || systemNames[system] ? `${systemNames[system] ?? system} ${account}` : code;
}

function explain(
  { run, totals }: Summary,
  { of, accountClass }: EmissionFilter,
  language: Language,
): Omit<Explanation, 'sources' | 'caveats'> {
  const t = explanationTexts(language);
  const money = (amount: string) => formatMoney(amount, run?.currency ?? 'NOK', language, 0);
  const stepsOf = () => {
    if (of === 'burning') return [t.sum.burning];
    return totals
      ? [
          t.sum.withFactor({
            amount: money(totals.withFactor),
            share: formatShare(totals.shareKnown ?? '0', language),
          }),
          t.sum.without({ ask: money(totals.ask), none: money(totals.noFactor) }),
        ]
      : [];
  };
  return {
    formula: t.sum.formula({
      lines: formatCount(totals?.lines ?? 0, language),
      kg: formatExact(totals?.kg ?? '0', language),
    }),
    steps: [...(accountClass === undefined ? [] : [t.onlyClass[accountClass]]), ...stepsOf()],
    versions: run
      ? [
          { label: t.version.run, value: String(run.number) },
          { label: t.version.finished, value: formatInstant(run.finishedAt, language) },
          { label: t.version.engine, value: run.engine },
          { label: t.version.factorSet, value: run.factorSet },
          { label: t.version.ruleSet, value: run.ruleSet },
          {
            label: t.version.qualityBySpend,
            value: totals?.qualityBySpend ? formatAmount(totals.qualityBySpend, language) : t.version.none,
          },
          {
            label: t.version.qualityByKg,
            value: totals?.qualityByKg ? formatAmount(totals.qualityByKg, language) : t.version.none,
          },
        ]
      : [],
    wayDown: { label: t.wayDown.sum, file: null, sheet: null, row: null },
    alternatives: [],
    figure: {
      kg: totals?.kg ?? null,
      amount: totals?.spend ?? null,
      currency: run?.currency ?? null,
      multiplier: null,
      method: 'sum',
      dataClass: null,
    },
  };
}

function caveatsOf(
  totals: NonNullable<Summary['totals']>,
  sets: readonly FactorSetRow[],
  language: Language,
): string[] {
  const t = explanationTexts(language);
  return [
    ...(totals.fromKroner === '0' ? [] : [t.caveat.screening]),
    ...(totals.notAtPurchaserPrice === '0'
      ? []
      : [t.sum.priceConcept({ amount: formatMoney(totals.notAtPurchaserPrice, 'NOK', language, 0) })]),
    ...(totals.notDeflated === '0'
      ? []
      : [t.sum.notDeflated({ amount: formatMoney(totals.notDeflated, 'NOK', language, 0) })]),
    ...(totals.overReported === '0' ? [] : [t.caveat.overReported]),
    ...sets.map(({ boundary }) => boundary[language]),
  ];
}

function emptyExplanation(language: Language): SumExplanation {
  const figure = { kg: null, amount: null, currency: null, multiplier: null, method: 'sum', dataClass: null };
  return {
    formula: explanationTexts(language).sum.empty,
    steps: [],
    caveats: [],
    sources: [],
    versions: [],
    wayDown: null,
    alternatives: [],
    figure,
    parts: [],
    largest: [],
  };
}
