import { OrgNumber } from '@tallgrunn/values';
import type { SchemedId } from '../invoice/invoice.ts';
import { attributeAt, child, childrenOf, type Element, textAt } from '../xml/element.ts';
import { eformsOf, flagAt, openTextAt, textsOf } from './eforms-element.ts';
import type { NoticeBuyer, NoticeParty } from './notice.ts';

export interface Organisation {
  readonly party: NoticeParty;
  readonly roles: NoticeBuyer['roles'];
  /** Whether the file has a name for it, including an unpublished one. */
  readonly named: boolean;
  readonly line: number;
}

export interface Organisations {
  readonly all: readonly Organisation[];
  /** Organisations by OPT-200, and by OPT-201 of their contact points, which notices may refer to instead. */
  readonly byId: ReadonlyMap<string, Organisation>;
}

/** Reads `efac:Organizations` of a notice. */
export function readOrganisations(eforms: Element | undefined, mainLanguage: string | null): Organisations {
  const byId = new Map<string, Organisation>();
  const all = childrenOf(child(eforms, 'Organizations'), 'Organization').map((element) => {
    const company = child(element, 'Company');
    const named = textAt(company, 'PartyName', 'Name') !== null;
    const organisation = {
      party: readParty(company, mainLanguage),
      roles: rolesOf(element),
      named,
      line: element.line,
    };
    if (organisation.party.id) byId.set(organisation.party.id, organisation);
    for (const point of childrenOf(element, 'TouchPoint'))
      byId.set(textAt(point, 'PartyIdentification', 'ID') ?? '', organisation);
    return organisation;
  });
  byId.delete('');
  return { all, byId };
}

/** Returns a party for an id that the notice refers to but does not describe. */
export const unknownParty = (id: string | null): NoticeParty => ({
  ...readParty(undefined, null),
  id,
  orgNumberProblem: null,
});

/** Reads one buyer (OPT-300, BT-11, BT-10). */
export function readBuyer(contractingParty: Element, organisations: Organisations): NoticeBuyer {
  const id = textAt(contractingParty, 'Party', 'PartyIdentification', 'ID');
  const organisation = id === null ? undefined : organisations.byId.get(id);
  return {
    ...(organisation?.party ?? unknownParty(id)),
    legalType: textAt(contractingParty, 'ContractingPartyType', 'PartyTypeCode'),
    activity: textAt(contractingParty, 'ContractingActivity', 'ActivityTypeCode'),
    roles: organisation?.roles ?? [],
  };
}

function rolesOf(organisation: Element): NoticeBuyer['roles'] {
  const flags = {
    lead: 'GroupLeadIndicator',
    acquires: 'AcquiringCPBIndicator',
    awards: 'AwardingCPBIndicator',
  } as const;
  const own = [organisation, eformsOf(organisation)];
  return (Object.keys(flags) as (keyof typeof flags)[]).filter((role) =>
    own.some((element) => flagAt(element, flags[role]) === true),
  );
}

function readParty(company: Element | undefined, mainLanguage: string | null): NoticeParty {
  const names = textsOf(childrenOf(company, 'PartyName').flatMap((name) => childrenOf(name, 'Name')));
  const address = child(company, 'PostalAddress');
  const [legalId = null, ...identifiers] = childrenOf(company, 'PartyLegalEntity').flatMap((entity) =>
    childrenOf(entity, 'CompanyID').flatMap(companyId),
  );
  const country = textAt(address, 'Country', 'IdentificationCode');
  return {
    id: textAt(company, 'PartyIdentification', 'ID'),
    name: names[mainLanguage ?? ''] ?? Object.values(names)[0] ?? null,
    names,
    ...orgNumberOf(legalId ? [legalId, ...identifiers] : [], country),
    legalId,
    identifiers,
    country,
    city: openTextAt(address, 'CityName'),
    postalZone: openTextAt(address, 'PostalZone'),
    region: textAt(address, 'CountrySubentityCode'),
  };
}

function companyId(element: Element): SchemedId[] {
  if (!element.text || element.text === 'unpublished') return [];
  return [{ scheme: attributeAt(element, 'schemeID') ?? attributeAt(element, 'schemeName'), id: element.text }];
}

/**
 * Returns the organisation number of Norwegian organisations only. Foreign numbers may also have nine digits and remain
 * in `legalId` as written.
 */
function orgNumberOf(
  stated: readonly SchemedId[],
  country: string | null,
): Pick<NoticeParty, 'orgNumber' | 'orgNumberProblem'> {
  const isNorwegian = (id: SchemedId): boolean => id.scheme === '0192' || /^NO\s*\d[\d\s]+MVA$/i.test(id.id);
  const own = country === 'NOR' || country === 'NO' ? stated : country === null ? stated.filter(isNorwegian) : [];
  const readings = own.map((id) => OrgNumber.parse(id.id, { testNumbers: true }));
  const best = readings.find((reading) => reading.ok) ?? readings.find((reading) => reading.value) ?? readings[0];
  if (best) return { orgNumber: best.value, orgNumberProblem: best.problem };
  return { orgNumber: null, orgNumberProblem: country === 'NOR' || country === 'NO' ? 'empty' : null };
}
