import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  checkReport,
  compilePlan,
  FileRedactor,
  redactedTable,
  FileInspection,
  isReadProblem,
  lookAhead,
  inspectedTable,
  type CheckOptions,
  type Division,
  type CheckResult,
} from '@tallgrunn/checks';
import { writeRedacted, type TableFile } from '@tallgrunn/tabular';
import type { RedactedCopy } from './check-request.ts';

export interface CopyOptions {
  /** True when the rows were inspected before upload; then only personal data is looked for here. */
  readonly looked: boolean;
  /** True when the whole file is inspected before its first line is checked. */
  readonly lookFirst: boolean;
  /** The division of the file among reports, when it has lines for several. */
  readonly division?: Division | undefined;
  /** Path of the copy; null when nothing is stored. */
  readonly path: string | null;
}

/**
 * Checks a file and writes the redacted copy that is stored instead of it when it holds rows about others or personal
 * data. Rows about others are neither checked nor counted. In a file that was not inspected before upload, the first
 * rows are therefore inspected first. The whole file is inspected first when those rows are about others or when
 * `lookFirst` is set. The check result locates personal data.
 * @throws OtherCustomersFound when rows about others occur late. Lines and findings that were already emitted are then
 * invalid, and the file must be checked again with `lookFirst`.
 */
export async function checkAndCopy(
  reopen: () => Promise<TableFile>,
  options: CheckOptions,
  { looked, lookFirst, division, path }: CopyOptions,
): Promise<{ verdict: CheckResult; copy: RedactedCopy | null }> {
  const plan = compilePlan(options.terms, options.context, options.patches);
  const table = await reopen();
  const createInspection = () => new FileInspection(plan, table, options.mapping, division);
  const mayBeOfOthers = !looked && plan.buyers.closed;
  const check = async (
    seen: TableFile,
    inspection: FileInspection,
    rows: () => boolean,
    own: Partial<CheckOptions> = {},
  ) => {
    const verdict = await checkReport(seen, { ...options, ...own, plan });
    inspection.end();
    const redactedFile = new FileRedactor(inspection, { rows: rows() });
    const makes = path !== null && redactedFile.removesAnything && verdict.counts['file-unreadable'] === undefined;
    return { verdict, copy: makes ? await writeCopy(await reopen(), redactedFile, path) : null };
  };
  if (mayBeOfOthers && !lookFirst) {
    const inspection = createInspection();
    const ahead = await lookAhead(table, inspection);
    if (!ahead.ofAllCustomers) return check(ahead.table, inspection, ahead.isWhole);
  }
  const before = mayBeOfOthers ? await inspectFile(await reopen(), createInspection()) : null;
  if (!before) {
    const inspection = createInspection();
    return check(inspectedTable(table, inspection), inspection, () => false);
  }
  const cut = new FileRedactor(before);
  if (!cut.removesRows) return check(table, before, () => true);
  return check(redactedTable(table, cut), before, () => true, { withheld: cut.facts.columns });
}

/** Returns null for a file that cannot be read to its end; the check itself reports the reason. */
async function inspectFile(table: TableFile, inspection: FileInspection): Promise<FileInspection | null> {
  try {
    for await (const batch of table.batches()) for (const row of batch) inspection.row(row);
  } catch (problem) {
    if (isReadProblem(problem)) return null;
    throw problem;
  }
  inspection.end();
  return inspection;
}

async function writeCopy(table: TableFile, cut: FileRedactor, path: string): Promise<RedactedCopy> {
  const file = await open(path, 'w', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of writeRedacted(table, cut)) {
      hash.update(piece);
      sizeBytes += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return { ...cut.facts, sha256: hash.digest('hex'), sizeBytes };
}
