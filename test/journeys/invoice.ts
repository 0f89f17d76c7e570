interface OwnInvoice {
  readonly id: string;
  readonly issuedOn: string;
  /** Names of the items, two pieces of each. */
  readonly items: readonly string[];
  /** The seller's item numbers. */
  readonly numbers?: readonly string[];
  readonly seller?: { readonly name: string; readonly orgNumber: string };
  /** Number of the agreement it belongs to. */
  readonly contract?: string;
  readonly deliveredOn?: string;
  /** NOK per piece; default 100. */
  readonly price?: number;
}

const finnskog = { name: 'Finnskog Storkjøkken Engros AS', orgNumber: '311047116' };

/** Builds an invented e-invoice in Peppol BIS Billing 3 to a buyer of the demo world. Texts are not escaped. */
export function invoiceTo(
  buyer: { name: string; orgNumber: string },
  { id, issuedOn, items, numbers = [], seller = finnskog, contract, deliveredOn, price = 100 }: OwnInvoice,
): Buffer {
  const party = (name: string, orgNumber: string) =>
    `<cac:Party><cbc:EndpointID schemeID="0192">${orgNumber}</cbc:EndpointID><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>NO</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0192">${orgNumber}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`;
  const category = '<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
  const amount = (kroner: number) => `currencyID="NOK">${kroner.toFixed(2)}<`;
  const net = 2 * price * items.length;
  const line = (name: string, index: number) =>
    `<cac:InvoiceLine><cbc:ID>${index + 1}</cbc:ID><cbc:InvoicedQuantity unitCode="EA">2</cbc:InvoicedQuantity><cbc:LineExtensionAmount ${amount(2 * price)}/cbc:LineExtensionAmount><cac:Item><cbc:Name>${name}</cbc:Name>${numbers[index] ? `<cac:SellersItemIdentification><cbc:ID>${numbers[index]}</cbc:ID></cac:SellersItemIdentification>` : ''}<cac:ClassifiedTaxCategory>${category}</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount ${amount(price)}/cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${id}</cbc:ID><cbc:IssueDate>${issuedOn}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>${contract ? `<cac:ContractDocumentReference><cbc:ID>${contract}</cbc:ID></cac:ContractDocumentReference>` : ''}
  <cac:AccountingSupplierParty>${party(seller.name, seller.orgNumber)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(buyer.name, buyer.orgNumber)}</cac:AccountingCustomerParty>
  ${deliveredOn ? `<cac:Delivery><cbc:ActualDeliveryDate>${deliveredOn}</cbc:ActualDeliveryDate></cac:Delivery>` : ''}
  <cac:TaxTotal><cbc:TaxAmount ${amount(net / 4)}/cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount ${amount(net)}/cbc:TaxableAmount><cbc:TaxAmount ${amount(net / 4)}/cbc:TaxAmount><cac:TaxCategory>${category}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount ${amount(net)}/cbc:LineExtensionAmount><cbc:TaxExclusiveAmount ${amount(net)}/cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount ${amount(net * 1.25)}/cbc:TaxInclusiveAmount><cbc:PayableAmount ${amount(net * 1.25)}/cbc:PayableAmount></cac:LegalMonetaryTotal>
  ${items.map(line).join('')}
</Invoice>
`);
}
