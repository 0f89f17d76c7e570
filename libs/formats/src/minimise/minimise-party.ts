import { containsNationalId, maskNationalIds } from '@tallgrunn/values';
import type { InvoiceParty, SchemedId } from '../invoice/invoice.ts';
import type { RedactionCounts } from './redacted-fields.ts';

const emptyParty: InvoiceParty = {
  orgNumber: null,
  name: null,
  legalName: null,
  endpoint: null,
  legalId: null,
  vatNumber: null,
  identifiers: [],
  country: null,
  city: null,
  postalZone: null,
};

/**
 * Returns whether an identifier can identify an organisation: not a national identity number and not an e-mail address.
 */
const isOrganisationId = ({ scheme, id }: SchemedId): boolean =>
  !containsNationalId(id) && !id.includes('@') && scheme !== 'EM' && /\d/.test(id);

/** Returns whether a party states an organisation number, Norwegian or foreign. */
export function isOrganisation({ orgNumber, legalId, endpoint, vatNumber, identifiers }: InvoiceParty): boolean {
  return (
    orgNumber !== null ||
    (vatNumber !== null && !containsNationalId(vatNumber)) ||
    [legalId, endpoint, ...identifiers].some((id) => id !== null && isOrganisationId(id))
  );
}

/**
 * Returns the party with its identifiers as an organisation. A party without any may be a person: only its country is
 * stored.
 */
export function redactInvoiceParty(party: InvoiceParty, where: string, counts: RedactionCounts): InvoiceParty {
  if (!isOrganisation(party)) {
    if (party.name !== null || party.legalName !== null) counts.add('person', where);
    return { ...emptyParty, country: party.country };
  }
  const ids = [party.legalId, party.endpoint, ...party.identifiers].filter(
    (id) => id !== null && !isOrganisationId(id),
  );
  counts.add('national-number', where, ids.length);
  const own = (id: SchemedId | null): SchemedId | null => (id !== null && isOrganisationId(id) ? id : null);
  return {
    ...party,
    name: party.name === null ? null : maskNationalIds(party.name),
    legalName: party.legalName === null ? null : maskNationalIds(party.legalName),
    legalId: own(party.legalId),
    endpoint: own(party.endpoint),
    vatNumber: party.vatNumber !== null && containsNationalId(party.vatNumber) ? null : party.vatNumber,
    identifiers: party.identifiers.filter(isOrganisationId),
  };
}
