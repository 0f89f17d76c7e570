import type { Row } from '@tallgrunn/tabular';
import { IDENTITY_MASK, containsNationalId } from '../cells/personal-data.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Line } from '../line.ts';
import { indexPatches } from '../reading/patch-rows.ts';
import { columnsUsed } from '../reading/personal-columns.ts';
import type { RunningChecks } from '../reading/running-checks.ts';
import { SheetRun } from '../reading/sheet-run.ts';
import type { SheetSource } from '../structure/describe-sheet.ts';
import { markerColumns, markersReader } from './row-markers.ts';
import type { RowMarkers } from './row-markers.ts';
import type { Candidate } from './assign-row.ts';
import type { SplitGroup } from './split-groups.ts';

const silent: RunningChecks = {
  file: () => undefined,
  sheet: () => undefined,
  row: () => undefined,
  line: () => undefined,
  end: () => undefined,
};
const noPatches = indexPatches([]);

export type OnSplitRow = (row: number, candidates: readonly Candidate[], markers: RowMarkers) => void;

const masked = (text: string): string => (containsNationalId(text) ? IDENTITY_MASK : text);
const isBlank = (row: Row): boolean => row.cells.every((cell) => cellText(cell).trim() === '');

/** One sheet, read by all groups of reports in parallel, row by row. */
export class SplitSheet {
  rows = 0;
  private readonly groups: readonly SplitGroup[];
  private readonly runs: readonly SheetRun[];
  private readonly onRow: OnSplitRow;
  private waiting: Row[] = [];
  private read = new Map<number, (Line | null)[]>();
  private readers: { readonly groups: readonly number[]; readonly marks: (row: Row) => RowMarkers } | null = null;

  constructor(source: SheetSource, groups: readonly SplitGroup[], workbook: boolean, onRow: OnSplitRow) {
    this.groups = groups;
    this.onRow = onRow;
    this.runs = groups.map(
      ({ plan }, at) =>
        new SheetRun(source, {
          plan,
          checks: silent,
          mapping: null,
          patches: noPatches,
          workbook,
          onLine: (line) => this.recordLine(at, line),
        }),
    );
  }

  row(row: Row): void {
    if (!isBlank(row)) this.rows += 1;
    this.waiting.push(row);
    for (const run of this.runs) run.row(row);
    if (this.runs.every(({ facts }) => facts !== null)) this.emitRows();
  }

  end(): void {
    for (const run of this.runs) run.end();
    this.emitRows();
  }

  /** Returns whether any group found lines on the sheet. */
  get lines(): boolean {
    return (this.readers?.groups.length ?? 0) > 0;
  }

  /** Returns all columns that a reading group uses, and the marker columns. */
  get columns(): number[] {
    const read = (this.readers?.groups ?? []).map((at) => this.runs[at]!.facts!);
    const columns = read.flatMap((facts) => [
      ...columnsUsed(facts),
      ...facts.twice.flatMap(({ others }) => others),
      ...markerColumns(facts.headings),
    ]);
    return [...new Set(columns)].sort((a, b) => a - b);
  }

  private recordLine(at: number, line: Line): void {
    let lines = this.read.get(line.row);
    if (!lines) this.read.set(line.row, (lines = this.groups.map(() => null)));
    const first = lines[at];
    // A cross table has one line per customer in a row; they are kept together.
    lines[at] = first ? { ...first, amount: first.amount + (line.amount || 0) } : line;
  }

  private emitRows(): void {
    this.readers ??= this.chooseReaders();
    const { groups, marks: markers } = this.readers;
    for (const row of this.waiting) {
      const lines = this.read.get(row.row);
      if (!lines) continue;
      const candidates = groups.flatMap((at): Candidate[] =>
        lines[at] ? [{ group: this.groups[at]!, line: lines[at] }] : [],
      );
      const { agreement, lot, branch } = markers(row);
      if (candidates.length > 0)
        this.onRow(row.row, candidates, { agreement: masked(agreement), lot: masked(lot), branch: masked(branch) });
    }
    this.waiting = [];
    this.read.clear();
  }

  /**
   * Returns the groups with the fewest missing fields: a sheet of goods is not a transport report, although both have a
   * customer column.
   */
  private chooseReaders(): { groups: number[]; marks: (row: Row) => RowMarkers } {
    const facts = this.runs.map((run) => run.facts);
    const reading = facts.flatMap((sheet, at) =>
      sheet?.role === 'lines' && sheet.matches.length > 0 ? [{ at, missing: sheet.missing.length }] : [],
    );
    const fewest = Math.min(...reading.map(({ missing }) => missing));
    const groups = reading.filter(({ missing }) => missing === fewest).map(({ at }) => at);
    return { groups, marks: markersReader(groups.length > 0 ? facts[groups[0]!]!.headings : []) };
  }
}
