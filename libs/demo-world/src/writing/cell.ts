import type { Day } from '../values/calendar.ts';

/**
 * The content of a cell: text, a number as normalised decimal text ('.' as decimal sign), a date, or a formula with its
 * last shown value. A workbook keeps the types; a CSV file has them in the sender's notation.
 */
export type Cell = string | { number: string } | { date: Day } | { formula: string; shown: string } | null;
