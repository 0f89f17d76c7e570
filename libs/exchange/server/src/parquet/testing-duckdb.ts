import { DuckDBConnection } from '@duckdb/node-api';

type DuckRow = Readonly<Record<string, unknown>>;

/** Runs SQL in DuckDB, a reader of Parquet that is not ours. Decimals and long integers are text. */
export async function duck<R = DuckRow>(sql: string): Promise<R[]> {
  const connection = await DuckDBConnection.create();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson() as R[];
  } finally {
    connection.closeSync();
  }
}
