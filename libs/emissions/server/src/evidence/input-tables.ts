import { seriesOf, sharesOf } from '../calculation/run-price-data.ts';
import { RUN_FACTORS } from './store-run-factors.ts';
import { RESULTS_AT_RUN, SUPPLIER_RESULTS_AT_RUN, RUN_TOTALS } from './pack-tables.ts';

/** An input table of the engine as it was for a run, row by row as JSON. Parameter $1: the run. */
export interface EngineTable {
  /** Its name in the pack; with the prefix `pack_`, its name as a temporary table. */
  readonly name: string;
  /** The table or door view that it replaces in the engine's SQL. */
  readonly standsFor: string;
  readonly make: string;
  /** Inserts rows from a JSON array. */
  readonly add: string;
  readonly sql: string;
  /** Older packs may lack it; their runs did not read it. */
  readonly mayLack?: boolean;
}

const rows = (select: string): string => `select to_json(x)::text as row from (${select}) x`;

/**
 * Rows with `closed_by_run` set to null, as they were at the run. The run that closed a row came later and may not be
 * published.
 */
const ROWS_AS_OPEN = (table: string): string =>
  `select n.* from emissions.${table} r cross join lateral json_populate_record(r, '{"closed_by_run": null}'::json) n`;

/** Items with the units and weights of the price lists at the start of the run. */
const ITEMS_AT_RUN = `
  select n.* from agreements.door_item i
  left join lateral (
    select v.price_version_id, v.unit, v.content_quantity, v.content_unit, v.pack_quantity, v.pack_unit, v.net_weight_kg from agreements.door_item_version v
    where v.item_id = i.id and v.published_at <= (select u.started_at from emissions.run u where u.number = $1) order by v.number desc, v.valid_from desc, v.line_no limit 1
  ) v on true
  cross join lateral json_populate_record(i, case when v.price_version_id is null then '{}' else to_json(v) end) n`;

/** Factors used by a line, by an effective assignment or by the account map. */
const USED_FACTORS = `(
  select r.factor_set_id as set_id, r.factor_id from emissions.result r where ${RESULTS_AT_RUN} and r.factor_id is not null
  union select r.combustion_set_id, r.combustion_factor_id from emissions.result r where ${RESULTS_AT_RUN} and r.combustion_factor_id is not null
  union select a.set_id, a.factor_id from ${RUN_FACTORS} a
  union select a.combustion_set_id, a.combustion_factor_id from ${RUN_FACTORS} a where a.combustion_factor_id is not null
  union select a.set_id, a.factor_id from factor_book.door_account_map_entry a join emissions.run u on u.account_map_id = a.account_map_id where u.number = $1 and a.factor_id is not null
)`;
/** The used factors, and the factors of their trade margins. */
const USED_OR_MARGIN_FACTORS = `(select n.set_id, n.factor_id from ${USED_FACTORS} n union select h.set_id, h.margin_factor_id from ${sharesOf('$1')} h where (h.set_id, h.factor_id) in ${USED_FACTORS})`;
const RUN_EXISTS = 'exists (select 1 from emissions.run u where u.number = $1)';

export const engineTables: readonly EngineTable[] = [
  {
    name: 'result',
    standsFor: 'emissions.result',
    make: 'create temporary table pack_result on commit drop as select * from emissions.result with no data',
    add: 'insert into pack_result select * from json_populate_recordset(null::pack_result, $1::json)',
    sql: rows(`${ROWS_AS_OPEN('result')} where ${RESULTS_AT_RUN} order by r.batch_id, r.line_no, r.part`),
  },
  {
    name: 'beside',
    standsFor: 'emissions.supplier_footprint_result',
    make: 'create temporary table pack_beside on commit drop as select * from emissions.supplier_footprint_result with no data',
    add: 'insert into pack_beside select * from json_populate_recordset(null::pack_beside, $1::json)',
    sql: rows(
      `${ROWS_AS_OPEN('supplier_footprint_result')} where ${SUPPLIER_RESULTS_AT_RUN} order by r.version_id, r.line_no`,
    ),
  },
  {
    name: 'ruling',
    standsFor: 'emissions.method_policy',
    make: 'create temporary table pack_ruling on commit drop as select * from emissions.method_policy with no data',
    add: 'insert into pack_ruling select * from json_populate_recordset(null::pack_ruling, $1::json)',
    sql: rows(
      `select g.* from emissions.method_policy g where g.id::text in (select jsonb_array_elements_text(u.read -> 'rulings') from emissions.run u where u.number = $1) order by g.id`,
    ),
  },
  {
    name: 'unit',
    standsFor: 'emissions.unit',
    make: 'create temporary table pack_unit on commit drop as select * from emissions.unit with no data',
    add: 'insert into pack_unit select * from json_populate_recordset(null::pack_unit, $1::json)',
    sql: rows(`select t.* from emissions.unit t where ${RUN_EXISTS} order by t.name`),
  },
  {
    name: 'run_total',
    standsFor: 'emissions.run_total',
    make: 'create temporary table pack_run_total on commit drop as select * from emissions.run_total with no data',
    add: 'insert into pack_run_total select * from json_populate_recordset(null::pack_run_total, $1::json)',
    sql: rows(`select t.* from ${RUN_TOTALS} t order by t.buyer_id, t.category_code, t.method, t.currency`),
  },
  {
    name: 'assignment',
    standsFor: 'factor_book.door_effective_assignment',
    make: 'create temporary table pack_assignment on commit drop as select * from factor_book.door_effective_assignment with no data',
    add: 'insert into pack_assignment select * from json_populate_recordset(null::pack_assignment, $1::json)',
    sql: rows(`select a.* from ${RUN_FACTORS} a where ${RUN_EXISTS} order by a.kind, a.target, a.valid_from`),
  },
  {
    name: 'factor',
    standsFor: 'factor_book.door_factor',
    make: 'create temporary table pack_factor on commit drop as select * from factor_book.door_factor with no data',
    add: 'insert into pack_factor select * from json_populate_recordset(null::pack_factor, $1::json)',
    sql: rows(
      `select f.* from factor_book.door_factor f where (f.set_id, f.id) in ${USED_OR_MARGIN_FACTORS} order by f.set_id, f.id`,
    ),
  },
  {
    name: 'factor_set',
    standsFor: 'factor_book.door_factor_set',
    make: 'create temporary table pack_factor_set on commit drop as select * from factor_book.door_factor_set with no data',
    add: 'insert into pack_factor_set select * from json_populate_recordset(null::pack_factor_set, $1::json)',
    sql: rows(
      `select s.* from factor_book.door_factor_set s where s.id in (select n.set_id from ${USED_FACTORS} n) order by s.id`,
    ),
  },
  {
    name: 'series',
    standsFor: 'factor_book.door_series',
    make: 'create temporary table pack_series on commit drop as select * from factor_book.door_series with no data',
    add: 'insert into pack_series select * from json_populate_recordset(null::pack_series, $1::json)',
    sql: rows(`select s.* from ${seriesOf('$1')} s order by s.kind, s.currency, s.year`),
  },
  {
    name: 'price_share',
    standsFor: 'factor_book.door_price_margin',
    make: 'create temporary table pack_price_share on commit drop as select * from factor_book.door_price_margin with no data',
    add: 'insert into pack_price_share select * from json_populate_recordset(null::pack_price_share, $1::json)',
    sql: rows(
      `select h.* from ${sharesOf('$1')} h where (h.set_id, h.factor_id) in ${USED_FACTORS} order by h.set_id, h.factor_id`,
    ),
    mayLack: true,
  },
  {
    name: 'account_rule',
    standsFor: 'factor_book.door_account_map_entry',
    make: 'create temporary table pack_account_rule on commit drop as select * from factor_book.door_account_map_entry with no data',
    add: 'insert into pack_account_rule select * from json_populate_recordset(null::pack_account_rule, $1::json)',
    sql: rows(
      'select a.* from factor_book.door_account_map_entry a join emissions.run u on u.account_map_id = a.account_map_id where u.number = $1 order by a.account_system, a.account_code',
    ),
  },
  {
    name: 'account_category',
    standsFor: 'catalogue.door_account_category',
    make: 'create temporary table pack_account_category on commit drop as select * from catalogue.door_account_category with no data',
    add: 'insert into pack_account_category select * from json_populate_recordset(null::pack_account_category, $1::json)',
    sql: rows(
      `select distinct r.account_system, r.account_code, r.category_code, 1.00 as confidence from emissions.result r where ${RESULTS_AT_RUN} and r.category_source = 'account' order by r.account_system, r.account_code`,
    ),
  },
  {
    name: 'product',
    standsFor: 'catalogue.door_product_group',
    make: 'create temporary table pack_product on commit drop as select * from catalogue.door_product_group with no data',
    add: 'insert into pack_product select * from json_populate_recordset(null::pack_product, $1::json)',
    sql: rows(`select p.* from catalogue.door_product_group p where ${RUN_EXISTS} order by p.code`),
  },
  {
    name: 'item',
    standsFor: 'agreements.door_item',
    make: 'create temporary table pack_item on commit drop as select * from agreements.door_item with no data',
    add: 'insert into pack_item select * from json_populate_recordset(null::pack_item, $1::json)',
    sql: rows(
      `${ITEMS_AT_RUN} where i.id in (select r.item_id from emissions.result r where ${RESULTS_AT_RUN}) order by i.id`,
    ),
  },
  {
    name: 'declaration',
    standsFor: 'declarations.door_declaration',
    make: 'create temporary table pack_declaration on commit drop as select cooperative_id, footprint_id, declaration_id, number, per_unit from declarations.door_declaration with no data',
    add: 'insert into pack_declaration select * from json_populate_recordset(null::pack_declaration, $1::json)',
    sql: rows(
      `select d.cooperative_id, d.footprint_id, d.declaration_id, d.number, d.per_unit from declarations.door_declaration d where d.footprint_id in (select r.footprint_id from emissions.supplier_footprint_result r where ${SUPPLIER_RESULTS_AT_RUN} union select r.footprint_id from emissions.result r where ${RESULTS_AT_RUN}) order by d.footprint_id`,
    ),
  },
];

/**
 * Replaces the tables in the engine's SQL by the tables of a pack, so that a run can be reproduced from its pack alone.
 */
export function withPackTables(sql: string): string {
  return engineTables.reduce(
    (text, { name, standsFor }) =>
      text.replaceAll(new RegExp(`\\b${standsFor.replace('.', '\\.')}\\b`, 'g'), `pack_${name}`),
    sql,
  );
}

/** Returns the names of tables and door views left in an SQL text: empty if the pack has everything it reads. */
export function remainingTables(sql: string): string[] {
  return [
    ...new Set(
      sql.match(
        /\b(?:emissions|factor_book|catalogue|agreements|declarations|reporting|matching|spend|identity)\.[a-z_]+\b/g,
      ) ?? [],
    ),
  ];
}
