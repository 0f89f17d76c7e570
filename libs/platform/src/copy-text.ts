/** A value for a column in COPY. Decimals are passed as text, never as floats. */
export type CopyValue = string | number | bigint | boolean | null | undefined;

const needsEscaping = /[\\\n\r\t\0]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\ufffd' };

/** Returns one row in PostgreSQL's COPY text format. NUL, which PostgreSQL cannot store, becomes U+FFFD. */
export function copyText(row: readonly CopyValue[]): string {
  let text = copyField(row[0]);
  for (let at = 1; at < row.length; at += 1) text += `\t${copyField(row[at])}`;
  return `${text}\n`;
}

/** Returns one value in COPY text format. */
export function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Few texts need escaping, and a test is cheaper than a replacement without matches.
  return needsEscaping.test(value) ? value.replace(/[\\\n\r\t\0]/g, (c) => escapes[c] as string) : value;
}

/**
 * Returns a value as JSON that jsonb accepts. PostgreSQL can store neither NUL nor half a surrogate pair, which texts
 * of files may contain. Both become U+FFFD.
 */
export function jsonbText(value: unknown): string {
  return toJsonbText(JSON.stringify(value));
}

/** Makes JSON text acceptable to jsonb in the same way. */
function toJsonbText(json: string): string {
  // The pattern also consumes other escapes, so that an escaped backslash before `u0000` is not mistaken for an escape.
  return json.includes('\\u')
    ? json.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (match) => (match.length > 2 ? '\ufffd' : match))
    : json;
}

/**
 * Returns JSON as one COPY value that jsonb accepts. Of the characters that COPY escapes, JSON text contains only
 * backslashes, and few of them.
 */
export function copyJson(json: string): string {
  return json.includes('\\') ? toJsonbText(json).replaceAll('\\', '\\\\') : json;
}
