import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { conditionOf, IS_OWN_CURRENCY, type CombinedFilter } from '../combined-filter.ts';
import { storedSums, LINE_SUMS, LINES_OF_SET } from '../sum-source.ts';
import { IS_PURCHASE } from '../utilisation/utilised-lines-sql.ts';
import { dimensions, type ColumnDimension, type Detail, type RowDimension } from './pivot-dimensions.ts';
import type { PivotDto, PivotMeasure, PivotSumsDto } from './pivot.dto.ts';

export interface PivotRequest {
  readonly rows: RowDimension;
  readonly columns: ColumnDimension;
  readonly by: PivotMeasure;
  readonly limit: number;
  readonly filter: CombinedFilter;
}

/** A sum in the query result: of a cell, a row, a column, or everything. */
interface Sum extends PivotSumsDto {
  readonly row: string | null;
  readonly column: string | null;
  readonly ofRow: boolean;
  readonly ofColumn: boolean;
  readonly place: number | null;
  readonly rowCount: number;
  readonly rowLabel: string | null;
  readonly columnLabel: string | null;
}

const RANKS: Readonly<Record<PivotMeasure, string>> = {
  booked: 'abs(s.booked)',
  emissions: 'abs(coalesce(s.kg, 0))',
  'reported-only': 'abs(s.reported)',
  lines: 's.lines',
};

const order: readonly Detail[] = ['buyer', 'supplier', 'line'];

/** Sums purchases by any two dimensions. Lines, amounts and kg are the same as in all figures of the combined table. */
@Injectable()
export class CalculatePivot {
  constructor(private readonly database: Database) {}

  /**
   * Returns the rows by rank, at most `limit`, and the others as one sum. Each sum is calculated from lines, so that
   * totals equal their parts exactly.
   */
  async run(request: PivotRequest): Promise<PivotDto> {
    const { sql, params } = conditionOf(request.filter);
    const sums = await this.database.query<Sum>(statement(request, sql), params);
    const currency = await this.database.one<{ currency: string }>(
      `select s.currency from factor_book.door_account_map r join factor_book.door_factor_set s on s.id = r.set_id where r.in_force`,
    );
    const shown = sums.filter(({ ofRow, ofColumn }) => ofRow && !ofColumn);
    return {
      rows: shown.map((sum) => ({ key: sum.row, label: sum.rowLabel, ...sumsOf(sum) })),
      columns: request.columns === 'none' ? [] : columnsOf(sums),
      cells: request.columns === 'none' ? [] : cellsOf(sums),
      total: sumsOf(sums.find(({ ofRow, ofColumn, place }) => !ofRow && !ofColumn && place === null)),
      others: sumsOf(sums.find(({ ofRow, ofColumn, place }) => !ofRow && !ofColumn && place !== null)),
      rowCount: sums[0]?.rowCount ?? 0,
      currency: currency?.currency ?? 'NOK',
    };
  }
}

function columnsOf(sums: readonly Sum[]): PivotDto['columns'] {
  return sums
    .filter(({ ofRow, ofColumn }) => !ofRow && ofColumn)
    .map((sum) => ({ key: sum.column, label: sum.columnLabel, ...sumsOf(sum) }));
}

function cellsOf(sums: readonly Sum[]): PivotDto['cells'] {
  return sums
    .filter(({ ofRow, ofColumn }) => ofRow && ofColumn)
    .map((sum) => ({ row: sum.row, column: sum.column, ...sumsOf(sum) }));
}

function sumsOf(sum: Sum | undefined): PivotSumsDto {
  return {
    booked: sum?.booked ?? '0',
    bookedWithFactor: sum?.bookedWithFactor ?? '0',
    bookedByItem: sum?.bookedByItem ?? '0',
    reportedOnly: sum?.reportedOnly ?? '0',
    kgCo2e: sum?.kgCo2e ?? null,
    lineCount: sum?.lineCount ?? 0,
  };
}

/**
 * Returns the coarsest source with both dimensions and all filter columns, so that sums are read instead of lines if
 * possible.
 */
function sourceOf({ rows, columns, filter }: PivotRequest): string {
  const details: Detail[] = [
    dimensions[rows].detail,
    columns === 'none' ? 'buyer' : dimensions[columns].detail,
    filter.text ? 'line' : 'buyer',
    filter.supplierId || filter.agreementId || filter.usedOn || filter.lotId ? 'supplier' : 'buyer',
  ];
  const detail = order[Math.max(...details.map((each) => order.indexOf(each)))]!;
  return detail === 'line' ? LINE_SUMS : storedSums(detail);
}

const measures = (of: string): string => `
  coalesce(sum(${of}.booked), 0) as booked, coalesce(sum(${of}.with_factor), 0) as with_factor, coalesce(sum(${of}.by_item), 0) as by_item,
  coalesce(sum(${of}.reported), 0) as reported, sum(${of}.kg) as kg, coalesce(sum(${of}.lines), 0) as lines`;

/**
 * `part`: sums by row, column and line set, so that a booked line in several parts counts once in each. `ranked`: rows
 * by rank. A row beyond the limit is included only in the sum of others.
 */
function statement(request: PivotRequest, condition: string): string {
  const row = dimensions[request.rows];
  const column = request.columns === 'none' ? null : dimensions[request.columns];
  const isOwnBooked = `l.side <> 'reported' and ${IS_OWN_CURRENCY}`;
  return `
    with part as materialized (
      select ${row.key} as row_key, ${column?.key ?? 'null::text'} as column_key,
        sum(l.booked_amount) filter (where ${isOwnBooked}) as booked,
        sum(l.booked_amount) filter (where ${isOwnBooked} and l.is_weighed) as with_factor,
        sum(l.booked_amount) filter (where ${isOwnBooked} and l.basis = 'item') as by_item,
        sum(l.reported_amount) filter (where l.side = 'reported' and not l.is_outside and ${IS_OWN_CURRENCY}) as reported,
        sum(l.kg) filter (where l.side <> 'reported') as kg,
        case when bool_or(l.side <> 'reported') then ${LINES_OF_SET} else 0 end as lines
      from ${sourceOf(request)} l
      where ${IS_PURCHASE} and ${condition}
      group by 1, 2, l.line_set
    ), row_sum as (
      select p.row_key, ${measures('p')} from part p group by p.row_key
    ), ranked as materialized (
      select s.row_key, row_number() over (order by ${RANKS[request.by]} desc, s.row_key nulls last) as place, count(*) over ()::int as row_count from row_sum s
    ), shown as (
      select r.row_key, r.place from ranked r where r.place <= ${request.limit}
    ), sums as (
      select p.row_key, p.column_key, grouping(p.row_key) = 0 as of_row, grouping(p.column_key) = 0 as of_column, s.place, ${measures('p')}
      from part p join shown s on s.row_key is not distinct from p.row_key
      group by grouping sets ((p.row_key, s.place, p.column_key), (p.row_key, s.place))
      union all
      select null, p.column_key, false, grouping(p.column_key) = 0, null, ${measures('p')} from part p group by grouping sets ((p.column_key), ())
      union all
      select null, null, false, false, 0, ${measures('p')} from part p
      where not exists (select from shown s where s.row_key is not distinct from p.row_key)
    ), row_name as materialized (${row.names?.('shown') ?? 'select null::text as key, null::text as name where false'})
    select s.row_key as row, s.column_key as column, s.of_row as "ofRow", s.of_column as "ofColumn", s.place::int as place,
      coalesce((select max(r.row_count) from ranked r), 0) as "rowCount",
      s.booked::text as booked, s.with_factor::text as "bookedWithFactor", s.by_item::text as "bookedByItem", s.reported::text as "reportedOnly", s.kg::text as "kgCo2e", s.lines::int as "lineCount",
      case when s.of_row and not s.of_column and s.row_key is not null then (select ${row.label} from (select s.row_key as key) k) end as "rowLabel",
      case when not s.of_row and s.of_column and s.column_key is not null then (select ${column?.label ?? 'null'} from (select s.column_key as key) k) end as "columnLabel"
    from sums s left join row_name n on s.of_row and not s.of_column and n.key = s.row_key
    order by s.place nulls last, s.column_key nulls last`;
}
