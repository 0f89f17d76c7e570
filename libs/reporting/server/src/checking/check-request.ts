import { jsonbText } from '@tallgrunn/platform/subprocess';
import type {
  CheckContext,
  RedactionSummary,
  Finding,
  Patch,
  PersonalColumn,
  ReportSplit,
  SplitObligation,
  Terms,
  CheckResult,
  ColumnMapping,
} from '@tallgrunn/checks';

/**
 * Reading options that a person or an earlier file settled before the check: column mapping, corrected cells, divided
 * files.
 */
export interface ReadingOptions {
  readonly mapping?: ColumnMapping | readonly ColumnMapping[];
  readonly patches?: readonly Patch[];
  /** True when the file was redacted, or inspected and needed no redaction, before upload: no row is about others. */
  readonly looked?: boolean;
  /** Columns of personal data that were removed before upload. */
  readonly withheld?: readonly PersonalColumn[];
  /**
   * Customers that the supplier marked as outside the cooperative, and those marked as inside it, by the hash of their
   * names.
   */
  readonly excludedCustomers?: readonly string[];
  readonly includedCustomers?: readonly string[];
  /**
   * obligations that the file has lines for, including this one; the file is divided among them and only this one's
   * lines count
   */
  readonly together?: readonly string[];
  /**
   * findings corrected before upload, by code; used to distinguish checks that are often wrong from those that are
   * often right
   */
  readonly settled?: readonly { readonly code: string; readonly count: number }[];
}

/** The request to the checking subprocess, one JSON document on standard input. */
export interface CheckRequest {
  readonly file: string;
  readonly name: string;
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly answers: ReadingOptions;
  /** The obligations that share the file, and the one being checked. */
  readonly together?: { readonly obligationId: string; readonly obligations: readonly SplitObligation[] } | undefined;
  /** Null when no rows are to be written. */
  readonly rows: RowOutput | null;
  /**
   * True when the whole file is inspected for rows about others before its first line is checked. Set after a first
   * attempt found such rows late.
   */
  readonly lookFirst?: boolean;
  /** Maximum number of findings emitted in full, whether or not rows are written. */
  readonly findingsMax: number;
}

/**
 * Output of the rows of a report, as COPY text. Accepted lines of a large file go out on a second pipe; everything else
 * is written to files until the lines are stored.
 */
export interface RowOutput {
  /** Database ids by item number and by lot key. */
  readonly itemIds: Readonly<Record<string, string>>;
  readonly lotIds: Readonly<Record<string, string>>;
  readonly vat: string;
  /** File for the accepted lines of a small report; null when they go out on the second pipe while the file is read. */
  readonly linesFile: string | null;
  readonly quarantinedFile: string;
  readonly findingsFile: string;
  /** Path of the copy to store instead of the file, when there is one. */
  readonly copyFile: string;
}

/** The copy stored instead of a file that holds data that must not be stored. */
export interface RedactedCopy extends RedactionSummary {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * The messages of the checking subprocess, in order:
 * - `again`, alone: discard all output and check the file again with `lookFirst`
 * - `rows`: number of rows read so far
 * - `shared`: how a file for several reports was divided
 * - `findings`: the first findings
 * - `further`: rows of findings beyond the stored ones, one code of one sheet at a time because the lists can be long
 * - `copy`: the redacted copy, if any
 * - `verdict`: the check result, last
 */
export type CheckOutput =
  | { readonly again: true }
  | { readonly rows: number }
  | { readonly shared: SharedFile }
  | { readonly findings: readonly Finding[] }
  | { readonly further: OverflowFindings }
  | { readonly copy: RedactedCopy }
  | { readonly verdict: Omit<CheckResultSummary, 'further'> };

export interface OverflowFindings {
  readonly code: string;
  readonly sheet: string;
  readonly rows: readonly number[];
}

/** Division of a file: the lines of this report, of the others, and of none. */
export interface SharedFile {
  readonly lines: number;
  readonly own: number;
  readonly others: readonly { readonly obligationId: string; readonly lines: number; readonly amount: string }[];
  readonly unclaimed: ReportSplit['unclaimed'];
  readonly unread: ReportSplit['unread'];
}

/** The check result without its findings, which are in a separate file. */
export type CheckResultSummary = Omit<CheckResult, 'findings' | 'further'> & {
  readonly further: readonly OverflowFindings[];
};

export function summaryOf({ findings: _kept, further, ...summary }: CheckResult): CheckResultSummary {
  return { ...summary, further: further.map(({ code, sheet, rows }) => ({ code, sheet, rows: [...rows] })) };
}

/** A finding as a row of `findingColumns`. */
export type FindingRow = readonly [
  no: number,
  code: string,
  errorClass: number,
  severity: string,
  cause: string | null,
  sheet: string | null,
  row: number | null,
  column: string | null,
  cell: string | null,
  found: string | null,
  expected: string | null,
  amount: string | null,
  params: string,
  fix: string | null,
];

export function findingRow(
  { code, class: errorClass, severity, cause, place, found, expected, amount, params, fix }: Finding,
  no: number,
): FindingRow {
  return [
    no,
    code,
    errorClass,
    severity,
    cause ?? null,
    place?.sheet ?? null,
    place?.row ?? null,
    place?.column ?? null,
    place?.cell ?? null,
    found,
    expected,
    amount ?? null,
    jsonbText(params),
    fix ? jsonbText(fix) : null,
  ];
}

export const findingColumns = [
  'finding_no',
  'code',
  'class',
  'severity',
  'cause',
  'sheet',
  'row_no',
  'column_name',
  'cell',
  'found',
  'expected',
  'amount',
  'params',
  'fix',
] as const;
