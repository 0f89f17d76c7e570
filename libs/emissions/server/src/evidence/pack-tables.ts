import { seriesOf, sharesOf } from '../calculation/run-price-data.ts';
import type { WriteKind } from '@tallgrunn/tabular';
import { inForceAt } from '../at-run.ts';
import { countedOn } from '@tallgrunn/spend-server';

export interface PackColumn {
  readonly name: string;
  readonly kind: WriteKind;
}

/** A table of an evidence pack: its query (parameter $1: the run) and its columns. */
export interface PackTable {
  readonly name: string;
  readonly columns: readonly PackColumn[];
  readonly sql: string;
}

const text = (name: string): PackColumn => ({ name, kind: 'text' });
const number = (name: string): PackColumn => ({ name, kind: 'number' });
const date = (name: string): PackColumn => ({ name, kind: 'date' });
const decimal = (sql: string): string => `trim_scale(${sql})::text`;

/** Methods based on spend; the others are based on a quantity. */
export const SPEND_METHODS = `array['spend-category', 'spend-account']`;

const isWithinSql = (day: string): string => `${inForceAt('$1', 'r')}
  and ($2::uuid[] is null or r.buyer_id = any ($2::uuid[])) and ($3::text[] is null or r.category_code = any ($3::text[]))
  and ($4::text is null or to_char(${day}, 'YYYY-MM') >= $4) and ($5::text is null or to_char(${day}, 'YYYY-MM') <= $5)`;

/** SQL: true for results (alias `r`) open at run $1, of buyers $2, categories $3 and months $4 to $5; null = all. */
export const RESULTS_AT_RUN = isWithinSql(countedOn('r'));
/** SQL: the same condition for supplier-specific results. */
export const SUPPLIER_RESULTS_AT_RUN = isWithinSql('r.happened_on');
/** SQL: true if the pack covers only part of the run. */
export const IS_PARTIAL = 'num_nonnulls($2::uuid[], $3::text[], $4::text, $5::text) > 0';
/** Totals of the run as stored with it; for a partial pack, the sums of its lines. */
export const RUN_TOTALS = `(
  select t.* from emissions.run_total t where t.run_number = $1 and not (${IS_PARTIAL})
  union all
  select r.cooperative_id, $1::int, coalesce(r.buyer_id, '00000000-0000-0000-0000-000000000000'), r.category_code, r.method, r.currency, count(*)::int, coalesce(sum(r.amount), 0), coalesce(sum(r.kg), 0)
  from emissions.result r where ${RESULTS_AT_RUN} and ${IS_PARTIAL} group by 1, 3, 4, 5, 6
)`;
/** Publications of the run within the scope of the pack. */
export const PUBLISHED_IN_SCOPE = `p.run_number = $1 and ($2::uuid[] is null or p.buyer_ids <@ $2::uuid[]) and ($3::text[] is null or p.category_codes <@ $3::text[]) and ($4::text is null or p.from_month >= $4) and ($5::text is null or p.to_month <= $5)`;

/** SQL: a text key that is equal for lines with the same multiplier. */
const MULTIPLIER_KEY = `concat_ws(chr(31), r.method, ${['r.factor_set_id', 'r.factor_id', 'r.vat_rate', 'r.price_level', 'r.price_basis_conversion', 'r.conversion', 'r.per_unit', 'r.footprint_id', `case when r.method = 'invoice-co2e' then r.kg_co2e_per_unit end`, 'r.multiplier'].map((column) => `coalesce(${column}::text, '')`).join(', ')})`;

/** Creates a table of the distinct multipliers of run $1, numbered. */
export const CREATE_MULTIPLIERS: readonly string[] = [
  `create temporary table pack_kind on commit drop as
  select row_number() over (order by min(r.method), min(r.factor_set_id), min(r.factor_id), min(r.multiplier), ${MULTIPLIER_KEY})::int as number, ${MULTIPLIER_KEY} as kind, min(r.method) as method,
    min(r.factor_set_id) as factor_set_id, min(r.factor_id) as factor_id, min(r.vat_rate) as vat_rate, min(r.price_level) as price_level, min(r.price_basis_conversion) as price_basis_conversion, min(r.conversion) as conversion, min(r.per_unit) as per_unit,
    min(r.footprint_id::text)::uuid as footprint_id, min(r.kg_co2e_per_unit) as stated, min(r.multiplier) as multiplier, count(*)::int as lines, sum(r.kg) as kg
  from emissions.result r
  where ${RESULTS_AT_RUN} and r.kg is not null
  group by ${MULTIPLIER_KEY}`,
  'analyze pack_kind',
];

export const LINES: PackTable = {
  name: 'lines',
  columns: [
    text('batch'),
    number('line'),
    number('part'),
    text('source'),
    text('file'),
    text('sheet'),
    number('row'),
    text('buyer'),
    text('supplier'),
    text('seller'),
    text('accountSystem'),
    text('account'),
    text('category'),
    text('categoryBy'),
    text('product'),
    date('day'),
    date('bookedOn'),
    number('amount'),
    text('currency'),
    number('amountNok'),
    number('outsideAmount'),
    text('netBasis'),
    text('accountClass'),
    text('item'),
    number('quantity'),
    text('unit'),
    text('report'),
    number('reportLine'),
    text('method'),
    text('reason'),
    number('quality'),
    text('scope'),
    text('overReported'),
    number('basis'),
    number('multiplierNumber'),
    number('multiplier'),
    number('kg'),
    number('directMultiplier'),
    number('directKg'),
  ],
  sql: `select r.batch_id::text as batch, r.line_no as line, r.part, r.source, l.file_name as file, l.sheet, l.row_no as row, b.name as buyer, s.name as supplier, l.seller_name as seller,
      r.account_system as "accountSystem", r.account_code as account, nullif(r.category_code, 'unsorted') as category, r.category_source as "categoryBy", r.product_group_code as product, r.purchased_on as day, r.booked_on as "bookedOn",
      ${decimal('r.amount')} as amount, r.currency, ${decimal('r.base_amount')} as "amountNok", ${decimal('r.outside_amount')} as "outsideAmount", coalesce(r.net_basis, r.vat_status) as "netBasis", r.account_class as "accountClass", r.item_number as item, ${decimal('r.quantity')} as quantity, r.unit,
      v.number as report, r.report_line_no as "reportLine", r.method, r.reason, r.data_quality_score as quality, r.scope, case when r.is_over_reported then 'yes' end as "overReported",
      case when r.kg is not null then ${decimal(`case when r.method = any (${SPEND_METHODS}) then r.base_amount else r.quantity end`)} end as basis, k.number as "multiplierNumber", ${decimal('r.multiplier')} as multiplier, r.kg::text as kg,
      ${decimal('r.combustion_multiplier')} as "directMultiplier", r.combustion_kg_co2e::text as "directKg"
    from emissions.result r
    left join pack_kind k on k.kind = case when r.kg is not null then ${MULTIPLIER_KEY} end
    left join spend.door_spend_line l on l.batch_id = r.batch_id and l.line_no = r.line_no
    left join reporting.door_report_version v on v.id = r.version_id
    left join identity.door_organisation b on b.id = r.buyer_id
    left join identity.door_organisation s on s.id = r.supplier_id
    where ${RESULTS_AT_RUN}
    order by r.batch_id, r.line_no, r.part`,
};

/**
 * Formulas of a multiplier, by the columns of the table `multipliers`. `stored`: no formula gives the value, so the
 * stored value is used.
 */
export const formulas = {
  'price-level': 'factor / (1 + vat)',
  'own-prices': 'published / 1000 * indexBase / indexYear / (1 + vat)',
  'foreign-prices': 'factor / rate * indexBase / indexYear / (1 + vat)',
  'foreign-level': 'factor / rate / (1 + vat)',
  'other-year': 'factor * indexBase / indexYear / (1 + vat)',
  quantity: 'factor * perUnit',
  declared: 'declared * perUnit',
  stated: 'stated',
  stored: 'multiplier',
} as const;
export type Formula = keyof typeof formulas;

export const MULTIPLIERS: PackTable = {
  name: 'multipliers',
  columns: [
    number('number'),
    text('method'),
    text('formula'),
    text('factorSet'),
    text('factor'),
    text('factorName'),
    number('factorValue'),
    text('priceConcept'),
    number('basicPrice'),
    number('taxShare'),
    number('marginShare'),
    text('tradeFactor'),
    number('tradeValue'),
    text('factorUnit'),
    text('region'),
    number('published'),
    number('vat'),
    text('priceLevel'),
    number('indexBase'),
    number('indexYear'),
    number('rate'),
    text('conversion'),
    number('perUnit'),
    text('declaration'),
    number('declared'),
    number('stated'),
    number('multiplier'),
    number('lines'),
    number('kg'),
  ],
  sql: `with known as (
      select k.*, f.name, f.unit, f.region, s.currency, s.price_level as set_level, d.number as declaration, d.per_unit as declared, b.value as index_base, y.value as index_year, x.value as rate,
        h.tax_share, h.margin_share, h.margin_factor_id, g.value as trade_value, case when h.factor_id is not null then f.value end as basic_value,
        case when h.factor_id is null then f.value else (1 - h.tax_share - h.margin_share) * f.value + h.margin_share * coalesce(g.value, 0) end as value,
        case when h.factor_id is null then f.published_value else (1 - h.tax_share - h.margin_share) * f.published_value + h.margin_share * coalesce(g.published_value, 0) end as published_value
      from pack_kind k
      left join factor_book.door_factor f on f.set_id = k.factor_set_id and f.id = k.factor_id
      left join factor_book.door_factor_set s on s.id = k.factor_set_id
      left join declarations.door_declaration d on d.footprint_id = k.footprint_id
      left join ${seriesOf('$1')} b on b.kind = 'price-index' and b.year = s.data_year
      left join ${seriesOf('$1')} y on y.kind = 'price-index' and y.year::text = k.price_level
      left join ${sharesOf('$1')} h on h.set_id = k.factor_set_id and h.factor_id = k.factor_id and k.price_basis_conversion = 'converted'
      left join factor_book.door_factor g on g.set_id = h.set_id and g.id = h.margin_factor_id
      left join ${seriesOf('$1')} x on x.kind = 'exchange-rate' and x.currency = s.currency and x.year = s.data_year
    ), told as (
      select known.*, case when method = any (${SPEND_METHODS}) then
          case when multiplier = round(value / (1 + vat_rate), 18) then 'price-level' when multiplier = round(published_value / 1000 * index_base / index_year / (1 + vat_rate), 18) then 'own-prices'
            when multiplier = round(value / rate * index_base / index_year / (1 + vat_rate), 18) then 'foreign-prices'
            when multiplier = round(value / rate / (1 + vat_rate), 18) then 'foreign-level' when multiplier = round(value * index_base / index_year / (1 + vat_rate), 18) then 'other-year' else 'stored' end
        when method = 'physical-average' and multiplier = round(value * per_unit, 18) then 'quantity'
        when method in ('declared-verified', 'declared-unverified') and multiplier = round(declared * per_unit, 18) then 'declared'
        when method = 'invoice-co2e' and multiplier = round(stated, 18) then 'stated' else 'stored' end as formula
      from known
    )
    select number, method, formula, factor_set_id as "factorSet", factor_id as factor, name as "factorName", ${decimal('value')} as "factorValue", price_basis_conversion as "priceConcept",
      ${decimal('basic_value')} as "basicPrice", ${decimal('tax_share')} as "taxShare", ${decimal('margin_share')} as "marginShare", margin_factor_id as "tradeFactor", ${decimal('trade_value')} as "tradeValue", unit as "factorUnit", region,
      case when formula = 'own-prices' then ${decimal('published_value')} end as published, ${decimal('vat_rate')} as vat, price_level as "priceLevel",
      case when formula in ('own-prices', 'foreign-prices', 'other-year') then ${decimal('index_base')} end as "indexBase", case when formula in ('own-prices', 'foreign-prices', 'other-year') then ${decimal('index_year')} end as "indexYear",
      case when formula in ('foreign-prices', 'foreign-level') then ${decimal('rate')} end as rate, conversion, ${decimal('per_unit')} as "perUnit", declaration, ${decimal('declared')} as declared,
      case when method = 'invoice-co2e' then ${decimal('stated')} end as stated, ${decimal('multiplier')} as multiplier, lines, kg::text as kg
    from told order by number`,
};

const OTHER_TABLES: readonly PackTable[] = [
  {
    name: 'totals',
    columns: [
      text('buyer'),
      text('category'),
      text('method'),
      text('currency'),
      number('lines'),
      number('amount'),
      number('kg'),
    ],
    sql: `select b.name as buyer, nullif(t.category_code, 'unsorted') as category, t.method, t.currency, t.lines, ${decimal('t.amount')} as amount, t.kg::text as kg
      from ${RUN_TOTALS} t left join identity.door_organisation b on b.id = t.buyer_id
      order by b.name nulls last, t.category_code, t.method, t.currency`,
  },
  {
    name: 'beside',
    columns: [
      text('report'),
      number('line'),
      text('supplier'),
      text('category'),
      text('item'),
      date('day'),
      number('quantity'),
      text('unit'),
      number('amount'),
      text('standing'),
      text('declaration'),
      text('conversion'),
      number('perUnit'),
      number('quality'),
      number('multiplier'),
      number('kg'),
    ],
    sql: `select v.number as report, r.line_no as line, s.name as supplier, r.category_code as category, r.item_number as item, r.happened_on as day, ${decimal('r.quantity')} as quantity, r.unit, ${decimal('r.amount')} as amount,
        r.standing, d.number as declaration, r.conversion, ${decimal('r.conversion_factor')} as "perUnit", r.data_quality_score as quality, ${decimal('r.multiplier')} as multiplier, r.kg::text as kg
      from emissions.supplier_footprint_result r left join reporting.door_report_version v on v.id = r.version_id left join identity.door_organisation s on s.id = r.supplier_id left join declarations.door_declaration d on d.footprint_id = r.footprint_id
      where ${SUPPLIER_RESULTS_AT_RUN} order by r.version_id, r.line_no`,
  },
  {
    name: 'factors',
    columns: [
      text('set'),
      text('factor'),
      text('name'),
      number('value'),
      text('unit'),
      number('published'),
      number('dataYear'),
      text('region'),
      text('boundary'),
      text('stage'),
      number('gsd'),
      text('flags'),
    ],
    sql: `select f.set_id as set, f.id as factor, f.name, ${decimal('f.value')} as value, f.unit, ${decimal('f.published_value')} as published, f.data_year as "dataYear", f.region, f.boundary, f.stage, ${decimal('f.gsd')} as gsd, array_to_string(f.flags, ' ') as flags
      from factor_book.door_factor f
      where (f.set_id, f.id) in (select r.factor_set_id, r.factor_id from emissions.result r where ${RESULTS_AT_RUN} union select r.combustion_set_id, r.combustion_factor_id from emissions.result r where ${RESULTS_AT_RUN}) order by f.set_id, f.id`,
  },
  {
    name: 'factor-sets',
    columns: [
      text('set'),
      text('title'),
      text('region'),
      number('dataYear'),
      text('priceLevel'),
      text('currency'),
      text('priceBasis'),
      text('vatBasis'),
      text('unit'),
      text('boundary'),
      text('licence'),
      text('licenceUrl'),
      text('source'),
      text('attribution'),
      text('changes'),
      text('sha256'),
    ],
    sql: `select s.id as set, s.title ->> 'en' as title, s.region, s.data_year as "dataYear", s.price_level as "priceLevel", s.currency, s.price_basis as "priceBasis", s.vat_basis as "vatBasis", s.unit, s.boundary ->> 'en' as boundary, s.licence, s.licence_url as "licenceUrl", s.source_url as source,
        (select string_agg(a, ' · ') from jsonb_array_elements_text(s.attributions) as a) as attribution, s.changes::text as changes, s.sha256
      from factor_book.door_factor_set s
      where s.id in (select r.factor_set_id from emissions.result r where ${RESULTS_AT_RUN} union select r.combustion_set_id from emissions.result r where ${RESULTS_AT_RUN} union select u.factor_set_id from emissions.run u where u.number = $1) order by s.id`,
  },
  {
    name: 'series',
    columns: [
      text('series'),
      text('kind'),
      text('currency'),
      number('year'),
      number('value'),
      text('source'),
      text('sourceUrl'),
      text('licence'),
    ],
    sql: `select s.id as series, s.kind, s.currency, s.year, ${decimal('s.value')} as value, s.source, s.source_url as "sourceUrl", s.licence from ${seriesOf('$1')} s order by s.kind, s.currency, s.year`,
  },
  {
    name: 'price-shares',
    columns: [
      text('shares'),
      text('set'),
      text('factor'),
      number('taxShare'),
      number('marginShare'),
      text('tradeFactor'),
      text('source'),
      text('sourceUrl'),
      text('licence'),
    ],
    sql: `select h.margin_set_id as shares, h.set_id as set, h.factor_id as factor, ${decimal('h.tax_share')} as "taxShare", ${decimal('h.margin_share')} as "marginShare", h.margin_factor_id as "tradeFactor", h.source, h.source_url as "sourceUrl", h.licence
      from ${sharesOf('$1')} h order by h.set_id, h.factor_id`,
  },
  {
    name: 'accounts',
    columns: [
      text('system'),
      text('account'),
      text('name'),
      text('answer'),
      text('factor'),
      number('grossVat'),
      text('reason'),
    ],
    sql: `select a.account_system as system, a.account_code as account, a.name ->> 'nb' as name, a.answer, a.factor_id as factor, ${decimal('a.gross_vat')} as "grossVat", a.reason ->> 'en' as reason
      from factor_book.door_account_map_entry a join emissions.run u on u.account_map_id = a.account_map_id where u.number = $1 order by a.account_system, a.account_code`,
  },
  {
    name: 'decisions',
    columns: [
      text('kind'),
      text('id'),
      text('about'),
      date('fromDay'),
      date('untilDay'),
      text('decided'),
      text('reason'),
      text('proposedBy'),
      text('decidedBy'),
      text('at'),
    ],
    sql: `select d.kind, d.id::text as id, d.about, d.valid_from as "fromDay", d.valid_to as "untilDay", d.decided, d.reason, p.name as "proposedBy", q.name as "decidedBy", d.at::text as at
      from (
        select 'factor' as kind, c.id, c.kind || ':' || c.target as about, c.valid_from, c.valid_to, c.set_id || ' ' || c.factor_id as decided, concat_ws(' · ', c.reason, c.foreign_factor_justification) as reason, c.proposed_by, c.decided_by, c.decided_at as at
        from factor_book.door_factor_assignment c where c.id::text in (select jsonb_array_elements_text(u.read -> 'choices') from emissions.run u where u.number = $1)
        union all
        select 'methods', g.id, g.category_code, g.valid_from, null, array_to_string(g.methods, ' > '), g.reason, q.proposed_by, g.decided_by, g.decided_at
        from emissions.method_policy g left join emissions.method_policy_proposal q on q.id = g.proposal_id where g.id::text in (select jsonb_array_elements_text(u.read -> 'rulings') from emissions.run u where u.number = $1)
        union all
        select 'meaning', m.correction_id, m.system || ' ' || m.code, null, null, coalesce(m.product_group_code, m.category_code, 'none'), m.reason, null, m.decided_by, m.decided_at
        from catalogue.door_mapping_override m
        where m.correction_id::text in (select jsonb_array_elements_text(u.read -> 'items') from emissions.run u where u.number = $1)
        union all
        select 'declaration', a.footprint_id, e.number, null, null, a.verdict, coalesce(a.reason, ''), null, a.decided_by, a.decided_at
        from declarations.door_footprint_review a join declarations.door_declaration e on e.footprint_id = a.footprint_id
        where a.footprint_id in (select r.footprint_id from emissions.result r where ${RESULTS_AT_RUN} and r.footprint_id is not null)
      ) d
      left join identity.door_person p on p.id = d.proposed_by
      left join identity.door_person q on q.id = d.decided_by
      order by d.kind, d.at, d.id`,
  },
  {
    name: 'declarations',
    columns: [
      text('declaration'),
      text('file'),
      text('sha256'),
      text('company'),
      text('product'),
      number('perUnit'),
      text('unit'),
      date('validFrom'),
      date('validTo'),
      text('verified'),
    ],
    sql: `select d.number as declaration, d.file_name as file, d.file_sha256 as sha256, d.company_name as company, d.product_name as product, ${decimal('d.per_unit')} as "perUnit", d.declared_unit as unit, d.valid_from as "validFrom", d.valid_to as "validTo", case when d.verified then 'yes' else 'no' end as verified
      from declarations.door_declaration d where d.footprint_id in (select r.footprint_id from emissions.supplier_footprint_result r where ${SUPPLIER_RESULTS_AT_RUN} union select r.footprint_id from emissions.result r where ${RESULTS_AT_RUN}) order by d.number, d.position`,
  },
  {
    name: 'sources',
    columns: [text('kind'), text('id'), text('number'), text('file'), text('sha256'), text('at')],
    sql: `select 'batch' as kind, b.id::text as id, b.number, b.file_name as file, b.file_sha256 as sha256, b.posted_at::text as at
      from spend.door_batch b where b.id::text in (select jsonb_array_elements_text(u.read -> 'batches') from emissions.run u where u.number = $1)
        and (not (${IS_PARTIAL}) or b.id in (select r.batch_id from emissions.result r where ${RESULTS_AT_RUN}))
      union all
      select 'report', v.id::text, v.number, v.file_name, v.file_sha256, v.accepted_at::text
      from reporting.door_report_version v where v.id in (select r.version_id from emissions.result r where ${RESULTS_AT_RUN} union select r.version_id from emissions.supplier_footprint_result r where ${SUPPLIER_RESULTS_AT_RUN})
      order by 1, 3, 2`,
  },
  {
    name: 'publications',
    columns: [
      text('case'),
      text('scope'),
      text('from'),
      text('to'),
      text('buyers'),
      text('categories'),
      number('kg'),
      text('by'),
      text('at'),
    ],
    sql: `select p.case_number as case, p.scope, p.from_month as "from", p.to_month as "to", array_to_string(p.buyer_ids, ' ') as buyers, array_to_string(p.category_codes, ' ') as categories, p.kg::text as kg, n.name as by, p.published_at::text as at from emissions.publication p left join identity.door_person n on n.id = p.published_by where ${PUBLISHED_IN_SCOPE} order by p.id`,
  },
];

/** The tables of a pack in order. */
export const packTables: readonly PackTable[] = [LINES, MULTIPLIERS, ...OTHER_TABLES];
