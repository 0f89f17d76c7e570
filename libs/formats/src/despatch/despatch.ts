import type { Unread } from '../invoice/count-unread.ts';
import type { InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';

/**
 * A despatch advice as its sender wrote it: Peppol BIS Despatch Advice 3, its advanced kin and EHF 1 (UBL 2). What is on its way or has
 * come, without prices. Quantities are texts as in the file; what it does not say is null. Drivers, contacts and addresses are never kept.
 */
export interface DespatchDocument {
  readonly id: string | null;
  readonly customization: string | null;
  readonly profile: string | null;
  readonly issuedOn: string | null;
  readonly orderReference: string | null;
  readonly contractReference: string | null;
  /** Who sold the goods: the seller where one is named, else who sent them. */
  readonly seller: InvoiceParty;
  /** Who bought them: the buyer where one is named, else who receives them. */
  readonly buyer: InvoiceParty;
  readonly despatchedOn: string | null;
  readonly expectedOn: string | null;
  readonly deliveredOn: string | null;
  readonly lines: readonly DespatchLine[];
  /** Contacts and street addresses in the file: not read, only counted. */
  readonly unread: Unread;
}

export interface DespatchLine {
  readonly id: string | null;
  readonly quantity: string | null;
  /** UN/ECE Recommendation 20 or 21 code as written. */
  readonly unit: string | null;
  /** What is still to come of the order line. */
  readonly outstanding: string | null;
  readonly orderLine: string | null;
  readonly orderReference: string | null;
  readonly deliveredOn: string | null;
  readonly item: InvoiceItem;
}
