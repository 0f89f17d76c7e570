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

/**
 * Returns the id of the row with a key, by which indexes find and order rows. It is calculated as in the column
 * `insight.combined_line.id`, and for a key without a row as well.
 */
export function rowIdOf(key: string): string {
  const parts = partsOfKey(key);
  if (!parts) return NO_ROW;
  const { documentId, line, part } = parts;
  const digits = `${documentId.replaceAll('-', '').slice(-18)}${hex(line, 8)}${hex(part ?? 0, 6)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
