import type { Chapter } from '../latent/history.ts';
import type { Obligation } from '../setting/obligations.ts';
import type { Supplier } from '../setting/supplier.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { oreText, total } from '../values/amounts.ts';
import type { Cell } from '../writing/cell.ts';
import { csvText, writeCsv } from '../writing/csv.ts';
import { writeWorkbook } from '../writing/workbook.ts';
import { withNames, type Form } from './form.ts';
import type { Field, Plant, ReportLine } from './line.ts';
import { cellText, type PlantingBed } from './planting.ts';
import { damageReport } from './damage-report.ts';
import type { Submission } from './submission.ts';

export interface WrittenReport {
  path: string;
  bytes: Uint8Array;
  lines: number;
  /** Sum of the honest amounts of the lines, in øre. */
  amount: number;
}

export function reportPath(
  { slug, agreement }: Supplier,
  { period, version, branch, agreement: number }: Submission,
  form: Form,
): string {
  const parts = [
    period,
    ...(number === agreement ? [] : [number]),
    ...(branch === null ? [] : [branch]),
    version === null ? 'refused' : `v${version}`,
    form.fileName,
  ];
  return `reports/${slug}/${parts.join('-')}.${form.csv ? 'csv' : 'xlsx'}`;
}

/** Writes the file of one submission and records the location of each mistake in the truth book. */
export function writeReport(
  chapter: Chapter,
  obligation: Obligation,
  submission: Submission,
  book: TruthBook,
): WrittenReport {
  const supplier = chapter.scenario.suppliers.find(({ key }) => key === submission.supplier) as Supplier;
  const usual = supplier.form(submission.period);
  const form = submission.plants.some(({ kind }) => kind === 'personal-data') ? withNames(usual) : usual;
  const bed = damageReport(chapter, obligation, submission, form);
  const path = reportPath(supplier, submission, usual);
  const firstRow = form.titles.length + 2;
  const rowOf = new Map(bed.lines.map((line, index) => [line, firstRow + index]));
  const rows = layOut(form, bed);
  noteLines(path, bed, rowOf, book);
  notePlants(path, form, bed, rowOf, book);
  noteHabits(path, form, bed, rows.length, book);
  const hiddenRows = [...bed.hidden].map((line) => rowOf.get(line) as number);
  const bytes = form.csv
    ? writeCsv(rows, form.csv)
    : writeWorkbook([{ name: form.sheetName, rows, headingRow: firstRow - 1, hiddenRows }]);
  return {
    path,
    bytes,
    lines: bed.lines.length,
    amount: total(bed.lines, (line) => (line.deliveries.length > 0 ? line.amount : 0)),
  };
}

function layOut(form: Form, bed: PlantingBed): Cell[][] {
  const headings = form.columns.map(([heading, field]) => bed.renamed[field] ?? heading);
  const rows: Cell[][] = [
    ...form.titles.map((title): Cell[] => [title]),
    headings,
    ...bed.lines.map((line) => form.columns.map(([, field]) => line.cells[field])),
  ];
  if (form.totalRow && bed.lines.length > 0)
    rows.push(
      form.columns.map(([, field], index) =>
        index === 0 ? 'Totalt' : field === 'amount' ? { number: oreText(writtenTotal(bed)) } : null,
      ),
    );
  return rows;
}

/** Returns the sum of the numeric cells in the amount column, in øre. */
function writtenTotal(bed: PlantingBed): number {
  return (
    bed.totalOff +
    total(bed.lines, ({ cells: { amount } }) =>
      amount !== null && typeof amount === 'object' && 'number' in amount ? Math.round(Number(amount.number) * 100) : 0,
    )
  );
}

function noteLines(file: string, bed: PlantingBed, rowOf: Map<ReportLine, number>, book: TruthBook): void {
  for (const line of bed.lines) {
    const real = line.deliveries.length > 0;
    book.reportLines.push({
      file,
      row: rowOf.get(line) as number,
      deliveries: line.deliveries.map((one) => one.id),
      amount: real ? line.amount : null,
    });
  }
}

function notePlants(file: string, form: Form, bed: PlantingBed, rowOf: Map<ReportLine, number>, book: TruthBook): void {
  const written = (plant: Plant) =>
    plant.line && plant.field
      ? asWritten(form, plant.line.cells[plant.field])
      : plant.field
        ? (bed.renamed[plant.field] ?? null)
        : null;
  for (const plant of bed.plants) {
    const row = plant.line ? (rowOf.get(plant.line) as number) : null;
    book.plant(plant.kind, file, {
      sheet: form.csv ? null : form.sheetName,
      row,
      column: headingOf(form, bed, plant.field),
      written: written(plant),
      meant: plant.meant,
    });
  }
}

const headingOf = (form: Form, bed: PlantingBed, field: Field | null): string | null =>
  field === null ? null : (bed.renamed[field] ?? form.columns.find(([, one]) => one === field)?.[0] ?? null);

/** Returns the cell's text as a reader sees it: normalised in a workbook, in the sender's notation in a CSV file. */
const asWritten = (form: Form, cell: Cell): string | null =>
  form.csv && cell !== null ? csvText(cell, form.csv) : cellText(cell);

/** Records the format peculiarities of the supplier that a checker always reports. */
function noteHabits(file: string, form: Form, bed: PlantingBed, rowCount: number, book: TruthBook): void {
  const sheet = form.csv ? null : form.sheetName;
  if (form.titles.length > 0) book.plant('title-rows', file, { sheet, row: form.titles.length + 1 });
  if (form.totalRow && bed.lines.length > 0)
    book.plant(bed.totalOff ? 'total-row-off' : 'total-row', file, { sheet, row: rowCount });
  if (form.csv?.numbers.thousands && bed.lines.some((line) => line.amount >= 100_000))
    book.plant('nbsp-thousands', file);
  const credits = bed.lines.filter((line) => line.quantity < 0).length;
  if (form.csv?.numbers.negative === 'trailing-minus' && credits > 0) book.plant('trailing-minus', file);
  if (form.csv && form.csv.delimiter !== ';') book.plant('delimiter', file, { written: form.csv.delimiter });
  if (form.csv?.encoding === 'windows-1252') book.plant('encoding', file, { written: form.csv.encoding });
  if (
    form.columns.some(([, field]) => field === 'municipality') &&
    !form.columns.some(([, field]) => field === 'orgNumber') &&
    bed.lines.some((line) => line.deliveries[0]?.site.municipality.number === '3419')
  )
    book.plant('valer-ambiguous', file);
}
