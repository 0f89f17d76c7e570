/** Small despatch advices for tests, written by us after Peppol BIS Despatch Advice 3. */
export interface SampleDespatch {
  readonly id?: string;
  readonly issuedOn?: string;
  readonly deliveredOn?: string;
  readonly order?: string;
  readonly seller?: { readonly orgNumber: string; readonly name: string };
  readonly buyer?: { readonly orgNumber: string; readonly name: string };
  readonly lines: readonly {
    readonly quantity: string;
    readonly unit?: string;
    readonly number?: string;
    readonly name?: string;
    readonly orderLine?: string;
  }[];
  /** Raw XML inserted in the sender's party. */
  readonly partyXml?: string;
}

const common = 'urn:oasis:names:specification:ubl:schema:xsd:';

export function sampleDespatch(sample: SampleDespatch): string {
  const {
    id = 'P-1',
    issuedOn = '2026-03-01',
    order = '4321',
    lines,
    seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
    buyer = { orgNumber: '311082272', name: 'Solgløtt kommune' },
  } = sample;
  const party = ({ orgNumber, name }: { orgNumber: string; name: string }, more = '') =>
    `<cac:Party><cbc:EndpointID schemeID="0192">${orgNumber}</cbc:EndpointID><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0192">${orgNumber}</cbc:CompanyID></cac:PartyLegalEntity>${more}</cac:Party>`;
  const delivery = sample.deliveredOn
    ? `<cac:Delivery><cbc:ActualDeliveryDate>${sample.deliveredOn}</cbc:ActualDeliveryDate></cac:Delivery>`
    : '<cac:Delivery><cac:Despatch><cbc:ActualDespatchDate>2026-03-01</cbc:ActualDespatchDate></cac:Despatch></cac:Delivery>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<DespatchAdvice xmlns="${common}DespatchAdvice-2" xmlns:cac="${common}CommonAggregateComponents-2" xmlns:cbc="${common}CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:despatch_advice:3</cbc:CustomizationID><cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:despatch_advice:3</cbc:ProfileID>
  <cbc:ID>${id}</cbc:ID><cbc:IssueDate>${issuedOn}</cbc:IssueDate><cac:OrderReference><cbc:ID>${order}</cbc:ID></cac:OrderReference>
  <cac:DespatchSupplierParty>${party(seller, sample.partyXml)}</cac:DespatchSupplierParty><cac:DeliveryCustomerParty>${party(buyer)}</cac:DeliveryCustomerParty>
  <cac:Shipment><cbc:ID>NA</cbc:ID>${delivery}</cac:Shipment>
  ${lines
    .map(
      ({ quantity, unit = 'EA', number, name = 'Vare', orderLine = '1' }, at) =>
        `<cac:DespatchLine><cbc:ID>${at + 1}</cbc:ID><cbc:DeliveredQuantity unitCode="${unit}">${quantity}</cbc:DeliveredQuantity><cac:OrderLineReference><cbc:LineID>${orderLine}</cbc:LineID></cac:OrderLineReference><cac:Item><cbc:Name>${name}</cbc:Name>${number ? `<cac:SellersItemIdentification><cbc:ID>${number}</cbc:ID></cac:SellersItemIdentification>` : ''}</cac:Item></cac:DespatchLine>`,
    )
    .join('')}
</DespatchAdvice>`;
}
