import type { CellRemark, RemarkSeverity } from '@tallgrunn/tabular';
import type { Finding } from '../finding.ts';
import type { CorrectedCell } from './corrected-cell.ts';
import { linkTargetOf } from './target-of.ts';

const COMMENT_CHARACTERS_MAX = 1_500;

export interface AnnotationLimits {
  readonly commentsPerSheetMax: number;
  readonly cellsMarkedMax: number;
  readonly findingsListedMax: number;
}

const ranks: Record<RemarkSeverity, number> = { error: 0, warning: 1, corrected: 2 };

interface Cell {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  mark: RemarkSeverity;
  messages: string[];
}

/**
 * Collects the remarks on each cell, up to the limits. Findings for information only are not marked; the list has them.
 */
export class CellRemarks {
  isFull = false;
  private readonly cells = new Map<string, Cell>();
  private readonly limits: AnnotationLimits;
  private readonly formatMessage: (finding: Finding) => string;

  constructor(limits: AnnotationLimits, formatMessage: (finding: Finding) => string) {
    this.limits = limits;
    this.formatMessage = formatMessage;
  }

  add(finding: Finding): void {
    const target = finding.severity === 'info' || !finding.place ? null : linkTargetOf(finding.place);
    if (!target) return;
    const mark: RemarkSeverity = finding.severity === 'confirm' ? 'warning' : 'error';
    const key = `${target.row} ${target.column} ${target.sheet ?? ''}`;
    const existing = this.cells.get(key);
    if (!existing && this.cells.size >= this.limits.cellsMarkedMax) {
      this.isFull = true;
      return;
    }
    const cell = existing ?? { ...target, mark, messages: [] };
    if (!existing) this.cells.set(key, cell);
    if (mark === 'error') cell.mark = mark;
    const length = cell.messages.reduce((sum, text) => sum + text.length, 0);
    if (length < COMMENT_CHARACTERS_MAX)
      cell.messages.push(`${mark === 'error' ? '✖' : '?'} ${this.formatMessage(finding)}`);
  }

  /** Adds a corrected cell. Its own message comes before the findings that remain in the cell. */
  addCorrected({ sheet, row, column }: CorrectedCell, message: string): void {
    const place = { sheet: sheet === '' ? null : sheet, row, column: column + 1 };
    const key = `${place.row} ${place.column} ${place.sheet ?? ''}`;
    const existing = this.cells.get(key);
    if (existing) existing.messages.unshift(message);
    else if (this.cells.size >= this.limits.cellsMarkedMax) this.isFull = true;
    else this.cells.set(key, { ...place, mark: 'corrected', messages: [message] });
  }

  /** Returns the remarks. Cells with errors get comments first; within a severity, file order decides. */
  list(): CellRemark[] {
    const perSheet = new Map<string | null, number>();
    const all = [...this.cells.values()].sort(
      (a, b) => ranks[a.mark] - ranks[b.mark] || a.row - b.row || a.column - b.column,
    );
    return all.map(({ sheet, row, column, mark, messages }) => {
      const before = perSheet.get(sheet) ?? 0;
      perSheet.set(sheet, before + 1);
      const hasRoom = before < this.limits.commentsPerSheetMax;
      if (!hasRoom) this.isFull = true;
      return { sheet, row, column, mark, comment: hasRoom ? messages.join('\n\n') : null };
    });
  }
}
