const QUOTE = 0x22;

/**
 * Returns the values of a record as PostgreSQL writes it as text: `(1,"a ""b""",,"")` is 1, a "b", null and an empty text.
 * One text a row is cheaper to receive and to pass to a thread than an object with a text for each column.
 */
export function splitRecord(record: string): (string | null)[] {
  const values: (string | null)[] = [];
  const end = record.length - 1;
  let at = 1;
  for (;;) {
    if (record.charCodeAt(at) === QUOTE) {
      const close = closingQuote(record, at + 1);
      values.push(unquoted(record.slice(at + 1, close)));
      at = close + 1;
    } else {
      const comma = record.indexOf(',', at);
      const next = comma < 0 ? end : comma;
      values.push(next === at ? null : record.slice(at, next));
      at = next;
    }
    if (at >= end) return values;
    at += 1;
  }
}

/** Position of the quote that ends a value. Two quotes are one that belongs to it. */
function closingQuote(record: string, from: number): number {
  let close = record.indexOf('"', from);
  while (record.charCodeAt(close + 1) === QUOTE) close = record.indexOf('"', close + 2);
  return close;
}

const unquoted = (text: string): string =>
  text.includes('"') || text.includes('\\') ? text.replaceAll('""', '"').replaceAll('\\\\', '\\') : text;

/** Writes values as PostgreSQL writes a record, for tests that have no database. */
export const joinRecord = (values: readonly (string | null)[]): string =>
  `(${values.map((value) => (value === null ? '' : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`)).join(',')})`;
