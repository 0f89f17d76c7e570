import type { InvoiceDocument, InvoiceLine } from '../invoice/invoice.ts';
import { Redactor } from './retained-properties.ts';
import { isOrganisation, redactInvoiceParty } from './minimise-party.ts';
import type { RedactionCounts } from './redacted-fields.ts';

/**
 * Returns the invoice without data that must not be stored. Removed are notes, descriptions, names in references,
 * contacts, addresses, payees that may be private, attachments, and personal numbers, names and addresses in all texts.
 * Identifiers of invoices and lines and the names of items remain. Null when the seller states no organisation number.
 * Removed data is counted.
 */
export function redactInvoice(document: InvoiceDocument, counts: RedactionCounts): InvoiceDocument | null {
  if (!isOrganisation(document.seller)) return null;
  const redactor = new Redactor(counts);
  counts.add('free-text', 'Note', document.notes.length);
  counts.add('attachment', 'AdditionalDocumentReference', document.attachments.length);
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return redactor.redactFields({
    ...document,
    id: redactor.redactNumber(document.id, 'ID'),
    notes: [],
    buyerReference: redactor.redactCode(document.buyerReference, 'BuyerReference'),
    orderReference: redactor.redactReference(document.orderReference, 'OrderReference'),
    salesOrderReference: redactor.redactReference(document.salesOrderReference, 'SalesOrderID'),
    contractReference: redactor.redactReference(document.contractReference, 'ContractDocumentReference'),
    projectReference: redactor.redactReference(document.projectReference, 'ProjectReference'),
    accountingCost: redactor.redactReference(document.accountingCost, 'AccountingCost'),
    billingReferences: document.billingReferences.flatMap(({ id, issuedOn }) => {
      const kept = redactor.redactNumber(id, 'BillingReference');
      return kept === null ? [] : [{ id: kept, issuedOn }];
    }),
    seller: redactInvoiceParty(document.seller, 'AccountingSupplierParty', counts),
    buyer: redactor.redactParty(document.buyer, 'AccountingCustomerParty'),
    payee: document.payee && redactor.redactParty(document.payee, 'PayeeParty'),
    deliveries: document.deliveries.map(({ deliveredOn, location, name, address }) => {
      counts.add('address', 'DeliveryLocation', address === null ? 0 : 1);
      counts.add('person', 'DeliveryParty', name === null ? 0 : 1);
      return {
        deliveredOn,
        location: location && redactor.redactCode(location.id, 'DeliveryLocation') ? location : null,
        name: null,
        address: null,
      };
    }),
    lines: document.lines.map((line) => redactLine(line, redactor, counts)),
    allowances: document.allowances.map((each) => redactor.redactReason(each)),
    charges: document.charges.map((each) => redactor.redactReason(each)),
    attachments: [],
  });
}

function redactLine(line: InvoiceLine, redactor: Redactor, counts: RedactionCounts): InvoiceLine {
  counts.add('free-text', 'InvoiceLine/Note', line.note === null ? 0 : 1);
  return {
    ...line,
    note: null,
    accountingCost: redactor.redactReference(line.accountingCost, 'AccountingCost'),
    orderReference: redactor.redactReference(line.orderReference, 'OrderReference'),
    billingReference: redactor.redactNumber(line.billingReference, 'BillingReference'),
    item: redactor.redactItem(line.item),
    allowances: line.allowances.map((each) => redactor.redactReason(each)),
    charges: line.charges.map((each) => redactor.redactReason(each)),
    subLines: line.subLines.map((each) => redactLine(each, redactor, counts)),
  };
}
