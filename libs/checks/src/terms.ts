import type { DueRule, PeriodKind } from '@tallgrunn/values';

/** A text in one language for all, or in each. Nynorsk and English fall back on bokmål. */
export type LocalText = string | { readonly nb: string; readonly nn?: string; readonly en?: string };

/** What a column means to the checks. A field whose name is one of these needs no `role`. */
export const fieldRoles = [
  'lot',
  'itemNumber',
  'gtin',
  'itemName',
  'category',
  'buyer',
  'buyerOrgNumber',
  'buyerName',
  'site',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
  'vatRate',
  'currency',
  'deliveredOn',
  'orderedOn',
  'invoicedOn',
  'period',
  'invoiceNumber',
  'invoiceLine',
  'orderNumber',
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
  readonly minLength?: number;
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

/** The values of these fields stand in another table of the same file as well: a call-off's lines name one of its orders. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly table: string; readonly fields: readonly string[] };
}

export interface TermsTable {
  readonly name: string;
  readonly title?: LocalText;
  /** names of the sheets that hold this table; without them a sheet is known by its columns */
  readonly sheets?: readonly string[];
  readonly fields: readonly TermsField[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export type Severity = 'blocksFile' | 'blocksRow' | 'confirm' | 'info';

export type CheckParams = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** One check as these terms want it. `off` leaves it out. */
export interface TermsCheck {
  readonly id: string;
  readonly severity?: Severity | 'off';
  /** of one that keeps rows out: a supplier may say that it is not an error, with a reason; the contract manager decides */
  readonly overridable?: boolean;
  readonly params?: CheckParams;
}

/**
 * The values a field may have, given other fields of the same row: `parent` with `values` for one, `parents` with `cases` for
 * several. "*" holds for any value of a parent; where several cases fit, what any of them lists may be written.
 */
export interface DependentList {
  readonly name: string;
  /** the table this is about; every table with these fields when it is not said */
  readonly table?: string;
  readonly child: string;
  readonly parent?: string;
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly parents?: readonly string[];
  readonly cases?: readonly DependentCase[];
}

export interface DependentCase {
  /** one value for each parent, or "*" */
  readonly when: readonly string[];
  readonly values: readonly string[];
}

/** Daily fine or other consequence of a late report, as the agreement says it. Amounts in the currency of the terms. */
export interface Sanction {
  readonly kind: 'none' | 'day-fine' | 'warning-ladder';
  readonly amount?: number;
  readonly per?: 'working-day' | 'week';
  readonly cap?: number;
  /** the largest number of working days or started weeks that count */
  readonly capUnits?: number;
  /** days after the due date before it runs: working days where it is counted by them, else calendar days */
  readonly startsAfter?: number;
  /** whether a report that was returned counts as delivered at its first submission; it does not unless it is said */
  readonly returnedReport?: 'delivered' | 'not-delivered';
  /** so many late reports within a rolling number of months have a consequence of their own, with an amount or without */
  readonly failures?: { readonly count: number; readonly months: number; readonly amount?: number };
  /** what it does not run for, such as force majeure */
  readonly excluded?: readonly LocalText[];
}

/** What share of items or of spend must have a declaration, and by when. */
export interface DeclarationDemand {
  /** 0 to 1 */
  readonly share: number;
  readonly of: 'items' | 'spend';
  /** the last day, YYYY-MM-DD */
  readonly by: string;
  /** such as "EN 15804+A2" */
  readonly standards: readonly string[];
  readonly lots?: readonly string[];
}

/** What the supplier promised in its offer about what is delivered, and the field that shows it. */
export interface OfferPromise {
  readonly attribute: LocalText;
  readonly field: string;
  /** every line is to have this value */
  readonly value?: string;
  /** 0 to 1 of the amount is to have it */
  readonly share?: number;
  readonly lots?: readonly string[];
}

/** Where the agreement says a rule, and its words when they are short. */
export interface Clause {
  /** such as "Bilag 3, punkt 4.2" */
  readonly reference: string;
  readonly text?: LocalText;
}

/** The report a terms document without `report` asks for. */
export const usualReport = 'deliveries';

/** What one agreement asks its suppliers to report: a versioned document, never edited once published. */
export interface Terms {
  /** address of the JSON Schema, for editors */
  readonly $schema?: string;
  readonly description?: LocalText;
  readonly id: string;
  readonly version: number;
  readonly title: LocalText;
  readonly agreement?: { readonly id: string; readonly title: LocalText };
  /** which report of the agreement: "deliveries" unless said, "transport", "services" or a name of its own */
  readonly report?: string;
  readonly reportTitle?: LocalText;
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
  /** a correction that moves more than this waits for the manager; a tenth of the report and 25,000 of the currency unless said */
  readonly corrections?: { readonly percent?: number; readonly amount?: number };
  /** where lines and credits that come too late for their own period belong */
  readonly lateLines?: 'open-period' | 'own-period';
  /** whether good rows may be submitted while those that are kept out wait to be corrected; they may unless it is said */
  readonly quarantine?: 'may-wait' | 'must-be-right';
  /** whether a report counts as delivered while some of its lines are kept out */
  readonly partlyAccepted?: 'delivered' | 'not-delivered';
  /** whether a report of lines may be submitted before its period is over; it may not unless it is said */
  readonly earlySubmission?: 'allowed' | 'refused';
  /** the date that decides whether a line belongs to the old agreement or the new one */
  readonly transition?: 'ordered' | 'delivered' | 'invoiced';
  /** days after the agreement has ended in which what was called off before is still reported */
  readonly runOffDays?: number;
  /** a chain reports as one, or branch by branch */
  readonly partsOf?: 'supplier' | 'branch';
  readonly declarations?: readonly DeclarationDemand[];
  readonly promises?: readonly OfferPromise[];
  /** JSON pointer of a rule ("/due") → the clause it comes from */
  readonly clauses?: Readonly<Record<string, Clause>>;
  /** where the agreement says this */
  readonly evidence?: string;
}

/** The text of a language, bokmål when it is not written. */
export function localText(text: LocalText | undefined, language: 'nb' | 'nn' | 'en', otherwise = ''): string {
  if (text === undefined) return otherwise;
  return typeof text === 'string' ? text : (text[language] ?? text.nb);
}
