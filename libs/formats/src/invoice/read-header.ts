import { attributeAt, child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import { countUnread } from './count-unread.ts';
import type {
  Attachment,
  BillingReference,
  Delivery,
  InvoiceDocument,
  InvoiceLine,
  InvoiceTotals,
  VatSubtotal,
} from './invoice.ts';
import { readAllowancesAndCharges, readPeriod } from './read-line.ts';
import { readParty, schemedId } from './read-party.ts';

/** Head elements by name, each list in file order. */
export type HeaderElements = Map<string, Element[]>;

export const emptyHeader = (): HeaderElements => new Map();

/** Elements that are read. Others, such as extensions and signatures, can be large and are dropped at once. */
const headerElements = new Set([
  ...[
    'ID',
    'IssueDate',
    'DueDate',
    'TaxPointDate',
    'InvoiceTypeCode',
    'CreditNoteTypeCode',
    'CustomizationID',
    'ProfileID',
    'Note',
  ],
  ...[
    'DocumentCurrencyCode',
    'TaxCurrencyCode',
    'AccountingCost',
    'AccountingCostCode',
    'BuyerReference',
    'InvoicePeriod',
    'OrderReference',
  ],
  ...[
    'ContractDocumentReference',
    'ProjectReference',
    'BillingReference',
    'AdditionalDocumentReference',
    'AccountingSupplierParty',
  ],
  ...[
    'AccountingCustomerParty',
    'PayeeParty',
    'Delivery',
    'PaymentMeans',
    'AllowanceCharge',
    'TaxTotal',
    'LegalMonetaryTotal',
  ],
]);

export function addHeaderElement(parts: HeaderElements, element: Element): void {
  if (!headerElements.has(element.name)) return;
  const existing = parts.get(element.name);
  if (existing) existing.push(element);
  else parts.set(element.name, [element]);
}

export function buildHeader(
  parts: HeaderElements,
  type: InvoiceDocument['type'],
  lines: InvoiceLine[],
): InvoiceDocument {
  const all = (name: string): Element[] => parts.get(name) ?? [];
  const first = (name: string): Element | undefined => parts.get(name)?.[0];
  const text = (name: string, ...path: string[]): string | null => textAt(first(name), ...path);
  const whole: Element = {
    name: '',
    attributes: {},
    children: all('AllowanceCharge'),
    text: '',
    textLength: 0,
    line: 0,
  };
  const payee = first('PayeeParty');
  return {
    id: text('ID'),
    type,
    typeCode: text('InvoiceTypeCode') ?? text('CreditNoteTypeCode'),
    customization: text('CustomizationID'),
    profile: text('ProfileID'),
    issuedOn: dateAt(first('IssueDate')),
    dueOn: dateAt(first('DueDate')) ?? dateAt(first('PaymentMeans'), 'PaymentDueDate'),
    taxPointOn: dateAt(first('TaxPointDate')),
    currency: text('DocumentCurrencyCode'),
    taxCurrency: text('TaxCurrencyCode'),
    notes: all('Note').flatMap((note) => note.text || []),
    buyerReference: text('BuyerReference') ?? text('AccountingCustomerParty', 'Party', 'Contact', 'ID'),
    orderReference: text('OrderReference', 'ID'),
    salesOrderReference: text('OrderReference', 'SalesOrderID'),
    contractReference: text('ContractDocumentReference', 'ID'),
    projectReference: text('ProjectReference', 'ID'),
    accountingCost: text('AccountingCost') ?? text('AccountingCostCode'),
    period: readPeriod(first('InvoicePeriod')),
    billingReferences: all('BillingReference').flatMap(readBillingReference),
    seller: readParty(child(first('AccountingSupplierParty'), 'Party')),
    buyer: readParty(child(first('AccountingCustomerParty'), 'Party')),
    payee: payee ? readParty(payee) : null,
    deliveries: all('Delivery').map(readDelivery),
    lines,
    ...readAllowancesAndCharges(whole),
    vat: all('TaxTotal').flatMap((total) => childrenOf(total, 'TaxSubtotal').map(readVat)),
    totals: readTotals(first('LegalMonetaryTotal'), taxTotalOf(all('TaxTotal'), text('DocumentCurrencyCode'))),
    attachments: all('AdditionalDocumentReference').map(readAttachment),
    unread: countUnread([...parts.values()].flat()),
  };
}

function readBillingReference(reference: Element): BillingReference[] {
  return ['InvoiceDocumentReference', 'CreditNoteDocumentReference', 'SelfBilledInvoiceDocumentReference'].flatMap(
    (name) => {
      const id = textAt(reference, name, 'ID');
      return id ? [{ id, issuedOn: dateAt(reference, name, 'IssueDate') }] : [];
    },
  );
}

function readDelivery(delivery: Element): Delivery {
  const address = child(delivery, 'DeliveryLocation', 'Address');
  const written = ['StreetName', 'AdditionalStreetName', 'PostalZone', 'CityName'].flatMap(
    (name) => textAt(address, name) ?? [],
  );
  return {
    deliveredOn: dateAt(delivery, 'ActualDeliveryDate'),
    location: schemedId(child(delivery, 'DeliveryLocation', 'ID')),
    name: textAt(delivery, 'DeliveryParty', 'PartyName', 'Name'),
    address: written.join(', ') || null,
  };
}

function readVat(subtotal: Element): VatSubtotal {
  return {
    category: textAt(subtotal, 'TaxCategory', 'ID'),
    rate: textAt(subtotal, 'TaxCategory', 'Percent') ?? textAt(subtotal, 'Percent'),
    taxableAmount: textAt(subtotal, 'TaxableAmount'),
    taxAmount: textAt(subtotal, 'TaxAmount'),
  };
}

/** Returns the tax total in the document's currency. A document may also state the tax in its tax currency. */
function taxTotalOf(totals: Element[], currency: string | null): string | null {
  const own = totals.find((total) => attributeAt(child(total, 'TaxAmount'), 'currencyID') === currency);
  return textAt(own ?? totals[0], 'TaxAmount');
}

function readTotals(total: Element | undefined, taxAmount: string | null): InvoiceTotals {
  return {
    lineExtensionAmount: textAt(total, 'LineExtensionAmount'),
    taxExclusiveAmount: textAt(total, 'TaxExclusiveAmount'),
    taxInclusiveAmount: textAt(total, 'TaxInclusiveAmount'),
    allowanceTotalAmount: textAt(total, 'AllowanceTotalAmount'),
    chargeTotalAmount: textAt(total, 'ChargeTotalAmount'),
    prepaidAmount: textAt(total, 'PrepaidAmount'),
    payableRoundingAmount: textAt(total, 'PayableRoundingAmount'),
    payableAmount: textAt(total, 'PayableAmount'),
    taxAmount,
  };
}

export function readAttachment(reference: Element): Attachment {
  const content = child(reference, 'Attachment', 'EmbeddedDocumentBinaryObject');
  return {
    id: textAt(reference, 'ID'),
    name: attributeAt(content, 'filename'),
    mimeType: attributeAt(content, 'mimeCode'),
    sizeBytes: content ? Math.floor((content.textLength * 3) / 4) : null,
    uri: textAt(reference, 'Attachment', 'ExternalReference', 'URI'),
    description: textAt(reference, 'DocumentDescription') ?? textAt(reference, 'DocumentType'),
  };
}
