import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { add, formatAmount, formatInstant, formatMoney, type Language } from '@tallgrunn/values';
import { formatExact, formatInterval, type Alternative, type Explanation } from './explanation.ts';
import { isVisibleSql } from '../emission-filter.ts';
import { caveatsOf, explainCalculation, systemNames } from './explain-part.ts';
import { WAS_ACCEPTED, FACTOR_SET, sourcesOf, type LinePartRow } from './line-part-row.ts';
import { ReadDecisions, type LineDecision } from '../auditing/read-decisions.ts';
import { describeDeciders, withoutFullStop } from '../deciders.ts';
import { multipliersOfRun, seriesOf, sharesOf } from '../calculation/run-price-data.ts';
import { EstimateUncertainty } from '../uncertainty/estimate-uncertainty.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { inForceAt } from '../at-run.ts';

/**
 * Explains the figure of a spend line, or why it has none, for a given run or the latest (null). A line with several
 * parts is explained part by part.
 */
@Injectable()
export class ExplainSpendLine {
  constructor(
    private readonly database: Database,
    private readonly decided: ReadDecisions,
    private readonly uncertainty: EstimateUncertainty,
  ) {}

  async run(batchId: string, lineNo: number, language: Language, run: number | null): Promise<Explanation> {
    const rows = await this.#rows(batchId, lineNo, run);
    const [first] = rows;
    if (!first) throw notFound('emission-line');
    const alternatives = await this.#alternatives(batchId, lineNo, first.run);
    const interval = await this.uncertainty.ofLine(first.run, batchId, lineNo);
    const t = explanationTexts(language);
    const kg = rows.reduce<string | null>((total, row) => (row.kg === null ? total : add(total ?? '0', row.kg)), null);
    const several = rows.length > 1;
    return {
      formula: several
        ? t.several({
            parts: rows.map((row) => formulaOf(row, [], language).replace(/\.$/, '')).join('; '),
            kg: kg === null ? t.notCalculated : formatExact(kg, language),
          })
        : formulaOf(first, alternatives, language),
      steps: rows
        .flatMap((row, index) => [
          ...(several ? [t.part({ number: String(index + 1), of: String(rows.length) })] : []),
          ...explainCalculation(row, language),
        ])
        .concat(await this.#decisions(first.run, batchId, lineNo, language)),
      caveats: distinct(rows.flatMap((row) => caveatsOf(row, language))),
      sources: sourcesOfLine(rows, language),
      versions: [
        ...versionsOfLine(first, rows, language),
        ...(interval ? [formatInterval(interval.low, interval.high, language)] : []),
      ],
      wayDown: {
        label: t.wayDown.spend,
        file: first.file_name,
        sheet: first.sheet,
        row: first.row_no,
        batchId,
        lineNo,
      },
      alternatives,
      figure: {
        kg,
        amount: rows.map(({ amount }) => amount).reduce(add),
        currency: first.currency,
        multiplier: several ? null : first.multiplier,
        method: several && rows.some(({ method }) => method !== first.method) ? 'several' : first.method,
        dataClass: several ? null : first.data_quality_score,
      },
    };
  }

  /** Describes the decisions behind the line, with the persons who made them. */
  async #decisions(run: number, batchId: string, lineNo: number, language: Language): Promise<string[]> {
    const { decided } = explanationTexts(language);
    const nameOf = ({ aboutKind, about, aboutName }: LineDecision): string => {
      const [system = '', code = ''] = about.split(':');
      return aboutKind === 'account' ? `${systemNames[system] ?? system} ${code}` : (aboutName?.[language] ?? about);
    };
    return (await this.decided.run(run, batchId, lineNo))
      .map((one) => ({ ...one, about: nameOf(one) }))
      .map(({ kind, about, reason, ...persons }) =>
        decided[kind]({ about, reason: withoutFullStop(reason), who: describeDeciders(kind, persons, language) }),
      );
  }

  #rows(batchId: string, lineNo: number, run: number | null): Promise<LinePartRow[]> {
    return this.database.query<LinePartRow>(
      `select u.number as run, u.finished_at, u.engine, u.account_map_id, u.factor_set_id, r.factor_set_id as part_set_id,
              r.source, r.part, coalesce(r.amount, r.outside_amount)::text as amount, r.currency, trim_scale(r.base_amount)::text as base_amount, r.net_basis, trim_scale(l.vat_rate)::text as net_rate, r.vat_status, r.vat_rate::text as vat_rate, r.purchased_on, r.account_system, r.account_code,
              r.method, r.reason, r.data_quality_score, r.price_level, r.price_standing, r.price_basis_conversion, r.is_over_reported, r.category_code, r.item_number,
              trim_scale(r.quantity)::text as quantity, r.unit, r.conversion, trim_scale(r.per_unit)::text as per_unit, trim_scale(r.kg_co2e_per_unit)::text as kg_co2e_per_unit,
              r.multiplier::text as multiplier, r.kg::text as kg, trim_scale(r.combustion_kg_co2e)::text as combustion_kg_co2e, a.name as rule_name, a.reason as rule_reason,
              jsonb_build_object('base', trim_scale(ib.value)::text, 'year', trim_scale(iy.value)::text, 'rate', trim_scale(ix.value)::text, 'own', trim_scale(io.value)::text) as prices,
              (select coalesce(jsonb_agg(distinct jsonb_build_object('source', q.source, 'sourceUrl', q.source_url, 'licence', q.licence)), '[]') from (values
                (iy.source, iy.source_url, iy.licence, r.price_standing = 'deflated'), (ix.source, ix.source_url, ix.licence, r.method in ('spend-account', 'spend-category')), (io.source, io.source_url, io.licence, r.base_amount is not null)) as q (source, source_url, licence, used)
                where q.used and q.source is not null) as price_sources,
              case when f.id is not null then jsonb_build_object('name', f.name, 'value', f.value::text, 'unit', f.unit, 'per', f.per, 'region', f.region, 'kind', f.kind, 'published', f.published_value::text) end as factor,
              case when r.price_basis_conversion = 'converted' then jsonb_build_object('tax', trim_scale(h.tax_share)::text, 'margin', trim_scale(h.margin_share)::text, 'tradeName', t.name, 'trade', t.value::text,
                'value', trim_scale((1 - h.tax_share - h.margin_share) * f.value + h.margin_share * coalesce(t.value, 0))::text, 'id', h.margin_set_id, 'source', h.source, 'sourceUrl', h.source_url, 'licence', h.licence) end as price_share,
              case when g.id is not null then jsonb_build_object('name', g.name, 'value', g.value::text, 'unit', g.unit) end as direct_factor,
              case when p.code is not null then jsonb_build_object('nb', p.name_nb, 'nn', p.name_nn, 'en', p.name_en) end as product,
              case when k.code is not null then jsonb_build_object('nb', k.name_nb, 'nn', k.name_nn, 'en', k.name_en) end as category,
              case when d.footprint_id is not null then jsonb_build_object('product', coalesce(d.product_name, d.publisher_id), 'company', d.company_name, 'number', d.number, 'file', d.file_name,
                'value', trim_scale(d.per_unit)::text, 'unit', d.declared_unit, 'from', d.valid_from, 'to', d.valid_to, 'basis', d.epd_basis) end as declaration,
              case when r.footprint_id is null and e.footprint_id is not null then jsonb_build_object('why', case when b.standing <> 'counted' then b.standing when not b.accepted then case when ${WAS_ACCEPTED} then 'link-not-accepted' else 'not-accepted' end else 'not-open' end,
                'number', e.number, 'product', coalesce(e.product_name, e.publisher_id), 'unit', e.declared_unit, 'from', e.valid_from, 'to', e.valid_to, 'day', b.happened_on) end as passed_over,
              ${FACTOR_SET} as factors, l.file_name, l.sheet, l.row_no
       from emissions.run u
       join emissions.result r on r.batch_id = $1 and r.line_no = $2 and ${inForceAt('u.number', 'r')} and ${isVisibleSql('u.number', 'r')}
       join factor_book.door_factor_set s on s.id = coalesce(r.factor_set_id, u.factor_set_id)
       left join factor_book.door_account_map_entry a on a.account_map_id = u.account_map_id and a.account_system = r.account_system and a.account_code = r.account_code
       left join factor_book.door_factor f on f.set_id = r.factor_set_id and f.id = r.factor_id
       left join factor_book.door_factor g on g.set_id = r.combustion_set_id and g.id = r.combustion_factor_id
       left join lateral ${sharesOf('u.number')} h on h.set_id = r.factor_set_id and h.factor_id = r.factor_id
       left join lateral ${seriesOf('u.number')} ib on ib.kind = 'price-index' and ib.year = s.data_year
       left join lateral ${seriesOf('u.number')} iy on iy.kind = 'price-index' and iy.year::text = r.price_level
       left join lateral ${seriesOf('u.number')} ix on ix.kind = 'exchange-rate' and ix.currency = s.currency and ix.year = s.data_year
       left join lateral ${seriesOf('u.number')} io on io.kind = 'exchange-rate' and io.currency = r.currency and io.year = extract(year from r.purchased_on)
       left join factor_book.door_factor t on t.set_id = h.set_id and t.id = h.margin_factor_id
       left join catalogue.door_product_group p on p.code = r.product_group_code
       left join catalogue.door_category k on k.code = r.category_code
       left join declarations.door_declaration d on d.footprint_id = r.footprint_id
       left join emissions.supplier_footprint_result b on b.version_id = r.version_id and b.line_no = r.report_line_no and ${inForceAt('u.number', 'b')}
       left join declarations.door_declaration e on e.footprint_id = b.footprint_id
       left join declarations.door_footprint_review w on w.footprint_id = b.footprint_id
       left join spend.door_spend_line l on l.batch_id = r.batch_id and l.line_no = r.line_no
       where u.number = coalesce($3::int, (select max(number) from emissions.run))
       order by r.part`,
      [batchId, lineNo, run],
    );
  }

  /**
   * Returns the emissions of the line with each candidate factor of its account map entry. Only for amounts calculated
   * by account.
   */
  #alternatives(batchId: string, lineNo: number, run: number): Promise<Alternative[]> {
    return this.database.query<Alternative>(
      `select f.name as factor, f.value::text as value, f.unit, round(r.base_amount * m.value, 6)::text as kg, coalesce(f.id = r.factor_id, false) as chosen
       from emissions.run u
       join emissions.result r on r.batch_id = $1 and r.line_no = $2 and ${inForceAt('u.number', 'r')}
       join factor_book.door_factor_set s on s.id = u.factor_set_id
       join factor_book.door_account_map_entry a on a.account_map_id = u.account_map_id and a.account_system = r.account_system and a.account_code = r.account_code
       cross join lateral unnest(a.candidates) with ordinality as c (id, position)
       join factor_book.door_factor f on f.set_id = u.factor_set_id and f.id = c.id
       join lateral (${multipliersOfRun('u.number', '(select f.set_id, f.id as factor_id)')}) m on m.price_level = coalesce(r.price_level, s.price_level)
         and m.vat_rate = case when r.vat_status = 'gross' then a.gross_vat else 0 end
       where u.number = $3 and r.method in ('spend-account', 'ask')
       order by c.position`,
      [batchId, lineNo, run],
    );
  }
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * Returns the factor sets behind a line. A supplier-specific figure has none; a part without a figure has the set of
 * the account map.
 */
function factorSetsOf(rows: readonly LinePartRow[]): LinePartRow['factors'][] {
  return distinct(
    rows.filter(({ part_set_id: own, kg: weight }) => own !== null || weight === null).map(({ factors }) => factors),
  );
}

/** Returns the sources of a line's figure: factor sets, price margins, price series and declarations. */
function sourcesOfLine(rows: readonly LinePartRow[], language: Language): Explanation['sources'] {
  const { source: labels } = explanationTexts(language);
  const factors = factorSetsOf(rows).flatMap((set) => sourcesOf(set, language));
  const shares = rows.flatMap(({ price_share: share }) =>
    share ? [{ label: `${labels.priceShares}: ${share.source} (${share.licence})`, link: share.sourceUrl }] : [],
  );
  const series = rows.flatMap(({ price_sources: sources }) =>
    sources.map(({ source, sourceUrl, licence }) => ({
      label: `${labels.prices}: ${source} (${licence})`,
      link: sourceUrl,
    })),
  );
  const declarations = rows.flatMap(({ declaration }) =>
    declaration
      ? [{ label: [labels.declaration, declaration.company, declaration.file].filter(Boolean).join(' · ') }]
      : [],
  );
  return distinct([...factors, ...shares, ...series, ...declarations]);
}

/** Returns the run, engine and data versions behind a line's figure. */
function versionsOfLine(first: LinePartRow, rows: readonly LinePartRow[], language: Language): Explanation['versions'] {
  const { version: labels } = explanationTexts(language);
  const years = distinct(factorSetsOf(rows).map(({ dataYear }) => dataYear));
  const classes = distinct(
    rows.map((row) => (row.data_quality_score === null ? labels.none : String(row.data_quality_score))),
  );
  const shares = distinct(rows.flatMap(({ price_share: share }) => (share ? [share.id] : [])));
  return [
    { label: labels.run, value: String(first.run) },
    { label: labels.finished, value: formatInstant(first.finished_at, language) },
    { label: labels.engine, value: first.engine },
    {
      label: labels.factorSet,
      value: distinct(rows.map((row) => row.part_set_id ?? row.factor_set_id)).join(', '),
    },
    { label: labels.ruleSet, value: first.account_map_id },
    ...shares.map((value) => ({ label: labels.priceShares, value })),
    ...(years.length > 0 ? [{ label: labels.dataYear, value: years.join(', ') }] : []),
    { label: labels.quality, value: classes.join(', ') },
  ];
}

function formulaOf(
  { method, amount, base_amount, currency, quantity, unit, multiplier, kg }: LinePartRow,
  alternatives: readonly Alternative[],
  language: Language,
): string {
  const t = explanationTexts(language);
  const money = formatMoney(base_amount ?? amount, base_amount === null ? currency : 'NOK', language);
  const figures = { multiplier: formatExact(multiplier ?? '0', language), kg: formatExact(kg ?? '0', language) };
  if (method === 'spend-account' || method === 'spend-category') return t.formula({ amount: money, ...figures });
  if (
    method === 'physical-average' ||
    method === 'invoice-co2e' ||
    method === 'declared-verified' ||
    method === 'declared-unverified'
  ) {
    return t.beside.formula({ quantity: `${formatExact(quantity ?? '0', language)} ${unit ?? ''}`.trim(), ...figures });
  }
  if (method !== 'ask') return t.noFormula[method]({ amount: formatMoney(amount, currency, language) });
  const sorted = alternatives.toSorted((a, b) => Number(a.kg) - Number(b.kg));
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high
    ? t.noFormula.ask({
        amount: money,
        low: formatAmount(low.kg, language, 1),
        high: formatAmount(high.kg, language, 1),
      })
    : t.noFormula.askOpen({ amount: money });
}
