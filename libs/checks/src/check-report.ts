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
import type { ColumnMapping, Verdict } from './verdict.ts';

export interface CheckOptions {
  readonly terms: Terms;
  readonly context?: CheckContext;
  /** made once by compilePlan for many files; terms, context and patches are then those of the plan */
  readonly plan?: CompiledPlan;
  /** columns a person or an earlier file pointed out; one per sheet */
  readonly mapping?: ColumnMapping | readonly ColumnMapping[];
  /** answers to earlier findings */
  readonly patches?: readonly Patch[];
  /** the rows this report answers for, where others answer for the rest of the file; all rows when it is left out */
  readonly share?: readonly SheetRows[];
  /** columns about persons that were cut away before, where they lay: nobody else can tell of them now */
  readonly withheld?: readonly PersonalColumn[];
  /** every line in the order of the file, also those kept out */
  readonly onLine?: (line: ReportLine) => void | Promise<void>;
  /** every finding that is kept in full, as it is said; the verdict then holds none of them */
  readonly onFinding?: (finding: Finding) => void | Promise<void>;
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

/** Those who take lines and findings may be slow: what they answer is waited for when a batch of rows is done. */
class Takers {
  private slow: Promise<void>[] = [];

  /** Undefined when nobody takes: then nothing need be made. */
  of<T>(take: ((each: T) => void | Promise<void>) | undefined): ((each: T) => void) | undefined {
    return (
      take &&
      ((each) => {
        const answer = take(each);
        if (answer) this.slow.push(answer);
      })
    );
  }

  async settled(): Promise<void> {
    if (this.slow.length === 0) return;
    await Promise.all(this.slow);
    this.slow = [];
  }
}

/**
 * Reads a report against its terms and says everything about it: one pass, constant cost per line, memory that does not
 * grow with the file but for 16 bytes a line to find duplicates. Never throws for what a file contains.
 */
export async function checkReport(table: TableFile, options: CheckOptions): Promise<Verdict> {
  const plan = options.plan ?? compilePlan(options.terms, options.context, options.patches);
  const takers = new Takers();
  const run = new ReportRun(plan, table, {
    mapping: options.mapping,
    patches: options.patches ?? [],
    share: options.share,
    withheld: options.withheld,
    keys: new LineKeyCounter(),
    onLine: takers.of(options.onLine),
    onFinding: takers.of(options.onFinding),
  });
  try {
    for await (const batch of table.batches()) {
      for (const row of batch) run.row(row);
      await takers.settled();
      options.onProgress?.({ rows: run.rows });
    }
  } catch (problem) {
    if (!isReadProblem(problem)) throw problem;
    run.stop(problem);
  }
  const verdict = run.finish();
  await takers.settled();
  return verdict;
}
