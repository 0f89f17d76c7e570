import type { DueRule, PeriodKind } from '@tallgrunn/values';

/** A text in one language for all, or in each. Nynorsk and English fall back on bokmål. */
export type LocalText = string | { readonly nb: string; readonly nn?: string; readonly en?: string };

/** What a column means to the checks. A field whose name is one of these needs no `role`. */
export const fieldRoles = [
  'lot', 'itemNumber', 'gtin', 'itemName', 'category',
  'buyer', 'buyerOrgNumber', 'buyerName', 'site',
  'quantity', 'unit', 'unitPrice', 'amount', 'vatRate', 'currency',
  'deliveredOn', 'orderedOn', 'invoicedOn', 'period',
  'invoiceNumber', 'invoiceLine', 'orderNumber',
] as const;
export type FieldRole = (typeof fieldRoles)[number];

/** Frictionless Table Schema types, as far as reports need them. */
export type FieldType = 'string' | 'integer' | 'number' | 'date' | 'yearmonth' | 'boolean';

export interface FieldConstraints {
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface TermsField {
  readonly name: string;
  readonly type: FieldType;
  readonly role?: FieldRole;
  readonly title?: LocalText;
  readonly description?: LocalText;
  /** other headings this column may have */
  readonly synonyms?: readonly string[];
  readonly constraints?: FieldConstraints;
  /** number columns: settles what "1.234" means */
  readonly decimalChar?: ',' | '.';
  /** date columns: settles what "04/03/2025" means */
  readonly dateOrder?: 'day-first' | 'month-first';
}

export interface TermsTable {
  readonly name: string;
  readonly title?: LocalText;
  readonly fields: readonly TermsField[];
}

export type Severity = 'blocksFile' | 'blocksRow' | 'confirm' | 'info';

export type CheckParams = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** One check as these terms want it. `off` leaves it out. */
export interface TermsCheck {
  readonly id: string;
  readonly severity?: Severity | 'off';
  readonly params?: CheckParams;
}

/** The values a field may have, given another field of the same row. "*" holds for any value of the parent. */
export interface DependentList {
  readonly name: string;
  readonly parent: string;
  readonly child: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Daily fine or other consequence of a late report, as the agreement says it. */
export interface Sanction {
  readonly kind: 'none' | 'day-fine' | 'warning-ladder';
  readonly amount?: number;
  readonly per?: 'working-day' | 'week';
  readonly cap?: number;
}

/** What one agreement asks its suppliers to report: a versioned document, never edited once published. */
export interface Terms {
  /** address of the JSON Schema, for editors */
  readonly $schema?: string;
  readonly description?: LocalText;
  readonly id: string;
  readonly version: number;
  readonly title: LocalText;
  readonly agreement?: { readonly id: string; readonly title: LocalText };
  readonly frequency: PeriodKind;
  readonly due: DueRule;
  readonly graceDays?: number;
  /** the one period these terms are used for; normally the check context says it */
  readonly period?: string;
  /** the date that decides which period a line belongs to */
  readonly basis: 'delivered' | 'ordered' | 'invoiced';
  readonly vat: 'excluded' | 'included';
  readonly currency: string;
  readonly scope: 'agreed-items' | 'all-goods' | 'product-area';
  readonly nilReport: 'required' | 'allowed' | 'not-used';
  readonly tables: readonly TermsTable[];
  /** false: only the checks named in `checks`; otherwise the standard ones, changed by `checks` */
  readonly standardChecks?: boolean;
  readonly checks?: readonly TermsCheck[];
  readonly lists?: readonly DependentList[];
  /** units these terms accept beside the known ones, with what they are called */
  readonly units?: Readonly<Record<string, readonly string[]>>;
  readonly template?: { readonly version: string };
  readonly sanction?: Sanction;
  readonly correctionDays?: number;
  /** where the agreement says this */
  readonly evidence?: string;
}

/** The text of a language, bokmål when it is not written. */
export function localText(text: LocalText | undefined, language: 'nb' | 'nn' | 'en', otherwise = ''): string {
  if (text === undefined) return otherwise;
  return typeof text === 'string' ? text : (text[language] ?? text.nb);
}
