import type { Client } from 'pg';
import { copyOut } from '../backup/copy-out.ts';
import { passThroughDigest, RowDigest } from '../backup/row-digest.ts';
import { CopyIn } from '../copy-in.ts';

/** Number of rows, and a hash that does not depend on their order. */
export interface TableSum {
  readonly rows: number;
  readonly hash: string;
}

/** The rows of one table that move. */
export interface MovedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL of each column at the source, as the target stores it. */
  readonly values: readonly string[];
  /** SQL condition on `t` that selects the rows, at both ends. */
  readonly condition: string;
}

const copySql = ({ name, condition }: MovedTable, values: readonly string[]): string =>
  `copy (select ${values.join(', ')} from ${name} t where ${condition}) to stdout`;

const targetValues = ({ columns }: MovedTable): string[] => columns.map((column) => `t.${column}`);

const sumOf = (digest: RowDigest): TableSum => ({ rows: digest.rows, hash: digest.value() });

/** Copies the rows from one database to the other, at the pace of the slower one. Returns what was read. */
export async function copyRows(source: Client, target: Client, table: MovedTable): Promise<TableSum> {
  const digest = new RowDigest();
  const rows = passThroughDigest(copyOut(source, copySql(table, table.values)), digest);
  const bytes = Object.assign(rows, { destroy: () => void rows.return(undefined).catch(() => undefined) });
  const copy = new CopyIn(`copy ${table.name} (${table.columns.join(', ')}) from stdin`, bytes);
  target.query(copy as never); // a custom query object, which the types do not include
  await copy.done;
  return sumOf(digest);
}

/** Reads the rows at one end and returns their sum. */
export async function sumRows(client: Client, end: 'source' | 'target', table: MovedTable): Promise<TableSum> {
  const digest = new RowDigest();
  const values = end === 'source' ? table.values : targetValues(table);
  for await (const piece of copyOut(client, copySql(table, values))) digest.update(piece);
  return sumOf(digest);
}

export const isSameSum = (a: TableSum, b: TableSum): boolean => a.rows === b.rows && a.hash === b.hash;
