import { sites, type Site } from '../../setting/sites.ts';
import type { Customer, Supplier } from '../../setting/supplier.ts';
import { forms } from './forms.ts';
import { tradeHabits } from './habits.ts';

export const suppliers: readonly Supplier[] = [
  {
    key: 'finnskog',
    slug: 'finnskog-storkjokken',
    name: 'Finnskog Storkjøkken Engros AS',
    orgNumber: '311047116',
    agreement: 'RIIK-24-107',
    lots: ['1A'],
    bankAccount: '15030000011',
    habit: tradeHabits.finnskog,
    form: forms.finnskog,
  },
  {
    key: 'solglott',
    slug: 'solglott-frukt',
    name: 'Solgløtt Frukt & Grønt AS',
    orgNumber: '311082272',
    agreement: 'RIIK-24-107',
    lots: ['1B'],
    bankAccount: '15030000022',
    habit: tradeHabits.solglott,
    form: forms.solglott,
  },
  {
    key: 'blyant',
    slug: 'blyant-og-bind',
    name: 'Blyant & Bind AS',
    orgNumber: '311120301',
    agreement: 'RIIK-23-042',
    lots: ['2'],
    bankAccount: '15030000033',
    habit: tradeHabits.blyant,
    form: forms.blyant,
  },
  {
    key: 'nettverket',
    slug: 'nettverket-it',
    name: 'Nettverket IT-handel AS',
    orgNumber: '311260936',
    agreement: 'RIIK-24-130',
    lots: ['4A', '4B'],
    bankAccount: '15030000044',
    habit: tradeHabits.nettverket,
    form: forms.nettverket,
  },
];

/** Returns a customer number by supplier. Blyant & Bind uses leading zeros. */
const firstNumber: Record<string, (index: number) => string> = {
  finnskog: (index) => String(240110 + index * 7),
  solglott: (index) => String(1201 + index),
  blyant: (index) => String(4210 + index * 3).padStart(7, '0'),
  nettverket: (index) => `K-${30115 + index * 11}`,
};

const nameHabit: Record<string, (site: Site) => string> = {
  finnskog: (site) => site.name,
  solglott: (site) => `${site.municipality.name} kommune v/ ${site.name}`,
  blyant: (site) => `${site.municipality.name} kommune ${site.name}`.toUpperCase(),
  nettverket: (site) => `${site.municipality.name} kommune`,
};

/** The suppliers' customers: one number per site. */
export const customers: readonly Customer[] = suppliers.flatMap(({ key }) =>
  sites.map((site, index) => ({
    supplier: key,
    number: (firstNumber[key] as (index: number) => string)(index),
    name: (nameHabit[key] as (site: Site) => string)(site),
    site,
  })),
);
