import type { ColumnMapping } from '../check-result.ts';
import type { Terms, TermsTable } from '../terms.ts';
import { titleOfField } from '../terms/field-facts.ts';

/** A manually entered line: texts by the field names of the terms. */
export type ManualEntryCells = Readonly<Record<string, string>>;

/** Manually entered lines as a CSV file with its column mapping, so that they are processed like any file. */
export interface ManualEntryReport {
  /** the whole file: byte order mark, semicolons, CRLF */
  readonly text: string;
  readonly mapping: ColumnMapping;
}

const headingRow = 1;
/** The first row below the heading. */
export const manualEntryFirstRow = headingRow + 1;

/** Returns the only table, for manual entry; null when a report has several, which only a workbook can contain. */
export function manualEntryTable({ tables }: Pick<Terms, 'tables'>): TermsTable | null {
  return tables.length === 1 ? tables[0]! : null;
}

const csvField = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Returns the headings, equal to those of the template; a duplicate title gets a number. */
function headingsOf({ fields }: TermsTable): string[] {
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const title = titleOfField(field, 'nb');
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} ${times}`;
  });
}

/** Builds the file. The same lines give the same bytes, in the browser and on the server, in any screen language. */
export function manualEntryReport(table: TermsTable, lines: readonly ManualEntryCells[]): ManualEntryReport {
  const headings = headingsOf(table);
  const rows = [
    headings,
    ...lines.map((cells) => table.fields.map(({ name }) => (cells[name] ?? '').replace(/\s+/g, ' ').trim())),
  ];
  const columns = Object.fromEntries(table.fields.map(({ name }, at) => [name, at]));
  return {
    text: `\uFEFF${rows.map((row) => row.map(csvField).join(';')).join('\r\n')}\r\n`,
    mapping: {
      sheet: '',
      headingRow,
      columns,
      headings: Object.fromEntries(table.fields.map(({ name }, at) => [name, headings[at]!])),
    },
  };
}
