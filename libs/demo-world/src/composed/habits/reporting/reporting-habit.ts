import type { ReportField } from '../../cast/report-form.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import type { Habit, Work } from '../habit.ts';

/** How a supplier reports. Steps are done in this order; all rows of the supplier are at hand. */
export interface ReportingHabit extends Habit {
  /** Leaves rows out, or adds some. */
  rows?(rows: readonly ReportRow[], work: Work): ReportRow[];
  /** Rows of the same key become one; null leaves a row as it is. Columns in `loses` are empty then. */
  sum?(row: ReportRow, work: Work): string | null;
  readonly loses?: readonly ReportField[];
  /** What a row of sums is called. */
  named?(row: ReportRow): string;
  /** Changes a row; false where it leaves it as it is. */
  row?(row: ReportRow, work: Work): boolean | void;
  /** Columns that its reports do not have. */
  readonly without?: readonly ReportField[];
}
