/** Small UBL documents for tests, written by us after the Peppol BIS Billing 3 and EHF 2 rules. */

export interface SampleLine {
  readonly id?: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly net: string;
  readonly price?: string;
  readonly name?: string;
  readonly sellerNumber?: string;
  /** Raw XML inserted in cac:Item. */
  readonly itemXml?: string;
  /** Raw XML inserted before cac:Item. */
  readonly lineXml?: string;
}

export interface SampleInvoice {
  readonly type?: 'Invoice' | 'CreditNote';
  readonly id?: string;
  readonly issuedOn?: string;
  readonly currency?: string;
  readonly seller?: { readonly orgNumber: string; readonly name: string };
  readonly buyer?: { readonly orgNumber: string; readonly name: string };
  readonly lines: readonly SampleLine[];
  readonly lineExtensionAmount?: string;
  readonly taxExclusiveAmount?: string;
  readonly payableAmount?: string;
  /** Raw XML inserted in the head, after the parties. */
  readonly headXml?: string;
}

const common = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** Returns a whole document as text, with the prefixes used in Peppol's own examples. */
export function sampleUbl(invoice: SampleInvoice): string {
  const { type = 'Invoice', id = '1001', issuedOn = '2026-03-02', currency = 'NOK', lines, headXml = '' } = invoice;
  const net = invoice.lineExtensionAmount ?? '0';
  const money = (name: string, amount: string): string =>
    `<cbc:${name} currencyID="${currency}">${amount}</cbc:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${type} xmlns="${common}${type}-2" xmlns:cac="${common}CommonAggregateComponents-2" xmlns:cbc="${common}CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ID>${id}</cbc:ID>
  <cbc:IssueDate>${issuedOn}</cbc:IssueDate>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${party(invoice.seller ?? { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' })}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(invoice.buyer ?? { orgNumber: '311082272', name: 'Solgløtt kommune' })}</cac:AccountingCustomerParty>
  ${headXml}
  <cac:LegalMonetaryTotal>
    ${money('LineExtensionAmount', net)}
    ${money('TaxExclusiveAmount', invoice.taxExclusiveAmount ?? net)}
    ${money('TaxInclusiveAmount', invoice.payableAmount ?? net)}
    ${money('PayableAmount', invoice.payableAmount ?? net)}
  </cac:LegalMonetaryTotal>
  ${lines.map((line, index) => lineXml(line, index, type, currency)).join('\n  ')}
</${type}>`;
}

function party({ orgNumber, name }: { orgNumber: string; name: string }): string {
  return `<cac:Party>
    <cbc:EndpointID schemeID="0192">${orgNumber}</cbc:EndpointID>
    <cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName>
    <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0192">${orgNumber}</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party>`;
}

function lineXml(line: SampleLine, index: number, type: string, currency: string): string {
  const quantity = type === 'CreditNote' ? 'CreditedQuantity' : 'InvoicedQuantity';
  const { quantity: count = '1', unit = 'EA', price = line.net } = line;
  const number = line.sellerNumber
    ? `<cac:SellersItemIdentification><cbc:ID>${line.sellerNumber}</cbc:ID></cac:SellersItemIdentification>`
    : '';
  return `<cac:${type}Line><cbc:ID>${line.id ?? index + 1}</cbc:ID><cbc:${quantity} unitCode="${unit}">${count}</cbc:${quantity}>
    <cbc:LineExtensionAmount currencyID="${currency}">${line.net}</cbc:LineExtensionAmount>${line.lineXml ?? ''}
    <cac:Item><cbc:Name>${line.name ?? 'Vare'}</cbc:Name>${number}${line.itemXml ?? ''}</cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="${currency}">${price}</cbc:PriceAmount></cac:Price></cac:${type}Line>`;
}

const encoder = new TextEncoder();

/** Yields the text in small chunks, so that readers meet tags and characters that are cut in two. */
export async function* chunked(text: string | Uint8Array, size = 64): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
