import { LineKeyCounter } from '@tallgrunn/values';
import type { TableFile } from '@tallgrunn/tabular';
import type { CheckContext } from './context.ts';
import type { Patch } from './finding.ts';
import type { ReportLine } from './line.ts';
import { compilePlan } from './plan/compile-plan.ts';
import type { Plan } from './plan/compile-plan.ts';
import { ReportRun } from './reading/report-run.ts';
import { isReadProblem } from './read-problem.ts';
import type { SheetRows } from './splitting/row-share.ts';
import type { Terms } from './terms.ts';
import type { ColumnMapping, Verdict } from './verdict.ts';

export interface CheckOptions {
  readonly terms: Terms;
  readonly context?: CheckContext;
  /** made once by compilePlan for many files; terms, context and patches are then those of the plan */
  readonly plan?: Plan;
  /** columns a person or an earlier file pointed out; one per sheet */
  readonly mapping?: ColumnMapping | readonly ColumnMapping[];
  /** answers to earlier findings */
  readonly patches?: readonly Patch[];
  /** the rows this report answers for, where others answer for the rest of the file; all rows when it is left out */
  readonly share?: readonly SheetRows[];
  /** every line in the order of the file, also those kept out */
  readonly onLine?: (line: ReportLine) => void | Promise<void>;
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

/**
 * Reads a report against its terms and says everything about it: one pass, constant cost per line, memory that does not
 * grow with the file but for 16 bytes a line to find duplicates. Never throws for what a file contains.
 */
export async function checkReport(table: TableFile, options: CheckOptions): Promise<Verdict> {
  const plan = options.plan ?? compilePlan(options.terms, options.context, options.patches);
  const keys = new LineKeyCounter();
  const lines: ReportLine[] = [];
  const run = new ReportRun(plan, table, { mapping: options.mapping, patches: options.patches ?? [], share: options.share, keys, ...(options.onLine && { onLine: (line) => lines.push(line) }) });
  const flush = async (): Promise<void> => {
    for (const line of lines) {
      const waiting = options.onLine!(line);
      if (waiting) await waiting;
    }
    lines.length = 0;
  };
  try {
    for await (const batch of table.batches()) {
      for (const row of batch) run.row(row);
      if (lines.length > 0) await flush();
      options.onProgress?.({ rows: run.rows });
    }
  } catch (problem) {
    if (!isReadProblem(problem)) throw problem;
    run.stop(problem);
  }
  const verdict = run.finish();
  await flush();
  return verdict;
}
