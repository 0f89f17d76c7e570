import type { Field, ReportLine } from '../reports/line.ts';
import type { PlantingBed } from '../reports/planting.ts';
import type { Rng } from '../values/rng.ts';
import type { Cell } from '../writing/cell.ts';
import { writeCsv } from '../writing/csv.ts';
import { writeWorkbook, type Sheet } from '../writing/workbook.ts';
import { writtenCell, type Notation } from './spelling.ts';

export interface DraftRow {
  readonly cells: readonly Cell[];
  readonly line: ReportLine | null;
  /** True for a row that is itself a planted mistake. */
  readonly planted?: boolean;
}

/** A table before it is written. Shapers move, add and merge its rows. */
export interface VariantDraft {
  readonly bed: PlantingBed;
  readonly rng: Rng;
  readonly spelling: Notation;
  readonly fields: readonly Field[];
  rows: DraftRow[];
  merged: string[];
  /** Further sheets after the first. */
  others: Sheet[];
  /** Share of the bytes that is written; the rest is cut off. */
  keptShare: number;
}

export function draftOf(bed: PlantingBed, spelling: Notation, rng: Rng): VariantDraft {
  const { columns } = spelling.form;
  const headings = columns.map(([heading, field]) => bed.renamed[field] ?? heading);
  const lines = bed.lines.map((line): DraftRow => ({ line, cells: columns.map(([, field]) => line.cells[field]) }));
  return {
    bed,
    rng,
    spelling,
    fields: columns.map(([, field]) => field),
    rows: [{ line: null, cells: headings }, ...lines],
    merged: [],
    others: [],
    keptShare: 1,
  };
}

export function writeDraft({ bed, spelling, rows, merged, others, keptShare }: VariantDraft): Uint8Array {
  const { csv, sheetName } = spelling.form;
  const cells = rows.map((row) => row.cells.map((cell) => writtenCell(cell, spelling)));
  const hiddenRows = rows.flatMap(({ line }, at) => (line && bed.hidden.has(line) ? [at + 1] : []));
  const bytes = csv
    ? writeCsv(cells, csv)
    : writeWorkbook([{ name: sheetName, rows: cells, hiddenRows, merged }, ...others]);
  return keptShare === 1 ? bytes : bytes.slice(0, Math.floor(bytes.length * keptShare));
}

/** Returns the 1-based file rows that contain a planted mistake. */
export function plantedRows({ bed, rows }: VariantDraft): number[] {
  const lines = new Set(bed.plants.map(({ line }) => line));
  return rows.flatMap(({ line, planted }, at) => (planted || (line && lines.has(line)) ? [at + 1] : []));
}
