import { OrgNumber } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { InvoiceDocument, InvoiceParty } from './invoice.ts';
import { statedOrgNumbers } from './read-party.ts';

/** Validates the organisation numbers of seller and buyer. Test numbers (2…, 3…) are accepted. */
export function validateParties(document: InvoiceDocument, root: string): FormatFinding[] {
  return [
    ...validateParty(document.seller, 'seller', { path: `/${root}/AccountingSupplierParty` }),
    ...validateParty(document.buyer, 'buyer', { path: `/${root}/AccountingCustomerParty` }),
  ];
}

export function validateParty(party: InvoiceParty, role: string, place: DocumentLocation): FormatFinding[] {
  const stated = statedOrgNumbers(party);
  const reported = new Set<string>();
  const wrong = stated.flatMap((found) => {
    const { problem, value } = OrgNumber.parse(found, { testNumbers: true });
    if (problem === null || reported.has(value ?? found)) return [];
    reported.add(value ?? found);
    return [finding('org-number-wrong', 'confirm', { place, found, params: { role, problem } })];
  });
  if (stated.length > 0 || party.legalId || party.endpoint) return wrong;
  return [finding('party-unidentified', 'info', { place, found: party.name, params: { role } })];
}
