import { Injectable } from '@nestjs/common';
import { invalidCodes } from '@tallgrunn/catalogue-server';
import { Database, Problem } from '@tallgrunn/platform';
import { AFFECTED_PRODUCTS } from '../calculation/load-line-parts.ts';
import { withoutParams, PreviewCalculation, type Preview, type SqlStep } from './preview-calculation.ts';

/** A category or product to be assigned to codes, accounts or items. */
export interface MappingCorrectionInput {
  readonly system: 'unspsc' | 'cpv' | 'kostra' | 'ns4102' | 'dfo' | 'item';
  readonly codes: readonly string[];
  readonly category: string | null;
  readonly product: string | null;
}

/**
 * Classification data of lines, each read once: decisions on items, the lines' own codes, and the CPV code of the
 * agreement. Joined directly with the results, the door views would be evaluated for each line, because the planner
 * cannot estimate their row counts.
 */
const LINE_CODES: readonly SqlStep[] = withoutParams([
  'create temporary table said_of_item on commit drop as select d.supplier_id, d.item_number from catalogue.door_item_classification d',
  `create temporary table own_code on commit drop as
   select l.batch_id, l.line_no, l.item_number, l.cpv, l.unspsc from spend.door_spend_line l where coalesce(l.item_number, l.cpv, l.unspsc) is not null`,
  `create temporary table agreed_code on commit drop as
   select q.version_id, q.line_no, a.cpv from reporting.door_report_line q join agreements.door_agreement a on a.id = q.agreement_id where a.cpv is not null`,
  ...['said_of_item', 'own_code', 'agreed_code'].map((table) => `analyze ${table}`),
]);

/** SQL: the lines with their code, except items classified by a decision. */
const codedLinesSql = (code: string, where: string): SqlStep => ({
  sql: `create temporary table coded on commit drop as
    select r.batch_id, r.line_no, r.part, ${code} as code, l.cpv from emissions.result r
    left join own_code l on l.batch_id = r.batch_id and l.line_no = r.line_no
    left join agreed_code a on a.version_id = r.version_id and a.line_no = r.report_line_no
    where r.closed_by_run is null and ${code} is not null${where}
      and not exists (select from said_of_item d where d.supplier_id = r.supplier_id and d.item_number = coalesce(r.item_number, l.item_number))`,
  params: [],
});

const MAPPED_CPV: readonly SqlStep[] = withoutParams([
  'create temporary table mapped_cpv on commit drop as select m.cpv_prefix as prefix from catalogue.door_cpv_category m',
  'analyze mapped_cpv',
]);
const MAPPED_UNSPSC: readonly SqlStep[] = withoutParams([
  'create temporary table mapped_unspsc on commit drop as select m.unspsc_prefix as prefix from catalogue.door_unspsc_category m',
  'analyze mapped_unspsc',
]);

/** Lengths of the code prefixes. */
const PREFIX_LENGTHS = 'generate_series(2, 8) as n';

/** SQL: mapped CPV codes, which take precedence over UNSPSC. */
const MAPPED_CPV_CODES: readonly SqlStep[] = withoutParams([
  `create temporary table known_cpv on commit drop as select distinct c.cpv from (select distinct cpv from coded where cpv is not null) c, ${PREFIX_LENGTHS} where left(c.cpv, n) in (select prefix from mapped_cpv)`,
  'analyze known_cpv',
]);

/** SQL: the codes decided by the given codes, which must be the longest matching prefix. $1: the given codes. */
const decidedCodes = (codes: readonly string[], mapped: 'mapped_cpv' | 'mapped_unspsc'): readonly SqlStep[] => [
  {
    sql: `create temporary table decided on commit drop as
    select c.code from (select distinct b.code, left(b.code, n) as beginning from coded b, ${PREFIX_LENGTHS}) c
    join (select prefix, false as given from ${mapped} union all select unnest($1::text[]), true) m on m.prefix = c.beginning group by c.code
    having max(length(m.prefix)) filter (where m.given) >= coalesce(max(length(m.prefix)) filter (where not m.given), 0)`,
    params: [codes],
  },
  ...withoutParams(['analyze coded', 'analyze decided']),
];

interface AffectedLines {
  /** Preparatory statements: tables that are read once. */
  readonly ready: readonly SqlStep[];
  readonly joins: string;
  readonly where: string;
  /** Source of the category after the correction. */
  readonly by: 'item' | 'account';
  readonly params: readonly unknown[];
}

const BY_CODE = {
  joins:
    ' join coded k on k.batch_id = r.batch_id and k.line_no = r.line_no and k.part = r.part join decided d on d.code = k.code',
  by: 'item',
  params: [],
} as const;

/** Returns the condition for the lines affected by a mapping. */
function affectedLines({ system, codes, product }: MappingCorrectionInput): AffectedLines {
  if (system === 'item')
    return {
      ready: [],
      joins: '',
      where: `r.supplier_id::text || ':' || r.item_number = any ($3)`,
      by: 'item',
      params: [codes],
    };
  if (system === 'cpv') {
    return {
      ...BY_CODE,
      ready: [
        ...LINE_CODES,
        codedLinesSql('coalesce(l.cpv, a.cpv)', ' and r.product_group_code is null'),
        ...MAPPED_CPV,
        ...decidedCodes(codes, 'mapped_cpv'),
      ],
      where: 'true',
    };
  }
  if (system === 'unspsc') {
    const ready = [
      ...LINE_CODES,
      codedLinesSql('l.unspsc', product === null ? ' and r.product_group_code is null' : ''),
      ...MAPPED_UNSPSC,
      ...decidedCodes(codes, 'mapped_unspsc'),
      ...MAPPED_CPV,
      ...MAPPED_CPV_CODES,
    ];
    return {
      ...BY_CODE,
      ready,
      where: product === null ? 'not exists (select from known_cpv v where v.cpv = k.cpv)' : 'true',
    };
  }
  return {
    ready: [],
    joins: '',
    where: `r.account_system = '${system}' and r.account_code = any ($3) and r.category_source in ('account', 'none')`,
    by: 'account',
    params: [codes],
  };
}

/** Loads the lines affected by a mapping from the last run, with the new product and category. */
function loadCorrectedParts(correction: MappingCorrectionInput, category: string): readonly SqlStep[] {
  const { ready, joins, where, by, params } = affectedLines(correction);
  const sql = `
  create temporary table part on commit drop as
  select r.batch_id, r.line_no, r.part, r.buyer_id, r.supplier_id, r.source, r.account_system, r.account_code, r.purchased_on, r.booked_on, coalesce(r.amount, r.outside_amount) as amount, r.currency, r.net_basis, r.account_class,
    r.version_id, r.report_line_no, r.item_id, r.item_number, r.quantity, r.unit, r.kg_co2e_per_unit, r.is_over_reported,
    concat_ws(chr(31), coalesce(r.item_id::text, ''), coalesce(r.unit, '')) as key, $1::text as product_group_code, $2::text as category_code, '${by}' as category_source
  from emissions.result r${joins}
  where r.closed_by_run is null and ${where}`;
  return [
    ...ready,
    { sql, params: [correction.product, category, ...params] },
    ...withoutParams([
      'analyze part',
      'drop table if exists said_of_item, own_code, agreed_code, coded, mapped_cpv, mapped_unspsc, known_cpv, decided',
    ]),
  ];
}

/** SQL: sets the new category for lines classified by account, which would otherwise be looked up by account again. */
const SET_CATEGORY = `update good set category_code = $1, category_source = 'account' where category_code is null`;

/**
 * Previews the effect of a mapping correction: the affected lines are calculated with the new classification.
 * @throws Problem 'mapping-correction-invalid' (422)
 */
@Injectable()
export class PreviewMappings {
  constructor(
    private readonly database: Database,
    private readonly calculation: PreviewCalculation,
  ) {}

  async run(correction: MappingCorrectionInput): Promise<Preview> {
    const { system, codes, category, product } = correction;
    const odd = invalidCodes(system, codes);
    if (odd.length > 0) throw new Problem(422, 'mapping-correction-invalid', {}, odd);
    const target = await this.database.one<{ category: string | null }>(
      `select coalesce((select code from catalogue.door_category where code = $1), (select category_code from catalogue.door_product_group where code = $2)) as category`,
      [category, product],
    );
    if (!target?.category)
      throw new Problem(422, 'mapping-correction-invalid', {}, [
        { code: 'meaning-missing', path: 'category', params: {} },
      ]);
    return this.calculation.run({
      parts: [
        ...loadCorrectedParts(correction, target.category),
        { sql: AFFECTED_PRODUCTS, params: [] },
        { sql: SET_CATEGORY, params: [target.category] },
        { sql: 'analyze good', params: [] },
      ],
    });
  }
}
