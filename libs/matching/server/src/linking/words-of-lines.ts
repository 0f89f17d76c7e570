import type { Extent } from '../sharing/share.ts';
import { isSo, type Asked } from './asked.ts';

/** From one of so many lines on, words are read by a join of all lines; of fewer each line is looked up by its place. */
const FEW = 10;

/**
 * How the words of the lines in a table are read: joined, in a run of everything that asks for a good part of all lines, else looked up (`offset 0`),
 * for a join would read all lines there are.
 */
export async function howToRead(
  database: Asked,
  { whole }: Extent,
  lines: string,
  all: 'reported' | 'booked',
): Promise<string> {
  if (!whole) return LOOKED_UP;
  return (await isSo(
    database,
    `(select count(*) from ${lines}) * ${FEW} < (select reltuples from pg_class where oid = '${all}'::regclass)`,
  ))
    ? LOOKED_UP
    : '';
}
const LOOKED_UP = 'offset 0';

/** The words of open lines of the books and of reports, `o`, as `w`: for a `from` after them. `how`: as `howToRead` says. */
export const wordsOfBooked = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from spend.door_line_words l where l.batch_id = o.batch_id and l.line_no = o.line_no ${how}) w`;
export const wordsOfReported = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from reporting.door_line_words l where l.version_id = o.version_id and l.line_no = o.line_no ${how}) w`;
