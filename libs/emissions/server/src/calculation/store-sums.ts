import { countedMonth, countedOn } from '@tallgrunn/spend-server';
import { inForceAt } from '../at-run.ts';

/**
 * SQL: the date by which a result line is assigned to a month: within its accounting period, or its own date if no
 * ledger states one. Older runs stored it only when it differs from the part's own date.
 */
export const BOOKED_ON = countedOn();

const SPEND = `('spend-category', 'spend-account')`;

/** SQL: the factor of a result line `r`, from whichever source. */
export const FACTOR_KEY = `coalesce(r.factor_set_id || '/' || r.factor_id, r.footprint_id::text, 'invoice ' || r.supplier_id, 'invoice')`;

/**
 * SQL: the grouping columns of the sums per buyer, from a result line `r`: every column by which figures are filtered
 * or grouped. `factor_key` identifies the factor's common error; null without kg.
 */
const BY_BUYER = {
  buyer_id: 'r.buyer_id',
  month: countedMonth('r'),
  // The month of the purchase itself, which may be booked in another.
  purchase_month: `to_char(r.purchased_on, 'YYYY-MM')`,
  category_code: 'r.category_code',
  product_group_code: 'r.product_group_code',
  method: 'r.method',
  currency: 'r.currency',
  account_class: 'r.account_class',
  data_quality_score: 'r.data_quality_score',
  price_standing: 'r.price_standing',
  price_basis_conversion: 'r.price_basis_conversion',
  is_over_reported: 'r.is_over_reported',
  factor_set_id: 'r.factor_set_id',
  factor_id: 'r.factor_id',
  factor_key: `case when r.kg is not null then ${FACTOR_KEY} end`,
  // Only for spend: quantities have a multiplier per pack size, and no figure is grouped by those.
  multiplier: `case when r.method in ${SPEND} then r.multiplier end`,
  not_deflated_year: `case when r.price_standing = 'not-deflated' then extract(year from r.purchased_on)::int end`,
  is_converted: 'r.base_amount is not null',
  is_burning: 'r.combustion_kg_co2e is not null',
} as const;
const BUYER_COLUMNS: readonly string[] = Object.keys(BY_BUYER);

/** SQL: true if a result line `r` names its item. */
export const HAS_ITEM = 'r.supplier_id is not null and r.item_number is not null';

/**
 * SQL: the summed columns of one line. `size_amount` and `size_kg`: absolute values, the weights of the data quality
 * score. `nameless_squared`: for lines without an item, each of which is a use of its own when two periods are
 * compared.
 */
const SUMS = {
  line_count: '1',
  outside_count: '(r.outside_amount is not null)::int',
  amount: 'r.amount',
  outside_amount: 'r.outside_amount',
  base_amount: 'r.base_amount',
  kg: 'r.kg',
  combustion_kg_co2e: 'r.combustion_kg_co2e',
  size_amount: 'abs(r.base_amount)',
  size_kg: 'abs(r.kg)',
  nameless_squared: `case when not (${HAS_ITEM}) then r.kg * r.kg end`,
} as const;
const SUM_COLUMNS: readonly string[] = Object.keys(SUMS);

const selectColumns = (expressions: Readonly<Record<string, string>>): string =>
  Object.entries(expressions)
    .map(([name, expression]) => `${expression} as ${name}`)
    .join(', ');

/** SQL: result lines with the columns of the stored sums, one row per line. */
export const linesAsSums = (lines: string): string =>
  `select ${selectColumns(BY_BUYER)}, r.supplier_id, ${selectColumns(SUMS)} from (${lines}) r`;

/** SQL: the stored sums on one level, with the columns of a line. The values are null where nothing is summed. */
export const storedSums = (level: 'buyer' | 'supplier', condition: string): string => `
  select ${BUYER_COLUMNS.join(', ')}, supplier_id, line_count, outside_count, amount, outside_amount, case when is_converted then base_amount end as base_amount, case when factor_key is not null then kg end as kg,
    case when is_burning then combustion_kg_co2e end as combustion_kg_co2e, size_amount, size_kg, case when factor_key is not null then nameless_squared end as nameless_squared
  from emissions.result_sum where level = '${level}' and ${condition}`;

const COLUMNS = [
  'id',
  'level',
  ...BUYER_COLUMNS,
  'supplier_id',
  'opened_by_run',
  'closed_by_run',
  ...SUM_COLUMNS,
] as const;

/**
 * SQL: adds result lines to the stored sums, or subtracts them. `moved`: result lines with `sign` (1 or -1) and their
 * run interval.
 */
const addSums = (moved: string): string => `
  insert into emissions.result_sum as k (${COLUMNS.join(', ')})
  select md5(row(level, ${[...BUYER_COLUMNS, 'supplier_id', 'opened_by_run', 'closed_by_run'].join(', ')})::text)::uuid, s.*
  from (
    select case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, ${BUYER_COLUMNS.join(', ')}, supplier_id, opened_by_run, closed_by_run, ${SUM_COLUMNS.map((sum) => `coalesce(sum(sign * ${sum}), 0) as ${sum}`).join(', ')}
    from (select ${selectColumns(BY_BUYER)}, r.supplier_id, r.opened_by_run, r.closed_by_run, r.sign, ${selectColumns(SUMS)} from ${moved} r) l
    group by grouping sets ((${BUYER_COLUMNS.join(', ')}, supplier_id, opened_by_run, closed_by_run), (${BUYER_COLUMNS.join(', ')}, opened_by_run, closed_by_run))
  ) s
  on conflict (cooperative_id, id) do update set ${SUM_COLUMNS.map((sum) => `${sum} = k.${sum} + excluded.${sum}`).join(', ')}`;

/** Result columns required for the sums. */
export const SUMMED_COLUMNS: readonly string[] = [
  'buyer_id',
  'supplier_id',
  'booked_on',
  'purchased_on',
  'category_code',
  'product_group_code',
  'method',
  'currency',
  'account_class',
  'data_quality_score',
  'price_standing',
  'price_basis_conversion',
  'is_over_reported',
  'factor_set_id',
  'factor_id',
  'footprint_id',
  'item_number',
  'multiplier',
  'amount',
  'outside_amount',
  'base_amount',
  'kg',
  'combustion_kg_co2e',
  'opened_by_run',
  'closed_by_run',
];

const RUNS = SUMMED_COLUMNS.filter((column) => column !== 'opened_by_run' && column !== 'closed_by_run').join(', ');

/**
 * SQL, part of a statement: moves closed results (`closed`) from the sums of open results to those of closed results.
 */
export const SUM_CLOSED = addSums(
  `(select ${RUNS}, opened_by_run, closed_by_run, 1 as sign from closed union all select ${RUNS}, opened_by_run, null, -1 from closed)`,
);
/** SQL, part of a statement: adds opened results (`opened`) to the sums. */
export const SUM_OPENED = addSums(`(select ${RUNS}, opened_by_run, closed_by_run, 1 as sign from opened)`);
/** SQL: sums all results, when there are no sums. */
export const SUM_ALL = addSums(`(select ${RUNS}, opened_by_run, closed_by_run, 1 as sign from emissions.result)`);

const OPEN = inForceAt('$1');
const bySums = (from: string): string =>
  `select md5(row(level, ${[...BUYER_COLUMNS, 'supplier_id'].join(', ')})::text) as id, ${SUM_COLUMNS.map((sum) => `sum(${sum}) as ${sum}`).join(', ')} from ${from} group by level, ${BUYER_COLUMNS.join(', ')}, supplier_id`;

/** SQL: counts the stored sums of run $1 that differ from the sums of its lines. */
export const SUMS_DIFFERING = `
  with line as (${linesAsSums(`select * from emissions.result where ${OPEN}`)}), again as (
    ${bySums(`(
      select case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, ${BUYER_COLUMNS.join(', ')}, supplier_id, ${SUM_COLUMNS.map((sum) => `coalesce(sum(${sum}), 0) as ${sum}`).join(', ')}
      from line group by grouping sets ((${BUYER_COLUMNS.join(', ')}, supplier_id), (${BUYER_COLUMNS.join(', ')}))
    ) g`)}
  ), written as (
    ${bySums(`emissions.result_sum where ${OPEN}`)}
  )
  select count(*)::int as count from again a full join written w using (id) where (${SUM_COLUMNS.map((sum) => `a.${sum}`).join(', ')}) is distinct from (${SUM_COLUMNS.map((sum) => `w.${sum}`).join(', ')})`;

/**
 * SQL: whether the sums of open results agree with their lines. They differ if an older version of the engine, which
 * stored no sums, has run since.
 */
export const SUMS_AGREE = `
  select count(*) = 2 and bool_and((s.lines, s.amount, s.own, s.kg) is not distinct from (r.lines, r.amount, r.own, r.kg)) as agree
  from (select count(*) as lines, coalesce(sum(amount), 0) as amount, coalesce(sum(base_amount), 0) as own, coalesce(sum(kg), 0) as kg from emissions.result where closed_by_run is null) r
  cross join (select level, sum(line_count) as lines, sum(amount) as amount, sum(base_amount) as own, sum(kg) as kg from emissions.result_sum where closed_by_run is null group by level) s`;
export const DROP_SUMS = 'delete from emissions.result_sum';
export const DROP_EMPTY_SUMS = 'delete from emissions.result_sum where line_count = 0';
