import { readDespatches } from '@tallgrunn/formats';
import { serveRequests, openFile, type ResponseWriter } from '@tallgrunn/platform/subprocess';
import { CollectDespatchRows, type DeliveryRow } from '../collect-despatch-rows.ts';
import type { InvoiceBatch, InvoiceSummary } from '../collect-invoice-rows.ts';

// Subprocess: reads one file of despatch advices. It is stopped from outside when it exceeds time or memory limits. It
// has no access to database or network.

export interface DespatchAdvicesRequest {
  readonly path: string;
  readonly batch: InvoiceBatch;
  readonly buyers: readonly (readonly [orgNumber: string, id: string])[];
}

/** Output: rows of spend.delivery and spend.delivery_line, number of documents read so far, and finally the summary. */
export type DespatchAdvicesOutput =
  | { readonly deliveries: readonly DeliveryRow[] }
  | { readonly lines: readonly DeliveryRow[] }
  | { readonly read: number }
  | { readonly summary: InvoiceSummary };

const PROGRESS_INTERVAL_MS = 500;

async function read({ path, batch, buyers }: DespatchAdvicesRequest, teller: ResponseWriter): Promise<void> {
  const collector = new CollectDespatchRows(batch, new Map(buyers));
  let reportedAt = 0;
  for await (const reading of readDespatches(await openFile(path), batch.file_name)) {
    const rows = collector.add(reading);
    if (rows) {
      await teller.send({ deliveries: [rows.delivery] } satisfies DespatchAdvicesOutput);
      for (const line of rows.lines) await teller.collect('lines', line);
      await teller.flush('lines');
    }
    if (Date.now() - reportedAt < PROGRESS_INTERVAL_MS) continue;
    reportedAt = Date.now();
    await teller.send({ read: collector.documentCount } satisfies DespatchAdvicesOutput);
  }
  await teller.send({ summary: collector.summary() } satisfies DespatchAdvicesOutput);
}

await serveRequests(read);
