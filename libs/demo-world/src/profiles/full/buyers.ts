import { municipalities, type Municipality } from '../../setting/municipalities.ts';
import { sites as municipalSites, type Site, type SiteKind } from '../../setting/sites.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';

const nothing = { oldNumber: '', inhabitants: 0, share: 0, dialect: 'agresso-like', eInvoiceShare: 0, foodFactor: 1, ictFactor: 1 } as const;

/** Waste, owned by all seven: it buys on the agreements, and its books are never handed over. Invented. */
export const wasteCompany: Municipality = {
  ...nothing, number: 'GIR', name: 'Glåmdal Demo-renovasjon IKS', slug: 'glamdal-renovasjon', orgNumber: organisationNumberFrom(31180011),
  body: {
    kind: 'iks', booksAt: null, members: municipalities.map(({ number, share }) => ({ number, share: Math.round(share * 1000) / 1000 })),
    shares: { energihuset: 0.06, varselklaer: 0.05, glomma: 0.02, odal: 0.01, blyant: 0.01, nettverket: 0.01, tregard: 0.01 },
  },
};

/** An emergency clinic that Kongsvinger runs, and books for, on behalf of three others. Invented. */
export const clinic: Municipality = {
  ...nothing, number: 'GLV', name: 'Glåmdal Demo-legevakt', slug: 'glamdal-legevakt', orgNumber: organisationNumberFrom(31180127),
  body: {
    kind: 'host-cooperation', booksAt: '3401', members: [{ number: '3401', share: 0.49 }, { number: '3415', share: 0.22 }, { number: '3416', share: 0.16 }, { number: '3417', share: 0.13 }],
    shares: { helse: 0.04, pleie: 0.03, blyant: 0.012, nettverket: 0.012, tregard: 0.01, finnskog: 0.004 },
  },
};

export const bodies: readonly Municipality[] = [wasteCompany, clinic];
export const buyers: readonly Municipality[] = [...municipalities, ...bodies];

const place = (municipality: Municipality, at: number, kind: SiteKind, name: string, costCentre: string, kostraFunction: string): Site => ({
  id: `${municipality.number}-${String(at).padStart(2, '0')}`, municipality, kind, name, orgNumber: organisationNumberFrom(31380000 + (municipality === clinic ? 4000 : 0) + at * 37), costCentre, function: kostraFunction,
});

export const sites: readonly Site[] = [
  ...municipalSites,
  place(wasteCompany, 1, 'teknisk', 'Glåmdal gjenvinningsstasjon', '9100', '332'), place(wasteCompany, 2, 'teknisk', 'Glåmdal bilpark renovasjon', '9110', '332'), place(wasteCompany, 3, 'rådhus', 'Glåmdal renovasjon kontor', '9120', '120'),
  place(clinic, 1, 'sykehjem', 'Glåmdal legevakt', '3900', '256'), place(clinic, 2, 'rådhus', 'Glåmdal legevakt administrasjon', '3910', '120'),
];
