import { organisationNumberFrom } from '../values/check-digits.ts';
import { municipalities, type Body, type Municipality } from './municipalities.ts';

const nothing = {
  oldNumber: '',
  inhabitants: 0,
  share: 0,
  dialect: 'agresso-like',
  eInvoiceShare: 0,
  foodFactor: 1,
  ictFactor: 1,
} as const;

/** Waste company owned by all seven municipalities. Its ledger is never delivered. Invented. */
export const wasteCompany = (shares: Body['shares']): Municipality => ({
  ...nothing,
  number: 'GIR',
  name: 'Glåmdal Demo-renovasjon IKS',
  slug: 'glamdal-renovasjon',
  orgNumber: organisationNumberFrom(31180011),
  body: { kind: 'iks', booksAt: null, members: municipalities.map(({ number, share }) => ({ number, share })), shares },
});

/** Emergency clinic that Kongsvinger runs, with its ledger, on behalf of three other municipalities. Invented. */
export const clinic = (shares: Body['shares']): Municipality => ({
  ...nothing,
  number: 'GLV',
  name: 'Glåmdal Demo-legevakt',
  slug: 'glamdal-legevakt',
  orgNumber: organisationNumberFrom(31180127),
  body: {
    kind: 'host-cooperation',
    booksAt: '3401',
    members: [
      { number: '3401', share: 0.49 },
      { number: '3415', share: 0.22 },
      { number: '3416', share: 0.16 },
      { number: '3417', share: 0.13 },
    ],
    shares,
  },
});
