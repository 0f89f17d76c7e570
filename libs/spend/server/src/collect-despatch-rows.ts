import {
  parseDecimal,
  redactFinding,
  isPlausibleDay,
  redactDespatch,
  redactFileName,
  RedactionCounts,
  type DespatchDocument,
  type DespatchLine,
  type FormatFinding,
  type Reading,
} from '@tallgrunn/formats';
import type { InvoiceBatch, InvoiceSummary } from './collect-invoice-rows.ts';
import { ANOTHER_BUYER, checkDocumentRecipient } from './check-document-recipient.ts';

/** A row of spend.delivery or spend.delivery_line, by column name. */
export type DeliveryRow = Readonly<Record<string, string | number | null>>;

export interface DeliveryRows {
  readonly delivery: DeliveryRow;
  readonly lines: readonly DeliveryRow[];
}

const FINDINGS_MAX = 2_000;
const TEXT_MAX = 2_000;
const truncate = (text: string | null): string | null => text?.slice(0, TEXT_MAX) ?? null;
/** Shortens values that are indexed. */
const key = (text: string | null): string | null => text?.slice(0, 200) ?? null;
const day = (text: string | null): string | null => (text !== null && isPlausibleDay(text) ? text : null);

/** Counts despatch advices and their findings, and builds the rows of those that belong to the batch. */
export class CollectDespatchRows {
  readonly #batch: InvoiceBatch;
  readonly #buyers: ReadonlyMap<string, string>;
  readonly #counts: Record<string, number> = {};
  readonly #findings: (FormatFinding & { document: string })[] = [];
  readonly #withheld = new RedactionCounts();
  #leftOut = 0;
  #documents = 0;
  #refused = 0;
  #lines = 0;

  constructor(batch: InvoiceBatch, buyers: ReadonlyMap<string, string>) {
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
      leftOut: this.#leftOut > 0 ? [{ reason: 'party no-number', rows: this.#leftOut, amounts: {} }] : [],
      withheld: this.#withheld.list(),
    };
  }

  /** Returns the document's rows; null when it is not posted. */
  add(reading: Reading<DespatchDocument>): DeliveryRows | null {
    this.#store(reading.name, reading.findings);
    const buyerId = reading.ok
      ? checkDocumentRecipient(this.#batch.buyer_id, reading.document.buyer.orgNumber, this.#buyers)
      : ANOTHER_BUYER;
    if (reading.ok && buyerId !== ANOTHER_BUYER) {
      const redacted = redactDespatch(reading.document, this.#withheld);
      if (redacted === null) this.#leftOut += reading.document.lines.length;
      return redacted && this.#rows(redacted, reading.name, buyerId);
    }
    this.#refused += 1;
    if (reading.ok)
      this.#store(reading.name, [
        {
          code: 'invoice-of-another-buyer',
          severity: 'blocksRow',
          place: null,
          found: reading.document.buyer.orgNumber,
          expected: null,
          params: {},
        },
      ]);
    return null;
  }

  #rows(document: DespatchDocument, name: string, buyerId: string | null): DeliveryRows {
    this.#documents += 1;
    const { on, basis } = deliveryDay(document);
    const own = { batch_id: this.#batch.id, document_no: this.#documents, buyer_id: buyerId };
    const delivery = {
      ...own,
      name:
        name === this.#batch.file_name
          ? ''
          : redactFileName(name.slice(this.#batch.file_name.length + 1), String(this.#documents)),
      buyer_org_number: document.buyer.orgNumber,
      seller_org_number: document.seller.orgNumber,
      seller_name: truncate(document.seller.name),
      number: key(document.id),
      order_number: key(document.orderReference),
      contract_reference: truncate(document.contractReference),
      issued_on: day(document.issuedOn),
      delivered_on: on,
      delivery_date_basis: basis,
      line_count: document.lines.length,
    };
    return { delivery, lines: document.lines.map((line, at) => ({ ...own, ...this.#line(line, at, document, on) })) };
  }

  #line(line: DespatchLine, at: number, document: DespatchDocument, on: string | null): DeliveryRow {
    this.#lines += 1;
    const { item } = line;
    return {
      line_no: this.#lines,
      position: at + 1,
      line_id: truncate(line.id),
      item_number: truncate(item.sellerNumber),
      gtin: item.gtinValid ? item.gtin : null,
      item_name: truncate(item.name),
      quantity: parseDecimal(line.quantity),
      unit: line.unit,
      outstanding: parseDecimal(line.outstanding),
      order_number: key(line.orderReference ?? document.orderReference),
      order_line: truncate(line.orderLine),
      delivered_on: day(line.deliveredOn) ?? on,
    };
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

/** Returns the most reliable day of the advice and its basis: delivered, expected, despatched or issued. */
function deliveryDay(document: DespatchDocument): { on: string | null; basis: string | null } {
  const days = {
    delivered: document.deliveredOn,
    expected: document.expectedOn,
    despatched: document.despatchedOn,
    issued: document.issuedOn,
  };
  const available = Object.entries(days).find(([, on]) => day(on) !== null);
  return { on: available ? available[1] : null, basis: available?.[0] ?? null };
}
