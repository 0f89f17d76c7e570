/** What the steps ask of the database. */
export interface Asked {
  query<R = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  stream<R = Record<string, unknown>>(sql: string, params?: readonly unknown[], batch?: number): AsyncGenerator<R[]>;
}
