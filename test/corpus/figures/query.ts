/** A statement as the system of the cooperative, inside its walls. */
export type Query = <R>(sql: string) => Promise<R[]>;
