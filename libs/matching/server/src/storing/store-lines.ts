import type { SqlClient } from '../linking/sql-client.ts';
import { BOOKED_ASSESSMENT, REPORTED_ASSESSMENT } from '../explaining/assign-causes.ts';
import { bookedColumns, reportedColumns } from '../loading/load-line-tables.ts';
import type { RunScope } from '../partitioning/partition.ts';
import { insertTotalsSql, TOTAL_COLUMNS } from './store-totals.ts';

interface StoredSide {
  readonly side: 'reported' | 'booked';
  readonly table: string;
  readonly said: string;
  readonly query: string;
  readonly document: string;
  readonly columns: readonly string[];
  /** Results of the run, by column. */
  readonly values: Readonly<Record<string, string>>;
  readonly gone: string;
  /** Columns of `tie` with the line number and the values to sum, for a line of a one-to-one link. */
  readonly plain: {
    readonly month: string;
    readonly agreement: string;
    readonly lineNo: string;
    readonly nature: string;
  };
}

const resultColumns = { state: 's.state', cause: 's.cause', also: 's.also', linked: 's.linked' };
const sides: readonly StoredSide[] = [
  {
    side: 'reported',
    table: 'matching.standalone_report_line',
    said: 'said_r',
    query: REPORTED_ASSESSMENT,
    document: 'version_id',
    columns: reportedColumns,
    values: resultColumns,
    gone: 'gone_r',
    plain: { month: 'report_month', agreement: 'agreement_id', lineNo: 'report_line_no', nature: 'report_nature' },
  },
  {
    side: 'booked',
    table: 'matching.standalone_spend_line',
    said: 'said_b',
    query: BOOKED_ASSESSMENT,
    document: 'batch_id',
    columns: bookedColumns,
    values: {
      ...resultColumns,
      agreement_id: 's.said_agreement',
      lot_id: 's.said_lot',
      why: 's.said_why',
      read_agreement_id: 's.agreement_id',
      read_lot_id: 's.lot_id',
      read_why: 's.why',
    },
    gone: 'gone_b',
    plain: { month: 'spend_month', agreement: 'spend_agreement_id', lineNo: 'spend_line_no', nature: 'spend_nature' },
  },
];

/** Stores every standalone line with the results of the run. Returns the buyers whose lines have changed. */
export async function storeLines(database: SqlClient, extent: RunScope): Promise<readonly string[]> {
  const buyers = new Set<string>();
  for (const side of sides)
    for (const { buyer_id } of extent.first ? await addAll(database, side) : await addChanged(database, side, extent))
      if (buyer_id !== null) buyers.add(buyer_id);
  return [...buyers];
}

const listOf = ({ columns, values }: StoredSide) => [...new Set([...columns, ...Object.keys(values)])];
const valuesOf = (side: StoredSide) => listOf(side).map((name) => side.values[name] ?? `s.${name}`);

/**
 * Inserts the lines of a first run, and sums them together with those of one-to-one links in the same scan. The
 * cooperative is set once instead of per row. Nothing is returned row by row, so no row has to be readable.
 */
async function addAll(database: SqlClient, side: StoredSide): Promise<{ buyer_id: string | null }[]> {
  const list = listOf(side);
  await database.query(`with line as materialized (
      select ${valuesOf(side)
        .map((value, at) => `${value} as ${list[at]}`)
        .join(', ')} from (${side.query}) s
    ), kept as (
      insert into ${side.table} (cooperative_id, ${list.join(', ')}) select (select platform.cooperative()), ${list.join(', ')} from line
    ) ${insertTotalsSql(side.side, `(select ${TOTAL_COLUMNS.join(', ')} from line union all select supplier_id, buyer_id, ${side.plain.month}, ${side.plain.agreement}, 'matched', null, amount, amount, ${side.plain.nature} from tie where plain)`)}`);
  return database.query('select distinct buyer_id from matching.matching_total where side = $1', [side.side]);
}

async function addChanged(
  database: SqlClient,
  side: StoredSide,
  { whole, share }: RunScope,
): Promise<{ buyer_id: string | null }[]> {
  const { table, said, document, gone } = side;
  const place = `l.${document} = s.${document} and l.line_no = s.line_no`;
  const list = listOf(side);
  const values = valuesOf(side);
  if (whole)
    await database.query(
      `create temporary table ${gone} on commit drop as select l.${document}, l.line_no, l.supplier_id, l.buyer_id from ${table} l where ${share.takes('l.buyer_id')} and not exists (select 1 from ${said} s where ${place})`,
    );
  // Few lines are looked up by key: a join would read all stored lines.
  const storedLine = whole
    ? `left join ${table} l on ${place}`
    : `left join lateral (select l.* from ${table} l where ${place} offset 0) l on true`;
  await database.query(`create temporary table differs_${said} on commit drop as
    select s.id, l.line_no is null as new from ${said} s ${storedLine}
    where l.line_no is null or (${list.map((name) => `l.${name}`).join(', ')}) is distinct from (${values.map((value, at) => (list[at] === 'linked' || list[at] === 'amount' ? `${value}::numeric(18, 2)` : value)).join(', ')})`);
  await database.query(`analyze ${gone}, differs_${said}`);
  const leave = (lines: string) =>
    database.query<{ buyer_id: string | null }>(
      `with left_out as (delete from ${table} l using ${lines} where ${place} returning l.buyer_id) select distinct buyer_id from left_out`,
    );
  const left = [
    ...(await leave(`${gone} s`)),
    ...(whole ? [] : await leave(`(select ${document}, ${side.plain.lineNo} as line_no from tie where plain) s`)),
  ];
  const changed = await database.query<{ buyer_id: string | null }>(`with changed as (
      update ${table} l set ${list
        .filter((name) => name !== document && name !== 'line_no')
        .map((name) => `${name} = ${values[list.indexOf(name)]}`)
        .join(', ')}
      from ${said} s where ${place} and s.id in (select id from differs_${said} where not new) returning l.buyer_id
    ) select distinct buyer_id from changed`);
  const added = await database.query<{ buyer_id: string | null }>(`with added as (
      insert into ${table} (${list.join(', ')}) select ${values.join(', ')} from ${said} s where s.id in (select id from differs_${said} where new) returning buyer_id
    ) select distinct buyer_id from added`);
  return [...left, ...changed, ...added];
}
