import { errorKind } from '../reports/error-kinds.ts';

/**
 * A planted mistake and its location. The row is 1-based as in the file, the column is the written heading; null
 * concerns the whole file.
 */
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

/** One line of a report file and its true deliveries. */
export interface TrueReportLine {
  file: string;
  row: number;
  deliveries: number[];
  /** Øre of the honest line; null for a line without a delivery. */
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

type TruthLocation = Partial<Pick<PlantedError, 'sheet' | 'row' | 'column' | 'written' | 'meant'>>;

/** Collects the truth while the files are written. */
export class TruthBook {
  errors: PlantedError[] = [];
  reportLines: TrueReportLine[] = [];
  postings: TruePosting[] = [];
  /** The location of each e-invoice: supplier key and number to zip file and entry. */
  eInvoices = new Map<string, { file: string; entry: string }>();
  private count = 0;
  private readonly kinds = new Map<string, number>();

  plant(kind: string, file: string, place: TruthLocation = {}): void {
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

  /** Returns the total number of mistakes of each kind. */
  counts(): Record<string, number> {
    return Object.fromEntries([...this.kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Clears the collected rows after a part of the truth is written. The counts remain. */
  clear(): void {
    this.errors = [];
    this.reportLines = [];
    this.postings = [];
    this.eInvoices = new Map();
  }
}
