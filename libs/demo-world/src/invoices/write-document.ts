import { netOf, sellerOf, vatOf, type Invoice } from '../latent/invoices.ts';
import { payeeOf } from '../latent/vouchers.ts';
import type { Municipality } from '../setting/municipalities.ts';
import { agreementOn } from '../setting/supplier.ts';
import { milliText, oreText, percentOf } from '../values/amounts.ts';
import { element } from '../writing/xml.ts';
import { buyerParty, sellerParty } from './parties.ts';

const customization = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const profile = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const components = 'urn:oasis:names:specification:ubl:schema:xsd';

/** UN/ECE Recommendation 20, or 'X' and Recommendation 21 for packages. */
export const unitCodes: Record<string, string> = {
  stk: 'EA',
  pk: 'XPK',
  krt: 'XCT',
  eske: 'XBX',
  kolli: 'XCR',
  kg: 'KGM',
  sekk: 'XSA',
  m: 'MTR',
  m3: 'MTQ',
  l: 'LTR',
  par: 'PR',
  plate: 'XPG',
  rull: 'XRO',
  boks: 'XCX',
  pall: 'XPX',
  spann: 'XBJ',
  sett: 'SET',
};

const money = (name: string, ore: number) => element(name, oreText(ore), { currencyID: 'NOK' });
const vatCategory = (name: string, percent: number) =>
  element(name, [
    element('cbc:ID', 'S'),
    element('cbc:Percent', String(percent)),
    element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
  ]);

/**
 * Writes a Peppol BIS Billing 3 invoice or credit note (UBL 2.1, EHF). Amounts of a credit note are positive, as the
 * format requires. Line net = quantity × price. Sum of lines + charges = taxable amount. VAT is calculated on the
 * total.
 */
export function writeDocument(invoice: Invoice, payer: Municipality): string {
  const isCredit = invoice.kind === 'credit-note';
  const sign = isCredit ? -1 : 1;
  const name = isCredit ? 'CreditNote' : 'Invoice';
  const parts = [
    ...header(invoice),
    sellerParty(sellerOf(invoice)),
    buyerParty(invoice.site, payer),
    payeeParty(invoice),
    element('cac:Delivery', [element('cbc:ActualDeliveryDate', invoice.lastDeliveryOn)]),
    element('cac:PaymentMeans', [
      element('cbc:PaymentMeansCode', '30'),
      element('cbc:PaymentID', invoice.number),
      element('cac:PayeeFinancialAccount', [element('cbc:ID', invoice.supplier.bankAccount)]),
    ]),
    charge(invoice),
    ...totals(invoice, sign),
    ...lines(invoice, sign),
  ];
  const names = {
    xmlns: `${components}:${name}-2`,
    'xmlns:cac': `${components}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${components}:CommonBasicComponents-2`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, parts, names)}\n`;
}

/** Writes the payee where it is not the seller; an empty text otherwise. */
function payeeParty(invoice: Invoice): string {
  const { name, orgNumber } = payeeOf(invoice);
  if (orgNumber === sellerOf(invoice).orgNumber) return '';
  return element('cac:PayeeParty', [
    element('cac:PartyName', [element('cbc:Name', name)]),
    element('cac:PartyLegalEntity', [element('cbc:CompanyID', orgNumber, { schemeID: '0192' })]),
  ]);
}

function header(invoice: Invoice): string[] {
  const isCredit = invoice.kind === 'credit-note';
  return [
    element('cbc:CustomizationID', customization),
    element('cbc:ProfileID', profile),
    element('cbc:ID', invoice.number),
    element('cbc:IssueDate', invoice.issuedOn),
    isCredit ? '' : element('cbc:DueDate', invoice.dueOn),
    isCredit ? element('cbc:CreditNoteTypeCode', '381') : element('cbc:InvoiceTypeCode', '380'),
    element('cbc:Note', 'Demodata – ikke en reell faktura'),
    element('cbc:DocumentCurrencyCode', 'NOK'),
    element('cbc:AccountingCost', `${invoice.site.costCentre}-${invoice.site.function}`),
    element('cbc:BuyerReference', invoice.site.name),
    element('cac:OrderReference', [element('cbc:ID', invoice.lines[0]?.delivery.orderNumber ?? '-')]),
    invoice.corrects
      ? element('cac:BillingReference', [
          element('cac:InvoiceDocumentReference', [element('cbc:ID', invoice.corrects)]),
        ])
      : '',
    element('cac:ContractDocumentReference', [
      element('cbc:ID', agreementOn(invoice.supplier, invoice.lastDeliveryOn)),
    ]),
  ];
}

/** Writes freight as a charge on document level, not as a line. */
function charge({ fee, vatPercent }: Invoice): string {
  if (fee?.form !== 'charge') return '';
  return element('cac:AllowanceCharge', [
    element('cbc:ChargeIndicator', 'true'),
    element('cbc:AllowanceChargeReasonCode', 'FC'),
    element('cbc:AllowanceChargeReason', fee.name),
    money('cbc:Amount', fee.amount),
    vatCategory('cac:TaxCategory', vatPercent),
  ]);
}

function totals(invoice: Invoice, sign: number): string[] {
  const net = sign * netOf(invoice);
  const vat = sign * vatOf(invoice);
  const charged = invoice.fee?.form === 'charge' ? invoice.fee.amount : 0;
  return [
    element('cac:TaxTotal', [
      money('cbc:TaxAmount', vat),
      element('cac:TaxSubtotal', [
        money('cbc:TaxableAmount', net),
        money('cbc:TaxAmount', percentOf(net, invoice.vatPercent)),
        vatCategory('cac:TaxCategory', invoice.vatPercent),
      ]),
    ]),
    element('cac:LegalMonetaryTotal', [
      money('cbc:LineExtensionAmount', net - charged),
      money('cbc:TaxExclusiveAmount', net),
      money('cbc:TaxInclusiveAmount', net + vat),
      charged > 0 ? money('cbc:ChargeTotalAmount', charged) : '',
      money('cbc:PayableAmount', net + vat),
    ]),
  ];
}

function lines(invoice: Invoice, sign: number): string[] {
  const isCredit = invoice.kind === 'credit-note';
  const [lineName, quantityName] = isCredit
    ? ['cac:CreditNoteLine', 'cbc:CreditedQuantity']
    : ['cac:InvoiceLine', 'cbc:InvoicedQuantity'];
  const goods = invoice.lines.map(({ number, delivery }) =>
    element(lineName, [
      element('cbc:ID', number),
      element(quantityName, milliText(sign * delivery.quantity), { unitCode: unitCodes[delivery.item.unit] ?? 'EA' }),
      money('cbc:LineExtensionAmount', sign * delivery.amount),
      element('cac:InvoicePeriod', [
        element('cbc:StartDate', delivery.deliveredOn),
        element('cbc:EndDate', delivery.deliveredOn),
      ]),
      element('cac:Item', [
        element('cbc:Name', delivery.item.name),
        element('cac:SellersItemIdentification', [element('cbc:ID', delivery.item.number)]),
        element('cac:StandardItemIdentification', [element('cbc:ID', delivery.item.gtin, { schemeID: '0160' })]),
        element('cac:CommodityClassification', [
          element('cbc:ItemClassificationCode', delivery.item.category.cpv, { listID: 'STI' }),
        ]),
        vatCategory('cac:ClassifiedTaxCategory', invoice.vatPercent),
      ]),
      element('cac:Price', [money('cbc:PriceAmount', delivery.price)]),
    ]),
  );
  if (invoice.fee?.form !== 'line') return goods;
  const { name, amount } = invoice.fee;
  return [
    ...goods,
    element(lineName, [
      element('cbc:ID', String(goods.length + 1)),
      element(quantityName, '1', { unitCode: 'EA' }),
      money('cbc:LineExtensionAmount', amount),
      element('cac:Item', [element('cbc:Name', name), vatCategory('cac:ClassifiedTaxCategory', invoice.vatPercent)]),
      element('cac:Price', [money('cbc:PriceAmount', amount)]),
    ]),
  ];
}
