import type { Item } from '../../catalogue/item.ts';
import type { FeeHabit, TradeHabit, Weights } from '../../latent/habits.ts';
import { tradeHabits as light } from '../light/habits.ts';

const furnitureSeason = [0.5, 0.7, 0.9, 0.9, 1.1, 1.6, 0.8, 1.3, 1.0, 0.9, 1.0, 1.3];
const buildingSeason = [0.4, 0.5, 0.8, 1.1, 1.5, 1.6, 0.8, 1.3, 1.4, 1.2, 0.8, 0.6];
const fuelSeason = [1.2, 1.2, 1.1, 0.95, 0.9, 0.85, 0.7, 0.85, 0.95, 1.0, 1.1, 1.2];
const workwearSeason = [0.8, 0.8, 1.0, 1.3, 1.3, 0.9, 0.5, 0.9, 1.4, 1.2, 1.1, 0.8];
const medicalSeason = [1.1, 1.1, 1.05, 1, 0.95, 0.95, 0.9, 0.95, 1, 1, 1, 1.0];

const workshops: Weights = { teknisk: 8, skole: 1, sykehjem: 0.6, barnehage: 0.4, kulturhus: 0.6, rådhus: 0.2 };
const garages: Weights = { teknisk: 5, hjemmetjeneste: 4, rådhus: 0.8 };
const outdoors: Weights = { teknisk: 6, hjemmetjeneste: 1, rådhus: 0.3 };
const wards: Weights = { sykehjem: 8, hjemmetjeneste: 5, barnehage: 0.2 };
const rooms: Weights = { rådhus: 3, skole: 2, hjemmetjeneste: 0.6, kulturhus: 1, teknisk: 0.3, sykehjem: 0.3 };
const schools: Weights = { skole: 1 };
const nurseries: Weights = { barnehage: 1, skole: 0.2 };
const homes: Weights = { sykehjem: 1, hjemmetjeneste: 0.1 };

const freight = (chance: number, percent: [number, number] = [2, 6]): FeeHabit[] => [
  { name: 'Frakt', chance, form: 'charge', percent },
];
const yearly = (prefix: string) => (day: string, sequence: number) =>
  `${prefix}-${day.slice(2, 4)}-${String(sequence).padStart(6, '0')}`;
const running =
  (first: number, step = 1) =>
  (_: string, sequence: number) =>
    String(first + sequence * step);

/**
 * About 2.5 % of lines are overcharged and 1.5 % are partly returned. The number of lines depends on sites, not on
 * municipalities.
 */
const usual = {
  linesMax: 80,
  overpriced: 0.0225,
  returned: 0.0155,
  shareBy: null,
  ordersPerMonth: 4,
  invoiceLeftOut: 0.15,
} as const;

export const tradeHabits = {
  finnskog: { ...light.finnskog, ...usual, shareBy: 'foodFactor', lineSize: 1350, ordersPerMonth: 8 },
  solglott: {
    ...light.solglott,
    ...usual,
    shareBy: 'foodFactor',
    lineSize: 740,
    ordersPerMonth: 8,
    reportedBy: 'week',
    invoiceLeftOut: 0,
  },
  blyant: { ...light.blyant, ...usual, lineSize: 950, ordersPerMonth: 3 },
  tregard: {
    ...usual,
    season: furnitureSeason,
    lineSize: 7000,
    deliveryDays: 25,
    invoicing: 'per-order',
    fees: freight(0.5),
    invoiceNumber: yearly('TI'),
    reportedBy: 'line',
    ordersPerMonth: 2,
    places: (item: Item) => (item.lot === '3C' ? schools : rooms),
  },
  omsorg: {
    ...usual,
    season: furnitureSeason,
    lineSize: 8000,
    deliveryDays: 25,
    invoicing: 'monthly',
    fees: freight(0.5),
    invoiceNumber: running(700_000),
    reportedBy: 'month',
    ordersPerMonth: 2,
    places: (item: Item) => (item.lot === '3D' ? nurseries : homes),
  },
  nettverket: {
    ...light.nettverket,
    ...usual,
    shareBy: 'ictFactor',
    lineSize: 10500,
    deliveryDays: 14,
    ordersPerMonth: 3,
  },
  glomma: {
    ...usual,
    season: buildingSeason,
    lineSize: 1380,
    deliveryDays: 2,
    invoicing: 'per-order',
    fees: freight(0.7),
    invoiceNumber: running(5_200_000, 7),
    reportedBy: 'line',
    ordersPerMonth: 6,
    places: () => workshops,
  },
  odal: {
    ...usual,
    season: buildingSeason,
    lineSize: 1500,
    deliveryDays: 3,
    invoicing: 'per-order',
    fees: freight(0.7),
    invoiceNumber: yearly('OT'),
    reportedBy: 'line',
    ordersPerMonth: 5,
    places: () => workshops,
  },
  energihuset: {
    ...usual,
    season: fuelSeason,
    lineSize: 3500,
    deliveryDays: 1,
    invoicing: 'monthly',
    fees: freight(0.7, [0.8, 3]),
    invoiceNumber: running(88_100_000),
    reportedBy: 'line',
    ordersPerMonth: 13,
    places: () => garages,
    returned: 0.004,
  },
  varselklaer: {
    ...usual,
    season: workwearSeason,
    lineSize: 2000,
    deliveryDays: 6,
    invoicing: 'monthly',
    fees: freight(0.6),
    invoiceNumber: yearly('VH'),
    reportedBy: 'month',
    places: () => outdoors,
  },
  helse: {
    ...usual,
    season: medicalSeason,
    lineSize: 2100,
    deliveryDays: 3,
    invoicing: 'monthly',
    fees: freight(0.7, [2, 5]),
    invoiceNumber: running(310_000),
    reportedBy: 'month',
    places: () => wards,
  },
  pleie: {
    ...usual,
    season: medicalSeason,
    lineSize: 2300,
    deliveryDays: 4,
    invoicing: 'monthly',
    fees: freight(0.7, [2, 5]),
    invoiceNumber: yearly('PP'),
    reportedBy: 'month',
    places: () => wards,
  },
} satisfies Record<string, TradeHabit>;
