import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeLargeSaft, writeManyInvoices } from '../trial/large-books.mts';
import { childrenOf, MemoryWatch } from '../trial/memory-of.mts';
import { Product } from '../trial/start-product.mts';
import { HttpUser } from '../trial/visitor.mts';
import { rounded, type Ratio } from './measure.mts';
import { sendFile } from './send-file.mts';

interface Posted {
  state: string;
  lines: number;
}

interface SpendMeasurement {
  readonly seconds: number;
  readonly lines: number;
  /** Peak memory of server, worker and reading process, minus the memory of server and worker before, in MB. */
  readonly grownMB: number;
}

async function measureImport(product: Product, buyer: HttpUser, file: string): Promise<SpendMeasurement> {
  const watch = new MemoryWatch(() => ({
    all: [product.pidOf('serve'), product.pidOf('work'), ...childrenOf(product.pidOf('work'))],
  }));
  const before = watch.look()['all'] ?? 0;
  const began = performance.now();
  const { id } = await sendFile<{ id: string }>(buyer, '/spend/batches', file, path.basename(file));
  const batch = await buyer.until<Posted>(`/spend/batches/${id}`, 3_600_000);
  if (batch.state !== 'posted') throw new Error(`${file} ended as ${JSON.stringify(batch).slice(0, 800)}`);
  return {
    seconds: (performance.now() - began) / 1000,
    lines: batch.lines,
    grownMB: (watch.stop().most['all'] ?? 0) - before,
  };
}

/**
 * Measures whole ledgers through the HTTP API of the built server: a SAF-T file of the given size, and a tenth as many
 * e-invoices. Each is compared with a file a tenth of its size.
 */
export async function benchSpend(lines: number): Promise<Ratio[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-books-'));
  const product = new Product();
  try {
    const cast = await product.start();
    const buyer = await HttpUser.signIn(product.address, cast, cast.buyer);
    const kinds = [
      { what: `SAF-T of ${lines} lines`, ending: 'xml', count: lines, write: writeLargeSaft },
      { what: `zip of ${lines / 10} e-invoices`, ending: 'zip', count: lines / 10, write: writeManyInvoices },
    ];
    const ratios: Ratio[] = [];
    for (const { what, ending, count, write } of kinds) {
      const measurements: SpendMeasurement[] = [];
      for (const size of [count / 10, count]) {
        const file = path.join(folder, `${size}.${ending}`);
        await write(file, size);
        measurements.push(await measureImport(product, buyer, file));
      }
      const [few, many] = measurements as [SpendMeasurement, SpendMeasurement];
      process.stdout.write(`  ${what}: ${many.lines} lines posted in ${rounded(many.seconds)} s\n`);
      ratios.push(
        {
          what: `${what}, a line of it / of a tenth`,
          first: `${rounded((many.seconds * 1e6) / many.lines)} µs`,
          second: `${rounded((few.seconds * 1e6) / few.lines)} µs`,
          ratio: rounded(many.seconds / many.lines / (few.seconds / few.lines)),
        },
        {
          what: `${what}, memory grown / of a tenth`,
          first: `${many.grownMB} MB`,
          second: `${few.grownMB} MB`,
          ratio: rounded(many.grownMB / few.grownMB),
        },
      );
    }
    return ratios;
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
