import type { DueRule, PeriodKind } from '@tallgrunn/values';

/** A text in one language for all, or per language. Nynorsk and English fall back to bokmål. */
export type LocalText = string | { readonly nb: string; readonly nn?: string; readonly en?: string };

/** The meanings of columns to the checks. A field with one of these names needs no `role`. */
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
  /** number columns: decides the meaning of "1.234" */
  readonly decimalChar?: ',' | '.';
  /** date columns: decides the meaning of "04/03/2025" */
  readonly dateOrder?: 'day-first' | 'month-first';
}

/** A reference to another table of the same file: a call-off's lines name one of its orders. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly table: string; readonly fields: readonly string[] };
}

export interface TermsTable {
  readonly name: string;
  readonly title?: LocalText;
  /** names of the sheets that contain this table; without them a sheet is recognised by its columns */
  readonly sheets?: readonly string[];
  readonly fields: readonly TermsField[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export type FindingSeverity = 'blocksFile' | 'blocksRow' | 'confirm' | 'info';

export type CheckParams = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** Settings of one check in these terms. `off` disables it. */
export interface TermsCheck {
  readonly id: string;
  readonly severity?: FindingSeverity | 'off';
  /**
   * for a blocking check: a supplier may declare the finding not an error, with a reason; the contract manager decides
   */
  readonly overridable?: boolean;
  readonly params?: CheckParams;
}

/**
 * Permitted values of a field, depending on other fields of the same row: `parent` with `values` for one, `parents`
 * with `cases` for several. "*" matches any value of a parent. When several cases match, all their values are
 * permitted.
 */
export interface DependentList {
  readonly name: string;
  /** the table it applies to; by default all tables with these fields */
  readonly table?: string;
  readonly child: string;
  readonly parent?: string;
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly parents?: readonly string[];
  readonly cases?: readonly DependentCase[];
}

export interface DependentCase {
  /** one value per parent, or "*" */
  readonly when: readonly string[];
  readonly values: readonly string[];
}

/** A rule of the agreement's own about each line: what must be true, and the text of a line where it is not. */
export interface OwnRule {
  readonly id: string;
  /** the problem and what to do */
  readonly text: LocalText;
  readonly severity: 'blocksRow' | 'confirm' | 'info';
  /** a condition over the fields of a line: see docs/terms-and-context.md */
  readonly expression: string;
  /** the table it applies to; by default all tables with its fields */
  readonly table?: string;
  /** for a rule that blocks rows: a supplier may declare a finding not an error, with a reason */
  readonly overridable?: boolean;
}

/**
 * Consequence of a late report, such as a daily fine, as the agreement states it. Amounts are in the currency of the
 * terms.
 */
export interface Sanction {
  readonly kind: 'none' | 'day-fine' | 'warning-ladder';
  readonly amount?: number;
  readonly per?: 'working-day' | 'week';
  readonly cap?: number;
  /** maximum number of working days or started weeks */
  readonly capUnits?: number;
  /** days between the due date and the start: working days if it is counted per working day, otherwise calendar days */
  readonly startsAfter?: number;
  /** whether a returned report counts as delivered at its first submission; by default it does not */
  readonly returnedReport?: 'delivered' | 'not-delivered';
  /** consequence of a number of late reports within a rolling number of months, with or without an amount */
  readonly failures?: { readonly count: number; readonly months: number; readonly amount?: number };
  /** exceptions, such as force majeure */
  readonly excluded?: readonly LocalText[];
}

/** Required share of items or spend with a declaration, and its deadline. */
export interface DeclarationRequirement {
  /** 0 to 1 */
  readonly share: number;
  readonly of: 'items' | 'spend';
  /** the last day, YYYY-MM-DD */
  readonly by: string;
  /** such as "EN 15804+A2" */
  readonly standards: readonly string[];
  readonly lots?: readonly string[];
}

/** A commitment of the supplier's offer about the deliveries, and the field that shows it. */
export interface OfferCommitment {
  readonly attribute: LocalText;
  readonly field: string;
  /** required value on each line */
  readonly value?: string;
  /** required share of the amount, 0 to 1 */
  readonly share?: number;
  readonly lots?: readonly string[];
}

/** The agreement clause behind a rule, and its text when short. */
export interface Clause {
  /** for example "Bilag 3, punkt 4.2" */
  readonly reference: string;
  readonly text?: LocalText;
}

/** The report that a terms document without `report` requires. */
export const defaultReport = 'deliveries';

/** The reporting requirements of one agreement: a versioned document, immutable once published. */
export interface Terms {
  /** address of the JSON Schema, for editors */
  readonly $schema?: string;
  readonly description?: LocalText;
  readonly id: string;
  readonly version: number;
  readonly title: LocalText;
  readonly agreement?: { readonly id: string; readonly title: LocalText };
  /** which report of the agreement: "deliveries" by default, "transport", "services" or another name */
  readonly report?: string;
  readonly reportTitle?: LocalText;
  readonly frequency: PeriodKind;
  readonly due: DueRule;
  readonly graceDays?: number;
  /** the only period these terms are for; normally stated in the check context */
  readonly period?: string;
  /** the date that decides which period a line belongs to */
  readonly basis: 'delivered' | 'ordered' | 'invoiced';
  readonly vat: 'excluded' | 'included';
  readonly currency: string;
  readonly scope: 'agreed-items' | 'all-goods' | 'product-area';
  readonly nilReport: 'required' | 'allowed' | 'not-used';
  readonly tables: readonly TermsTable[];
  /** false: only the checks in `checks`; otherwise the standard checks, modified by `checks` */
  readonly standardChecks?: boolean;
  readonly checks?: readonly TermsCheck[];
  readonly lists?: readonly DependentList[];
  readonly ownRules?: readonly OwnRule[];
  /** units these terms accept in addition to the known ones, with their names */
  readonly units?: Readonly<Record<string, readonly string[]>>;
  readonly template?: { readonly version: string };
  readonly sanction?: Sanction;
  readonly correctionDays?: number;
  /**
   * threshold above which a correction needs the contract manager's approval; by default 10 per cent of the report and
   * 25,000 in the currency
   */
  readonly corrections?: { readonly percent?: number; readonly amount?: number };
  /** where lines and credits are reported that are too late for their own period */
  readonly lateLines?: 'open-period' | 'own-period';
  /** whether accepted rows may be submitted while blocked ones await correction; by default they may */
  readonly quarantine?: 'may-wait' | 'must-be-right';
  /** whether a report counts as delivered while some of its lines are blocked */
  readonly partlyAccepted?: 'delivered' | 'not-delivered';
  /** whether a report with lines may be submitted before its period ends; by default it may not */
  readonly earlySubmission?: 'allowed' | 'refused';
  /** the date that decides whether a line belongs to the old or the new agreement */
  readonly transition?: 'ordered' | 'delivered' | 'invoiced';
  /** days after the end of the agreement in which earlier call-offs are still reported */
  readonly runOffDays?: number;
  /** whether a chain reports as a whole or per branch */
  readonly partsOf?: 'supplier' | 'branch';
  readonly declarations?: readonly DeclarationRequirement[];
  readonly promises?: readonly OfferCommitment[];
  /** JSON pointer of a rule ("/due") → the clause it comes from */
  readonly clauses?: Readonly<Record<string, Clause>>;
  /** reference to the agreement */
  readonly evidence?: string;
}

/** Returns a text in a language, or in bokmål when that is missing. */
export function localText(text: LocalText | undefined, language: 'nb' | 'nn' | 'en', fallback = ''): string {
  if (text === undefined) return fallback;
  return typeof text === 'string' ? text : (text[language] ?? text.nb);
}
