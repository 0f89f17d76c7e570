/** The parts of a row's key: 's<batch>:<line>', 's<batch>:<line>:<part>', or 'r<version>:<line>'. */
export interface KeyParts {
  readonly side: 'booked' | 'reported';
  readonly documentId: string;
  readonly line: number;
  readonly part: number | null;
}

const KEY = /^([rs])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):(\d{1,9})(?::(\d{1,7}))?$/;

/** Returns the parts of a key; null if it is the key of no row. */
export function partsOfKey(key: string): KeyParts | null {
  const [, side, documentId, line, part] = KEY.exec(key) ?? [];
  if (!documentId || !line) return null;
  return {
    side: side === 'r' ? 'reported' : 'booked',
    documentId,
    line: Number(line),
    part: part === undefined ? null : Number(part),
  };
}

/** An id that no row has. */
const NO_ROW = '00000000-0000-0000-0000-000000000000';
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** SQL: the key of a row `alias` of the combined table. It is not stored. */
export const rowKeySql = (alias: string): string =>
  `case when ${alias}.batch_id is null then 'r' || ${alias}.version_id || ':' || ${alias}.report_line_no else 's' || ${alias}.batch_id || ':' || ${alias}.spend_line_no || coalesce(':' || ${alias}.part, '') end`;

/** SQL: the id of a row `alias` before it is stored, as in the column `insight.combined_line.id`. */
export const rowIdSql = (alias: string): string =>
  `(left(coalesce(${alias}.batch_id, ${alias}.version_id)::text, 6) || right(coalesce(${alias}.batch_id, ${alias}.version_id)::text, 12) || lpad(to_hex(coalesce(${alias}.spend_line_no, ${alias}.report_line_no)), 8, '0') || lpad(to_hex(coalesce(${alias}.part, 0)), 6, '0'))::uuid`;

/**
 * Returns the id of the row with a key. It is calculated as in the column `insight.combined_line.id`, and for a key
 * without a row as well.
 */
export function rowIdOf(key: string): string {
  const parts = partsOfKey(key);
  if (!parts) return NO_ROW;
  const { documentId, line, part } = parts;
  const digits = `${documentId.slice(0, 6)}${documentId.slice(-12)}${hex(line, 8)}${hex(part ?? 0, 6)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Bits of a line number, and those of them that are not part of a place. */
const LINE_BITS = 32;
const BLOCK_BITS = 12;

/**
 * Returns the place of the row with a key: its document and block of lines, by which rows with the same sort value are
 * ordered before their ids. It is calculated as in the column `insight.combined_line.sort_place`.
 */
export function rowPlaceOf(key: string): number {
  const parts = partsOfKey(key);
  if (!parts) return 0;
  const document = parseInt(parts.documentId.slice(-8), 16);
  return document * 2 ** (LINE_BITS - BLOCK_BITS) + Math.floor(parts.line / 2 ** BLOCK_BITS);
}
