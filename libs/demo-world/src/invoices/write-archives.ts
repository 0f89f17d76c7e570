import { strToU8 } from 'fflate';
import type { Invoice } from '../latent/invoices.ts';
import type { LatentWorld } from '../latent/world.ts';
import { quarters } from '../ledgers/write-ledgers.ts';
import { municipalities } from '../setting/municipalities.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { quarterOf } from '../values/calendar.ts';
import type { WorldFile } from '../world-file.ts';
import { packZip } from '../writing/zip.ts';
import { writeDocument } from './write-document.ts';

export const entryName = (invoice: Invoice): string => `${invoice.supplier.orgNumber}_${invoice.number}.xml`;

/** The e-invoices we hold, one archive for each municipality and quarter of booking. */
export function* writeArchives(world: LatentWorld, book: TruthBook): Generator<WorldFile> {
  const held = world.vouchers.filter(({ invoice }) => invoice && world.eInvoices.has(invoice));
  for (const one of municipalities) {
    for (const quarter of quarters) {
      const documents: Record<string, Uint8Array> = {};
      const path = `invoices/${one.slug}/${quarter}.zip`;
      for (const { invoice } of held.filter((voucher) => voucher.municipality === one && quarterOf(`${voucher.period}-01`) === quarter)) {
        if (!invoice) continue;
        documents[entryName(invoice)] = strToU8(writeDocument(invoice));
        book.eInvoices.set(`${invoice.supplier.key}/${invoice.number}`, { file: path, entry: entryName(invoice) });
      }
      yield { path, bytes: packZip(documents) };
    }
  }
}
