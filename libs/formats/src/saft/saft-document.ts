import { type ByteSource, ReadProblem } from '@tallgrunn/tabular';
import { FormatProblem, refused } from '../format-problem.ts';
import type { LedgerDocument } from '../ledger/ledger-document.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import { LedgerReport } from '../ledger/ledger-report.ts';
import type { Reading } from '../reading.ts';
import { emptySums, readSaft } from './read-saft.ts';
import type { SaftHead, SaftSums } from './saft.ts';

/** A complete SAF-T file: its head, its totals, its purchases and the excluded amounts. */
export interface SaftDocument extends SaftHead, SaftSums, Omit<LedgerDocument, 'profile'> {}

/** Reads a whole SAF-T file, for the command line. */
export async function readSaftDocument(
  source: ByteSource,
  name: string,
  signal?: AbortSignal,
): Promise<Reading<SaftDocument>> {
  const report = new LedgerReport();
  const sums = emptySums();
  const lines: LedgerLine[] = [];
  let head: SaftHead | null = null;
  try {
    for await (const batch of readSaft(source, report, sums, {
      onHead: (read) => (head ??= read),
      ...(signal ? { signal } : {}),
    }))
      lines.push(...batch);
  } catch (error) {
    if (error instanceof ReadProblem || error instanceof FormatProblem) return refused('saft', name, error);
    throw error;
  }
  const { rows, lines: lineCount, quarantined, totals, findings } = report;
  const document = {
    ...(head as SaftHead | null)!,
    ...sums,
    rows,
    lineCount,
    quarantined,
    totals,
    leftOut: [...report.excluded].map(([reason, left]) => ({ reason, ...left })),
    withheld: report.redactions.list(),
    lines,
  };
  return { ok: true, kind: 'saft', name, document, findings };
}
