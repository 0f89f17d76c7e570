import type { ReportField } from '../../cast/report-form.ts';
import type { ReportRow } from '../../latent/report-rows.ts';
import type { Habit, HabitContext } from '../habit.ts';

/** The reporting habits of a supplier. The steps run in this order, on all rows of the supplier. */
export interface ReportingHabit extends Habit {
  /** Omits rows or adds some. */
  rows?(rows: readonly ReportRow[], work: HabitContext): ReportRow[];
  /**
   * Returns an aggregation key: rows with the same key become one; null keeps the row. Columns in `loses` are empty in
   * the sum.
   */
  sum?(row: ReportRow, work: HabitContext): string | null;
  readonly loses?: readonly ReportField[];
  /** Returns the item name of an aggregated row. */
  named?(row: ReportRow): string;
  /** Changes a row in place. Returns false if it is unchanged. */
  row?(row: ReportRow, work: HabitContext): boolean | void;
  /** Columns that its reports do not have. */
  readonly without?: readonly ReportField[];
}
