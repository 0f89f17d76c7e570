import { fieldGuidance, roleOf, titleOfField, manualEntryTable, type FieldRole, type Terms } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';

/** A column of the entry form: a field of the terms. */
export interface EntryColumn {
  readonly field: string;
  readonly role: FieldRole | null;
  readonly title: string;
  readonly required: boolean;
  readonly numeric: boolean;
  readonly date: boolean;
  /** the only values that the terms permit; empty when any value is permitted */
  readonly choices: readonly string[];
  /** instructions in words */
  readonly facts: readonly string[];
}

/** Returns the columns required by the terms, in order; null when the terms require several tables. */
export function entryColumns(terms: Terms, language: Language): readonly EntryColumn[] | null {
  const table = manualEntryTable(terms);
  return (
    table &&
    table.fields.map((field) => ({
      field: field.name,
      role: roleOf(field),
      title: titleOfField(field, language),
      required: field.constraints?.required ?? false,
      numeric: field.type === 'number' || field.type === 'integer',
      date: field.type === 'date',
      choices: field.constraints?.enum ?? [],
      facts: fieldGuidance(field, table, terms, language),
    }))
  );
}

/** Returns the field with a role; empty when the terms have none. */
export function fieldOf(columns: readonly EntryColumn[], role: FieldRole): string {
  return columns.find((column) => column.role === role)?.field ?? '';
}
