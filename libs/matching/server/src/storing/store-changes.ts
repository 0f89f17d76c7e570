import type { SqlClient } from '../linking/sql-client.ts';

/** Number of runs with stored changes. */
export const RETAINED_RUNS = 100;

const isSameLink =
  'k.version_id = l.version_id and k.report_line_no = l.report_line_no and k.batch_id = l.batch_id and k.spend_line_no = l.spend_line_no';

/** SQL: both lines of links that were closed, opened or changed in content. */
const CHANGED_LINKS = `
  select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no from standing l where not exists (select 1 from kept k where ${isSameLink} and not k.otherwise)
  union all
  select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no from proposed l where not exists (select 1 from kept k where ${isSameLink} and not k.otherwise)`;

/** Standalone lines that have changed, as left by keepLines. */
const CHANGED_LINES = { reported: 'differs_said_r', booked: 'differs_said_b' } as const;

/** SQL: stores the changes of a partial run. $1: the run. Run it after links and lines are stored. */
const INSERT_CHANGES = `
  with link as materialized (${CHANGED_LINKS})
  insert into matching.run_change (cooperative_id, run_number, side, document_id, line_no)
  select (select platform.cooperative()), $1, c.side, c.document_id, c.line_no
  from (
    select 'reported' as side, version_id as document_id, report_line_no as line_no from link
    union select 'booked', batch_id, spend_line_no from link
    union select 'reported', version_id, line_no from new_r
    union select 'reported', version_id, line_no from gone_r
    union select 'reported', s.version_id, s.line_no from said_r s join ${CHANGED_LINES.reported} d on d.id = s.id
    union select 'booked', batch_id, line_no from changed_b
    union select 'booked', batch_id, line_no from gone_b
    union select 'booked', s.batch_id, s.line_no from said_b s join ${CHANGED_LINES.booked} d on d.id = s.id
  ) c`;

export async function storeChanges(database: SqlClient, number: number): Promise<void> {
  await database.query(INSERT_CHANGES, [number]);
  await database.query('delete from matching.run_change where run_number <= $1', [number - RETAINED_RUNS]);
}
