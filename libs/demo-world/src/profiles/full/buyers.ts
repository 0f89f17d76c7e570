import { clinic as clinicWith, wasteCompany as wasteCompanyWith } from '../../setting/bodies.ts';
import { municipalities, type Municipality } from '../../setting/municipalities.ts';
import { sites as municipalSites, type Site, type SiteKind } from '../../setting/sites.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';

const wasteCompany = wasteCompanyWith({
  energihuset: 0.06,
  varselklaer: 0.05,
  glomma: 0.02,
  odal: 0.01,
  blyant: 0.01,
  nettverket: 0.01,
  tregard: 0.01,
});
const clinic = clinicWith({
  helse: 0.04,
  pleie: 0.03,
  blyant: 0.012,
  nettverket: 0.012,
  tregard: 0.01,
  finnskog: 0.004,
});

export const buyers: readonly Municipality[] = [...municipalities, wasteCompany, clinic];

const place = (
  municipality: Municipality,
  at: number,
  kind: SiteKind,
  name: string,
  costCentre: string,
  kostraFunction: string,
): Site => ({
  id: `${municipality.number}-${String(at).padStart(2, '0')}`,
  municipality,
  kind,
  name,
  orgNumber: organisationNumberFrom(31380000 + (municipality === clinic ? 4000 : 0) + at * 37),
  costCentre,
  function: kostraFunction,
});

export const sites: readonly Site[] = [
  ...municipalSites,
  place(wasteCompany, 1, 'teknisk', 'Glåmdal gjenvinningsstasjon', '9100', '332'),
  place(wasteCompany, 2, 'teknisk', 'Glåmdal bilpark renovasjon', '9110', '332'),
  place(wasteCompany, 3, 'rådhus', 'Glåmdal renovasjon kontor', '9120', '120'),
  place(clinic, 1, 'sykehjem', 'Glåmdal legevakt', '3900', '256'),
  place(clinic, 2, 'rådhus', 'Glåmdal legevakt administrasjon', '3910', '120'),
];
