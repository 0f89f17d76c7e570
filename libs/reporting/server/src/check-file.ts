import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { checkReport, isReadProblem, verdictOfReadProblem, type CheckOptions, type Verdict } from '@tallgrunn/checks';
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

async function check({ file, name, terms, context, answers, out }: CheckRequest, teller: Teller): Promise<void> {
  const say = (said: CheckSaid) => teller.say(said);
  const lines = new RowFile(out.lines);
  const quarantined = new RowFile(out.quarantined);
  const findings = new RowFile(out.findings);
  const options: CheckOptions = {
    terms,
    context,
    ...answers,
    onLine: (line) => (line.accepted ? lines.write(lineRow(line)) : quarantined.write(quarantinedRow(line))),
    onProgress: ({ rows }) => void say({ rows }),
  };
  const source = await openFile(file);
  const verdict = await verdictOn(source, name, options);
  for (const finding of verdict.findings) await findings.write(findingRow(finding));
  await Promise.all([lines.close(), quarantined.close(), findings.close(), source.close()]);
  const { further, ...summary } = summaryOf(verdict);
  for (const places of further) await say({ further: places });
  await say({ verdict: summary });
}

async function verdictOn(source: ByteSource, name: string, options: CheckOptions): Promise<Verdict> {
  try {
    return await checkReport(await openTable(source, name), options);
  } catch (problem) {
    if (isReadProblem(problem)) return verdictOfReadProblem(problem, options.terms, options.context);
    throw problem;
  }
}

await answerApart(check);
