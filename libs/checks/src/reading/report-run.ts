import type { LineKeyCounter } from '@tallgrunn/values';
import type { Row, TableFile } from '@tallgrunn/tabular';
import type { SheetFacts } from '../facts.ts';
import type { Finding, Patch, FindingLocation } from '../finding.ts';
import { FindingLog } from '../findings/finding-log.ts';
import type { Line, ReportLine } from '../line.ts';
import type { CompiledPlan } from '../plan/compile-plan.ts';
import { problemParams } from '../read-problem.ts';
import type { ReadProblemLike } from '../read-problem.ts';
import { engineVersion } from '../check-result.ts';
import { shareLookup, noRows } from '../splitting/row-share.ts';
import type { RowShare, SheetRows } from '../splitting/row-share.ts';
import type { ColumnMapping, CheckResult } from '../check-result.ts';
import { locationOfPersonalColumn } from './personal-columns.ts';
import type { PersonalColumn } from './personal-columns.ts';
import { indexPatches } from './patch-rows.ts';
import type { PatchIndex } from './patch-rows.ts';
import { reportLine } from './report-line.ts';
import { startChecks } from './running-checks.ts';
import type { RunningChecks } from './running-checks.ts';
import { SheetRun } from './sheet-run.ts';
import { reportReadProblem, reportMissingData } from './general-findings.ts';
import { ReportTotals } from './totals.ts';

export interface ReportRunOptions {
  readonly mapping?: ColumnMapping | readonly ColumnMapping[] | undefined;
  readonly patches: readonly Patch[];
  readonly share?: readonly SheetRows[] | undefined;
  readonly withheld?: readonly PersonalColumn[] | undefined;
  readonly keys: LineKeyCounter;
  readonly onLine?: ((line: ReportLine) => void) | undefined;
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

/** The check of one file: receives its rows and returns the result. */
export class ReportRun {
  private readonly plan: CompiledPlan;
  private readonly table: TableFile;
  private readonly options: ReportRunOptions;
  private readonly log: FindingLog;
  private readonly checks: RunningChecks;
  private readonly totals: ReportTotals;
  private readonly patches: PatchIndex;
  private readonly share: ((sheet: string) => RowShare | null) | null;
  /** all sheets, and those with rows of this report */
  private readonly opened: SheetRun[] = [];
  private readonly sheets: SheetRun[] = [];
  private current: { name: string; run: SheetRun } | null = null;
  private stopped = false;

  constructor(plan: CompiledPlan, table: TableFile, options: ReportRunOptions) {
    this.plan = plan;
    this.table = table;
    this.options = options;
    this.log = new FindingLog(options.onFinding, options.patches);
    this.checks = startChecks(plan, this.log);
    this.totals = new ReportTotals(plan);
    this.patches = indexPatches(options.patches);
    this.share = options.share ? shareLookup(options.share) : null;
    this.checks.file({
      name: '',
      format: table.format,
      encoding: table.encoding ?? null,
      delimiter: table.delimiter ?? null,
      sheets: table.sheets.length,
      shared: options.share !== undefined,
    });
  }

  get rows(): number {
    return this.totals.rows;
  }

  row(row: Row): void {
    if (this.current?.name !== row.sheet) this.openSheet(row.sheet);
    this.current!.run.row(row);
  }

  /** Records that reading ended early; the rows read so far are still checked. */
  stop(problem: ReadProblemLike): void {
    this.stopped = true;
    reportReadProblem(this.log, problem.code, problemParams(problem));
  }

  finish(): CheckResult {
    this.current?.run.end();
    const facts = this.sheets.flatMap((sheet) => sheet.facts ?? []);
    const { totals } = this;
    this.checks.end({
      rows: totals.rows,
      sheets: facts,
      amount: totals.all,
      amountByBuyer: totals.allByBuyer,
      personalColumns: this.personalColumns(),
      stopped: this.stopped,
    });
    reportMissingData(this.log, this.plan);
    return this.checkResult(facts);
  }

  /** Returns the locations of personal columns, both those removed before and those in the file. */
  private personalColumns(): FindingLocation[] {
    const found = [...(this.options.withheld ?? []), ...this.opened.flatMap(({ personal }) => personal?.list() ?? [])];
    return found.map((each) => locationOfPersonalColumn(each, this.table.format === 'jsonl'));
  }

  private openSheet(name: string): void {
    this.current?.run.end();
    const index = this.table.sheets.findIndex((sheet) => sheet.name === name);
    const sheet = this.table.sheets[index];
    const source = {
      name,
      index: Math.max(index, 0),
      hidden: sheet?.hidden ?? false,
      merged: sheet?.merged ?? [],
      only: this.table.sheets.length <= 1,
    };
    const mappings = this.options.mapping === undefined ? [] : [this.options.mapping].flat();
    const mapping =
      mappings.find((each) => each.sheet === name) ?? (mappings.length === 1 && source.only ? mappings[0]! : null);
    const share = this.share && this.share(name);
    const run = new SheetRun(source, {
      plan: this.plan,
      checks: this.checks,
      mapping,
      patches: this.patches,
      share: this.share ? (share ?? noRows) : null,
      workbook: !['csv', 'jsonl'].includes(this.table.format),
      onLine: (line) => this.take(line),
    });
    // A sheet without rows of this report is not included.
    if (!this.share || share) this.sheets.push(run);
    this.opened.push(run);
    this.current = { name, run };
  }

  private take(line: Line): void {
    this.totals.add(line);
    this.options.onLine?.(reportLine(line, this.plan, this.options.keys));
  }

  private checkResult(facts: readonly SheetFacts[]): CheckResult {
    const { log, totals, plan } = this;
    const blocked = log.fileBlocks > 0;
    const accepted = blocked ? 0 : totals.accepted;
    return {
      ok: !blocked && log.rowBlocks === 0,
      rows: totals.rows,
      accepted,
      quarantined: totals.rows - accepted,
      totals: totals.totals(blocked),
      findings: log.findings,
      counts: Object.fromEntries(log.counts),
      further: log.furtherPlaces(),
      groups: log.groupList(),
      columns: facts.filter((sheet) => sheet.role === 'lines').map(mappingOf),
      sheets: this.sheets.flatMap((sheet) =>
        sheet.facts ? [{ name: sheet.facts.name, role: sheet.facts.role, rows: sheet.lines }] : [],
      ),
      terms: plan.termsId,
      context: plan.contextHash === null ? null : { hash: plan.contextHash },
      engine: engineVersion,
    };
  }
}

function mappingOf(sheet: SheetFacts): ColumnMapping {
  return {
    sheet: sheet.name,
    headingRow: sheet.headingRow,
    columns: Object.fromEntries(sheet.matches.map((match) => [match.field.name, match.column])),
    headings: Object.fromEntries(
      sheet.matches.filter((match) => match.heading !== '').map((match) => [match.field.name, match.heading]),
    ),
  };
}
