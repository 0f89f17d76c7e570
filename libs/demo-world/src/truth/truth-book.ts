import { errorKind } from '../reports/error-kinds.ts';

/** A mistake with its place: the row is 1-based as in the file, the column is the heading as written; null concerns the whole file. */
export interface PlantedError {
  id: string;
  kind: string;
  class: number;
  severity: string;
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  written: string | null;
  meant: string | null;
  expected: string;
}

/** One line of a report file, and what it stands for. */
export interface TrueReportLine {
  file: string;
  row: number;
  deliveries: number[];
  /** Øre, as an honest line says; null for a line that stands for nothing. */
  amount: number | null;
}

export interface TruePosting {
  file: string;
  row: number;
  kind: string;
  invoice: string | null;
  category: string | null;
  rightArt: string;
  /** 0 is the investment accounts, 1 the operating accounts. */
  accountClass: '0' | '1';
  amount: number;
}

type Place = Partial<Pick<PlantedError, 'sheet' | 'row' | 'column' | 'written' | 'meant'>>;

/** Collects what is true while the files are written. */
export class TruthBook {
  errors: PlantedError[] = [];
  reportLines: TrueReportLine[] = [];
  postings: TruePosting[] = [];
  /** Where the e-invoice of an invoice lies: supplier key and number to zip and entry. */
  eInvoices = new Map<string, { file: string; entry: string }>();
  private count = 0;
  private readonly kinds = new Map<string, number>();

  plant(kind: string, file: string, place: Place = {}): void {
    const { class: errorClass, severity, expected } = errorKind(kind);
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    this.errors.push({
      id: `E-${String((this.count += 1)).padStart(5, '0')}`,
      kind,
      class: errorClass,
      severity,
      file,
      sheet: place.sheet ?? null,
      row: place.row ?? null,
      column: place.column ?? null,
      written: place.written ?? null,
      meant: place.meant ?? null,
      expected,
    });
  }

  /** How many of each kind there have been in all. */
  counts(): Record<string, number> {
    return Object.fromEntries([...this.kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Lets go of what a part of the truth holds. */
  forget(): void {
    this.errors = [];
    this.reportLines = [];
    this.postings = [];
    this.eInvoices = new Map();
  }
}
