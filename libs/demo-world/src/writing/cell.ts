import type { Day } from '../values/calendar.ts';

/**
 * What stands in a cell: text as it is, a number as plain decimal text ('.' as decimal sign), a date, or a formula with
 * the value last shown. A workbook keeps the kinds; a CSV file has them written out by the sender's habits.
 */
export type Cell = string | { number: string } | { date: Day } | { formula: string; shown: string } | null;
