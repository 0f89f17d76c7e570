import type { Site } from '../../setting/sites.ts';
import type { Branch, Customer, Supplier } from '../../setting/supplier.ts';
import { organisationNumberFrom } from '../../values/check-digits.ts';
import { furnitureChange } from './adjustments.ts';
import { sites } from './buyers.ts';
import { forms } from './forms.ts';
import { tradeHabits } from './habits.ts';

const towns: readonly (readonly [name: string, serves: string])[] = [
  ['Kongsvinger', '3401'],
  ['Kongsvinger sentrum', '3401'],
  ['Roverud', '3401'],
  ['Skarnes', '3415'],
  ['Disenå', '3415'],
  ['Sagstua', '3414'],
  ['Mo', '3414'],
  ['Skotterud', '3416'],
  ['Magnor', '3416'],
  ['Kirkenær', '3417'],
  ['Grinder', '3417'],
  ['Flisa', '3418'],
  ['Gjesåsen', '3418'],
  ['Haslemoen', '3419'],
];

/** Each branch of the chain is a sub-unit with its own organisation number, and reports separately. */
const branches: readonly Branch[] = towns.map(([name, municipality], index) => ({
  key: `avd-${String(index + 1).padStart(2, '0')}`,
  name: `Glomma Byggvarelager avd. ${name}`,
  orgNumber: organisationNumberFrom(31130600 + index * 41),
  serves: [municipality, ...(municipality === '3401' ? ['GIR'] : [])],
}));

type Row = Pick<Supplier, 'key' | 'slug' | 'name' | 'orgNumber' | 'agreement' | 'lots' | 'bankAccount'> &
  Partial<Supplier>;

const rows: readonly Row[] = [
  {
    key: 'finnskog',
    slug: 'finnskog-storkjokken',
    name: 'Finnskog Storkjøkken Engros AS',
    orgNumber: '311047116',
    agreement: 'RIIK-21-107',
    lots: ['1A', '1C'],
    bankAccount: '15030000011',
  },
  {
    key: 'solglott',
    slug: 'solglott-frukt',
    name: 'Solgløtt Frukt & Grønt AS',
    orgNumber: '311082272',
    agreement: 'RIIK-21-107',
    lots: ['1B'],
    bankAccount: '15030000022',
  },
  {
    key: 'blyant',
    slug: 'blyant-og-bind',
    name: 'Blyant & Bind AS',
    orgNumber: '311120301',
    agreement: 'RIIK-21-042',
    lots: ['2'],
    bankAccount: '15030000033',
  },
  {
    key: 'tregard',
    slug: 'tregard-interior',
    name: 'Tregård Interiør AS',
    orgNumber: '311174541',
    agreement: 'RIIK-24-066',
    formerAgreement: { number: 'RIIK-20-066', until: furnitureChange.until },
    lots: ['3A', '3C'],
    bankAccount: '15030000055',
  },
  {
    key: 'omsorg',
    slug: 'omsorgsmobler',
    name: 'Omsorgsmøbler Innlandet AS',
    orgNumber: '311218468',
    agreement: 'RIIK-24-066',
    formerAgreement: { number: 'RIIK-20-066', until: furnitureChange.until },
    lots: ['3B', '3D'],
    bankAccount: '15030000066',
  },
  {
    key: 'nettverket',
    slug: 'nettverket-it',
    name: 'Nettverket IT-handel AS',
    orgNumber: '311260936',
    agreement: 'RIIK-21-130',
    lots: ['4A', '4B'],
    bankAccount: '15030000044',
  },
  {
    key: 'glomma',
    slug: 'glomma-byggvarelager',
    name: 'Glomma Byggvarelager AS',
    orgNumber: '311305182',
    agreement: 'RIIK-21-055',
    lots: ['5'],
    bankAccount: '15030000077',
    branches,
  },
  {
    key: 'odal',
    slug: 'odal-trelast',
    name: 'Odal Trelast & Jern AS',
    orgNumber: '311348728',
    agreement: 'RIIK-21-055',
    lots: ['5'],
    bankAccount: '15030000088',
  },
  {
    key: 'energihuset',
    slug: 'energihuset-ost',
    name: 'Energihuset Øst AS',
    orgNumber: '311399055',
    agreement: 'RIIK-21-061',
    lots: ['6A', '6B'],
    bankAccount: '15030000099',
  },
  {
    key: 'varselklaer',
    slug: 'varselklaer',
    name: 'Varselklær Hedmarken AS',
    orgNumber: '311433628',
    agreement: 'RIIK-21-073',
    lots: ['7'],
    bankAccount: '15030000101',
    payee: { name: 'Fordringshuset Demo AS', orgNumber: organisationNumberFrom(31190044), from: '2023-07-01' },
  },
  {
    key: 'helse',
    slug: 'helseforsyning',
    name: 'Helseforsyning Nord-Øst AS',
    orgNumber: '311477188',
    agreement: 'RIIK-21-088',
    lots: ['8A', '8B'],
    bankAccount: '15030000112',
  },
  {
    key: 'pleie',
    slug: 'pleiepartner',
    name: 'Pleiepartner AS',
    orgNumber: '311522043',
    agreement: 'RIIK-21-088',
    lots: ['8A', '8B'],
    bankAccount: '15030000123',
  },
];

export const suppliers: readonly Supplier[] = rows.map((row) => ({
  ...row,
  habit: tradeHabits[row.key as keyof typeof tradeHabits],
  form: forms[row.key] as Supplier['form'],
}));

const customerNumber = (at: number, index: number): string =>
  at === 2
    ? String(4210 + index * 3).padStart(7, '0')
    : at % 3 === 0
      ? String(240_110 + at * 10_000 + index * 7)
      : at % 3 === 1
        ? String(1201 + at * 100 + index)
        : `K-${30_115 + at * 1000 + index * 11}`;

/** Returns the customer name that a supplier writes. A body that is not a municipality has the name of its site. */
function customerName(key: string, { name, municipality }: Site): string {
  if (municipality.body || key === 'finnskog') return name;
  if (key === 'blyant') return `${municipality.name} kommune ${name}`.toUpperCase();
  return ['nettverket', 'tregard', 'helse', 'energihuset'].includes(key)
    ? `${municipality.name} kommune`
    : `${municipality.name} kommune v/ ${name}`;
}

export const customers: readonly Customer[] = suppliers.flatMap(({ key }, at) =>
  sites.map((site, index) => ({
    supplier: key,
    number: customerNumber(at, index),
    name: customerName(key, site),
    site,
  })),
);
