import type { CsvHabit } from '../writing/csv.ts';
import type { Field } from './line.ts';

/** The supplier's own report format: its columns, its headings and its notation. */
export interface Form {
  fileName: string;
  columns: readonly (readonly [heading: string, field: Field])[];
  /** Format of a CSV file; null for a workbook. */
  csv: CsvHabit | null;
  sheetName: string;
  /** Lines above the headings. */
  titles: readonly string[];
  totalRow: boolean;
}

/** Returns the form with a column of personal names that was not removed. */
export const withNames = (form: Form): Form => ({ ...form, columns: [...form.columns, ['Ansattnavn', 'orderedBy']] });
