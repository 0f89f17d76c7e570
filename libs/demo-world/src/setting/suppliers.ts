import { organisationNumberFrom } from '../values/check-digits.ts';
import { municipalities } from './municipalities.ts';
import { sites, type Site } from './sites.ts';

export type SupplierKey = 'finnskog' | 'solglott' | 'blyant' | 'nettverket';

export interface Supplier {
  key: SupplierKey;
  /** Folder name. */
  slug: string;
  name: string;
  orgNumber: string;
  agreement: string;
  lots: readonly string[];
  bankAccount: string;
}

export const suppliers: readonly Supplier[] = [
  { key: 'finnskog', slug: 'finnskog-storkjokken', name: 'Finnskog Storkjøkken Engros AS', orgNumber: '311047116', agreement: 'RIIK-24-107', lots: ['1A'], bankAccount: '15030000011' },
  { key: 'solglott', slug: 'solglott-frukt', name: 'Solgløtt Frukt & Grønt AS', orgNumber: '311082272', agreement: 'RIIK-24-107', lots: ['1B'], bankAccount: '15030000022' },
  { key: 'blyant', slug: 'blyant-og-bind', name: 'Blyant & Bind AS', orgNumber: '311120301', agreement: 'RIIK-23-042', lots: ['2'], bankAccount: '15030000033' },
  { key: 'nettverket', slug: 'nettverket-it', name: 'Nettverket IT-handel AS', orgNumber: '311260936', agreement: 'RIIK-24-130', lots: ['4A', '4B'], bankAccount: '15030000044' },
];

export function supplier(key: SupplierKey): Supplier {
  return suppliers.find((one) => one.key === key) as Supplier;
}

export interface Customer {
  supplier: SupplierKey;
  /** The supplier's own number of the customer. */
  number: string;
  /** The name the supplier writes. */
  name: string;
  site: Site;
}

/** First customer number by supplier; Blyant & Bind keeps leading zeros. */
const firstNumber: Record<SupplierKey, (index: number) => string> = {
  finnskog: (index) => String(240110 + index * 7),
  solglott: (index) => String(1201 + index),
  blyant: (index) => String(4210 + index * 3).padStart(7, '0'),
  nettverket: (index) => `K-${30115 + index * 11}`,
};

const nameHabit: Record<SupplierKey, (site: Site) => string> = {
  finnskog: (site) => site.name,
  solglott: (site) => `${site.municipality.name} kommune v/ ${site.name}`,
  blyant: (site) => `${site.municipality.name} kommune ${site.name}`.toUpperCase(),
  nettverket: (site) => `${site.municipality.name} kommune`,
};

/** Who the suppliers know as customers: one number for each site. */
export const customers: readonly Customer[] = suppliers.flatMap(({ key }) =>
  sites.map((site, index) => ({ supplier: key, number: firstNumber[key](index), name: nameHabit[key](site), site })),
);

const byKey = new Map(customers.map((customer) => [`${customer.supplier}/${customer.site.id}`, customer]));
export const customerAt = (key: SupplierKey, site: Site): Customer => byKey.get(`${key}/${site.id}`) as Customer;

/** The cooperative; the number is invented. */
export const cooperative = { key: 'riik', name: 'Regionalt innkjøp i Kongsvingerregionen (RIIK)', orgNumber: organisationNumberFrom(31170001), members: municipalities.map((one) => one.number) };
