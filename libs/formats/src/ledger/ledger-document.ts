import type { TableFile } from '@tallgrunn/tabular';
import { FormatProblem } from '../format-problem.ts';
import type { RedactedField } from '../minimise/redacted-fields.ts';
import type { Read } from '../reading.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import { LedgerReport } from './ledger-report.ts';
import { proposeProfile } from './propose-profile.ts';
import { readLedger } from './read-ledger.ts';

/** A complete ledger with its totals, for the command line. */
export interface LedgerDocument {
  readonly profile: { readonly id: string; readonly name: string };
  readonly rows: number;
  readonly lineCount: number;
  readonly quarantined: number;
  /** Totals per currency, purchases positive. */
  readonly totals: Readonly<Record<string, string>>;
  readonly leftOut: readonly {
    readonly reason: string;
    readonly rows: number;
    readonly amounts: Readonly<Record<string, string>>;
  }[];
  /** Values of the imported rows that were not stored, with reasons. */
  readonly withheld: readonly RedactedField[];
  readonly lines: readonly LedgerLine[];
}

/**
 * Reads a ledger with the given profile, otherwise with the best matching example.
 * @throws FormatProblem 'ledger-no-profile', and the errors of `readLedger`
 */
export async function readLedgerDocument(
  table: TableFile,
  name: string,
  given?: LedgerProfile,
): Promise<Read<LedgerDocument>> {
  const profile = given ?? (await proposeProfile(table))[0]?.profile;
  if (!profile) throw new FormatProblem('ledger-no-profile', { headers: await firstTexts(table) });
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  for await (const batch of readLedger(table, profile, report)) lines.push(...batch);
  const document = {
    profile: { id: profile.id, name: profile.name },
    rows: report.rows,
    lineCount: report.lines,
    quarantined: report.quarantined,
    totals: report.totals,
    leftOut: [...report.excluded].map(([reason, left]) => ({ reason, ...left })),
    withheld: report.redactions.list(),
    lines,
  };
  return { ok: true, kind: 'ledger', name, document, findings: report.findings };
}

async function firstTexts(table: TableFile): Promise<string> {
  for await (const batch of table.batches()) {
    const row = batch.find(({ cells }) => cells.length > 1) ?? batch[0];
    if (row)
      return row.cells
        .map((cell) => cell.text)
        .join(', ')
        .slice(0, 200);
  }
  return '–';
}
