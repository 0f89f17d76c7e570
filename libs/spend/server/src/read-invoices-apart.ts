import { readInvoices } from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';
import type { CopyValue } from '@tallgrunn/platform';
import { GatherInvoices, type FormerBuyer, type InvoiceBatch, type InvoiceSummary } from './gather-invoices.ts';

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
export type InvoicesSaid =
  | { readonly invoices: readonly CopyValue[][] }
  | { readonly lines: readonly CopyValue[][] }
  | { readonly read: number }
  | { readonly summary: InvoiceSummary };

const LINES_TOGETHER = 500;
const TELL_EVERY_MS = 500;

async function read({ path, batch, buyers, former }: InvoicesRequest, teller: Teller): Promise<void> {
  const gather = new GatherInvoices(batch, new Map(buyers), former);
  let lines: CopyValue[][] = [];
  let toldAt = 0;
  const sayLines = async () => {
    await teller.flush('invoices');
    for (const line of lines) await teller.gather('lines', line);
    await teller.flush('lines');
    lines = [];
  };
  for await (const reading of readInvoices(await openFile(path), batch.file_name)) {
    const rows = gather.take(reading);
    if (rows) {
      await teller.gather('invoices', rows.invoice);
      lines.push(...rows.lines);
    }
    if (lines.length >= LINES_TOGETHER) await sayLines();
    if (Date.now() - toldAt < TELL_EVERY_MS) continue;
    toldAt = Date.now();
    await teller.say({ read: gather.tried } satisfies InvoicesSaid);
  }
  await sayLines();
  await teller.say({ summary: gather.summary() } satisfies InvoicesSaid);
}

await answerApart(read);
