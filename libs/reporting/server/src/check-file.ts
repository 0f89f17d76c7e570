import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { checkReport, isReadProblem, splitReport, verdictOfReadProblem, type CheckOptions, type SheetRows, type Verdict } from '@tallgrunn/checks';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';
import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { findingRow, summaryOf, type CheckRequest, type CheckSaid } from './check-request.ts';
import { lineRow, quarantinedRow } from './line-row.ts';

// A program of its own: reads and checks one file, and is stopped from outside when it takes too much. It reaches no database and no network.

/** One JSON array a line, with back-pressure. */
class RowFile {
  readonly #stream: WriteStream;

  constructor(path: string) {
    this.#stream = createWriteStream(path, { mode: 0o600, highWaterMark: 1024 * 1024 });
  }

  write(row: readonly unknown[]): void | Promise<void> {
    if (this.#stream.write(`${JSON.stringify(row)}\n`)) return;
    return once(this.#stream, 'drain').then(() => undefined);
  }

  async close(): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
  }
}

async function check({ file, name, terms, context, answers: { mapping, patches }, together, out }: CheckRequest, teller: Teller): Promise<void> {
  const say = (said: CheckSaid) => teller.say(said);
  const lines = new RowFile(out.lines);
  const quarantined = new RowFile(out.quarantined);
  const findings = new RowFile(out.findings);
  const options: CheckOptions = {
    terms,
    context,
    ...(mapping && { mapping }),
    ...(patches && { patches }),
    onLine: (line) => (line.accepted ? lines.write(lineRow(line)) : quarantined.write(quarantinedRow(line))),
    onProgress: ({ rows }) => void say({ rows }),
  };
  const source = await openFile(file);
  const verdict = await verdictOn(source, name, options, together && { ...together, say });
  for (const finding of verdict.findings) await findings.write(findingRow(finding));
  await Promise.all([lines.close(), quarantined.close(), findings.close(), source.close()]);
  const { further, ...summary } = summaryOf(verdict);
  for (const places of further) await say({ further: places });
  await say({ verdict: summary });
}

type Together = NonNullable<CheckRequest['together']> & { readonly say: (said: CheckSaid) => Promise<void> | void };

/** Divides the file by itself, whatever a browser made of it, and answers the rows of the one report. */
async function shareOf(source: ByteSource, name: string, { dutyId, duties, say }: Together): Promise<readonly SheetRows[]> {
  const { lines, shares, unclaimed, unread } = await splitReport(await openTable(source, name), duties);
  const own = shares.find(({ id }) => id === dutyId);
  await say({ shared: { lines, own: own?.lines ?? 0, others: shares.filter(({ id }) => id !== dutyId).map(({ id, lines: count, amount }) => ({ dutyId: id, lines: count, amount })), unclaimed, unread } });
  return own?.rows ?? [];
}

async function verdictOn(source: ByteSource, name: string, options: CheckOptions, together: Together | undefined): Promise<Verdict> {
  try {
    const share = together && { share: await shareOf(source, name, together) };
    return await checkReport(await openTable(source, name), { ...options, ...share });
  } catch (problem) {
    if (isReadProblem(problem)) return verdictOfReadProblem(problem, options.terms, options.context);
    throw problem;
  }
}

await answerApart(check);
