/** How serious a remark is: what keeps a row or the file out, what is asked, and what was corrected elsewhere than in the file. */
export type RemarkMark = 'error' | 'warning' | 'corrected';

/** A remark on one cell of a file, in the order of the file or not. */
export interface CellRemark {
  /** name of the sheet; null for a file without sheets */
  readonly sheet: string | null;
  /** 1-based, as in the file */
  readonly row: number;
  /** 1-based; the first when a whole row is meant */
  readonly column: number;
  readonly mark: RemarkMark;
  /** what the comment on the cell says; null for a cell that is only coloured */
  readonly comment: string | null;
}

/** A place in the annotated file that a cell of the added sheet leads to. */
export interface LinkTarget {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
}

export type AddedLook = 'title' | 'heading' | 'plain' | 'wrapped' | 'error' | 'warning' | 'corrected' | 'amount';

export interface AddedCell {
  readonly text: string;
  readonly look?: AddedLook;
  readonly link?: LinkTarget;
}

export type AddedRow = readonly (AddedCell | string | null)[];

/** The sheet that is added: its rows are taken once, as they are needed. */
export interface AddedSheet {
  readonly name: string;
  /** of columns, in characters */
  readonly widths: readonly number[];
  readonly rows: Iterable<AddedRow> | AsyncIterable<AddedRow>;
}

/** Excel drops links beyond these. */
export const LINKS_MAX = 65_000;

/** What is to be remarked on one sheet. */
export interface SheetRemarks {
  /** marks by row and column */
  readonly marks: ReadonlyMap<number, ReadonlyMap<number, RemarkMark>>;
  readonly comments: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

interface Growing {
  readonly marks: Map<number, Map<number, RemarkMark>>;
  readonly comments: { row: number; column: number; text: string }[];
}

/** Remarks by the name of their sheet; '' where there is none. Of two on one cell the first counts. */
export function bySheet(remarks: Iterable<CellRemark>): ReadonlyMap<string, SheetRemarks> {
  const sheets = new Map<string, Growing>();
  for (const { sheet, row, column, mark, comment } of remarks) {
    const key = sheet ?? '';
    const own = sheets.get(key) ?? { marks: new Map<number, Map<number, RemarkMark>>(), comments: [] };
    sheets.set(key, own);
    const columns = own.marks.get(row) ?? new Map<number, RemarkMark>();
    own.marks.set(row, columns);
    if (columns.has(column)) continue;
    columns.set(column, mark);
    if (comment !== null) own.comments.push({ row, column, text: comment });
  }
  return sheets;
}
