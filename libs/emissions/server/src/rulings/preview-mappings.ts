import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { TOUCHED_GOODS } from '../weighing/read-parts.ts';
import { WeighAsIf, type Preview } from './weigh-as-if.ts';

/** What codes, accounts or items shall be taken to mean. */
export interface SupposedMappings {
  readonly system: 'unspsc' | 'cpv' | 'kostra' | 'ns4102' | 'dfo' | 'item';
  readonly codes: readonly string[];
  readonly category: string | null;
  readonly product: string | null;
}

/** The lines' own code first, then that of the agreement they were reported under. */
const WITH_CODES = `
  left join spend.door_line l on l.batch_id = r.batch_id and l.line_no = r.line_no
  left join reporting.door_line q on q.version_id = r.version_id and q.line_no = r.report_line_no
  left join agreements.door_agreement a on a.id = q.agreement_id`;
const NO_WORD_ON_ITEM = `not exists (select 1 from catalogue.door_item_decision d where d.supplier_id = r.supplier_id and d.item_number = coalesce(r.item_number, l.item_number))`;
/** The code is the longest that fits: no other that is mapped goes further. */
const LONGEST = (code: string, view: string, prefix: string): string =>
  `exists (select 1 from unnest($1::text[]) as c where ${code} like c || '%' and not exists (select 1 from ${view} k where ${code} like k.${prefix} || '%' and length(k.${prefix}) > length(c)))`;

/** Which lines a mapping speaks of, and how they then know their category: $1 the codes. */
const SPEAKS_OF: Record<SupposedMappings['system'], { readonly joins: string; readonly where: string; readonly by: string }> = {
  item: { joins: '', where: `r.supplier_id::text || ':' || r.item_number = any ($1)`, by: 'item' },
  ...Object.fromEntries(
    ['kostra', 'ns4102', 'dfo'].map((system) => [system, { joins: '', where: `r.account_system = '${system}' and r.account_code = any ($1) and r.category_by in ('account', 'none')`, by: 'account' }]),
  ) as Record<'kostra' | 'ns4102' | 'dfo', { joins: string; where: string; by: string }>,
  cpv: { joins: WITH_CODES, where: `r.product_code is null and ${NO_WORD_ON_ITEM} and ${LONGEST('coalesce(l.cpv, a.cpv)', 'catalogue.door_cpv_category', 'cpv_prefix')}`, by: 'item' },
  unspsc: {
    joins: WITH_CODES,
    where: `${NO_WORD_ON_ITEM} and ${LONGEST('l.unspsc', 'catalogue.door_unspsc_category', 'unspsc_prefix')}
      and ($2::text is not null or r.product_code is null and not exists (select 1 from catalogue.door_cpv_category k where l.cpv like k.cpv_prefix || '%'))`,
    by: 'item',
  },
};

/** The lines a mapping speaks of, as the last run left them but for their kind and category: $1 codes, $2 kind of goods, $3 category. */
const readSupposed = (system: SupposedMappings['system']): string => {
  const { joins, where, by } = SPEAKS_OF[system];
  return `
  create temporary table part on commit drop as
  select r.batch_id, r.line_no, r.part, r.buyer_id, r.supplier_id, r.source, r.line_key, r.account_system, r.account_code, r.spent_on, r.amount, r.currency, r.vat_status,
    r.version_id, r.report_line_no, r.item_id, r.item_number, r.quantity, r.unit, r.co2e_per_unit, r.over_reported,
    concat_ws(chr(31), coalesce(r.item_id::text, ''), coalesce(r.unit, '')) as key, $2::text as product_code, $3::text as category_code, '${by}' as category_by
  from emissions.result r${joins}
  where r.until_run is null and ${where}`;
};

/** A category that is told by the account is found again by the account: here it is the supposed one. */
const AS_GOODS = `update good set category_code = $1, category_by = 'account' where category_code is null`;

/** What a correction of mappings would change: the lines that it speaks of, weighed as if they were what it says. */
@Injectable()
export class PreviewMappings {
  constructor(
    private readonly database: Database,
    private readonly weigh: WeighAsIf,
  ) {}

  async run({ system, codes, category, product }: SupposedMappings): Promise<Preview> {
    const known = await this.database.one<{ category: string | null }>(
      `select coalesce((select code from catalogue.door_category where code = $1), (select category_code from catalogue.door_product where code = $2)) as category`,
      [category, product],
    );
    if (!known?.category) throw new Problem(422, 'correction-refused', {}, [{ code: 'meaning-missing', path: 'category', params: {} }]);
    return this.weigh.run({
      parts: [
        { sql: readSupposed(system), params: [codes, product, known.category] },
        { sql: 'analyze part', params: [] },
        { sql: TOUCHED_GOODS, params: [] },
        { sql: AS_GOODS, params: [known.category] },
        { sql: 'analyze good', params: [] },
      ],
    });
  }
}
