import type { Extent } from '../sharing/share.ts';
import { isSo, type Asked } from './asked.ts';

/** Below this number of lines, texts are looked up by key instead of read by a join of all lines. */
const FEW = 10;

/**
 * Returns the SQL suffix for reading texts. In a full run that needs many lines: a join. Otherwise a lookup (`offset
 * 0`), because a join would read all lines.
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

/** SQL: the texts of open booked or reported lines `o` as `w`, to append to a `from`. `how` comes from `howToRead`. */
export const wordsOfBooked = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from spend.door_line_words l where l.batch_id = o.batch_id and l.line_no = o.line_no ${how}) w`;
export const wordsOfReported = (how: string): string =>
  `cross join lateral (select l.item_name, l.invoice_number from reporting.door_line_words l where l.version_id = o.version_id and l.line_no = o.line_no ${how}) w`;
