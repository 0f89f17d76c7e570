import type { DespatchDocument } from '../despatch/despatch.ts';
import { Redactor } from './retained-properties.ts';
import { isOrganisation, redactInvoiceParty } from './minimise-party.ts';
import type { RedactionCounts } from './redacted-fields.ts';

/**
 * Returns the despatch advice without data that must not be stored, by the same rules as for invoices. Null when the
 * seller states no organisation number. Removed data is counted.
 */
export function redactDespatch(document: DespatchDocument, counts: RedactionCounts): DespatchDocument | null {
  if (!isOrganisation(document.seller)) return null;
  const redactor = new Redactor(counts);
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return redactor.redactFields({
    ...document,
    id: redactor.redactNumber(document.id, 'ID'),
    orderReference: redactor.redactReference(document.orderReference, 'OrderReference'),
    contractReference: redactor.redactReference(document.contractReference, 'ContractDocumentReference'),
    seller: redactInvoiceParty(document.seller, 'SellerSupplierParty', counts),
    buyer: redactor.redactParty(document.buyer, 'BuyerCustomerParty'),
    lines: document.lines.map((line) => ({
      ...line,
      orderReference: redactor.redactReference(line.orderReference, 'OrderReference'),
      item: redactor.redactItem(line.item),
    })),
  });
}
