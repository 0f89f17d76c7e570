import type { TableFormat } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type {
  BranchFound,
  BranchName,
  CheckContext,
  ColumnMapping,
  CustomerSeen,
  CutFacts,
  Division,
  Finding,
  Patch,
  ReportSplit,
  SheetRows,
  SplitDuty,
  Terms,
  Verdict,
} from '@tallgrunn/checks';
import type { GridRows } from '../row-grid/grid-rows.ts';

/** What a person settled: columns pointed out, and findings answered by a change. */
export interface CheckAnswers {
  /** how many findings of each code were corrected before the file is sent */
  readonly settled?: readonly { readonly code: string; readonly count: number }[];
  readonly mapping: readonly ColumnMapping[];
  readonly patches: readonly Patch[];
  /** what was said of customers that the file is perhaps not about, by their keys; none of it is sent */
  readonly customers?: readonly (readonly [key: string, answer: 'ours' | 'others'])[];
  /** customers that were said not to be ours where they kept rows out, as they are written; none of it is sent */
  readonly excluded?: readonly string[];
  /** customers that were said to be ours of an earlier file, by the hash of their names */
  readonly ours?: readonly string[];
  /** duties that the file is divided among, when it has lines for several */
  readonly together?: readonly string[];
}

/** One file to check. Without a context, structure and types alone are judged; whose its rows are is known by `buyers` all the same. */
export interface FileAsked {
  readonly file: File;
  readonly terms: Terms;
  readonly context: CheckContext | null;
  /** the context again, however large the file */
  readonly buyers?: CheckContext;
  readonly answers: CheckAnswers;
  /** the rows that are this report's, when the file has lines for several */
  readonly share?: readonly SheetRows[];
  /** how the file is shared with other reports */
  readonly division?: Division;
  /** the lines were typed for this report: nothing of them is looked through for what is about others */
  readonly typed?: true;
}

/** One file to divide among reports. */
export interface SplitAsked {
  readonly file: File;
  readonly duties: readonly SplitDuty[];
}

/** How the file was opened, known before its rows. */
export interface FileRead {
  readonly format: TableFormat;
  readonly sheets: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** The first rows of a sheet as they are written: what a person needs to see which column is which. Rows count from 1. */
export interface SheetSample {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A verdict as the page holds it: its findings stay with the worker and are asked for a hundred at a time. */
export type CheckedFile = Omit<Verdict, 'findings' | 'further'> & {
  readonly samples: readonly SheetSample[];
  readonly cut: CutSeen;
  /** texts of the file that earlier answers are about, folded */ readonly met: readonly string[];
};

/** What of a file stays on this machine. */
export interface CutSeen {
  readonly facts: CutFacts;
  /** customers whose rows stay, most rows first: the first thousand */
  readonly others: readonly CustomerSeen[];
  readonly othersCount: number;
  /** customers that are asked about, answered or not */
  readonly doubtful: readonly CustomerSeen[];
  /** customers that were answered for with an earlier file */
  readonly remembered: readonly CustomerRemembered[];
}

/** A customer of the file that was answered for with an earlier one, under the hash of its name. */
export interface CustomerRemembered extends Pick<CustomerSeen, 'name' | 'rows'> {
  readonly hash: string;
}

/** What is sent in the place of the file, and what is told of it. */
export interface FileToSend {
  readonly file: File;
  readonly cut: CutFacts & {
    readonly whole: { readonly sha256: string; readonly sizeBytes: number } | null;
    readonly excluded?: readonly string[];
    readonly included?: readonly string[];
  };
  /** Columns pointed out and changes made, as far as they are about what is sent. */
  readonly answers: Pick<CheckAnswers, 'mapping' | 'patches'>;
  /** The check of what is sent, where rows are left out of it. */
  readonly verdict?: Omit<Verdict, 'findings' | 'further'>;
}

/** Names one group of findings: what has one cause. */
export interface GroupName {
  readonly code: string;
  readonly severity: string;
  readonly cause: string;
}

export type Asked =
  | ({ readonly ask: 'check' } & FileAsked)
  | ({ readonly ask: 'split' } & SplitAsked)
  | { readonly ask: 'branch'; readonly id: number; readonly file: File; readonly branches: readonly BranchName[] }
  | { readonly ask: 'findings'; readonly id: number; readonly group: GroupName; readonly from: number }
  | { readonly ask: 'patches'; readonly id: number; readonly group: GroupName }
  | { readonly ask: 'to-send'; readonly id: number; readonly leaveOut: boolean }
  | { readonly ask: 'rows'; readonly id: number; readonly keep: readonly string[] }
  | { readonly ask: 'annotated'; readonly id: number; readonly language: Language };

export type Said =
  | { readonly said: 'opened'; readonly file: FileRead }
  | { readonly said: 'rows'; readonly rows: number }
  | { readonly said: 'checked'; readonly checked: CheckedFile }
  | { readonly said: 'split'; readonly split: ReportSplit }
  | { readonly said: 'unreadable'; readonly finding: Finding | null }
  | { readonly said: 'fell' }
  | { readonly said: 'branch'; readonly id: number; readonly branch: BranchFound }
  | { readonly said: 'findings'; readonly id: number; readonly findings: readonly Finding[] }
  | { readonly said: 'patches'; readonly id: number; readonly patches: readonly Patch[] }
  | { readonly said: 'to-send'; readonly id: number; readonly toSend: FileToSend | null }
  | { readonly said: 'grid'; readonly id: number; readonly grid: GridRows | null }
  | { readonly said: 'annotated'; readonly id: number; readonly bytes: Blob | null };
