import type { Extent } from './read-lines.ts';

/** What the combined table is summed by, for each buyer: everything that a filter narrows by but texts, suppliers and agreements. `is_weighed`: has kg; `is_outside`: its VAT is not known. */
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
/** And for each of its suppliers. */
const BY_SUPPLIER = [...BY_BUYER, 'supplier_id', 'agreement_id', 'agreement_basis', 'lot_id'] as const;

/** Columns that figures are summed by: of a kept sum and of a line alike. */
export const SUMMED_BY: readonly string[] = BY_SUPPLIER;
const SUMS = ['row_count', 'line_count', 'booked_amount', 'outside_amount', 'reported_amount', 'kg'] as const;

const COLUMNS = ['id', 'level', ...BY_SUPPLIER, 'line_set', ...SUMS] as const;
const of = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/**
 * The sums of some rows of the combined table, on both levels. A booked line that is in parts counts once where they all lie in one sum. Where they lie in several, those have the
 * `line_set`: which sums its parts lie in; each of them has the count of the lines that lie so, and whoever counts takes a set once.
 */
const sumsOf = (rows: string): string => `
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

/** Of few lines: what their rows come to more, or less, than those that stood. Of all: what they come to. */
const moved: Record<Extent, string> = {
  all: sumsOf('fresh'),
  touched: `
  select ${['id', 'level', ...BY_SUPPLIER, 'line_set'].join(', ')}, ${SUMS.map((sum) => `sum(sign * ${sum}) as ${sum}`).join(', ')}
  from (select 1 as sign, f.* from (${sumsOf('fresh')}) f union all select -1, s.* from (${sumsOf('stood')}) s) m
  group by ${['id', 'level', ...BY_SUPPLIER, 'line_set'].join(', ')}
  having ${SUMS.map((sum) => `sum(sign * ${sum}) <> 0`).join(' or ')}`,
};

/** Before rows are written: temporary table `moved_sum`. */
export const moveSums = (extent: Extent): readonly string[] => [
  `create temporary table moved_sum on commit drop as ${moved[extent]}`,
  'analyze moved_sum',
];

const added: Record<Extent, (sum: string) => string> = {
  all: (sum) => `excluded.${sum}`,
  touched: (sum) => `s.${sum} + excluded.${sum}`,
};
const gone: Record<Extent, string> = {
  all: 'delete from insight.combined_sum s where not exists (select from moved_sum m where m.id = s.id)',
  touched: 'delete from insight.combined_sum s using moved_sum m where m.id = s.id and s.row_count = 0',
};

/** Keeps the sums in step with the rows. A sum without rows is deleted; of all rows, one that is as it stands is left alone. */
export const keepSums = (extent: Extent): readonly string[] => [
  `insert into insight.combined_sum as s (${COLUMNS.join(', ')}) select ${of('m', COLUMNS)} from moved_sum m
   on conflict (cooperative_id, id) do update set ${SUMS.map((sum) => `${sum} = ${added[extent](sum)}`).join(', ')}
   where (${of('s', SUMS)}) is distinct from (${SUMS.map((sum) => added[extent](sum)).join(', ')})`,
  gone[extent],
  'drop table moved_sum',
];
