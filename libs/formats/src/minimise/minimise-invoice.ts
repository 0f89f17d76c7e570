import type { InvoiceDocument, InvoiceLine } from '../invoice/invoice.ts';
import { Keep } from './keep.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import type { WithheldCounts } from './withheld.ts';

/**
 * Returns the invoice without data that must not be stored. Removed are notes, descriptions, names in references,
 * contacts, addresses, payees that may be private, attachments, and personal numbers, names and addresses in all texts.
 * Identifiers of invoices and lines and the names of items remain. Null when the seller states no organisation number.
 * Removed data is counted.
 */
export function minimiseInvoice(document: InvoiceDocument, counts: WithheldCounts): InvoiceDocument | null {
  if (!isKnownParty(document.seller)) return null;
  const keep = new Keep(counts);
  counts.add('free-text', 'Note', document.notes.length);
  counts.add('attachment', 'AdditionalDocumentReference', document.attachments.length);
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return keep.everywhere({
    ...document,
    id: keep.number(document.id, 'ID'),
    notes: [],
    buyerReference: keep.code(document.buyerReference, 'BuyerReference'),
    orderReference: keep.reference(document.orderReference, 'OrderReference'),
    salesOrderReference: keep.reference(document.salesOrderReference, 'SalesOrderID'),
    contractReference: keep.reference(document.contractReference, 'ContractDocumentReference'),
    projectReference: keep.reference(document.projectReference, 'ProjectReference'),
    accountingCost: keep.reference(document.accountingCost, 'AccountingCost'),
    billingReferences: document.billingReferences.flatMap(({ id, issuedOn }) => {
      const kept = keep.number(id, 'BillingReference');
      return kept === null ? [] : [{ id: kept, issuedOn }];
    }),
    seller: minimiseParty(document.seller, 'AccountingSupplierParty', counts),
    buyer: keep.party(document.buyer, 'AccountingCustomerParty'),
    payee: document.payee && keep.party(document.payee, 'PayeeParty'),
    deliveries: document.deliveries.map(({ deliveredOn, location, name, address }) => {
      counts.add('address', 'DeliveryLocation', address === null ? 0 : 1);
      counts.add('person', 'DeliveryParty', name === null ? 0 : 1);
      return {
        deliveredOn,
        location: location && keep.code(location.id, 'DeliveryLocation') ? location : null,
        name: null,
        address: null,
      };
    }),
    lines: document.lines.map((line) => lineOf(line, keep, counts)),
    allowances: document.allowances.map((each) => keep.reason(each)),
    charges: document.charges.map((each) => keep.reason(each)),
    attachments: [],
  });
}

function lineOf(line: InvoiceLine, keep: Keep, counts: WithheldCounts): InvoiceLine {
  counts.add('free-text', 'InvoiceLine/Note', line.note === null ? 0 : 1);
  return {
    ...line,
    note: null,
    accountingCost: keep.reference(line.accountingCost, 'AccountingCost'),
    orderReference: keep.reference(line.orderReference, 'OrderReference'),
    billingReference: keep.number(line.billingReference, 'BillingReference'),
    item: keep.item(line.item),
    allowances: line.allowances.map((each) => keep.reason(each)),
    charges: line.charges.map((each) => keep.reason(each)),
    subLines: line.subLines.map((each) => lineOf(each, keep, counts)),
  };
}
