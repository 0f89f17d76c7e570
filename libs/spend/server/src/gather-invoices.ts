import type { FormatFinding, InvoiceDocument, Read, Reading } from '@tallgrunn/formats';
import type { CopyValue } from '@tallgrunn/platform';
import { LineKeyCounter } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { invoiceLineRows, invoiceRow } from './invoice-rows.ts';

export type InvoiceBatch = Pick<Batch, 'id' | 'file_name' | 'buyer_id'>;

/** What came of the documents, besides their rows. */
export interface InvoiceSummary {
  readonly documents: number;
  readonly refused: number;
  readonly lines: number;
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly (FormatFinding & { document: string })[];
}

export interface InvoiceRows {
  readonly invoice: CopyValue[];
  readonly lines: CopyValue[][];
}

const FINDINGS_KEPT_MAX = 2_000;

/** Counts documents and what was odd about them, and makes rows of those that are the batch's to post. */
export class GatherInvoices {
  readonly #counts: Record<string, number> = {};
  readonly #findings: (FormatFinding & { document: string })[] = [];
  readonly #keys = new LineKeyCounter();
  readonly #batch: InvoiceBatch;
  readonly #buyers: ReadonlyMap<string, string>;
  #documents = 0;
  #refused = 0;
  #lines = 0;

  /** `buyers`: ids by organisation number. */
  constructor(batch: InvoiceBatch, buyers: ReadonlyMap<string, string>) {
    this.#batch = batch;
    this.#buyers = buyers;
  }

  get tried(): number {
    return this.#documents + this.#refused;
  }

  summary(): InvoiceSummary {
    return { documents: this.#documents, refused: this.#refused, lines: this.#lines, findingCounts: this.#counts, findings: this.#findings };
  }

  /** The document's rows, or null when it is not posted. */
  take(reading: Reading<InvoiceDocument>): InvoiceRows | null {
    this.#keep(reading.name, reading.findings);
    if (reading.ok) return this.#post(reading);
    this.#refused += 1;
    return null;
  }

  #post({ document, findings, name }: Read<InvoiceDocument>): InvoiceRows | null {
    const buyerId = this.#buyerOf(document);
    if (buyerId === 'another') {
      this.#refused += 1;
      this.#keep(name, [{ code: 'invoice-of-another-buyer', severity: 'blocksRow', place: null, found: document.buyer.orgNumber, expected: null, params: {} }]);
      return null;
    }
    this.#documents += 1;
    const entry = name === this.#batch.file_name ? '' : name.slice(this.#batch.file_name.length + 1);
    const place = { batchId: this.#batch.id, invoiceNo: this.#documents, name: entry, buyerId };
    return { invoice: invoiceRow(document, findings, place), lines: invoiceLineRows(document, place, this.#keys, () => (this.#lines += 1)) };
  }

  /**
   * Whose invoice it is: the batch's buyer when it has one, who may be invoiced under other numbers (schools, companies);
   * else the buyer with the number on the invoice. An invoice addressed to another of the buyers is not the sender's to post.
   */
  #buyerOf({ buyer }: InvoiceDocument): string | null | 'another' {
    const addressed = buyer.orgNumber === null ? undefined : this.#buyers.get(buyer.orgNumber);
    const { buyer_id } = this.#batch;
    if (buyer_id === null) return addressed ?? null;
    return addressed === undefined || addressed === buyer_id ? buyer_id : 'another';
  }

  #keep(document: string, findings: readonly FormatFinding[]): void {
    for (const finding of findings) {
      this.#counts[finding.code] = (this.#counts[finding.code] ?? 0) + 1;
      if (this.#findings.length < FINDINGS_KEPT_MAX) this.#findings.push({ document, ...finding });
    }
  }
}
