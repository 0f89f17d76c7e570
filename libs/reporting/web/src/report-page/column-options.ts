import {
  roleTitle,
  fieldRoles,
  localText,
  type ColumnMapping,
  type FieldRole,
  type Terms,
  type TermsField,
  type TermsTable,
} from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { SheetSample } from '../checking/check-messages.ts';

/** One column of a sheet: its heading, example values, and the field it is read as. */
export interface SheetColumn {
  readonly column: number;
  readonly heading: string;
  readonly examples: readonly string[];
  /** name of the field; empty when unmapped */
  readonly field: string;
}

/** One sheet with its columns as read. */
export interface SheetColumns {
  readonly mapping: ColumnMapping;
  readonly table: TermsTable;
  readonly columns: readonly SheetColumn[];
  /** required fields without a column */
  readonly missing: readonly TermsField[];
}

const examplesMax = 3;

export function titleOfField(field: TermsField, language: Language): string {
  const role = field.role ?? field.name;
  const defaultTitle = (fieldRoles as readonly string[]).includes(role)
    ? roleTitle(role as FieldRole, language)
    : field.name;
  return localText(field.title, language, defaultTitle);
}

/** Returns the table of the terms that has every field of the mapping, else the first. */
function tableOf(terms: Terms, mapping: ColumnMapping): TermsTable | undefined {
  return (
    terms.tables.find(({ fields }) =>
      Object.keys(mapping.columns).every((name) => fields.some((field) => field.name === name)),
    ) ?? terms.tables[0]
  );
}

function columnsOf(mapping: ColumnMapping, sample: SheetSample | undefined): SheetColumn[] {
  const heading = sample?.rows.find(({ row }) => row === mapping.headingRow)?.cells ?? [];
  const below = (sample?.rows ?? []).filter(({ row }) => row > mapping.headingRow);
  const fields = new Map(Object.entries(mapping.columns).map(([field, column]) => [column, field]));
  const width = Math.max(
    heading.length,
    ...below.map(({ cells }) => cells.length),
    ...[...fields.keys()].map((column) => column + 1),
  );
  return Array.from({ length: width }, (_, column) => ({
    column,
    heading: heading[column] ?? '',
    examples: [...new Set(below.map(({ cells }) => cells[column] ?? '').filter((text) => text !== ''))].slice(
      0,
      examplesMax,
    ),
    field: fields.get(column) ?? '',
  })).filter(({ heading: text, examples, field }) => text !== '' || field !== '' || examples.length > 0);
}

/** Returns the columns of each sheet with lines, as read. */
export function sheetColumns(
  terms: Terms,
  mappings: readonly ColumnMapping[],
  samples: readonly SheetSample[],
): SheetColumns[] {
  return mappings.flatMap((mapping) => {
    const table = tableOf(terms, mapping);
    if (!table) return [];
    const missing = table.fields.filter(
      (field) => field.constraints?.required && mapping.columns[field.name] === undefined,
    );
    return [
      {
        mapping,
        table,
        missing,
        columns: columnsOf(
          mapping,
          samples.find(({ name }) => name === mapping.sheet),
        ),
      },
    ];
  });
}

/**
 * Returns the mappings after a column is mapped to a field, or unmapped (''). Sheets with the same headings are changed
 * as well.
 */
export function mapColumn(
  sheets: readonly SheetColumns[],
  sheet: SheetColumns,
  column: number,
  field: string,
): ColumnMapping[] {
  const headings = (one: SheetColumns) => one.columns.map(({ heading }) => heading).join('\t');
  return sheets.map((other) => {
    const { sheet: name, headingRow, columns } = other.mapping;
    const follows = other === sheet || headings(other) === headings(sheet);
    const remaining = Object.entries(columns).filter(([known, at]) => !follows || (at !== column && known !== field));
    return {
      sheet: name,
      headingRow,
      columns: Object.fromEntries(follows && field !== '' ? [...remaining, [field, column]] : remaining),
    };
  });
}
