import { holdsNationalId, maskNationalIds } from '@tallgrunn/values';
import type { InvoiceParty, SchemedId } from '../invoice/invoice.ts';
import type { WithheldCounts } from './withheld.ts';

const nobody: InvoiceParty = {
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
const isOrganisations = ({ scheme, id }: SchemedId): boolean =>
  !holdsNationalId(id) && !id.includes('@') && scheme !== 'EM' && /\d/.test(id);

/** Returns whether a party states an organisation number, Norwegian or foreign. */
export function isKnownParty({ orgNumber, legalId, endpoint, vatNumber, identifiers }: InvoiceParty): boolean {
  return (
    orgNumber !== null ||
    (vatNumber !== null && !holdsNationalId(vatNumber)) ||
    [legalId, endpoint, ...identifiers].some((id) => id !== null && isOrganisations(id))
  );
}

/**
 * Returns the party with its identifiers as an organisation. A party without any may be a person: only its country is
 * stored.
 */
export function minimiseParty(party: InvoiceParty, where: string, counts: WithheldCounts): InvoiceParty {
  if (!isKnownParty(party)) {
    if (party.name !== null || party.legalName !== null) counts.add('person', where);
    return { ...nobody, country: party.country };
  }
  const ids = [party.legalId, party.endpoint, ...party.identifiers].filter((id) => id !== null && !isOrganisations(id));
  counts.add('national-number', where, ids.length);
  const own = (id: SchemedId | null): SchemedId | null => (id !== null && isOrganisations(id) ? id : null);
  return {
    ...party,
    name: party.name === null ? null : maskNationalIds(party.name),
    legalName: party.legalName === null ? null : maskNationalIds(party.legalName),
    legalId: own(party.legalId),
    endpoint: own(party.endpoint),
    vatNumber: party.vatNumber !== null && holdsNationalId(party.vatNumber) ? null : party.vatNumber,
    identifiers: party.identifiers.filter(isOrganisations),
  };
}
