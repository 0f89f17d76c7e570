import {
  FormatProblem,
  LedgerReport,
  proposeProfile,
  readLedger,
  readSaft,
  saftProfile,
  tellSpendFormat,
  type FormatFinding,
  type LedgerLine,
  type LedgerProfile,
  type LeftOut,
  type SaftHead,
  type SetAside,
  type StatedAccount,
  type Withheld,
} from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';
import type { CopyValue } from '@tallgrunn/platform';
import { openTable, type ByteSource, type TableFile } from '@tallgrunn/tabular';
import { LineKeyCounter, limits } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import type { Known } from './read-known.ts';
import { postingRow } from './posting-rows.ts';

// Subprocess: reads one ledger. It is stopped from outside when it exceeds time or memory limits. It has no access to
// database or network.

export interface LedgerRequest {
  readonly path: string;
  readonly batch: Pick<Batch, 'id' | 'file_name' | 'file_sha256' | 'buyer_id' | 'period_key'>;
  /** Lists of candidate profiles. The first list with a matching profile is used. */
  readonly candidates: readonly (readonly LedgerProfile[])[];
  /** The cooperative's buyers. A SAF-T file itself states its organisation. */
  readonly buyers: readonly (readonly [orgNumber: string, id: string])[];
  readonly known: Known;
}

/** Result of reading the ledger, apart from its rows. */
export interface LedgerSummary {
  readonly profile: LedgerProfile;
  /** The buyer of the postings. */
  readonly buyerId: string | null;
  readonly rows: number;
  readonly lines: number;
  readonly quarantined: number;
  readonly leftOut: readonly ({ readonly reason: string } & LeftOut)[];
  /** Excluded rows and unreadable rows, by account and month. */
  readonly setAside: readonly SetAside[];
  /** The balance changes stated in the file. */
  readonly statedAccounts: readonly StatedAccount[];
  readonly withheld: readonly Withheld[];
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly FormatFinding[];
}

/** Output: rows of `postingColumns`, number of rows read so far, and finally the summary. */
export type LedgerSaid =
  { readonly postings: readonly CopyValue[][] } | { readonly read: number } | { readonly summary: LedgerSummary };

const TELL_EVERY_ROWS = 20_000;
const FINDINGS_KEPT_PER_CODE_MAX = 200;

/** The postings during reading. Profile and buyer are available from the first batch on. */
interface Postings {
  readonly batches: AsyncIterable<readonly LedgerLine[]>;
  readonly profile: () => LedgerProfile;
  readonly buyerId: () => string | null;
}

async function read({ path, batch, candidates, buyers, known }: LedgerRequest, teller: Teller): Promise<void> {
  const report = new LedgerReport(FINDINGS_KEPT_PER_CODE_MAX);
  const source = await openFile(path);
  const postings =
    (await tellSpendFormat(source)) === 'saft'
      ? ofSaft(source, batch.buyer_id, buyers, known, report)
      : await ofTable(source, batch, candidates, known, report);
  const keys = new LineKeyCounter();
  let lineNo = 0;
  let toldAt = 0;
  for await (const lines of postings.batches) {
    const own = { ...batch, buyer_id: postings.buyerId() };
    for (const line of lines) {
      const said = teller.gather('postings', postingRow(line, (lineNo += 1), own, keys));
      if (said) await said;
    }
    if (report.rows - toldAt < TELL_EVERY_ROWS) continue;
    toldAt = report.rows;
    await teller.say({ read: report.rows } satisfies LedgerSaid);
  }
  await teller.flush('postings');
  await teller.say({ summary: summaryOf(postings, report) } satisfies LedgerSaid);
}

async function ofTable(
  source: ByteSource,
  batch: LedgerRequest['batch'],
  candidates: LedgerRequest['candidates'],
  known: Known,
  report: LedgerReport,
): Promise<Postings> {
  const table = await openTable(source, batch.file_name, { limits: limits.spend });
  const profile = await choose(table, candidates);
  return { batches: readLedger(table, profile, report, known), profile: () => profile, buyerId: () => batch.buyer_id };
}

/**
 * Reads SAF-T, which needs no import profile. The file's organisation is the buyer.
 * @throws FormatProblem 'saft-of-another-buyer' if the request states a different buyer | 'saft-of-unknown-buyer'
 */
function ofSaft(
  source: ByteSource,
  buyerId: string | null,
  buyers: LedgerRequest['buyers'],
  known: Known,
  report: LedgerReport,
): Postings {
  const byNumber = new Map(buyers);
  const seen: { head: SaftHead | null; buyerId: string | null } = { head: null, buyerId };
  const onHead = (head: SaftHead): void => {
    seen.head ??= head;
    const own = byNumber.get(head.company.orgNumber ?? '');
    if (own !== undefined && buyerId !== null && own !== buyerId)
      throw new FormatProblem('saft-of-another-buyer', { found: head.company.orgNumber ?? '–' });
    seen.buyerId ??= own ?? null;
    if (seen.buyerId === null)
      throw new FormatProblem('saft-of-unknown-buyer', { found: head.company.orgNumber ?? '–' });
  };
  return {
    batches: readSaft(source, report, undefined, { onHead, ...known }),
    profile: () => saftProfile(seen.head?.version ?? ''),
    buyerId: () => seen.buyerId,
  };
}

async function choose(table: TableFile, candidates: LedgerRequest['candidates']): Promise<LedgerProfile> {
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
  { rows, lines, quarantined, leftOut, setAside, statedAccounts, withheld, counts, findings }: LedgerReport,
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

await answerApart(read);
