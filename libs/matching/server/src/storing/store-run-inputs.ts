import type { SqlClient } from '../linking/sql-client.ts';
import type { Changes } from '../loading/select-scope.ts';

/** Stores the inputs of the run: its open rows are the reports and batches read. */
export async function storeRunInputs(
  database: SqlClient,
  number: number,
  { versions, goneVersions, batches }: Changes,
): Promise<void> {
  const add = (side: string, ids: readonly string[]) =>
    database.query(
      'insert into matching.run_input (side, document_id, opened_by_run) select $1, unnest($2::uuid[]), $3',
      [side, ids, number],
    );
  await database.query(
    `update matching.run_input set closed_by_run = $2 where side = 'reported' and document_id = any($1::uuid[]) and closed_by_run is null`,
    [goneVersions, number],
  );
  await add('reported', versions);
  await add('booked', batches);
}
