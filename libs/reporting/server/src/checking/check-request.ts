import { jsonbText } from '@tallgrunn/platform/apart';
import type {
  CheckContext,
  CutFacts,
  Finding,
  Patch,
  PersonalColumn,
  ReportSplit,
  SplitDuty,
  Terms,
  Verdict,
  ColumnMapping,
} from '@tallgrunn/checks';

/** What a person or an earlier file settled before the check: columns pointed out, findings answered. */
export interface CheckAnswers {
  readonly mapping?: ColumnMapping | readonly ColumnMapping[];
  readonly patches?: readonly Patch[];
  /** The file was cut, or found to need no cutting, where it came from: none of its rows is about others. */
  readonly looked?: boolean;
  /** Columns about persons that stayed where it came from. */
  readonly withheld?: readonly PersonalColumn[];
  /** Customers that were said not to be ours, or to be ours after all, by the hash of their names. */
  readonly excludedCustomers?: readonly string[];
  readonly includedCustomers?: readonly string[];
  /** duties that the file has lines for, this one among them: it is divided among them, and only this one's lines count */
  readonly together?: readonly string[];
  /** findings that were corrected before the file was sent, by code: what tells a check that is often wrong from one that is often right */
  readonly settled?: readonly { readonly code: string; readonly count: number }[];
}

/** What the checking process is given, as one JSON document on its standard input. */
export interface CheckRequest {
  readonly file: string;
  readonly name: string;
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly answers: CheckAnswers;
  /** The reports that answer for the file together, and which of them is checked. */
  readonly together?: { readonly dutyId: string; readonly duties: readonly SplitDuty[] } | undefined;
  /** Null where nobody asks for rows. */
  readonly rows: RowsWanted | null;
  /** The whole file is looked through for rows about others before its first line is checked: where a reading that went ahead found some. */
  readonly lookFirst?: boolean;
  /** How many findings it says in full, whether rows are asked for or not. */
  readonly findingsMax: number;
}

/** What is to be kept of a report's rows, all as COPY's text: accepted lines of a large file go out on the pipe beside, the rest lies in files until the lines are in. */
export interface RowsWanted {
  /** Number of an agreed item, key of a lot → what the database knows it by. */
  readonly itemIds: Readonly<Record<string, string>>;
  readonly lotIds: Readonly<Record<string, string>>;
  readonly vat: string;
  /** Where accepted lines wait, for a small file; null where they go out on the pipe beside while the file is read. */
  readonly linesFile: string | null;
  readonly quarantinedFile: string;
  readonly findingsFile: string;
  /** The copy to keep instead of the file, where there is one. */
  readonly copyFile: string;
}

/** The copy that is kept in the place of a file that holds what must not be stored. */
export interface CopyMade extends CutFacts {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What it says as it goes: that all it has given is to be thrown away and the file to be checked again with `lookFirst`, which it then says alone; how many rows it has read, how a file for several reports was divided, the first findings, where findings beyond the kept ones are (one code of one sheet at a time, for they can be long), and last the copy it made, if any, and the verdict. */
export type CheckSaid =
  | { readonly again: true }
  | { readonly rows: number }
  | { readonly shared: SharedFile }
  | { readonly findings: readonly Finding[] }
  | { readonly further: FurtherPlaces }
  | { readonly copy: CopyMade }
  | { readonly verdict: Omit<CheckSummary, 'further'> };

export interface FurtherPlaces {
  readonly code: string;
  readonly sheet: string;
  readonly rows: readonly number[];
}

/** How the file was divided: this report's lines, those of the others, and those of none. */
export interface SharedFile {
  readonly lines: number;
  readonly own: number;
  readonly others: readonly { readonly dutyId: string; readonly lines: number; readonly amount: string }[];
  readonly unclaimed: ReportSplit['unclaimed'];
  readonly unread: ReportSplit['unread'];
}

/** The verdict without its findings, which lie in a file of their own. */
export type CheckSummary = Omit<Verdict, 'findings' | 'further'> & {
  readonly further: readonly FurtherPlaces[];
};

export function summaryOf({ findings: _kept, further, ...summary }: Verdict): CheckSummary {
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
