import { unitConversionKeySql } from './load-line-parts.ts';
import { convertUnitsSql, joinUnitsSql } from './convert-units.ts';
import { categoryOfCpv } from '@tallgrunn/catalogue-server';

/**
 * Classifies each distinct item: its product group and category, from a decision, a code, its name or its agreement,
 * into a temporary table `good`. A product group has a physical factor, a category a spend factor.
 */
/** SQL: applies each name pattern to all names before the next one, because PostgreSQL caches few compiled patterns. */
const CLASSIFY_NAMES: readonly string[] = [
  'create temporary table name on commit drop as select distinct lower(item_name) as item_name from part where item_name is not null',
  `create temporary table named on commit drop as
  select distinct on (n.item_name) n.item_name, p.code as product_group_code
  from catalogue.door_product_group p
  cross join lateral (select m.item_name from name m where m.item_name ~ p.pattern and (p.except_pattern is null or m.item_name !~ p.except_pattern) offset 0) n
  order by n.item_name, p.position`,
];

/** SQL: maps the codes of parts and agreements to categories by longest prefix, once per code. */
const CLASSIFY_CODES: readonly string[] = [
  `create temporary table cpv_means on commit drop as
  select n.code, k.category_code
  from (select cpv as code from part where cpv is not null union select g.cpv from agreements.door_agreement g where g.cpv is not null) n
  cross join lateral (${categoryOfCpv('n.code')}) k`,
  `create temporary table unspsc_means on commit drop as
  select distinct on (n.code) n.code, k.category_code
  from (select distinct unspsc as code from part where unspsc is not null) n
  join catalogue.door_unspsc_category k on n.code like k.unspsc_prefix || '%'
  order by n.code, length(k.unspsc_prefix) desc`,
];

const CREATE_CLASSIFICATION = `
  create temporary table good on commit drop as
  select n.key, n.item_id, n.unit, p.code as product_group_code, ${unitConversionKeySql('p.code', 'n.')} as measure,
    coalesce(d.category_code, p.category_code, c.category_code, s.category_code, a.category_code) as category_code,
    case when coalesce(d.category_code, p.category_code, c.category_code, s.category_code) is not null then 'item' when a.category_code is not null then 'agreement' end as category_source
  from (select distinct on (key) key, supplier_id, item_id, item_number, item_name, cpv, unspsc, agreement_id, unit from part where key is not null) n
  left join catalogue.door_item_classification d on d.supplier_id = n.supplier_id and d.item_number = n.item_number
  left join catalogue.door_code_product_group u on u.system = 'unspsc' and u.code = n.unspsc
  left join named t on t.item_name = lower(n.item_name)
  left join catalogue.door_product_group p on p.code = case when d.id is not null then d.product_group_code else coalesce(u.product_group_code, t.product_group_code) end
  left join agreements.door_agreement g on g.id = n.agreement_id
  left join cpv_means c on c.code = n.cpv
  left join unspsc_means s on s.code = n.unspsc
  left join cpv_means a on a.code = g.cpv`;

export const CLASSIFY_ITEMS: readonly string[] = [
  ...CLASSIFY_NAMES,
  ...CLASSIFY_CODES,
  'analyze named',
  CREATE_CLASSIFICATION,
  'analyze good',
  'drop table name, named, cpv_means, unspsc_means',
];

/** The temporary table with the classification of each key, for other rooms. */
export const CLASSIFICATION_TABLE = 'good';

/** SQL: a key that is equal for report lines `line` with the same item. */
export const reportedItemKeySql = (line: string): string =>
  `concat_ws(chr(31), ${line}.supplier_id, coalesce(${line}.item_id::text, ''), coalesce(${line}.item_number, ''), coalesce(${line}.item_name, ''), ${line}.agreement_id) collate "C"`;

/**
 * Classifies report lines, linked or not. From a temporary table with `key` it creates the table `good` with the
 * category of each key.
 */
export const classifyReportedItems = (lines: string): readonly string[] => [
  `create temporary table part on commit drop as
  select distinct on (l.key) l.key, l.supplier_id, l.item_id, l.item_number, l.item_name, null::text as cpv, null::text as unspsc, l.agreement_id, null::text as unit from ${lines} l order by l.key`,
  'analyze part',
  ...CLASSIFY_ITEMS,
];

/**
 * SQL: the factor assignments by period (`assigned`), and the multiplier of each item and unit (`physical`): factor
 * times unit conversion.
 */
export const LOAD_FACTORS: readonly string[] = [
  'create temporary table assigned on commit drop as select * from factor_book.door_effective_assignment',
  'analyze assigned',
  `create temporary table physical on commit drop as
  select g.measure, a.valid_from, a.valid_to, a.set_id, a.factor_id, v.way as conversion, v.factor as per_unit, round(f.value * v.factor, 18)::numeric(38, 18) as multiplier,
    a.combustion_set_id, a.combustion_factor_id, case when d.per = f.per then round(d.value * v.factor, 18) end::numeric(38, 18) as combustion_multiplier
  from (select distinct measure, product_group_code, item_id, unit from good where product_group_code is not null) g
  join assigned a on a.kind = 'product' and a.target = g.product_group_code
  join factor_book.door_factor f on f.set_id = a.set_id and f.id = a.factor_id
  left join factor_book.door_factor d on d.set_id = a.combustion_set_id and d.id = a.combustion_factor_id
  left join catalogue.door_product_group p on p.code = g.product_group_code
  left join agreements.door_item i on i.id = g.item_id
  ${joinUnitsSql('g.unit', 'f.per')}
  ${convertUnitsSql({ reported: 'g.unit', kgPerLitre: 'p.kg_per_litre' })}
  where v.factor is not null`,
  'analyze physical',
];

/** SQL: as if an assignment were in force from its first day, replacing those of its target. $1: the assignment. */
export const LOAD_FACTORS_AS_IF: readonly string[] = [
  `update assigned a set valid_to = c.valid_from - 1 from factor_book.door_all_assignment c where c.id = $1 and a.kind = c.kind and a.target = c.target and a.valid_from < c.valid_from and a.valid_to >= c.valid_from`,
  `delete from assigned a using factor_book.door_all_assignment c where c.id = $1 and a.kind = c.kind and a.target = c.target and a.valid_from >= c.valid_from`,
  `insert into assigned (kind, target, valid_from, valid_to, choice_id, set_id, factor_id, combustion_set_id, combustion_factor_id)
  select c.kind, c.target, c.valid_from, coalesce(c.valid_to, 'infinity'), c.id, c.set_id, c.factor_id, c.combustion_set_id, c.combustion_factor_id from factor_book.door_all_assignment c where c.id = $1`,
];
