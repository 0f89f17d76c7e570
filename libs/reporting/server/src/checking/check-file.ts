import {
  isReadProblem,
  OthersAfterAll,
  splitReport,
  verdictOfReadProblem,
  type CheckOptions,
  type Finding,
  type ReportLine,
  type Verdict,
} from '@tallgrunn/checks';
import { answerApart, besidePipe, copyText, openFile, RowWriter, type Teller } from '@tallgrunn/platform/apart';
import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { checkAndCopy, type Copying } from './check-and-copy.ts';
import {
  findingRow,
  summaryOf,
  type CheckRequest,
  type CheckSaid,
  type CopyMade,
  type RowsWanted,
} from './check-request.ts';
import { lineText, quarantinedText, type LineBasis } from './line-row.ts';

// Program run in a subprocess: reads and checks one file. The parent stops it when it exceeds its limits. It has no
// access to the database or the network.

/** Writes every row to be stored (lines, quarantined rows, findings) as it is found. Each kind is numbered from 1. */
class RowsOut {
  readonly #basis: LineBasis;
  readonly #lines: RowWriter;
  readonly #quarantined: RowWriter;
  readonly #findings: RowWriter;
  readonly #count = { lines: 0, quarantined: 0, findings: 0 };

  constructor(wanted: RowsWanted) {
    this.#basis = {
      itemIds: new Map(Object.entries(wanted.itemIds)),
      lotIds: new Map(Object.entries(wanted.lotIds)),
      vat: wanted.vat,
    };
    this.#lines = new RowWriter(wanted.linesFile ?? besidePipe);
    this.#quarantined = new RowWriter(wanted.quarantinedFile);
    this.#findings = new RowWriter(wanted.findingsFile);
  }

  line(line: ReportLine): void {
    if (line.accepted) this.#lines.write(lineText(line, (this.#count.lines += 1), this.#basis));
    else this.#quarantined.write(quarantinedText(line, (this.#count.quarantined += 1)));
  }

  finding(finding: Finding): void {
    this.#findings.write(copyText(findingRow(finding, (this.#count.findings += 1))));
  }

  close(): void {
    for (const each of [this.#lines, this.#quarantined, this.#findings]) each.close();
  }
}

const TELL_EVERY_ROWS = 5_000;

async function check(
  {
    file,
    name,
    terms,
    context,
    answers: { looked = false, withheld, mapping, patches },
    together,
    rows,
    lookFirst = false,
    findingsMax,
  }: CheckRequest,
  teller: Teller,
): Promise<void> {
  const say = (said: CheckSaid) => teller.say(said);
  const out = rows && new RowsOut(rows);
  let told = 0;
  let findings = 0;
  const takeFinding = (finding: Finding): void => {
    if ((findings += 1) <= findingsMax) void teller.gather('findings', finding);
    out?.finding(finding);
  };
  const options: CheckOptions = {
    terms,
    context,
    ...(mapping && { mapping }),
    ...(patches && { patches }),
    ...(withheld && { withheld }),
    ...(out && { onLine: (line) => out.line(line) }),
    onFinding: takeFinding,
    onProgress: (progress) => {
      if (progress.rows < told + TELL_EVERY_ROWS) return;
      told = progress.rows;
      void say({ rows: told });
    },
  };
  const source = await openFile(file);
  const checked = await verdictOn(source, name, options, together && { ...together, say }, {
    looked,
    lookFirst,
    path: rows?.copyFile ?? null,
  });
  for (const finding of checked?.verdict.findings ?? []) takeFinding(finding); // of a file that could not be opened
  out?.close();
  await source.close();
  if (!checked) return say({ again: true });
  const { verdict, copy } = checked;
  await teller.flush('findings');
  const { further, ...summary } = summaryOf(verdict);
  for (const places of further) await say({ further: places });
  if (copy) await say({ copy });
  await say({ verdict: summary });
}

type Together = NonNullable<CheckRequest['together']> & { readonly say: (said: CheckSaid) => Promise<void> | void };

/**
 * Divides the file on the server, regardless of the division made by a browser. Returns the rows of this report and
 * those of the others.
 */
async function shareOf(
  source: ByteSource,
  name: string,
  { dutyId, duties, say }: Together,
): Promise<Required<Pick<CheckOptions, 'share'>> & Pick<Copying, 'division'>> {
  const { lines, shares, unclaimed, columns, unread } = await splitReport(await openTable(source, name), duties);
  const own = shares.find(({ id }) => id === dutyId);
  const others = shares.filter(({ id }) => id !== dutyId);
  await say({
    shared: {
      lines,
      own: own?.lines ?? 0,
      others: others.map(({ id, lines: count, amount }) => ({ dutyId: id, lines: count, amount })),
      unclaimed,
      unread,
    },
  });
  return { share: own?.rows ?? [], division: { elsewhere: others.flatMap(({ rows }) => rows), columns } };
}

/** Returns null when everything emitted so far must be discarded. */
async function verdictOn(
  source: ByteSource,
  name: string,
  options: CheckOptions,
  together: Together | undefined,
  copying: Copying,
): Promise<{ verdict: Verdict; copy: CopyMade | null } | null> {
  try {
    const divided = together && (await shareOf(source, name, together));
    return await checkAndCopy(
      () => openTable(source, name),
      { ...options, ...(divided && { share: divided.share }) },
      { ...copying, division: divided?.division },
    );
  } catch (problem) {
    if (problem instanceof OthersAfterAll) return null;
    if (isReadProblem(problem))
      return { verdict: verdictOfReadProblem(problem, options.terms, options.context), copy: null };
    throw problem;
  }
}

await answerApart(check);
