import type { Client } from 'pg';

/** Schemas that are not of a room, or only of a benchmark. */
const OTHER_SCHEMAS = `('bench', 'pgboss', 'platform')`;
/** Tables with less than this many bytes a line are not listed. */
const SHOWN_BYTES_MIN = 1;

const ROW_BYTES = `
  select 'table' as name, pg_table_size('insight.combined_line')::float8 / count(*) as bytes from insight.combined_line
  union all
  select i.indexrelname, pg_relation_size(i.indexrelid)::float8 / (select count(*) from insight.combined_line)
  from pg_stat_user_indexes i where i.relid = 'insight.combined_line'::regclass
  order by bytes desc`;

const LINE_BYTES = `
  with line as (
    select ((select count(*) from reporting.report_line) + (select count(*) from spend.invoice_line) + (select count(*) from spend.posting))::float8 as count
  )
  select t.schemaname || '.' || t.relname as name, pg_table_size(t.relid) / l.count as own, pg_indexes_size(t.relid) / l.count as indexes
  from pg_stat_user_tables t cross join line l
  where t.schemaname not in ${OTHER_SCHEMAS} order by pg_total_relation_size(t.relid) desc`;

/**
 * Returns two lines of text: bytes on disk of a row of the combined table, by index, and bytes of all tables of the rooms
 * for each line reported, invoiced or posted.
 */
export async function describeBytes(client: Client): Promise<string> {
  const row = await client.query<{ name: string; bytes: number }>(ROW_BYTES);
  const line = await client.query<{ name: string; own: number; indexes: number }>(LINE_BYTES);
  const total = line.rows.reduce((sum, { own, indexes }) => sum + own + indexes, 0);
  const parts = line.rows
    .filter(({ own, indexes }) => own + indexes >= SHOWN_BYTES_MIN)
    .map(({ name, own, indexes }) => `${name} ${Math.round(own)} + ${Math.round(indexes)}`);
  return [
    `bytes of a combined row: ${row.rows.map(({ name, bytes }) => `${name} ${Math.round(bytes)}`).join(', ')}`,
    `bytes of all tables and their indexes a line: ${Math.round(total)}: ${parts.join(', ')}`,
  ].join('\n');
}
