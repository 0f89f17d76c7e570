/** Database access of the matching steps. */
export interface SqlClient {
  query<R = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  stream<R = Record<string, unknown>>(sql: string, params?: readonly unknown[], batch?: number): AsyncGenerator<R[]>;
}

/** Returns true if a condition holds. */
export async function isTrue(database: SqlClient, condition: string): Promise<boolean> {
  const [told] = await database.query<{ so: boolean | null }>(`select ${condition} as so`);
  return told?.so === true;
}

/** Runs statements one after the other and ignores their results. */
export async function runAll(database: SqlClient, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await database.query(sql);
}

export const hasRows = (database: SqlClient, table: string): Promise<boolean> =>
  isTrue(database, `exists (select from ${table})`);
