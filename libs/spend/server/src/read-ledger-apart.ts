import { FormatProblem, LedgerReport, proposeProfile, readLedger, type FormatFinding, type LedgerProfile, type LeftOut } from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';
import type { CopyValue } from '@tallgrunn/platform';
import { openTable, type TableFile } from '@tallgrunn/tabular';
import { LineKeyCounter, limits } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { postingRow } from './posting-rows.ts';

// A program of its own: reads one ledger, and is stopped from outside when it takes too much. It reaches no database and no network.

export interface LedgerRequest {
  readonly path: string;
  readonly batch: Pick<Batch, 'id' | 'file_name' | 'file_sha256' | 'buyer_id' | 'period_key'>;
  /** Profiles to choose from, a list at a time: the first list with one that fits has the word. */
  readonly candidates: readonly (readonly LedgerProfile[])[];
}

/** What came of the ledger, besides its rows. */
export interface LedgerSummary {
  readonly profile: LedgerProfile;
  readonly rows: number;
  readonly lines: number;
  readonly quarantined: number;
  readonly leftOut: readonly ({ readonly reason: string } & LeftOut)[];
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly FormatFinding[];
}

/** Rows of `postingColumns` as they are read, how many rows of the file lie behind, and at the end the summary. */
export type LedgerSaid = { readonly postings: readonly CopyValue[][] } | { readonly read: number } | { readonly summary: LedgerSummary };

const TELL_EVERY_ROWS = 20_000;
const FINDINGS_KEPT_PER_CODE_MAX = 200;

async function read({ path, batch, candidates }: LedgerRequest, teller: Teller): Promise<void> {
  const table = await openTable(await openFile(path), batch.file_name, { limits: limits.spend });
  const profile = await choose(table, candidates);
  const report = new LedgerReport(FINDINGS_KEPT_PER_CODE_MAX);
  const keys = new LineKeyCounter();
  let lineNo = 0;
  let toldAt = 0;
  for await (const lines of readLedger(table, profile, report)) {
    for (const line of lines) {
      const said = teller.gather('postings', postingRow(line, (lineNo += 1), batch, keys));
      if (said) await said;
    }
    if (report.rows - toldAt < TELL_EVERY_ROWS) continue;
    toldAt = report.rows;
    await teller.say({ read: report.rows } satisfies LedgerSaid);
  }
  await teller.flush('postings');
  await teller.say({ summary: summaryOf(profile, report) } satisfies LedgerSaid);
}

async function choose(table: TableFile, candidates: LedgerRequest['candidates']): Promise<LedgerProfile> {
  const [[only] = [], ...others] = candidates;
  if (only && others.length === 0 && candidates[0]?.length === 1) return only;
  for (const some of candidates) {
    const [best] = await proposeProfile(table, some);
    if (best) return best.profile;
  }
  throw new FormatProblem('ledger-no-profile');
}

function summaryOf(profile: LedgerProfile, { rows, lines, quarantined, leftOut, counts, findings }: LedgerReport): LedgerSummary {
  return { profile, rows, lines, quarantined, leftOut: [...leftOut].map(([reason, left]) => ({ reason, ...left })), findingCounts: Object.fromEntries(counts), findings };
}

await answerApart(read);
