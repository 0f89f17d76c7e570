import {
  FormatProblem,
  LedgerReport,
  proposeProfile,
  readLedger,
  readSaft,
  saftProfile,
  detectSpendFormat,
  type FormatFinding,
  type LedgerLine,
  type LedgerProfile,
  type ExcludedTotal,
  type SaftHead,
  type ExcludedRows,
  type StatedBalanceChange,
  type RedactedField,
} from '@tallgrunn/formats';
import { serveRequests, openFile, type ResponseWriter } from '@tallgrunn/platform/subprocess';
import type { CopyValue } from '@tallgrunn/platform';
import { openTable, type ByteSource, type TableFile } from '@tallgrunn/tabular';
import { LineKeyCounter, limits } from '@tallgrunn/values';
import type { Batch } from '../batch.ts';
import type { KnownParties } from '../load-known-parties.ts';
import { postingRow } from '../posting-rows.ts';

// Subprocess: reads one ledger. It is stopped from outside when it exceeds time or memory limits. It has no access to
// database or network.

export interface LedgerRequest {
  readonly path: string;
  readonly batch: Pick<Batch, 'id' | 'file_name' | 'file_sha256' | 'buyer_id' | 'period_key'>;
  /** Lists of candidate profiles. The first list with a matching profile is used. */
  readonly candidates: readonly (readonly LedgerProfile[])[];
  /** The cooperative's buyers. A SAF-T file itself states its organisation. */
  readonly buyers: readonly (readonly [orgNumber: string, id: string])[];
  readonly known: KnownParties;
}

/** Result of reading the ledger, apart from its rows. */
export interface LedgerSummary {
  readonly profile: LedgerProfile;
  /** The buyer of the postings. */
  readonly buyerId: string | null;
  readonly rows: number;
  readonly lines: number;
  readonly quarantined: number;
  readonly leftOut: readonly ({ readonly reason: string } & ExcludedTotal)[];
  /** Excluded rows and unreadable rows, by account and month. */
  readonly setAside: readonly ExcludedRows[];
  /** The balance changes stated in the file. */
  readonly statedAccounts: readonly StatedBalanceChange[];
  readonly withheld: readonly RedactedField[];
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly FormatFinding[];
}

/** Output: rows of `postingColumns`, number of rows read so far, and finally the summary. */
export type LedgerOutput =
  { readonly postings: readonly CopyValue[][] } | { readonly read: number } | { readonly summary: LedgerSummary };

const PROGRESS_INTERVAL_ROWS = 20_000;
const FINDINGS_PER_CODE_MAX = 200;

/** The postings during reading. Profile and buyer are available from the first batch on. */
interface Postings {
  readonly batches: AsyncIterable<readonly LedgerLine[]>;
  readonly profile: () => LedgerProfile;
  readonly buyerId: () => string | null;
}

async function read(
  { path, batch, candidates, buyers, known: knownParties }: LedgerRequest,
  teller: ResponseWriter,
): Promise<void> {
  const report = new LedgerReport(FINDINGS_PER_CODE_MAX);
  const source = await openFile(path);
  const postings =
    (await detectSpendFormat(source)) === 'saft'
      ? readSaftFile(source, batch.buyer_id, buyers, knownParties, report)
      : await readTable(source, batch, candidates, knownParties, report);
  const keys = new LineKeyCounter();
  let lineNo = 0;
  let reportedAt = 0;
  for await (const lines of postings.batches) {
    const own = { ...batch, buyer_id: postings.buyerId() };
    for (const line of lines) {
      const sending = teller.collect('postings', postingRow(line, (lineNo += 1), own, keys));
      if (sending) await sending;
    }
    if (report.rows - reportedAt < PROGRESS_INTERVAL_ROWS) continue;
    reportedAt = report.rows;
    await teller.send({ read: report.rows } satisfies LedgerOutput);
  }
  await teller.flush('postings');
  await teller.send({ summary: summaryOf(postings, report) } satisfies LedgerOutput);
}

async function readTable(
  source: ByteSource,
  batch: LedgerRequest['batch'],
  candidates: LedgerRequest['candidates'],
  knownParties: KnownParties,
  report: LedgerReport,
): Promise<Postings> {
  const table = await openTable(source, batch.file_name, { limits: limits.spend });
  const profile = await selectProfile(table, candidates);
  return {
    batches: readLedger(table, profile, report, knownParties),
    profile: () => profile,
    buyerId: () => batch.buyer_id,
  };
}

/**
 * Reads SAF-T, which needs no import profile. The file's organisation is the buyer.
 * @throws FormatProblem 'saft-of-another-buyer' if the request states a different buyer | 'saft-of-unknown-buyer'
 */
function readSaftFile(
  source: ByteSource,
  buyerId: string | null,
  buyers: LedgerRequest['buyers'],
  knownParties: KnownParties,
  report: LedgerReport,
): Postings {
  const byNumber = new Map(buyers);
  const detected: { head: SaftHead | null; buyerId: string | null } = { head: null, buyerId };
  const onHead = (head: SaftHead): void => {
    detected.head ??= head;
    const own = byNumber.get(head.company.orgNumber ?? '');
    if (own !== undefined && buyerId !== null && own !== buyerId)
      throw new FormatProblem('saft-of-another-buyer', { found: head.company.orgNumber ?? '–' });
    detected.buyerId ??= own ?? null;
    if (detected.buyerId === null)
      throw new FormatProblem('saft-of-unknown-buyer', { found: head.company.orgNumber ?? '–' });
  };
  return {
    batches: readSaft(source, report, undefined, { onHead, ...knownParties }),
    profile: () => saftProfile(detected.head?.version ?? ''),
    buyerId: () => detected.buyerId,
  };
}

async function selectProfile(table: TableFile, candidates: LedgerRequest['candidates']): Promise<LedgerProfile> {
  const [[only] = [], ...others] = candidates;
  if (only && others.length === 0 && candidates[0]?.length === 1)
    return (await proposeProfile(table, [only]))[0]?.profile ?? only;
  for (const some of candidates) {
    const [best] = await proposeProfile(table, some);
    if (best) return best.profile;
  }
  throw new FormatProblem('ledger-no-profile');
}

function summaryOf(
  postings: Postings,
  {
    rows,
    lines,
    quarantined,
    excluded: leftOut,
    excludedGroups: setAside,
    statedAccounts,
    redactions: withheld,
    counts,
    findings,
  }: LedgerReport,
): LedgerSummary {
  return {
    profile: postings.profile(),
    buyerId: postings.buyerId(),
    rows,
    lines,
    quarantined,
    leftOut: [...leftOut].map(([reason, left]) => ({ reason, ...left })),
    setAside: [...setAside.values()],
    statedAccounts,
    withheld: withheld.list(),
    findingCounts: Object.fromEntries(counts),
    findings,
  };
}

await serveRequests(read);
