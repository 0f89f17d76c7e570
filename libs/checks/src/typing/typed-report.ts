import type { ColumnMapping } from '../verdict.ts';
import type { Terms, TermsTable } from '../terms.ts';
import { titleOfField } from '../terms/field-facts.ts';

/** A line as a person typed it: texts by the names of the terms' fields. */
export type TypedCells = Readonly<Record<string, string>>;

/** Typed lines as a file that goes through the same door as any: CSV, with which column is which field. */
export interface TypedReport {
  /** the whole file: byte order mark, semicolons, CRLF */
  readonly text: string;
  readonly mapping: ColumnMapping;
}

const headingRow = 1;
/** The file's first line below its heading. */
export const typedFirstRow = headingRow + 1;

/** The one table that lines are typed in; null where a report has several, which only a workbook can hold. */
export function typedTable({ tables }: Pick<Terms, 'tables'>): TermsTable | null {
  return tables.length === 1 ? tables[0]! : null;
}

const written = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Headings are those of the template; two fields of one name get it with a number. */
function headingsOf({ fields }: TermsTable): string[] {
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const title = titleOfField(field, 'nb');
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} ${times}`;
  });
}

/** The same lines give the same bytes, here and on the server, in any language of the screen. */
export function typedReport(table: TermsTable, lines: readonly TypedCells[]): TypedReport {
  const headings = headingsOf(table);
  const rows = [
    headings,
    ...lines.map((cells) => table.fields.map(({ name }) => (cells[name] ?? '').replace(/\s+/g, ' ').trim())),
  ];
  const columns = Object.fromEntries(table.fields.map(({ name }, at) => [name, at]));
  return {
    text: `\uFEFF${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`,
    mapping: {
      sheet: '',
      headingRow,
      columns,
      headings: Object.fromEntries(table.fields.map(({ name }, at) => [name, headings[at]!])),
    },
  };
}
