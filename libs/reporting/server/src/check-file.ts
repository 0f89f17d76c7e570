import { createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { checkReport, isReadProblem, verdictOfReadProblem, type CheckOptions, type Verdict } from '@tallgrunn/checks';
import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { findingRow, summaryOf, type CheckRequest, type CheckSaid, type CheckSummary } from './check-request.ts';
import { lineRow, quarantinedRow } from './line-row.ts';

// A program of its own: reads and checks one file, and is stopped from outside when it takes too much. It reaches no database and no network.

const say = (said: CheckSaid) => process.stdout.write(`${JSON.stringify(said)}\n`);

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

async function check({ file, name, terms, context, answers, out }: CheckRequest): Promise<CheckSummary> {
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  const read = async (from: number, to: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  };
  const lines = new RowFile(out.lines);
  const quarantined = new RowFile(out.quarantined);
  const findings = new RowFile(out.findings);
  const options: CheckOptions = {
    terms,
    context,
    ...answers,
    onLine: (line) => (line.accepted ? lines.write(lineRow(line)) : quarantined.write(quarantinedRow(line))),
    onProgress: ({ rows }) => say({ rows }),
  };
  const verdict = await verdictOn({ size, read }, name, options);
  for (const finding of verdict.findings) await findings.write(findingRow(finding));
  await Promise.all([lines.close(), quarantined.close(), findings.close(), handle.close()]);
  return summaryOf(verdict);
}

async function verdictOn(source: ByteSource, name: string, options: CheckOptions): Promise<Verdict> {
  try {
    return await checkReport(await openTable(source, name), options);
  } catch (problem) {
    if (isReadProblem(problem)) return verdictOfReadProblem(problem, options.terms, options.context);
    throw problem;
  }
}

say({ verdict: await check(JSON.parse(await text(process.stdin)) as CheckRequest) });
