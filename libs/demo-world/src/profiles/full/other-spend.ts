import type { OffContractSpend, OtherSpend } from '../../latent/other-spend.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';
import { offAgreement as light, otherSpend as lightSpend } from '../light/other-spend.ts';

const agreedNow = ['materials', 'fuel', 'medical', 'furniture', 'workwear'];

/** The light profile's purchases outside its agreements, except those that have an agreement in this profile. */
export const otherSpend: readonly OtherSpend[] = lightSpend.filter(({ key }) => !agreedNow.includes(key));

const agreementNow: Readonly<Record<string, string>> = {
  'RIIK-24-107': 'RIIK-21-107',
  'RIIK-23-042': 'RIIK-21-042',
  'RIIK-24-130': 'RIIK-21-130',
};
const seller = (index: number) => organisationNumberFrom(31251011 + index * 113);
const usual = { vatPercent: 25 } as const;

/** Off-contract purchases: 6 % of the value in each category, 12 % of building materials. */
export const offAgreement: readonly OffContractSpend[] = [
  ...light.map((one) => ({ ...one, agreement: agreementNow[one.agreement] as string })),
  {
    ...usual,
    agreement: 'RIIK-24-066',
    instead: 'tregard',
    category: 'seating',
    supplierName: 'Møbelsnekkeren Demo AS',
    supplierOrgNumber: seller(0),
    art: '200',
    site: 'rådhus',
    share: 0.06,
    text: 'Møbler',
  },
  {
    ...usual,
    agreement: 'RIIK-24-066',
    instead: 'omsorg',
    category: 'care',
    supplierName: 'Møbelsnekkeren Demo AS',
    supplierOrgNumber: seller(0),
    art: '200',
    site: 'sykehjem',
    share: 0.06,
    text: 'Møbler',
  },
  {
    ...usual,
    agreement: 'RIIK-21-055',
    instead: 'glomma',
    category: 'timber',
    supplierName: 'Trelasthuset Elvestrand AS',
    supplierOrgNumber: seller(1),
    art: '250',
    site: 'teknisk',
    share: 0.12,
    text: 'Byggevarer',
  },
  {
    ...usual,
    agreement: 'RIIK-21-055',
    instead: 'odal',
    category: 'boards',
    supplierName: 'Byggtorget Demo AS',
    supplierOrgNumber: seller(2),
    art: '250',
    site: 'teknisk',
    share: 0.12,
    text: 'Byggevarer',
  },
  {
    ...usual,
    agreement: 'RIIK-21-061',
    instead: 'energihuset',
    category: 'diesel',
    supplierName: 'Stasjonskjeden Demo',
    supplierOrgNumber: seller(3),
    art: '170',
    site: 'hjemmetjeneste',
    share: 0.06,
    text: 'Drivstoff',
  },
  {
    ...usual,
    agreement: 'RIIK-21-073',
    instead: 'varselklaer',
    category: 'clothing',
    supplierName: 'Varsel & Verne Demo AS',
    supplierOrgNumber: seller(4),
    art: '120',
    site: 'teknisk',
    share: 0.06,
    text: 'Arbeidstøy',
  },
  {
    ...usual,
    agreement: 'RIIK-21-088',
    instead: 'helse',
    category: 'hygiene',
    supplierName: 'Pleieforsyning Demo AS',
    supplierOrgNumber: seller(5),
    art: '110',
    site: 'sykehjem',
    share: 0.06,
    text: 'Forbruksmateriell',
  },
  {
    ...usual,
    agreement: 'RIIK-21-088',
    instead: 'pleie',
    category: 'wound',
    supplierName: 'Pleieforsyning Demo AS',
    supplierOrgNumber: seller(5),
    art: '110',
    site: 'sykehjem',
    share: 0.06,
    text: 'Forbruksmateriell',
  },
];
