import type { ByteSource } from '@tallgrunn/tabular';
import type { Reading } from '../reading.ts';
import { readDocuments, type ReadDocumentsOptions } from '../xml/read-documents.ts';
import type { InvoiceDocument } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

export type ReadInvoicesOptions = ReadDocumentsOptions;

/** Reads one e-invoice, or those of a zip, one at a time. Behaves like `readDocuments`. */
export function readInvoices(
  source: ByteSource,
  fileName: string,
  options: ReadInvoicesOptions = {},
): AsyncGenerator<Reading<InvoiceDocument>> {
  return readDocuments('invoice', readUblInvoice, source, fileName, options);
}
