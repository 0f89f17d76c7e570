import { LineKeyCounter } from '@tallgrunn/values';
import type { TableFile } from '@tallgrunn/tabular';
import type { CheckContext } from './context.ts';
import type { Finding, Patch } from './finding.ts';
import type { ReportLine } from './line.ts';
import { compilePlan } from './plan/compile-plan.ts';
import type { CompiledPlan } from './plan/compile-plan.ts';
import type { PersonalColumn } from './reading/personal-columns.ts';
import { ReportRun } from './reading/report-run.ts';
import { isReadProblem } from './read-problem.ts';
import type { SheetRows } from './splitting/row-share.ts';
import type { Terms } from './terms.ts';
import type { ColumnMapping, CheckResult } from './check-result.ts';

export interface CheckOptions {
  readonly terms: Terms;
  readonly context?: CheckContext;
  /** compiled once by compilePlan for many files; then its terms, context and patches are used */
  readonly plan?: CompiledPlan;
  /** columns assigned by a person or by an earlier file; one mapping per sheet */
  readonly mapping?: ColumnMapping | readonly ColumnMapping[];
  /** answers to earlier findings */
  readonly patches?: readonly Patch[];
  /** the rows of this report in a file shared with other reports; undefined means all rows */
  readonly share?: readonly SheetRows[];
  /**
   * personal columns that were redacted before, with their original positions; they cannot be found in the file any
   * more
   */
  readonly withheld?: readonly PersonalColumn[];
  /** receives each line in file order, including rejected ones */
  readonly onLine?: (line: ReportLine) => void | Promise<void>;
  /** receives each fully recorded finding; the result then contains none of them */
  readonly onFinding?: (finding: Finding) => void | Promise<void>;
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

/**
 * Collects the promises of line and finding receivers, which may be slow. They are awaited after each batch of rows.
 */
class ReceiverQueue {
  private pending: Promise<void>[] = [];

  /** Returns a receiver, or undefined when there is none, so that no values are prepared. */
  wrap<T>(receive: ((each: T) => void | Promise<void>) | undefined): ((each: T) => void) | undefined {
    return (
      receive &&
      ((each) => {
        const answer = receive(each);
        if (answer) this.pending.push(answer);
      })
    );
  }

  async drain(): Promise<void> {
    if (this.pending.length === 0) return;
    await Promise.all(this.pending);
    this.pending = [];
  }
}

/**
 * Checks a report against its terms and returns all findings. One pass with constant cost per line; memory does not
 * grow with the file except 16 bytes per line for finding duplicates. Never throws because of the file's content.
 */
export async function checkReport(table: TableFile, options: CheckOptions): Promise<CheckResult> {
  const plan = options.plan ?? compilePlan(options.terms, options.context, options.patches);
  const receivers = new ReceiverQueue();
  const run = new ReportRun(plan, table, {
    mapping: options.mapping,
    patches: options.patches ?? [],
    share: options.share,
    withheld: options.withheld,
    keys: new LineKeyCounter(),
    onLine: receivers.wrap(options.onLine),
    onFinding: receivers.wrap(options.onFinding),
  });
  try {
    for await (const batch of table.batches()) {
      for (const row of batch) run.row(row);
      await receivers.drain();
      options.onProgress?.({ rows: run.rows });
    }
  } catch (problem) {
    if (!isReadProblem(problem)) throw problem;
    run.stop(problem);
  }
  const checkResult = run.finish();
  await receivers.drain();
  return checkResult;
}
