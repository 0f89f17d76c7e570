import type { Municipality } from '../setting/municipalities.ts';
import type { Site } from '../setting/sites.ts';
import { element } from '../writing/xml.ts';

/** 0192 is the Norwegian register of legal entities. */
const scheme = { schemeID: '0192' };
const norway = element('cac:Country', [element('cbc:IdentificationCode', 'NO')]);
const taxScheme = (company: string, id: string) =>
  element('cac:PartyTaxScheme', [element('cbc:CompanyID', company), element('cac:TaxScheme', [element('cbc:ID', id)])]);
const legalEntity = (name: string, orgNumber: string) =>
  element('cac:PartyLegalEntity', [element('cbc:RegistrationName', name), element('cbc:CompanyID', orgNumber, scheme)]);

export const sellerParty = ({ name, orgNumber }: { name: string; orgNumber: string }): string =>
  element('cac:AccountingSupplierParty', [
    element('cac:Party', [
      element('cbc:EndpointID', orgNumber, scheme),
      element('cac:PartyName', [element('cbc:Name', name)]),
      element('cac:PostalAddress', [
        element('cbc:StreetName', 'Demoveien 1'),
        element('cbc:CityName', 'Demobyen'),
        element('cbc:PostalZone', '2200'),
        norway,
      ]),
      taxScheme(`NO${orgNumber}MVA`, 'VAT'),
      taxScheme('Foretaksregisteret', 'TAX'),
      legalEntity(name, orgNumber),
    ]),
  ]);

/** Writes the buying site and the invoiced municipality. */
export const buyerParty = ({ name }: Site, municipality: Municipality): string =>
  element('cac:AccountingCustomerParty', [
    element('cac:Party', [
      element('cbc:EndpointID', municipality.orgNumber, scheme),
      element('cac:PartyName', [element('cbc:Name', name)]),
      element('cac:PostalAddress', [element('cbc:CityName', municipality.name), norway]),
      legalEntity(`${municipality.name} kommune`, municipality.orgNumber),
    ]),
  ]);
