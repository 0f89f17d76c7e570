import type { TableFile, TableFormat } from '@tallgrunn/tabular';
import { finding } from './finding.ts';
import type { Read } from './reading.ts';

/** A table as written: every non-empty row, with cells as text. */
export interface TableDocument {
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: readonly TableRow[] }[];
}

export interface TableRow {
  /** Row number as in the file, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export async function readTableDocument(table: TableFile, name: string): Promise<Read<TableDocument>> {
  const rows = new Map<string, TableRow[]>(table.sheets.map((sheet) => [sheet.name, []]));
  for await (const batch of table.batches()) {
    for (const row of batch) rows.get(row.sheet)?.push({ row: row.row, cells: row.cells.map((cell) => cell.text) });
  }
  const sheets = table.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: rows.get(sheet.name) ?? [],
  }));
  const document = {
    format: table.format,
    encoding: table.encoding ?? null,
    delimiter: table.delimiter ?? null,
    sheets,
  };
  return {
    ok: true,
    kind: 'table',
    name,
    document,
    findings: table.notes.map((note) => finding(note.code, 'info', { params: note.params })),
  };
}
