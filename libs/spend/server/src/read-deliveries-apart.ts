import { readDespatches } from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';
import { GatherDeliveries, type DeliveryRow } from './gather-deliveries.ts';
import type { InvoiceBatch, InvoiceSummary } from './gather-invoices.ts';

// Subprocess: reads one file of despatch advices. It is stopped from outside when it exceeds time or memory limits. It
// has no access to database or network.

export interface DeliveriesRequest {
  readonly path: string;
  readonly batch: InvoiceBatch;
  readonly buyers: readonly (readonly [orgNumber: string, id: string])[];
}

/** Output: rows of spend.delivery and spend.delivery_line, number of documents read so far, and finally the summary. */
export type DeliveriesSaid =
  | { readonly deliveries: readonly DeliveryRow[] }
  | { readonly lines: readonly DeliveryRow[] }
  | { readonly read: number }
  | { readonly summary: InvoiceSummary };

const TELL_EVERY_MS = 500;

async function read({ path, batch, buyers }: DeliveriesRequest, teller: Teller): Promise<void> {
  const gather = new GatherDeliveries(batch, new Map(buyers));
  let toldAt = 0;
  for await (const reading of readDespatches(await openFile(path), batch.file_name)) {
    const rows = gather.take(reading);
    if (rows) {
      await teller.say({ deliveries: [rows.delivery] } satisfies DeliveriesSaid);
      for (const line of rows.lines) await teller.gather('lines', line);
      await teller.flush('lines');
    }
    if (Date.now() - toldAt < TELL_EVERY_MS) continue;
    toldAt = Date.now();
    await teller.say({ read: gather.tried } satisfies DeliveriesSaid);
  }
  await teller.say({ summary: gather.summary() } satisfies DeliveriesSaid);
}

await answerApart(read);
