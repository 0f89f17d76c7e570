/** Severity of a remark: the row or file is blocked, a question is open, or a value was corrected outside the file. */
export type RemarkSeverity = 'error' | 'warning' | 'corrected';

/** A remark on one cell of a file. Remarks may come in any order. */
export interface CellRemark {
  /** name of the sheet; null for a file without sheets */
  readonly sheet: string | null;
  /** 1-based, as in the file */
  readonly row: number;
  /** 1-based; the first column when the remark is about a whole row */
  readonly column: number;
  readonly mark: RemarkSeverity;
  /** text of the comment; null for a cell that is only coloured */
  readonly comment: string | null;
}

/** Link target in the annotated file for a cell of the added sheet. */
export interface LinkTarget {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
}

export type AddedCellStyle = 'title' | 'heading' | 'plain' | 'wrapped' | 'error' | 'warning' | 'corrected' | 'amount';

export interface AddedCell {
  readonly text: string;
  readonly look?: AddedCellStyle;
  readonly link?: LinkTarget;
}

export type AddedRow = readonly (AddedCell | string | null)[];

/** The sheet that is added to the file. Its rows are iterated once, on demand. */
export interface AddedSheet {
  readonly name: string;
  /** of the columns, in characters */
  readonly widths: readonly number[];
  readonly rows: Iterable<AddedRow> | AsyncIterable<AddedRow>;
}

/** Maximum number of links: Excel drops further ones. */
export const LINKS_MAX = 65_000;

/** The remarks on one sheet. */
export interface SheetRemarks {
  /** marks by row and column */
  readonly marks: ReadonlyMap<number, ReadonlyMap<number, RemarkSeverity>>;
  readonly comments: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

interface SheetRemarksBuilder {
  readonly marks: Map<number, Map<number, RemarkSeverity>>;
  readonly comments: { row: number; column: number; text: string }[];
}

/**
 * Groups remarks by sheet name; '' for a file without sheets. When two remarks are about the same cell, the first one
 * wins.
 */
export function bySheet(remarks: Iterable<CellRemark>): ReadonlyMap<string, SheetRemarks> {
  const sheets = new Map<string, SheetRemarksBuilder>();
  for (const { sheet, row, column, mark, comment } of remarks) {
    const key = sheet ?? '';
    const sheetRemarks = sheets.get(key) ?? { marks: new Map<number, Map<number, RemarkSeverity>>(), comments: [] };
    sheets.set(key, sheetRemarks);
    const columns = sheetRemarks.marks.get(row) ?? new Map<number, RemarkSeverity>();
    sheetRemarks.marks.set(row, columns);
    if (columns.has(column)) continue;
    columns.set(column, mark);
    if (comment !== null) sheetRemarks.comments.push({ row, column, text: comment });
  }
  return sheets;
}
