import { Gtin } from '@tallgrunn/values';
import { attributeAt, child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import type { AllowanceCharge, InvoiceItem, InvoiceLine, InvoicePeriod, LinePrice, SchemedId } from './invoice.ts';
import { readCo2e } from './read-co2e.ts';
import { schemedId } from './read-party.ts';

/** GTIN schemes: GS1's code in ISO 6523, and literals of older senders. */
const gtinSchemes = new Set(['0160', 'GTIN', 'EAN', 'SRV']);

/** Reads one `cac:InvoiceLine`, `cac:CreditNoteLine` or `cac:SubInvoiceLine`. */
export function readLine(line: Element): InvoiceLine {
  const quantity = child(line, 'InvoicedQuantity') ?? child(line, 'CreditedQuantity');
  const net = child(line, 'LineExtensionAmount');
  const item = readItem(child(line, 'Item'));
  const tax = child(line, 'Item', 'ClassifiedTaxCategory') ?? child(line, 'TaxTotal', 'TaxSubtotal', 'TaxCategory');
  const order = child(line, 'OrderLineReference');
  return {
    id: textAt(line, 'ID'),
    note: textAt(line, 'Note'),
    quantity: quantity?.text || null,
    unit: attributeAt(quantity, 'unitCode'),
    netAmount: net?.text || null,
    currency: attributeAt(net, 'currencyID'),
    accountingCost: textAt(line, 'AccountingCost') ?? textAt(line, 'AccountingCostCode'),
    period: readPeriod(child(line, 'InvoicePeriod')),
    deliveredOn: dateAt(line, 'Delivery', 'ActualDeliveryDate'),
    orderLine: textAt(order, 'LineID'),
    orderReference: textAt(order, 'OrderReference', 'ID'),
    billingReference: textAt(line, 'BillingReference', 'InvoiceDocumentReference', 'ID'),
    item,
    price: readPrice(child(line, 'Price')),
    vat: { category: textAt(tax, 'ID'), rate: textAt(tax, 'Percent') },
    ...readAllowancesAndCharges(line),
    co2e: readCo2e(item.properties, quantity?.text || null),
    subLines: [...childrenOf(line, 'SubInvoiceLine'), ...childrenOf(line, 'SubCreditNoteLine')].map(readLine),
  };
}

export function readItem(item: Element | undefined): InvoiceItem {
  const standardId = schemedId(child(item, 'StandardItemIdentification', 'ID'));
  return {
    name: textAt(item, 'Name'),
    description: textAt(item, 'Description'),
    sellerNumber: textAt(item, 'SellersItemIdentification', 'ID'),
    buyerNumber: textAt(item, 'BuyersItemIdentification', 'ID'),
    manufacturerNumber: textAt(item, 'ManufacturersItemIdentification', 'ID'),
    standardId,
    ...readGtin(standardId),
    classifications: childrenOf(item, 'CommodityClassification').flatMap(readClassification),
    originCountry: textAt(item, 'OriginCountry', 'IdentificationCode'),
    properties: childrenOf(item, 'AdditionalItemProperty').flatMap(readProperty),
    certificates: childrenOf(item, 'Certificate').flatMap((c) => {
      const id = textAt(c, 'ID');
      return id ? [{ id, type: textAt(c, 'CertificateTypeCode') ?? textAt(c, 'CertificateType') }] : [];
    }),
  };
}

function readGtin(id: SchemedId | null): { gtin: string | null; gtinValid: boolean | null } {
  if (!id?.scheme || !gtinSchemes.has(id.scheme.toUpperCase())) return { gtin: null, gtinValid: null };
  const reading = Gtin.parse(id.id);
  return { gtin: reading.value ?? id.id, gtinValid: reading.ok };
}

function readClassification(element: Element) {
  const code = child(element, 'ItemClassificationCode');
  if (!code?.text) return [];
  return [{ list: attributeAt(code, 'listID'), version: attributeAt(code, 'listVersionID'), code: code.text }];
}

function readProperty(element: Element) {
  const name = textAt(element, 'Name') ?? textAt(element, 'NameCode');
  if (!name) return [];
  const measured = child(element, 'ValueQuantity');
  const unit = attributeAt(measured, 'unitCode');
  return [{ name, value: textAt(element, 'Value') ?? (measured?.text || null), ...(unit ? { unit } : {}) }];
}

export function readPeriod(period: Element | undefined): InvoicePeriod | null {
  return period ? { start: dateAt(period, 'StartDate'), end: dateAt(period, 'EndDate') } : null;
}

export function readPrice(price: Element | undefined): LinePrice | null {
  if (!price) return null;
  const amount = child(price, 'PriceAmount');
  const base = child(price, 'BaseQuantity');
  const discount = childrenOf(price, 'AllowanceCharge').find((a) => !isCharge(a));
  return {
    amount: amount?.text || null,
    currency: attributeAt(amount, 'currencyID'),
    baseQuantity: base?.text || null,
    baseUnit: attributeAt(base, 'unitCode'),
    discount: textAt(discount, 'Amount'),
    grossAmount: textAt(discount, 'BaseAmount'),
  };
}

const isCharge = (element: Element): boolean => /^(true|1)$/i.test(textAt(element, 'ChargeIndicator') ?? '');

/** Reads the direct `cac:AllowanceCharge` children of a document or line, separated by their charge indicator. */
export function readAllowancesAndCharges(parent: Element): {
  allowances: AllowanceCharge[];
  charges: AllowanceCharge[];
} {
  const all = childrenOf(parent, 'AllowanceCharge');
  return {
    allowances: all.filter((a) => !isCharge(a)).map(readAllowanceCharge),
    charges: all.filter(isCharge).map(readAllowanceCharge),
  };
}

function readAllowanceCharge(element: Element): AllowanceCharge {
  return {
    amount: textAt(element, 'Amount'),
    baseAmount: textAt(element, 'BaseAmount'),
    percent: textAt(element, 'MultiplierFactorNumeric'),
    reason: textAt(element, 'AllowanceChargeReason'),
    reasonCode: textAt(element, 'AllowanceChargeReasonCode'),
    vatCategory: textAt(element, 'TaxCategory', 'ID'),
    vatRate: textAt(element, 'TaxCategory', 'Percent'),
  };
}
