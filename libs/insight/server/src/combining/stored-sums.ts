import type { Extent } from './read-lines.ts';

/**
 * Grouping columns of the sums per buyer: all filter columns except text, suppliers and agreements. `is_weighed`: has
 * kg; `is_outside`: unknown VAT.
 */
const BY_BUYER = [
  'buyer_id',
  'category',
  'method',
  'month',
  'side',
  'state',
  'basis',
  'currency',
  'account_class',
  'is_weighed',
  'is_outside',
] as const;
/** Grouping columns of the sums per buyer and supplier. */
const BY_SUPPLIER = [...BY_BUYER, 'supplier_id', 'agreement_id', 'agreement_basis', 'lot_id'] as const;

/** Columns by which figures are summed, in stored sums and lines alike. */
export const SUMMED_BY: readonly string[] = BY_SUPPLIER;
const SUMS = ['row_count', 'line_count', 'booked_amount', 'outside_amount', 'reported_amount', 'kg'] as const;

const COLUMNS = ['id', 'level', ...BY_SUPPLIER, 'line_set', ...SUMS] as const;
const of = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/**
 * SQL: the sums of rows of the combined table, on both levels.
 * A booked line with several parts counts once if they are all in one sum. If they are in several, these sums have a
 * `line_set`, which identifies that combination of sums. Each has the number of such lines, and a count must include
 * each set only once.
 */
const sumsSql = (rows: string): string => `
  with line as materialized (
    select ${of(
      'c',
      BY_SUPPLIER.filter((column) => !column.startsWith('is_')),
    )}, c.kg is not null as is_weighed, c.outside_amount is not null as is_outside,
      c.booked_amount, c.outside_amount, c.reported_amount, c.kg, c.batch_id, c.spend_line_no, c.part
    from ${rows} c
  ), place as materialized (
    select batch_id, spend_line_no, part, md5(row(${BY_SUPPLIER.join(', ')})::text) as by_supplier, md5(row(${BY_BUYER.join(', ')})::text) as by_buyer from line where part is not null
  ), first as (
    select batch_id, spend_line_no, part, row_number() over (partition by batch_id, spend_line_no, by_supplier order by part) = 1 as of_supplier,
      row_number() over (partition by batch_id, spend_line_no, by_buyer order by part) = 1 as of_buyer
    from place
  ), places as (
    select batch_id, spend_line_no, case when count(distinct by_supplier) > 1 then md5(string_agg(distinct by_supplier, ' '))::uuid end as supplier_set,
      case when count(distinct by_buyer) > 1 then md5(string_agg(distinct by_buyer, ' '))::uuid end as buyer_set
    from place group by batch_id, spend_line_no
  ), summed as (
    select case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, ${BY_SUPPLIER.join(', ')}, coalesce(supplier_set, buyer_set) as line_set,
      count(*) as row_count, case when grouping(supplier_id) = 0 then count(*) filter (where coalesce(f.of_supplier, true)) else count(*) filter (where coalesce(f.of_buyer, true)) end as line_count,
      coalesce(sum(booked_amount), 0) as booked_amount, coalesce(sum(outside_amount), 0) as outside_amount, coalesce(sum(reported_amount), 0) as reported_amount, coalesce(sum(kg), 0) as kg
    from line
    left join first f using (batch_id, spend_line_no, part)
    left join places s using (batch_id, spend_line_no)
    group by grouping sets ((${BY_SUPPLIER.join(', ')}, supplier_set), (${BY_BUYER.join(', ')}, buyer_set))
  )
  select md5(row(level, ${BY_SUPPLIER.join(', ')}, line_set)::text)::uuid as id, level, ${[...BY_SUPPLIER, 'line_set', ...SUMS].join(', ')} from summed`;

/** SQL: for few lines, the difference between new and stored sums; for all lines, the new sums. */
const sumChangesSql: Record<Extent, string> = {
  all: sumsSql('fresh'),
  touched: `
  select ${['id', 'level', ...BY_SUPPLIER, 'line_set'].join(', ')}, ${SUMS.map((sum) => `sum(sign * ${sum}) as ${sum}`).join(', ')}
  from (select 1 as sign, f.* from (${sumsSql('fresh')}) f union all select -1, s.* from (${sumsSql('stood')}) s) m
  group by ${['id', 'level', ...BY_SUPPLIER, 'line_set'].join(', ')}
  having ${SUMS.map((sum) => `sum(sign * ${sum}) <> 0`).join(' or ')}`,
};

/** Creates the temporary table `moved_sum`. Run it before the rows are written. */
export const calculateSumChanges = (extent: Extent): readonly string[] => [
  `create temporary table moved_sum on commit drop as ${sumChangesSql[extent]}`,
  'analyze moved_sum',
];

const newSumSql: Record<Extent, (sum: string) => string> = {
  all: (sum) => `excluded.${sum}`,
  touched: (sum) => `s.${sum} + excluded.${sum}`,
};
const deleteEmptySql: Record<Extent, string> = {
  all: 'delete from insight.combined_sum s where not exists (select from moved_sum m where m.id = s.id)',
  touched: 'delete from insight.combined_sum s using moved_sum m where m.id = s.id and s.row_count = 0',
};

/** Updates the stored sums. A sum without rows is deleted; an unchanged sum is not written. */
export const storeSums = (extent: Extent): readonly string[] => [
  `insert into insight.combined_sum as s (${COLUMNS.join(', ')}) select ${of('m', COLUMNS)} from moved_sum m
   on conflict (cooperative_id, id) do update set ${SUMS.map((sum) => `${sum} = ${newSumSql[extent](sum)}`).join(', ')}
   where (${of('s', SUMS)}) is distinct from (${SUMS.map((sum) => newSumSql[extent](sum)).join(', ')})`,
  deleteEmptySql[extent],
  'drop table moved_sum',
];
