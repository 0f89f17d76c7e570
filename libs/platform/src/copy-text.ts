/** What a column may be given in COPY. Decimals travel as text, never as floats. */
export type CopyValue = string | number | bigint | boolean | null | undefined;

const awkward = /[\\\n\r\t\0]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\ufffd' };

/** One row in PostgreSQL's COPY text format. NUL, which PostgreSQL cannot hold, becomes U+FFFD. */
export function copyText(row: readonly CopyValue[]): string {
  let text = copyField(row[0]);
  for (let at = 1; at < row.length; at += 1) text += `\t${copyField(row[at])}`;
  return `${text}\n`;
}

/** One value. */
export function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Nearly no text needs it, and looking is cheaper than replacing nothing.
  return awkward.test(value) ? value.replace(/[\\\n\r\t\0]/g, (c) => escapes[c] as string) : value;
}

/**
 * A value as JSON that jsonb takes: PostgreSQL can hold neither NUL nor half a surrogate pair, which files may have in their texts.
 * Both become U+FFFD.
 */
export function jsonbText(value: unknown): string {
  return forJsonb(JSON.stringify(value));
}

/** The same for a value that is JSON already. */
function forJsonb(json: string): string {
  // An escaped backslash is taken as one, so that what stands behind it is not taken for an escape.
  return json.includes('\\u')
    ? json.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (found) => (found.length > 2 ? '\ufffd' : found))
    : json;
}

/** JSON as one value that jsonb takes. Of what COPY wants escaped JSON holds backslashes alone, and nearly none. */
export function copyJson(json: string): string {
  return json.includes('\\') ? forJsonb(json).replaceAll('\\', '\\\\') : json;
}
