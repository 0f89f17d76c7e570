import { OrgNumber } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import type { FormatFinding, Place } from '../reading.ts';
import type { InvoiceDocument, InvoiceParty } from './invoice.ts';
import { statedOrgNumbers } from './read-party.ts';

/** Validates the organisation numbers of seller and buyer. Test numbers (2…, 3…) are accepted. */
export function judgeParties(document: InvoiceDocument, root: string): FormatFinding[] {
  return [
    ...judgeParty(document.seller, 'seller', { path: `/${root}/AccountingSupplierParty` }),
    ...judgeParty(document.buyer, 'buyer', { path: `/${root}/AccountingCustomerParty` }),
  ];
}

export function judgeParty(party: InvoiceParty, role: string, place: Place): FormatFinding[] {
  const stated = statedOrgNumbers(party);
  const seen = new Set<string>();
  const wrong = stated.flatMap((found) => {
    const { problem, value } = OrgNumber.parse(found, { testNumbers: true });
    if (problem === null || seen.has(value ?? found)) return [];
    seen.add(value ?? found);
    return [finding('org-number-wrong', 'confirm', { place, found, params: { role, problem } })];
  });
  if (stated.length > 0 || party.legalId || party.endpoint) return wrong;
  return [finding('party-unidentified', 'info', { place, found: party.name, params: { role } })];
}
