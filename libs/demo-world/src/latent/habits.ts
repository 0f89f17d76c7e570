import type { Item } from '../catalogue/item.ts';
import type { Municipality } from '../setting/municipalities.ts';
import type { Site, SiteKind } from '../setting/sites.ts';
import type { Supplier } from '../setting/supplier.ts';
import type { Day } from '../values/calendar.ts';
import type { Fee } from './invoices.ts';

export type Weights = Partial<Record<SiteKind, number>>;
export interface FeeHabit {
  name: string;
  chance: number;
  form: Fee['form'];
  percent: [number, number];
}

export interface TradeHabit {
  /** Purchases by month, January first, mean 1. */
  season: readonly number[];
  /** About how many whole NOK one delivery line is. */
  lineSize: number;
  /** Lines of an item that one buyer gets in a month, at most. */
  linesMax: number;
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
  /** How it numbers its invoices; the sequence restarts with the year where the year is in the number. */
  invoiceNumber(day: Day, sequence: number): string;
  fees: readonly FeeHabit[];
  /** Where the item is used. */
  places(item: Item): Weights;
  /** Which multiplier on a municipality's share applies. */
  shareBy: 'foodFactor' | 'ictFactor' | null;
  /** One report line for each delivery, or sums by site and item. */
  reportedBy: 'line' | 'week' | 'month';
  /** Share of report lines without an invoice number. */
  invoiceLeftOut: number;
}

export const siteWeight = ({ habit }: Supplier, item: Item, site: Site): number => habit.places(item)[site.kind] ?? 0;

/** The buyer's share of what all seven buy from the supplier; bodies that are no municipality have shares of their own. */
export function shareOf({ key, habit }: Supplier, one: Municipality): number {
  if (one.body) return one.body.shares[key] ?? 0;
  return habit.shareBy === null ? one.share : one.share * one[habit.shareBy];
}
