import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  checkReport,
  compilePlan,
  CutFile,
  cutTable,
  FileLook,
  isReadProblem,
  lookAhead,
  lookedTable,
  type CheckOptions,
  type Division,
  type Verdict,
} from '@tallgrunn/checks';
import { writeCut, type TableFile } from '@tallgrunn/tabular';
import type { CopyMade } from './check-request.ts';

export interface Copying {
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
 * @throws OthersAfterAll when rows about others occur late. Lines and findings that were already emitted are then
 * invalid, and the file must be checked again with `lookFirst`.
 */
export async function checkAndCopy(
  openAgain: () => Promise<TableFile>,
  options: CheckOptions,
  { looked, lookFirst, division, path }: Copying,
): Promise<{ verdict: Verdict; copy: CopyMade | null }> {
  const plan = compilePlan(options.terms, options.context, options.patches);
  const table = await openAgain();
  const begin = () => new FileLook(plan, table, options.mapping, division);
  const mayBeOfOthers = !looked && plan.buyers.closed;
  const check = async (seen: TableFile, look: FileLook, rows: () => boolean, own: Partial<CheckOptions> = {}) => {
    const verdict = await checkReport(seen, { ...options, ...own, plan });
    look.end();
    const kept = new CutFile(look, { rows: rows() });
    const makes = path !== null && kept.cutsAnything && verdict.counts['file-unreadable'] === undefined;
    return { verdict, copy: makes ? await writeCopy(await openAgain(), kept, path) : null };
  };
  if (mayBeOfOthers && !lookFirst) {
    const look = begin();
    const ahead = await lookAhead(table, look);
    if (!ahead.ofAllCustomers) return check(ahead.table, look, ahead.isWhole);
  }
  const before = mayBeOfOthers ? await lookThrough(await openAgain(), begin()) : null;
  if (!before) {
    const look = begin();
    return check(lookedTable(table, look), look, () => false);
  }
  const cut = new CutFile(before);
  if (!cut.cutsRows) return check(table, before, () => true);
  return check(cutTable(table, cut), before, () => true, { withheld: cut.facts.columns });
}

/** Returns null for a file that cannot be read to its end; the check itself reports the reason. */
async function lookThrough(table: TableFile, look: FileLook): Promise<FileLook | null> {
  try {
    for await (const batch of table.batches()) for (const row of batch) look.row(row);
  } catch (problem) {
    if (isReadProblem(problem)) return null;
    throw problem;
  }
  look.end();
  return look;
}

async function writeCopy(table: TableFile, cut: CutFile, path: string): Promise<CopyMade> {
  const file = await open(path, 'w', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of writeCut(table, cut)) {
      hash.update(piece);
      sizeBytes += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return { ...cut.facts, sha256: hash.digest('hex'), sizeBytes };
}
