import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withClient } from '../postgres/connect.mts';
import { childrenOf, MemoryWatch } from '../trial/memory-of.mts';
import { Product } from '../trial/start-product.mts';
import { Visitor } from '../trial/visitor.mts';
import { writeWideReport } from '../trial/wide-report.mts';
import { CopyAlone, emptyLines } from './copy-alone.mts';
import { rounded, type Ratio } from './measure.mts';
import { sendFile } from './send-file.mts';

export interface CheckingOptions {
  lines: number;
  runs: number;
}

interface Verdict {
  state: string;
  verdict: { rows: number; accepted: number; quarantined: number; groups: { code: string; count: number }[] };
}

interface Taken {
  id: string;
  seconds: number;
  /** Until the upload was answered. */
  uploadSeconds: number;
  /** What server, worker and the reading process held at most, beyond what server and worker held before, in MB. */
  grownMB: number;
}

const least = (taken: readonly Taken[]): Taken => taken.reduce((best, each) => (each.seconds < best.seconds ? each : best));

/** Reports of growing length through the door of the built server, on a database that forces to the disk, beside COPY of the same lines. */
class Trial {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-bench-'));
  readonly product = new Product(true);
  duty = '';
  supplier!: Visitor;

  async start(): Promise<void> {
    const cast = await this.product.start(true);
    this.duty = cast.largeDuties['2026-03'] ?? '';
    this.supplier = await Visitor.signIn(this.product.address, cast, cast.supplier);
  }

  async file(lines: number): Promise<string> {
    const file = path.join(this.folder, `${lines}.csv`);
    if (!statSync(file, { throwIfNoEntry: false })) await writeWideReport(file, lines);
    return file;
  }

  /** From the first byte sent to a verdict that can be read. The line tables are empty before. */
  async take(lines: number): Promise<Taken> {
    const file = await this.file(lines);
    await emptyLines(this.product.databaseUrl);
    const { product } = this;
    const watch = new MemoryWatch(() => ({ all: [product.pidOf('serve'), product.pidOf('work'), ...childrenOf(product.pidOf('work'))] }));
    const before = watch.look()['all'] ?? 0;
    const began = performance.now();
    const { id } = await sendFile<{ id: string }>(this.supplier, `/duties/${this.duty}/versions`, file);
    const uploadSeconds = (performance.now() - began) / 1000;
    const { verdict } = await this.supplier.until<Verdict>(`/versions/${id}`, 1_200_000);
    const seconds = (performance.now() - began) / 1000;
    const grownMB = (watch.stop().most['all'] ?? 0) - before;
    if (verdict?.rows !== lines || verdict.accepted < lines * 0.98) throw new Error(`Of ${lines} lines this came out: ${JSON.stringify(verdict).slice(0, 1000)}`);
    return { id, seconds, uploadSeconds, grownMB };
  }

  async remove(): Promise<void> {
    await this.product.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function several(trial: Trial, lines: number, runs: number): Promise<Taken> {
  const taken: Taken[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await trial.take(lines));
  return least(taken);
}

/** Ours and COPY in turns, so that a busy spell of the machine hits both. */
async function inTurns(trial: Trial, { lines, runs }: CheckingOptions): Promise<{ ours: Taken; copySeconds: number }> {
  const taken: Taken[] = [];
  const copies: number[] = [];
  let alone: CopyAlone | null = null;
  for (let run = 0; run < runs; run += 1) {
    taken.push(await trial.take(lines));
    alone ??= await CopyAlone.of(trial.product.databaseUrl, taken[0]!.id, trial.folder);
    copies.push(await alone.seconds());
    process.stdout.write(`  run ${run + 1}: ${rounded(taken.at(-1)!.seconds)} s (upload ${rounded(taken.at(-1)!.uploadSeconds)} s), COPY ${rounded(copies.at(-1)!)} s, memory grew ${taken.at(-1)!.grownMB} MB\n`);
  }
  return { ours: least(taken), copySeconds: Math.min(...copies) };
}

/** A wide report with something to say about one row in twenty, from the first byte sent to a verdict that can be read. */
export async function benchChecking(options: CheckingOptions): Promise<Ratio[]> {
  const { lines, runs } = options;
  const trial = new Trial();
  try {
    await trial.start();
    await trial.take(1_000); // programs are loaded and plans are made by the time that counts
    const small = await several(trial, Math.min(10_000, lines), runs + 2);
    const middle = await several(trial, Math.min(100_000, lines), Math.min(2, runs));
    const { ours, copySeconds } = await inTurns(trial, options);
    await withClient(trial.product.databaseUrl, (client) => client.query('checkpoint'));
    const perLine = ({ seconds }: Taken, of: number): number => (seconds * 1e6) / of;
    return [
      { what: `report of ${lines} lines, upload to verdict / COPY alone`, first: `${rounded(ours.seconds)} s`, second: `${rounded(copySeconds)} s`, ratio: rounded(ours.seconds / copySeconds) },
      { what: `a line of the report: of ${lines} / of ${Math.min(10_000, lines)}`, first: `${rounded(perLine(ours, lines))} µs`, second: `${rounded(perLine(small, Math.min(10_000, lines)))} µs`, ratio: rounded(perLine(ours, lines) / perLine(small, Math.min(10_000, lines))) },
      { what: `memory grown: report of ${lines} lines / of ${Math.min(100_000, lines)}`, first: `${ours.grownMB} MB`, second: `${middle.grownMB} MB`, ratio: rounded(ours.grownMB / middle.grownMB) },
    ];
  } finally {
    await trial.remove();
  }
}
