import type { Item } from '../catalogue/items.ts';
import type { Municipality } from '../setting/municipalities.ts';
import type { Site, SiteKind } from '../setting/sites.ts';
import type { SupplierKey } from '../setting/suppliers.ts';

export interface TradeHabit {
  /** Purchases by month, January first, mean 1. */
  season: readonly number[];
  /** About how many whole NOK one delivery line is. */
  lineSize: number;
  /** Orders a site places in a month, at most. */
  ordersPerMonth: number;
  /** Median days from order to delivery. */
  deliveryDays: number;
  /** One invoice for each site and month, or one for each order. */
  invoicing: 'monthly' | 'per-order';
  /** Share of lines charged above the agreed price for no reason. */
  overpriced: number;
  /** Share of lines of which something is sent back. */
  returned: number;
}

const foodSeason = [0.95, 0.98, 1.02, 0.98, 1.05, 0.9, 0.55, 0.95, 1.12, 1.1, 1.1, 1.3];
const officeSeason = [0.7, 0.8, 0.8, 0.8, 0.9, 1.6, 0.6, 2.3, 1.1, 0.9, 0.8, 0.7];
const ictSeason = [0.6, 0.7, 0.9, 0.8, 1.0, 1.9, 0.7, 1.8, 0.9, 0.8, 0.9, 1.0];

export const tradeHabits: Record<SupplierKey, TradeHabit> = {
  finnskog: { season: foodSeason, lineSize: 10000, ordersPerMonth: 4, deliveryDays: 2, invoicing: 'monthly', overpriced: 0.008, returned: 0.015 },
  solglott: { season: foodSeason, lineSize: 4000, ordersPerMonth: 4, deliveryDays: 2, invoicing: 'monthly', overpriced: 0.025, returned: 0.012 },
  blyant: { season: officeSeason, lineSize: 5600, ordersPerMonth: 2, deliveryDays: 5, invoicing: 'per-order', overpriced: 0.025, returned: 0.02 },
  nettverket: { season: ictSeason, lineSize: 34000, ordersPerMonth: 3, deliveryDays: 11, invoicing: 'per-order', overpriced: 0.01, returned: 0.01 },
};

type Weights = Partial<Record<SiteKind, number>>;
const kitchens: Weights = { sykehjem: 10, skole: 2, barnehage: 1.5, rådhus: 1, hjemmetjeneste: 2, kulturhus: 0.4 };
const offices: Weights = { rådhus: 4, skole: 3, barnehage: 1, sykehjem: 1.2, hjemmetjeneste: 1, teknisk: 1, kulturhus: 1 };
const classrooms: Weights = { skole: 6, barnehage: 2 };
const desks: Weights = { rådhus: 6, skole: 3, sykehjem: 1, hjemmetjeneste: 1.5, teknisk: 1, kulturhus: 0.6 };

function weightsFor(item: Item): Weights {
  if (item.supplier === 'finnskog' || item.supplier === 'solglott') return kitchens;
  if (['school-supplies', 'craft'].includes(item.category.key) || item.number.endsWith('-SKO')) return classrooms;
  return item.supplier === 'blyant' ? offices : desks;
}

export const siteWeight = (item: Item, site: Site): number => weightsFor(item)[site.kind] ?? 0;

/** The buyer's share of what all seven buy from the supplier. */
export function shareOf(key: SupplierKey, one: Municipality): number {
  if (key === 'finnskog' || key === 'solglott') return one.share * one.foodFactor;
  return key === 'nettverket' ? one.share * one.ictFactor : one.share;
}
