import { OrgNumber } from '@tallgrunn/values';
import { attributeAt, child, childrenOf, type Element, textAt } from '../xml/element.ts';
import type { InvoiceParty, SchemedId } from './invoice.ts';

/** Schemes of Norwegian organisation numbers: ISO 6523 0192, EAS 9908 and the literals of EHF 2. */
const norwegianSchemes = new Set(['0192', '9908', 'NO:ORGNR', 'NO:ORG']);

/** Reads a `cac:Party`, or a `cac:PayeeParty`, which has the same children. */
export function readParty(party: Element | undefined): InvoiceParty {
  const legal = child(party, 'PartyLegalEntity');
  const address = child(party, 'PostalAddress');
  const legalName = textAt(legal, 'RegistrationName');
  const read = {
    name: textAt(party, 'PartyName', 'Name') ?? legalName,
    legalName,
    endpoint: schemedId(child(party, 'EndpointID')),
    legalId: schemedId(child(legal, 'CompanyID')),
    vatNumber: vatNumberOf(party),
    identifiers: childrenOf(party, 'PartyIdentification').flatMap((id) => schemedId(child(id, 'ID')) ?? []),
    country: textAt(address, 'Country', 'IdentificationCode'),
    city: textAt(address, 'CityName'),
    postalZone: textAt(address, 'PostalZone'),
  };
  return { orgNumber: orgNumberOf(read), ...read };
}

export function schemedId(element: Element | undefined): SchemedId | null {
  return element?.text ? { scheme: attributeAt(element, 'schemeID'), id: element.text } : null;
}

/** Returns the Norwegian organisation numbers that a party states, as written, most reliable place first. */
export function statedOrgNumbers(party: Omit<InvoiceParty, 'orgNumber'>): string[] {
  const schemed = [party.legalId, party.endpoint, ...party.identifiers].filter(
    (id) => id !== null && isNorwegian(id, party),
  ) as SchemedId[];
  const vat = party.vatNumber && /^NO\s*[\d\s]+(MVA)?$/i.test(party.vatNumber) ? [party.vatNumber] : [];
  return [...schemed.map((id) => id.id), ...vat];
}

function isNorwegian(id: SchemedId, party: Omit<InvoiceParty, 'orgNumber'>): boolean {
  if (id.scheme) return norwegianSchemes.has(id.scheme.toUpperCase());
  return id === party.legalId && party.country === 'NO';
}

/**
 * Returns the first correct number, otherwise the first with nine digits, so that an incorrect one can be shown and
 * followed up.
 */
function orgNumberOf(party: Omit<InvoiceParty, 'orgNumber'>): string | null {
  const readings = statedOrgNumbers(party).map((stated) => OrgNumber.parse(stated, { testNumbers: true }));
  return (readings.find((reading) => reading.ok) ?? readings.find((reading) => reading.value))?.value ?? null;
}

function vatNumberOf(party: Element | undefined): string | null {
  const schemes = childrenOf(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => textAt(scheme, 'TaxScheme', 'ID')?.toUpperCase() === 'VAT');
  return textAt(vat, 'CompanyID');
}
