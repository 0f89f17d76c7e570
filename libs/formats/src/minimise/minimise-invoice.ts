import { maskNationalIds } from '@tallgrunn/values';
import type { AllowanceCharge, InvoiceDocument, InvoiceItem, InvoiceLine } from '../invoice/invoice.ts';
import { reduceReference, reduceText } from './known-words.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import type { WithheldCounts } from './withheld.ts';

/** The properties of items that are read: the CO2e convention of EHF. */
const properties = /^(?:EmissionFactor\w*|NetEmissionQuantity|CO2EmissionFactorSource|GWP|Global warming potential)$/;

/**
 * The invoice without what must not be kept: notes and descriptions, names among the references, contacts, addresses, payees that may be
 * private, attachments, and the numbers of persons. What invoices and lines are found by, and what the items are called, stays. Null when
 * the seller gives no number of an organisation. What goes is counted.
 */
export function minimiseInvoice(document: InvoiceDocument, counts: WithheldCounts): InvoiceDocument | null {
  if (!isKnownParty(document.seller)) return null;
  const keep = new Keep(counts);
  counts.add('free-text', 'Note', document.notes.length);
  counts.add('attachment', 'AdditionalDocumentReference', document.attachments.length);
  counts.add('contact', 'Contact', document.unread.contacts);
  counts.add('address', 'PostalAddress', document.unread.addresses);
  return {
    ...document,
    notes: [],
    buyerReference: keep.code(document.buyerReference, 'BuyerReference'),
    orderReference: keep.reference(document.orderReference, 'OrderReference'),
    salesOrderReference: keep.reference(document.salesOrderReference, 'SalesOrderID'),
    contractReference: keep.reference(document.contractReference, 'ContractDocumentReference'),
    projectReference: keep.reference(document.projectReference, 'ProjectReference'),
    accountingCost: keep.reference(document.accountingCost, 'AccountingCost'),
    billingReferences: document.billingReferences.flatMap(({ id, issuedOn }) => {
      const kept = keep.reference(id, 'BillingReference');
      return kept === null ? [] : [{ id: kept, issuedOn }];
    }),
    seller: minimiseParty(document.seller, 'AccountingSupplierParty', counts),
    buyer: minimiseParty(document.buyer, 'AccountingCustomerParty', counts),
    payee: document.payee && minimiseParty(document.payee, 'PayeeParty', counts),
    deliveries: document.deliveries.map(({ deliveredOn, location, name, address }) => {
      counts.add('address', 'DeliveryLocation', address === null ? 0 : 1);
      counts.add('person', 'DeliveryParty', name === null ? 0 : 1);
      return { deliveredOn, location: location && keep.code(location.id, 'DeliveryLocation') ? location : null, name: null, address: null };
    }),
    lines: document.lines.map((line) => keep.line(line)),
    allowances: document.allowances.map((each) => keep.reason(each)),
    charges: document.charges.map((each) => keep.reason(each)),
    attachments: [],
  };
}

/** Keeps what may be kept of one text after the other, and counts the rest. */
class Keep {
  readonly #counts: WithheldCounts;

  constructor(counts: WithheldCounts) {
    this.#counts = counts;
  }

  /** A code, whole or not at all: a person's name beside a short number is still a name. */
  code(text: string | null, where: string): string | null {
    if (text === null) return null;
    const { dropped } = reduceReference(text);
    if (dropped) this.#counts.add('reference', where);
    return dropped ? null : text;
  }

  reference(text: string | null, where: string): string | null {
    if (text === null) return null;
    const reduced = reduceReference(text);
    if (reduced.dropped) this.#counts.add('reference', where);
    return reduced.text;
  }

  masked<T extends string | null>(text: T, where: string): T {
    if (text === null) return text;
    const masked = maskNationalIds(text) as T & string;
    if (masked !== text) this.#counts.add('national-number', where);
    return masked;
  }

  line(line: InvoiceLine): InvoiceLine {
    this.#counts.add('free-text', 'InvoiceLine/Note', line.note === null ? 0 : 1);
    return {
      ...line,
      note: null,
      accountingCost: this.reference(line.accountingCost, 'AccountingCost'),
      orderReference: this.reference(line.orderReference, 'OrderReference'),
      billingReference: this.reference(line.billingReference, 'BillingReference'),
      item: this.item(line.item),
      allowances: line.allowances.map((each) => this.reason(each)),
      charges: line.charges.map((each) => this.reason(each)),
      subLines: line.subLines.map((each) => this.line(each)),
    };
  }

  /** What the goods are called is the seller's own and stays; what is told of them beside it goes. */
  item<I extends InvoiceItem>(item: I): I {
    const kept = item.properties.filter(({ name }) => properties.test(name));
    this.#counts.add('free-text', 'Item/Description', item.description === null ? 0 : 1);
    this.#counts.add('property', 'AdditionalItemProperty', item.properties.length - kept.length);
    return {
      ...item,
      name: this.masked(item.name, 'Item/Name'),
      description: null,
      sellerNumber: this.masked(item.sellerNumber, 'SellersItemIdentification'),
      buyerNumber: this.masked(item.buyerNumber, 'BuyersItemIdentification'),
      manufacturerNumber: this.masked(item.manufacturerNumber, 'ManufacturersItemIdentification'),
      properties: kept.map((each) => ({ ...each, value: this.masked(each.value, 'AdditionalItemProperty') })),
    };
  }

  reason(charge: AllowanceCharge): AllowanceCharge {
    if (charge.reason === null) return charge;
    const { text, dropped } = reduceText(charge.reason, { texts: [] });
    if (dropped) this.#counts.add('free-text', 'AllowanceChargeReason');
    return { ...charge, reason: text };
  }
}
