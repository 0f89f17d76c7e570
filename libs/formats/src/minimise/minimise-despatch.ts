import { maskNationalIds } from '@tallgrunn/values';
import type { DespatchDocument } from '../despatch/despatch.ts';
import { reduceReference } from './known-words.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import type { WithheldCounts } from './withheld.ts';

/** The advice without what must not be kept, as with invoices. Null when the seller gives no number of an organisation. What goes is counted. */
export function minimiseDespatch(document: DespatchDocument, counts: WithheldCounts): DespatchDocument | null {
  if (!isKnownParty(document.seller)) return null;
  const reference = (text: string | null, where: string): string | null => {
    if (text === null) return null;
    const reduced = reduceReference(text);
    if (reduced.dropped) counts.add('reference', where);
    return reduced.text;
  };
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return {
    ...document,
    orderReference: reference(document.orderReference, 'OrderReference'),
    contractReference: reference(document.contractReference, 'ContractDocumentReference'),
    seller: minimiseParty(document.seller, 'SellerSupplierParty', counts),
    buyer: minimiseParty(document.buyer, 'BuyerCustomerParty', counts),
    lines: document.lines.map((line) => {
      const { item } = line;
      const name = item.name === null ? null : maskNationalIds(item.name);
      if (name !== item.name) counts.add('national-number', 'Item/Name');
      counts.add('free-text', 'Item/Description', item.description === null ? 0 : 1);
      counts.add('property', 'AdditionalItemProperty', item.properties.length);
      return { ...line, orderReference: reference(line.orderReference, 'OrderReference'), item: { ...item, name, description: null, properties: [] } };
    }),
  };
}
