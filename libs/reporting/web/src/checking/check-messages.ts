import type { TableFormat } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type {
  BranchMatch,
  BranchName,
  CheckContext,
  ColumnMapping,
  InspectedCustomer,
  RedactionSummary,
  Division,
  Finding,
  Patch,
  ReportSplit,
  SheetRows,
  SplitObligation,
  Terms,
  CheckResult,
} from '@tallgrunn/checks';
import type { GridRows } from '../row-grid/grid-rows.ts';

/** Settings of a check made by a person: mapped columns, and findings resolved by a change. */
export interface CheckOptions {
  /** number of findings of each code corrected before upload */
  readonly settled?: readonly { readonly code: string; readonly count: number }[];
  readonly mapping: readonly ColumnMapping[];
  readonly patches: readonly Patch[];
  /** answers about customers that may be outside the cooperative, by their keys; not sent */
  readonly customers?: readonly (readonly [key: string, answer: 'ours' | 'others'])[];
  /** customers excluded because they quarantined rows, as written; not sent */
  readonly excluded?: readonly string[];
  /** customers marked as inside the cooperative in an earlier file, by the hash of their names */
  readonly ours?: readonly string[];
  /** obligations that the file is divided among, when it has lines for several */
  readonly together?: readonly string[];
}

/**
 * A file to check. Without a context, only structure and types are checked; `buyers` still identifies rows about
 * others.
 */
export interface CheckFileRequest {
  readonly file: File;
  readonly terms: Terms;
  readonly context: CheckContext | null;
  /** the context, regardless of file size */
  readonly buyers?: CheckContext;
  readonly answers: CheckOptions;
  /** the rows of this report, when the file has lines for several */
  readonly share?: readonly SheetRows[];
  /** the division of the file among reports */
  readonly division?: Division;
  /** the lines were entered manually for this report, so they are not inspected for rows about others */
  readonly typed?: true;
}

/** A file to divide among reports. */
export interface SplitFileRequest {
  readonly file: File;
  readonly obligations: readonly SplitObligation[];
}

/** How the file was opened; known before its rows. */
export interface OpenedFile {
  readonly format: TableFormat;
  readonly sheets: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** The first rows of a sheet as written, so that a person can identify the columns. Rows are numbered from 1. */
export interface SheetSample {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A check result as the page holds it. Its findings stay with the worker and are fetched a hundred at a time. */
export type CheckedFile = Omit<CheckResult, 'findings' | 'further'> & {
  readonly samples: readonly SheetSample[];
  readonly cut: RedactionPreview;
  /** texts in the file that earlier answers refer to, normalised */ readonly met: readonly string[];
};

/** The redaction of a file before upload. */
export interface RedactionPreview {
  readonly facts: RedactionSummary;
  /** customers whose rows are removed, most rows first; at most a thousand */
  readonly others: readonly InspectedCustomer[];
  readonly othersCount: number;
  /** customers that the user is asked about, answered or not */
  readonly doubtful: readonly InspectedCustomer[];
  /** customers answered in an earlier file */
  readonly remembered: readonly CustomerRemembered[];
}

/** A customer in the file that was answered in an earlier one, by the hash of its name. */
export interface CustomerRemembered extends Pick<InspectedCustomer, 'name' | 'rows'> {
  readonly hash: string;
}

/** The file to upload, possibly a redacted copy, with its redaction. */
export interface FileToSend {
  readonly file: File;
  readonly cut: RedactionSummary & {
    readonly whole: { readonly sha256: string; readonly sizeBytes: number } | null;
    readonly excluded?: readonly string[];
    readonly included?: readonly string[];
  };
  /** Mapped columns and changes that apply to the uploaded file. */
  readonly answers: Pick<CheckOptions, 'mapping' | 'patches'>;
  /** Check result of the uploaded file, when rows are left out of it. */
  readonly verdict?: Omit<CheckResult, 'findings' | 'further'>;
}

/** Identifies a group of findings with one cause. */
export interface GroupName {
  readonly code: string;
  readonly severity: string;
  readonly cause: string;
}

export type WorkerRequest =
  | ({ readonly ask: 'check' } & CheckFileRequest)
  | ({ readonly ask: 'split' } & SplitFileRequest)
  | { readonly ask: 'branch'; readonly id: number; readonly file: File; readonly branches: readonly BranchName[] }
  | { readonly ask: 'findings'; readonly id: number; readonly group: GroupName; readonly from: number }
  | { readonly ask: 'patches'; readonly id: number; readonly group: GroupName }
  | { readonly ask: 'to-send'; readonly id: number; readonly leaveOut: boolean }
  | { readonly ask: 'rows'; readonly id: number; readonly keep: readonly string[] }
  | { readonly ask: 'annotated'; readonly id: number; readonly language: Language };

export type WorkerResponse =
  | { readonly said: 'opened'; readonly file: OpenedFile }
  | { readonly said: 'rows'; readonly rows: number }
  | { readonly said: 'checked'; readonly checked: CheckedFile }
  | { readonly said: 'split'; readonly split: ReportSplit }
  | { readonly said: 'unreadable'; readonly finding: Finding | null }
  | { readonly said: 'fell' }
  | { readonly said: 'branch'; readonly id: number; readonly branch: BranchMatch }
  | { readonly said: 'findings'; readonly id: number; readonly findings: readonly Finding[] }
  | { readonly said: 'patches'; readonly id: number; readonly patches: readonly Patch[] }
  | { readonly said: 'to-send'; readonly id: number; readonly toSend: FileToSend | null }
  | { readonly said: 'grid'; readonly id: number; readonly grid: GridRows | null }
  | { readonly said: 'annotated'; readonly id: number; readonly bytes: Blob | null };
