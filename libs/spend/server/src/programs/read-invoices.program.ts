import { readInvoices } from '@tallgrunn/formats';
import { serveRequests, openFile, type ResponseWriter } from '@tallgrunn/platform/subprocess';
import type { CopyValue } from '@tallgrunn/platform';
import {
  CollectInvoiceRows,
  type FormerBuyer,
  type InvoiceBatch,
  type InvoiceSummary,
} from '../collect-invoice-rows.ts';

// Subprocess: reads one file of invoices. It is stopped from outside when it exceeds time or memory limits. It has no
// access to database or network.

export interface InvoicesRequest {
  readonly path: string;
  readonly batch: InvoiceBatch;
  readonly buyers: readonly (readonly [orgNumber: string, id: string])[];
  readonly former: readonly FormerBuyer[];
}

/**
 * Output: rows of `invoiceColumns` and `invoiceLineColumns` (an invoice before its lines), number of documents read so
 * far, and finally the summary.
 */
export type InvoicesOutput =
  | { readonly invoices: readonly CopyValue[][] }
  | { readonly lines: readonly CopyValue[][] }
  | { readonly read: number }
  | { readonly summary: InvoiceSummary };

const LINES_PER_MESSAGE = 500;
const PROGRESS_INTERVAL_MS = 500;

async function read({ path, batch, buyers, former }: InvoicesRequest, teller: ResponseWriter): Promise<void> {
  const collector = new CollectInvoiceRows(batch, new Map(buyers), former);
  let lines: CopyValue[][] = [];
  let reportedAt = 0;
  const sendLines = async () => {
    await teller.flush('invoices');
    for (const line of lines) await teller.collect('lines', line);
    await teller.flush('lines');
    lines = [];
  };
  for await (const reading of readInvoices(await openFile(path), batch.file_name)) {
    const rows = collector.add(reading);
    if (rows) {
      await teller.collect('invoices', rows.invoice);
      lines.push(...rows.lines);
    }
    if (lines.length >= LINES_PER_MESSAGE) await sendLines();
    if (Date.now() - reportedAt < PROGRESS_INTERVAL_MS) continue;
    reportedAt = Date.now();
    await teller.send({ read: collector.documentCount } satisfies InvoicesOutput);
  }
  await sendLines();
  await teller.send({ summary: collector.summary() } satisfies InvoicesOutput);
}

await serveRequests(read);
