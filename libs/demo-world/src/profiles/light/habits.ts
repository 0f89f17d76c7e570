import type { Item } from '../../catalogue/item.ts';
import type { FeeHabit, TradeHabit, Weights } from '../../latent/habits.ts';

const foodSeason = [0.95, 0.98, 1.02, 0.98, 1.05, 0.9, 0.55, 0.95, 1.12, 1.1, 1.1, 1.3];
const officeSeason = [0.7, 0.8, 0.8, 0.8, 0.9, 1.6, 0.6, 2.3, 1.1, 0.9, 0.8, 0.7];
const ictSeason = [0.6, 0.7, 0.9, 0.8, 1.0, 1.9, 0.7, 1.8, 0.9, 0.8, 0.9, 1.0];

const kitchens: Weights = { sykehjem: 10, skole: 2, barnehage: 1.5, rådhus: 1, hjemmetjeneste: 2, kulturhus: 0.4 };
const offices: Weights = {
  rådhus: 4,
  skole: 3,
  barnehage: 1,
  sykehjem: 1.2,
  hjemmetjeneste: 1,
  teknisk: 1,
  kulturhus: 1,
};
const classrooms: Weights = { skole: 6, barnehage: 2 };
const desks: Weights = { rådhus: 6, skole: 3, sykehjem: 1, hjemmetjeneste: 1.5, teknisk: 1, kulturhus: 0.6 };

/** Returns school sites for school items, and `others` for all other items. */
const schoolsOr =
  (others: Weights) =>
  (item: Item): Weights =>
    ['school-supplies', 'craft'].includes(item.category.key) || item.number.endsWith('-SKO') ? classrooms : others;

const fees: Record<'finnskog' | 'solglott' | 'blyant' | 'nettverket', FeeHabit[]> = {
  finnskog: [
    { name: 'Frakt og emballasje', chance: 0.45, form: 'charge', percent: [2, 6] },
    { name: 'Pant returkasser', chance: 0.3, form: 'line', percent: [1, 3] },
  ],
  solglott: [{ name: 'Kollipant', chance: 0.5, form: 'line', percent: [2, 5] }],
  blyant: [{ name: 'Frakt', chance: 0.6, form: 'charge', percent: [2, 6] }],
  nettverket: [
    { name: 'Miljøgebyr EE-avfall', chance: 0.3, form: 'line', percent: [0.5, 2] },
    { name: 'Klargjøring av klienter', chance: 0.4, form: 'line', percent: [3, 8] },
  ],
};

export const tradeHabits = {
  finnskog: {
    season: foodSeason,
    lineSize: 10000,
    linesMax: 6,
    ordersPerMonth: 4,
    deliveryDays: 2,
    invoicing: 'monthly',
    overpriced: 0.008,
    returned: 0.015,
    fees: fees.finnskog,
    invoiceNumber: (_, sequence) => String(4_100_000 + sequence * 3),
    places: () => kitchens,
    shareBy: 'foodFactor',
    reportedBy: 'line',
    invoiceLeftOut: 0.06,
  },
  solglott: {
    season: foodSeason,
    lineSize: 4000,
    linesMax: 6,
    ordersPerMonth: 4,
    deliveryDays: 2,
    invoicing: 'monthly',
    overpriced: 0.025,
    returned: 0.012,
    fees: fees.solglott,
    invoiceNumber: (day, sequence) => `SF-${day.slice(2, 4)}-${String(sequence).padStart(5, '0')}`,
    places: () => kitchens,
    shareBy: 'foodFactor',
    reportedBy: 'month',
    invoiceLeftOut: 0,
  },
  blyant: {
    season: officeSeason,
    lineSize: 5600,
    linesMax: 6,
    ordersPerMonth: 2,
    deliveryDays: 5,
    invoicing: 'per-order',
    overpriced: 0.025,
    returned: 0.02,
    fees: fees.blyant,
    invoiceNumber: (_, sequence) => String(90_012_000 + sequence),
    places: schoolsOr(offices),
    shareBy: null,
    reportedBy: 'line',
    invoiceLeftOut: 0.12,
  },
  nettverket: {
    season: ictSeason,
    lineSize: 34000,
    linesMax: 6,
    ordersPerMonth: 3,
    deliveryDays: 11,
    invoicing: 'per-order',
    overpriced: 0.01,
    returned: 0.01,
    fees: fees.nettverket,
    invoiceNumber: (day, sequence) => `N-${day.slice(0, 4)}-${String(sequence).padStart(5, '0')}`,
    places: schoolsOr(desks),
    shareBy: 'ictFactor',
    reportedBy: 'line',
    invoiceLeftOut: 0,
  },
} satisfies Record<string, TradeHabit>;
