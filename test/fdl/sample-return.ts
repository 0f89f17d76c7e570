import { checkReport } from '@tallgrunn/checks';
import type { CheckContext, ReportLine, Terms, CheckResult } from '@tallgrunn/checks';
import { bytesOf, openTable, writeXlsx } from '@tallgrunn/tabular';

/** Rows as headings and texts. The headings of a sheet are those of its first row. */
export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export async function workbook(...sheets: readonly SampleSheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const written = sheets.map(({ name, rows }) => {
    const headings = Object.keys(rows[0]!);
    return {
      name,
      columns: headings.map((header) => ({ header })),
      rows: rows.map((row) => headings.map((heading) => row[heading] ?? null)),
    };
  });
  for await (const piece of writeXlsx(written)) pieces.push(piece);
  return Buffer.concat(pieces);
}

export interface Checked {
  readonly verdict: CheckResult;
  readonly lines: readonly ReportLine[];
}

/** Checks a file's bytes as a return of the framework. */
export async function checkBytes(
  bytes: Uint8Array,
  name: string,
  terms: Terms,
  context?: CheckContext,
): Promise<Checked> {
  const lines: ReportLine[] = [];
  const table = await openTable(bytesOf(bytes), name);
  const verdict = await checkReport(table, {
    terms,
    ...(context && { context }),
    onLine: (line) => void lines.push(line),
  });
  return { verdict, lines };
}

/** Returns the number of blocking findings, by code. */
export function blockingCounts({ verdict }: Checked): Readonly<Record<string, number>> {
  const blocking = verdict.groups.filter(({ severity }) => severity === 'blocksFile' || severity === 'blocksRow');
  return Object.fromEntries(
    [...new Set(blocking.map(({ code }) => code))].map((code) => [
      code,
      blocking.filter((each) => each.code === code).reduce((sum, { count }) => sum + count, 0),
    ]),
  );
}
