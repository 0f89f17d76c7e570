import type { CsvHabit } from '../writing/csv.ts';
import type { Field } from './line.ts';

/** The supplier's own report: its columns in its words, and how it writes. */
export interface Form {
  fileName: string;
  columns: readonly (readonly [heading: string, field: Field])[];
  /** How a CSV file is written; a workbook when absent. */
  csv: CsvHabit | null;
  sheetName: string;
  /** Lines above the headings. */
  titles: readonly string[];
  totalRow: boolean;
}

/** With a column of names when somebody forgot to remove it. */
export const withNames = (form: Form): Form => ({ ...form, columns: [...form.columns, ['Ansattnavn', 'orderedBy']] });
