/** Small catalogues for tests, written by us after Peppol BIS Catalogue 3. All data is fictitious. */

export interface SampleCatalogueLine {
  readonly id?: string;
  readonly action?: string;
  readonly number?: string;
  readonly name?: string;
  /** Null: no price at all. */
  readonly price?: string | null;
  /** Raw XML inserted before the prices, inside the price location, inside the price, and inside the item. */
  readonly lineXml?: string;
  readonly locationXml?: string;
  readonly priceXml?: string;
  readonly itemXml?: string;
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';

export const catalogueTail = '\n</Catalogue>';

/** Returns everything before the first line, for tests that write many lines themselves. */
export function catalogueStart({ action = 'Replace', headXml = '' } = {}): string {
  const party = (orgNumber: string, name: string): string =>
    `<cbc:EndpointID schemeID="0192">${orgNumber}</cbc:EndpointID><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0192">${orgNumber}</cbc:CompanyID></cac:PartyLegalEntity>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Catalogue xmlns="${ubl}Catalogue-2" xmlns:cac="${ubl}CommonAggregateComponents-2" xmlns:cbc="${ubl}CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:catalogue:3</cbc:CustomizationID>
  <cbc:ID>K-2026-1</cbc:ID><cbc:ActionCode>${action}</cbc:ActionCode><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:VersionID>2</cbc:VersionID>
  <cac:ValidityPeriod><cbc:StartDate>2026-04-01</cbc:StartDate><cbc:EndDate>2027-03-31</cbc:EndDate></cac:ValidityPeriod>
  <cac:ReferencedContract><cbc:ID>RA-17</cbc:ID></cac:ReferencedContract>
  <cac:ProviderParty>${party('311047116', 'Finnskog Engros')}</cac:ProviderParty>
  <cac:ReceiverParty>${party('311082272', 'Solgløtt kommune')}</cac:ReceiverParty>${headXml}`;
}

export function catalogueLine(line: SampleCatalogueLine = {}): string {
  const { id = '1', action, number = '0041207', name = 'Kjøttdeig', price = '25.00' } = line;
  const location =
    price === null
      ? ''
      : `<cac:RequiredItemLocationQuantity>${line.locationXml ?? ''}<cac:Price><cbc:PriceAmount currencyID="NOK">${price}</cbc:PriceAmount>${line.priceXml ?? ''}</cac:Price></cac:RequiredItemLocationQuantity>`;
  return `
  <cac:CatalogueLine><cbc:ID>${id}</cbc:ID>${action ? `<cbc:ActionCode>${action}</cbc:ActionCode>` : ''}${line.lineXml ?? ''}${location}
    <cac:Item><cbc:Name>${name}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${number}</cbc:ID></cac:SellersItemIdentification>${line.itemXml ?? ''}</cac:Item></cac:CatalogueLine>`;
}

export function sampleCatalogue(
  lines: readonly SampleCatalogueLine[] = [{}],
  start: Parameters<typeof catalogueStart>[0] = {},
): string {
  return (
    catalogueStart(start) +
    lines.map((line, index) => catalogueLine({ id: String(index + 1), ...line })).join('') +
    catalogueTail
  );
}
