import type { INestApplicationContext } from '@nestjs/common';
import { Database, type Actor } from '@tallgrunn/platform';
import { writeCsv } from '@tallgrunn/tabular';
import type { Output } from '../output.ts';
import { queryOf, type ExportKind } from './export-kinds.ts';

type ExportRow = Record<string, unknown>;

/** Filters of an export; null does not filter. */
export interface ExportFilter {
  readonly buyerId: string | null;
  readonly supplierId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ExportContext {
  readonly app: INestApplicationContext;
  readonly actor: Actor;
  readonly filter: ExportFilter;
  readonly output: Output;
}

const valueOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);

async function* rowsOf(kind: ExportKind, { app, filter }: ExportContext): AsyncGenerator<ExportRow> {
  const params = [filter.buyerId, filter.supplierId, filter.from, filter.to];
  for await (const batch of app.get(Database, { strict: false }).stream<ExportRow>(queryOf(kind), params)) yield* batch;
}

/** Prints one JSON object per line as the rows come. */
export async function exportJson(rows: AsyncIterable<ExportRow>, output: Output): Promise<void> {
  for await (const row of rows) await output.line(row);
}

export async function printPieces(pieces: AsyncIterable<Uint8Array | string>, output: Output): Promise<void> {
  for await (const piece of pieces)
    await output.text(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
}

/**
 * Exports rows of one kind in the current unit of work, as JSON lines or CSV. CSV fields that a spreadsheet would run
 * as formulas are escaped.
 */
export async function exportTable(
  kind: ExportKind,
  format: 'json' | 'csv',
  exportContext: ExportContext,
): Promise<void> {
  const rows = rowsOf(kind, exportContext);
  if (format === 'json') return exportJson(rows, exportContext.output);
  const columns = kind.columns.map(({ name, kind: written }) => ({ header: name, kind: written }));
  const values = async function* () {
    for await (const row of rows) yield columns.map(({ header }) => valueOf(row[header]));
  };
  return printPieces(writeCsv({ columns, rows: values() }), exportContext.output);
}
