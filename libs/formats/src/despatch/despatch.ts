import type { UnreadCounts } from '../invoice/count-unread.ts';
import type { InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';

/**
 * A despatch advice as its sender wrote it: Peppol BIS Despatch Advice 3, its advanced variant and EHF 1 (UBL 2). It
 * states goods sent or delivered, without prices.
 * Quantities are the texts of the file; a field that the file does not state is null. Drivers, contacts and addresses
 * are never stored.
 */
export interface DespatchDocument {
  readonly id: string | null;
  readonly customization: string | null;
  readonly profile: string | null;
  readonly issuedOn: string | null;
  readonly orderReference: string | null;
  readonly contractReference: string | null;
  /** The seller, or the despatching party when no seller is named. */
  readonly seller: InvoiceParty;
  /** The buyer, or the delivery customer when no buyer is named. */
  readonly buyer: InvoiceParty;
  readonly despatchedOn: string | null;
  readonly expectedOn: string | null;
  readonly deliveredOn: string | null;
  readonly lines: readonly DespatchLine[];
  /** Contacts and street addresses in the file: counted, but not read. */
  readonly unread: UnreadCounts;
}

export interface DespatchLine {
  readonly id: string | null;
  readonly quantity: string | null;
  /** UN/ECE Recommendation 20 or 21 code as written. */
  readonly unit: string | null;
  /** Quantity of the order line that is still to be delivered. */
  readonly outstanding: string | null;
  readonly orderLine: string | null;
  readonly orderReference: string | null;
  readonly deliveredOn: string | null;
  readonly item: InvoiceItem;
}
