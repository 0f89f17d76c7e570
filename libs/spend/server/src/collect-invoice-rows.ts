import {
  parseDecimal,
  redactFinding,
  redactInvoice,
  redactFileName,
  RedactionCounts,
  type FormatFinding,
  type InvoiceDocument,
  type ExcludedTotal,
  type Read,
  type Reading,
  type RedactedField,
} from '@tallgrunn/formats';
import type { CopyValue } from '@tallgrunn/platform';
import { add, LineKeyCounter, negate } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { invoiceLineRows, invoiceRow } from './invoice-rows.ts';
import { ANOTHER_BUYER, checkDocumentRecipient } from './check-document-recipient.ts';

export type InvoiceBatch = Pick<Batch, 'id' | 'file_name' | 'buyer_id'>;

/** Result of reading the documents, apart from their rows. */
export interface InvoiceSummary {
  readonly documents: number;
  readonly refused: number;
  readonly lines: number;
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly (FormatFinding & { document: string })[];
  /** Number of lines and amounts of sellers without an organisation number. */
  readonly leftOut: readonly ({ readonly reason: string } & ExcludedTotal)[];
  /** Data of the documents that was not stored, with reasons. */
  readonly withheld: readonly RedactedField[];
}

/** Returns the refusal of a file without usable documents: code and params of its first blocking finding. */
export function refusalOf({ findings }: Pick<InvoiceSummary, 'findings'>): {
  code: string;
  params: Record<string, unknown>;
} {
  const first = findings.find(({ severity }) => severity === 'blocksFile' || severity === 'blocksRow');
  if (!first) return { code: 'zip-without-documents', params: {} };
  return { code: first.code, params: { ...first.params, ...(first.found === null ? {} : { found: first.found }) } };
}

/** A buyer that was merged or divided, from that day. `by`: names of its successors. */
export interface FormerBuyer {
  readonly orgNumber: string;
  readonly on: string;
  readonly by: string;
}

export interface InvoiceRows {
  readonly invoice: CopyValue[];
  readonly lines: CopyValue[][];
}

const FINDINGS_MAX = 2_000;

/** Counts documents and their findings, and builds the rows of those that belong to the batch. */
export class CollectInvoiceRows {
  readonly #counts: Record<string, number> = {};
  readonly #findings: (FormatFinding & { document: string })[] = [];
  readonly #withheld = new RedactionCounts();
  readonly #leftOut: ExcludedTotal = { rows: 0, amounts: {} };
  readonly #keys = new LineKeyCounter();
  readonly #batch: InvoiceBatch;
  readonly #buyers: ReadonlyMap<string, string>;
  readonly #former: readonly FormerBuyer[];
  #documents = 0;
  #refused = 0;
  #lines = 0;

  /**
   * @param buyers buyer ids by organisation number
   * @param former buyers with successors
   */
  constructor(batch: InvoiceBatch, buyers: ReadonlyMap<string, string>, former: readonly FormerBuyer[] = []) {
    this.#former = former;
    this.#batch = batch;
    this.#buyers = buyers;
  }

  get documentCount(): number {
    return this.#documents + this.#refused;
  }

  summary(): InvoiceSummary {
    return {
      documents: this.#documents,
      refused: this.#refused,
      lines: this.#lines,
      findingCounts: this.#counts,
      findings: this.#findings,
      leftOut: this.#leftOut.rows > 0 ? [{ reason: 'party no-number', ...this.#leftOut }] : [],
      withheld: this.#withheld.list(),
    };
  }

  /** Returns the document's rows; null when it is not posted. */
  add(reading: Reading<InvoiceDocument>): InvoiceRows | null {
    this.#store(reading.name, reading.findings);
    if (reading.ok) return this.#post(reading);
    this.#refused += 1;
    return null;
  }

  #post({ document, findings, name }: Read<InvoiceDocument>): InvoiceRows | null {
    const buyerId = checkDocumentRecipient(this.#batch.buyer_id, document.buyer.orgNumber, this.#buyers);
    if (buyerId === ANOTHER_BUYER) {
      this.#refused += 1;
      this.#store(name, [
        {
          code: 'invoice-of-another-buyer',
          severity: 'blocksRow',
          place: null,
          found: document.buyer.orgNumber,
          expected: null,
          params: {},
        },
      ]);
      return null;
    }
    const redacted = redactInvoice(document, this.#withheld);
    if (redacted === null) return this.#leaveOut(document);
    this.#reportEarlierUnit(document, name);
    this.#documents += 1;
    const entry =
      name === this.#batch.file_name
        ? ''
        : redactFileName(name.slice(this.#batch.file_name.length + 1), String(this.#documents));
    const place = { batchId: this.#batch.id, invoiceNo: this.#documents, name: entry, buyerId };
    return {
      invoice: invoiceRow(redacted, findings.map(redactFinding), place),
      lines: invoiceLineRows(redacted, place, this.#keys, () => (this.#lines += 1)),
    };
  }

  /**
   * Counts a document of a seller without an organisation number. Such a seller may be a person: only line count and
   * amount are stored.
   */
  #leaveOut({ type, currency, totals, lines }: InvoiceDocument): null {
    const amount = parseDecimal(totals.lineExtensionAmount);
    this.#leftOut.rows += lines.length;
    if (amount !== null)
      this.#leftOut.amounts[currency ?? ''] = add(
        this.#leftOut.amounts[currency ?? ''] ?? '0',
        type === 'invoice' ? amount : negate(amount),
      );
    return null;
  }

  /** Reports an invoice to a buyer that has a successor. It stays with the addressed buyer. */
  #reportEarlierUnit({ buyer, issuedOn }: InvoiceDocument, name: string): void {
    const formerBuyer = this.#former.find(
      ({ orgNumber, on }) => orgNumber === buyer.orgNumber && issuedOn !== null && issuedOn >= on,
    );
    if (formerBuyer)
      this.#store(name, [
        {
          code: 'invoice-of-former-buyer',
          severity: 'info',
          place: null,
          found: buyer.orgNumber,
          expected: formerBuyer.by,
          params: {},
        },
      ]);
  }

  #store(document: string, findings: readonly FormatFinding[]): void {
    for (const finding of findings) {
      this.#counts[finding.code] = (this.#counts[finding.code] ?? 0) + 1;
      if (this.#findings.length < FINDINGS_MAX)
        this.#findings.push({
          document: redactFileName(document, String(this.#documents + this.#refused)),
          ...redactFinding(finding),
        });
    }
  }
}
