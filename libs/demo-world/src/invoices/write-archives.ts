import { strToU8 } from 'fflate';
import type { Chapter } from '../latent/history.ts';
import { sellerOf, type Invoice } from '../latent/invoices.ts';
import type { Voucher } from '../latent/vouchers.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { quarterOf, quartersOf } from '../values/calendar.ts';
import type { WorldFile } from '../world-file.ts';
import { packZip } from '../writing/zip.ts';
import { writeDocument } from './write-document.ts';

export const entryName = (invoice: Invoice): string => `${sellerOf(invoice).orgNumber}_${invoice.number}.xml`;

/** Writes the e-invoices that are in an archive, one archive per municipality and quarter of booking. */
export class ArchiveWriter {
  private readonly scenario: Scenario;
  private pending: Voucher[] = [];

  private readonly isLeftOut: boolean;

  constructor(scenario: Scenario, isLeftOut = false) {
    this.scenario = scenario;
    this.isLeftOut = isLeftOut;
  }

  *next({ span, vouchers, eInvoices }: Chapter, book: TruthBook): Generator<WorldFile> {
    const archivedInvoices = [...this.pending, ...vouchers.filter(({ invoice }) => invoice && eInvoices.has(invoice))];
    const quarters = quartersOf(span.months).filter((quarter) => this.scenario.quarters.includes(quarter));
    for (const one of this.scenario.buyers.filter(({ body }) => !body)) {
      for (const quarter of quarters) {
        const documents: Record<string, Uint8Array> = {};
        const path = `invoices/${one.slug}/${quarter}.zip`;
        for (const { invoice } of archivedInvoices.filter(
          (voucher) => voucher.municipality === one && quarterOf(`${voucher.period}-01`) === quarter,
        )) {
          if (!invoice) continue;
          if (!this.isLeftOut) documents[entryName(invoice)] = strToU8(writeDocument(invoice, one));
          book.eInvoices.set(`${invoice.supplier.key}/${invoice.number}`, { file: path, entry: entryName(invoice) });
        }
        if (!this.isLeftOut) yield { path, bytes: packZip(documents) };
      }
    }
    this.pending = archivedInvoices.filter(
      ({ period }) => quarterOf(`${period}-01`) > (quarters[quarters.length - 1] ?? ''),
    );
  }
}
