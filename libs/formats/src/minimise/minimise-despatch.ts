import type { DespatchDocument } from '../despatch/despatch.ts';
import { Keep } from './keep.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import type { WithheldCounts } from './withheld.ts';

/**
 * Returns the despatch advice without data that must not be stored, by the same rules as for invoices. Null when the
 * seller states no organisation number. Removed data is counted.
 */
export function minimiseDespatch(document: DespatchDocument, counts: WithheldCounts): DespatchDocument | null {
  if (!isKnownParty(document.seller)) return null;
  const keep = new Keep(counts);
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return keep.everywhere({
    ...document,
    id: keep.number(document.id, 'ID'),
    orderReference: keep.reference(document.orderReference, 'OrderReference'),
    contractReference: keep.reference(document.contractReference, 'ContractDocumentReference'),
    seller: minimiseParty(document.seller, 'SellerSupplierParty', counts),
    buyer: keep.party(document.buyer, 'BuyerCustomerParty'),
    lines: document.lines.map((line) => ({
      ...line,
      orderReference: keep.reference(line.orderReference, 'OrderReference'),
      item: keep.item(line.item),
    })),
  });
}
