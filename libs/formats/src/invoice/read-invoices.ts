import { type ByteSource, chunksOf, openZip, ReadProblem, type ZipEntry } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { refused } from '../format-problem.ts';
import type { Reading } from '../reading.ts';
import type { InvoiceDocument } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

export interface ReadInvoicesOptions {
  readonly signal?: AbortSignal;
}

const sidecars = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/;

/**
 * Reads one XML invoice, or every `.xml` inside a zip, one at a time: nothing but the document at hand is kept.
 * A document that cannot be read becomes a refusal and the next is tried; a zip that cannot be opened is one refusal.
 * Other files in a zip, such as PDF copies, are passed over.
 */
export async function* readInvoices(source: ByteSource, fileName: string, options: ReadInvoicesOptions = {}): AsyncGenerator<Reading<InvoiceDocument>> {
  if (source.size > limits.spend.sizeBytesMax) {
    yield refused('invoice', fileName, { code: 'too-large', params: { found: source.size, expected: limits.spend.sizeBytesMax } });
    return;
  }
  if (await isZip(source)) yield* readZip(source, fileName, options);
  else yield await readUblInvoice(chunksOf(source, options), { name: fileName });
}

async function isZip(source: ByteSource): Promise<boolean> {
  const [p, k, third] = await source.read(0, 4);
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5);
}

async function* readZip(source: ByteSource, fileName: string, options: ReadInvoicesOptions): AsyncGenerator<Reading<InvoiceDocument>> {
  try {
    const zip = await openZip(source);
    const documents = zip.entries.filter((entry) => /\.xml$/i.test(entry.name) && !sidecars.test(entry.name));
    if (documents.length === 0) yield refused('invoice', fileName, { code: 'zip-without-documents', params: {} });
    for (const entry of documents) {
      options.signal?.throwIfAborted();
      yield await readEntryOf(zip.read(entry, options), entry, fileName);
    }
  } catch (error) {
    yield refusalOf(error, fileName);
  }
}

async function readEntryOf(chunks: AsyncIterable<Uint8Array>, entry: ZipEntry, fileName: string): Promise<Reading<InvoiceDocument>> {
  const name = `${fileName}/${entry.name}`;
  try {
    return await readUblInvoice(chunks, { name });
  } catch (error) {
    return refusalOf(error, name);
  }
}

function refusalOf(error: unknown, name: string): Reading<InvoiceDocument> {
  if (error instanceof ReadProblem) return refused('invoice', name, error);
  throw error;
}
