import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { OpenOptions } from '../open-table.ts';
import type { Cell, Row, TableFile } from '../table.ts';

export interface ReadWhole {
  table: TableFile;
  rows: Row[];
  cells: Cell[];
}

/** Reads a file and all its rows. */
export async function readAll(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<ReadWhole> {
  const table = await openTable(bytesOf(bytes), name, options);
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows, cells: rows.flatMap(({ cells }) => cells) };
}
