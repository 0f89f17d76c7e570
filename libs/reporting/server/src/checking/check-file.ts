import {
  isReadProblem,
  OtherCustomersFound,
  splitReport,
  checkResultOfReadProblem,
  type CheckOptions,
  type Finding,
  type ReportLine,
  type CheckResult,
} from '@tallgrunn/checks';
import {
  serveRequests,
  secondPipe,
  copyText,
  openFile,
  RowWriter,
  type ResponseWriter,
} from '@tallgrunn/platform/subprocess';
import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { checkAndCopy, type CopyOptions } from './check-and-stream.ts';
import {
  findingRow,
  summaryOf,
  type CheckRequest,
  type CheckOutput,
  type RedactedCopy,
  type RowOutput,
} from './check-request.ts';
import { lineText, quarantinedText, type LineBasis } from './line-copy-row.ts';

// Program run in a subprocess: reads and checks one file. The parent stops it when it exceeds its limits. It has no
// access to the database or the network.

/** Writes every row to be stored (lines, quarantined rows, findings) as it is found. Each kind is numbered from 1. */
class RowsOut {
  readonly #basis: LineBasis;
  readonly #lines: RowWriter;
  readonly #quarantined: RowWriter;
  readonly #findings: RowWriter;
  readonly #count = { lines: 0, quarantined: 0, findings: 0 };

  constructor(rowOutput: RowOutput) {
    this.#basis = {
      itemIds: new Map(Object.entries(rowOutput.itemIds)),
      lotIds: new Map(Object.entries(rowOutput.lotIds)),
      vat: rowOutput.vat,
    };
    this.#lines = new RowWriter(rowOutput.linesFile ?? secondPipe);
    this.#quarantined = new RowWriter(rowOutput.quarantinedFile);
    this.#findings = new RowWriter(rowOutput.findingsFile);
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

const REPORT_EVERY_ROWS = 5_000;

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
  teller: ResponseWriter,
): Promise<void> {
  const reply = (said: CheckOutput) => teller.send(said);
  const out = rows && new RowsOut(rows);
  let told = 0;
  let findings = 0;
  const takeFinding = (finding: Finding): void => {
    if ((findings += 1) <= findingsMax) void teller.collect('findings', finding);
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
      if (progress.rows < told + REPORT_EVERY_ROWS) return;
      told = progress.rows;
      void reply({ rows: told });
    },
  };
  const source = await openFile(file);
  const checked = await tryCheck(source, name, options, together && { ...together, say: reply }, {
    looked,
    lookFirst,
    path: rows?.copyFile ?? null,
  });
  for (const finding of checked?.verdict.findings ?? []) takeFinding(finding); // of a file that could not be opened
  out?.close();
  await source.close();
  if (!checked) return reply({ again: true });
  const { verdict, copy } = checked;
  await teller.flush('findings');
  const { further, ...summary } = summaryOf(verdict);
  for (const places of further) await reply({ further: places });
  if (copy) await reply({ copy });
  await reply({ verdict: summary });
}

type Together = NonNullable<CheckRequest['together']> & { readonly say: (said: CheckOutput) => Promise<void> | void };

/**
 * Divides the file on the server, regardless of the division made by a browser. Returns the rows of this report and
 * those of the others.
 */
async function shareOf(
  source: ByteSource,
  name: string,
  { obligationId, obligations, say: reply }: Together,
): Promise<Required<Pick<CheckOptions, 'share'>> & Pick<CopyOptions, 'division'>> {
  const { lines, shares, unclaimed, columns, unread } = await splitReport(await openTable(source, name), obligations);
  const own = shares.find(({ id }) => id === obligationId);
  const others = shares.filter(({ id }) => id !== obligationId);
  await reply({
    shared: {
      lines,
      own: own?.lines ?? 0,
      others: others.map(({ id, lines: count, amount }) => ({ obligationId: id, lines: count, amount })),
      unclaimed,
      unread,
    },
  });
  return { share: own?.rows ?? [], division: { elsewhere: others.flatMap(({ rows }) => rows), columns } };
}

/** Returns null when everything emitted so far must be discarded. */
async function tryCheck(
  source: ByteSource,
  name: string,
  options: CheckOptions,
  together: Together | undefined,
  copying: CopyOptions,
): Promise<{ verdict: CheckResult; copy: RedactedCopy | null } | null> {
  try {
    const divided = together && (await shareOf(source, name, together));
    return await checkAndCopy(
      () => openTable(source, name),
      { ...options, ...(divided && { share: divided.share }) },
      { ...copying, division: divided?.division },
    );
  } catch (problem) {
    if (problem instanceof OtherCustomersFound) return null;
    if (isReadProblem(problem))
      return { verdict: checkResultOfReadProblem(problem, options.terms, options.context), copy: null };
    throw problem;
  }
}

await serveRequests(check);
