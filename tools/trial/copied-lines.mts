import type { Client } from 'pg';

/** SQL of an id in copy `$1` of its row. It is the same in every table, so that copies refer to each other. */
const copyIdSql = (column: string): string => `md5(${column}::text || '/' || $1)::uuid`;

/** SQL of columns that are written otherwise in a copy. Columns not named here are copied. */
const IDS = Object.fromEntries(
  ['version_id', 'batch_id', 'obligation_id'].map((name) => [name, copyIdSql(`t.${name}`)]),
);
const DOCUMENT = { ...IDS, id: copyIdSql('t.id'), number: `t.number || '-' || $1` };

/** Tables whose rows are copied, in this order, with the order that their rows are written in. */
const COPIED: readonly { table: string; changed: Readonly<Record<string, string>>; order: string }[] = [
  { table: 'reporting.report_version', changed: DOCUMENT, order: 'id' },
  { table: 'reporting.report_line', changed: IDS, order: 'version_id, line_no' },
  { table: 'reporting.report_line_sum', changed: IDS, order: 'version_id, sum_no' },
  {
    table: 'spend.batch',
    changed: { ...DOCUMENT, file_sha256: `t.file_sha256 || '-' || $1` },
    order: 'id',
  },
  { table: 'spend.invoice_month', changed: IDS, order: 'batch_id, month_no' },
  { table: 'emissions.result', changed: IDS, order: 'batch_id, line_no, part' },
  {
    table: 'insight.combined_line',
    changed: IDS,
    order: 'batch_id, spend_line_no, part, version_id, report_line_no',
  },
];

/** Sums over the copied rows: their groups are the same as before, and each is of so many times as much. */
const SUMMED: Readonly<Record<string, readonly string[]>> = {
  'insight.combined_sum': ['row_count', 'line_count', 'booked_amount', 'outside_amount', 'reported_amount', 'kg'],
  'emissions.result_sum': [
    ...['line_count', 'outside_count', 'amount', 'outside_amount', 'base_amount', 'kg', 'combustion_kg_co2e'],
    ...['size_amount', 'size_kg', 'nameless_squared'],
  ],
  'emissions.run_total': ['lines', 'amount', 'kg'],
};

/** SQL: columns of a table that can be written. */
const COLUMNS_SQL = `
  select attname as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
/** SQL: the indexes of a table that are of no constraint. They are built again when its rows are copied. */
const INDEXES_SQL = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
  where indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

async function copyRows(client: Client, { table, changed, order }: (typeof COPIED)[number], copies: number) {
  const columns = (await client.query<{ name: string }>(COLUMNS_SQL, [table])).rows.map(({ name }) => name);
  const indexes = (await client.query<{ name: string; definition: string }>(INDEXES_SQL, [table])).rows;
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(`create temporary table original as select ${columns.join(', ')} from ${table} order by ${order}`);
  for (let copy = 2; copy <= copies; copy += 1) {
    // A number in the text, because a parameter would need a type at each place.
    const values = columns.map((name) => (changed[name] ?? `t.${name}`).replaceAll('$1', String(copy)));
    await client.query(`insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from original t`);
  }
  await client.query('drop table original');
  for (const { definition } of indexes) await client.query(definition);
}

/**
 * Copies all reported, calculated and combined lines within the database until there are `copies` of each, with the
 * same parties, days, items and amounts, in reports and batches of their own. Sums are of all copies. Only tables that
 * the pages' figures are read from are copied: not the ledgers and links.
 */
export async function copyLines(client: Client, copies: number): Promise<void> {
  if (copies < 2) return;
  // Neither foreign keys nor triggers: the rows were checked when they were first written.
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '1GB'`);
  await client.query(`set temp_buffers = '256MB'`);
  for (const table of COPIED) await copyRows(client, table, copies);
  for (const [table, sums] of Object.entries(SUMMED))
    await client.query(`update ${table} set ${sums.map((sum) => `${sum} = ${sum} * ${copies}`).join(', ')}`);
  await client.query(`set session_replication_role = origin`);
}
