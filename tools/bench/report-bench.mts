import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { childrenOf, MemoryWatch } from '../trial/memory-of.mts';
import { processorSecondsOf } from '../trial/processor-time.mts';
import { Product } from '../trial/start-product.mts';
import { HttpUser } from '../trial/visitor.mts';
import { writeWideReport, writeWideWorkbook } from '../trial/wide-report.mts';
import { emptyLines } from './copy-alone.mts';
import { sendFile } from './send-file.mts';

export interface Checked {
  state: string;
  verdict: { rows: number; accepted: number; quarantined: number; groups: { code: string; count: number }[] };
}

export interface CheckMeasurement {
  id: string;
  seconds: number;
  /** Seconds until the response to the upload. */
  uploadSeconds: number;
  /** Peak memory of server, worker and reading process, minus the memory of server and worker before, in MB. */
  grownMB: number;
  /** Processor time of server, worker, the reading process and PostgreSQL, in seconds. */
  processorSeconds: number;
}

/** Returns the fastest of several measurements. */
export const fastest = (measurements: readonly CheckMeasurement[]): CheckMeasurement =>
  measurements.reduce((best, each) => (each.seconds < best.seconds ? each : best));

/**
 * Sends reports of different lengths through the HTTP API of the built server, on a durable database, for comparison
 * with COPY of the same lines.
 */
export class ReportTrial {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-bench-'));
  readonly product = new Product(true);
  obligation = '';
  supplier!: HttpUser;

  async start(): Promise<void> {
    const cast = await this.product.start(true);
    this.obligation = cast.largeObligations['2026-03'] ?? '';
    this.supplier = await HttpUser.signIn(this.product.address, cast, cast.supplier);
  }

  async file(lines: number, kind: 'csv' | 'xlsx' = 'csv'): Promise<string> {
    const file = path.join(this.folder, `${lines}.${kind}`);
    if (!statSync(file, { throwIfNoEntry: false }))
      await (kind === 'csv' ? writeWideReport(file, lines) : writeWideWorkbook(file, lines));
    return file;
  }

  /** Uploads a report and returns the id of its version. */
  async send(file: string): Promise<string> {
    const { id } = await sendFile<{ id: string }>(
      this.supplier,
      `/obligations/${this.obligation}/versions`,
      file,
      path.basename(file),
    );
    return id;
  }

  verdictOf(id: string): Promise<Checked> {
    return this.supplier.until<Checked>(`/report-versions/${id}`, 1_200_000);
  }

  /** Measures the time from the first byte sent until the check result can be read. Empties the line tables first. */
  async measure(lines: number, kind: 'csv' | 'xlsx' = 'csv'): Promise<CheckMeasurement> {
    const file = await this.file(lines, kind);
    await emptyLines(this.product.databaseUrl);
    const { product } = this;
    const watch = new MemoryWatch(() => ({
      all: [product.pidOf('serve'), product.pidOf('work'), ...childrenOf(product.pidOf('work'))],
    }));
    const before = watch.look()['all'] ?? 0;
    const spent = this.#processorSeconds();
    const began = performance.now();
    const id = await this.send(file);
    const uploadSeconds = (performance.now() - began) / 1000;
    const { verdict } = await this.verdictOf(id);
    const seconds = (performance.now() - began) / 1000;
    const grownMB = (watch.stop().most['all'] ?? 0) - before;
    if (verdict?.rows !== lines || verdict.accepted < lines * 0.98)
      throw new Error(`Of ${lines} lines this came out: ${JSON.stringify(verdict).slice(0, 1000)}`);
    return { id, seconds, uploadSeconds, grownMB, processorSeconds: this.#processorSeconds() - spent };
  }

  #processorSeconds(): number {
    return (['serve', 'work', 'postgres'] as const).reduce(
      (sum, part) => sum + processorSecondsOf(this.product.pidOf(part)),
      0,
    );
  }

  async remove(): Promise<void> {
    await this.product.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
