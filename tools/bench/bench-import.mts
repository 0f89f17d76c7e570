import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Client } from 'pg';
import { withClient } from '../postgres/connect.mts';
import { largeLedger } from '../trial/large-report.mts';
import { MemoryWatch } from '../trial/memory-of.mts';
import { Product } from '../trial/start-product.mts';
import { HttpUser } from '../trial/visitor.mts';
import { rounded, secondsOf, type Ratio } from './measure.mts';

const { from, to } = createRequire(import.meta.url)('pg-copy-streams') as typeof import('pg-copy-streams');

interface ImportMeasurement {
  id: string;
  seconds: number;
  /** Peak memory of server and worker during the import, in MB. */
  most: { serve: number; work: number };
}

async function measureImport(
  product: Product,
  buyer: HttpUser,
  lines: number,
  first: number,
): Promise<ImportMeasurement> {
  const { file } = largeLedger(lines, first);
  const watch = new MemoryWatch(() => ({ serve: [product.pidOf('serve')], work: [product.pidOf('work')] }));
  const began = performance.now();
  const { status, body } = await buyer.upload<{ id: string }>('/spend/batches', 'hovedbok.csv', file);
  if (status !== 201) throw new Error(`The ledger was not taken: ${status} ${JSON.stringify(body)}`);
  await buyer.until(`/spend/batches/${body.id}`, 600_000);
  const seconds = (performance.now() - began) / 1000;
  const { serve = 0, work = 0 } = watch.stop().most;
  return { id: body.id, seconds, most: { serve, work } };
}

/**
 * Copies the same postings as text into a table with the same columns and no keys, with COPY alone. Returns seconds.
 */
async function measureCopy(client: Client, batchId: string): Promise<number> {
  const out = client.query(to(`copy (select * from spend.posting where batch_id = '${batchId}') to stdout`));
  const parts: Buffer[] = [];
  for await (const part of out) parts.push(part as Buffer);
  await client.query('create unlogged table posting_alone (like spend.posting)');
  return secondsOf(async () => {
    await client.query('truncate posting_alone');
    const into = client.query(from('copy posting_alone from stdin'));
    into.end(Buffer.concat(parts));
    await once(into, 'finish');
  });
}

/**
 * Measures whole imports through the HTTP API of the built server. Compares their time with COPY alone, and their
 * memory with that of ten times fewer rows.
 */
export async function benchImport(few = 20_000, many = 200_000): Promise<Ratio[]> {
  const product = new Product();
  try {
    const cast = await product.start();
    const buyer = await HttpUser.signIn(product.address, cast, cast.buyer);
    const small = await measureImport(product, buyer, few, 1);
    const large = await measureImport(product, buyer, many, few + 1);
    const copied = await withClient(product.databaseUrl, (client) => measureCopy(client, large.id));
    const perLine = ({ seconds }: ImportMeasurement, lines: number) => (seconds * 1e6) / lines;
    const memory = (part: 'serve' | 'work'): Ratio => ({
      what: `memory of ${part}: ${many} rows / ${few}`,
      first: `${large.most[part]} MB`,
      second: `${small.most[part]} MB`,
      ratio: rounded(large.most[part] / small.most[part]),
    });
    return [
      {
        what: `import of ${many} rows, upload to posted / COPY alone`,
        first: `${rounded(large.seconds)} s`,
        second: `${rounded(copied)} s`,
        ratio: rounded(large.seconds / copied),
      },
      {
        what: `import a row: of ${many} / of ${few}`,
        first: `${rounded(perLine(large, many))} µs`,
        second: `${rounded(perLine(small, few))} µs`,
        ratio: rounded(perLine(large, many) / perLine(small, few)),
      },
      memory('serve'),
      memory('work'),
    ];
  } finally {
    await product.stop();
  }
}
