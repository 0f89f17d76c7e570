/** Runs a query as the cooperative's system actor, under its row-level security policies. */
export type Query = <R>(sql: string) => Promise<R[]>;
