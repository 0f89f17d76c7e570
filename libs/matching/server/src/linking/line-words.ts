import type { RunScope } from '../partitioning/partition.ts';
import { isTrue, type SqlClient } from './sql-client.ts';

/** Below this number of lines, texts are looked up by key instead of read by a join of all lines. */
const LOOKUP_LINES_MAX = 10;

/**
 * Returns the SQL suffix for reading texts. In a full run that needs many lines: a join. Otherwise a lookup (`offset
 * 0`), because a join would read all lines.
 */
export async function textReadMode(
  database: SqlClient,
  { whole }: RunScope,
  lines: string,
  all: 'reported' | 'booked',
): Promise<string> {
  if (!whole) return LOOKUP;
  return (await isTrue(
    database,
    `(select count(*) from ${lines}) * ${LOOKUP_LINES_MAX} < (select reltuples from pg_class where oid = '${all}'::regclass)`,
  ))
    ? LOOKUP
    : '';
}
const LOOKUP = 'offset 0';

/** SQL: the texts of open booked or reported lines `o` as `w`, to append to a `from`. `how` comes from `textReadMode`. */
export const bookedTextsSql = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from spend.door_spend_line_words l where l.batch_id = o.batch_id and l.line_no = o.line_no ${how}) w`;
export const reportedTextsSql = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from reporting.door_report_line_words l where l.version_id = o.version_id and l.line_no = o.line_no ${how}) w`;
