/** What a column may be given in COPY. Decimals travel as text, never as floats. */
export type CopyValue = string | number | bigint | boolean | null | undefined;

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One row in PostgreSQL's COPY text format. NUL, which PostgreSQL cannot hold, becomes U+FFFD. */
export function copyText(row: readonly CopyValue[]): string {
  return `${row.map(field).join('\t')}\n`;
}

function field(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.replace(/[\\\n\r\t]/g, (c) => escapes[c] as string).replaceAll('\0', '\ufffd');
}
