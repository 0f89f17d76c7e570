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
  /** Approximate amount of one delivery line, in whole NOK. */
  lineSize: number;
  /** Maximum number of lines of one item per buyer and month. */
  linesMax: number;
  /** Maximum number of orders per site and month. */
  ordersPerMonth: number;
  /** Median days from order to delivery. */
  deliveryDays: number;
  /** One invoice per site and month, or one per order. */
  invoicing: 'monthly' | 'per-order';
  /** Share of lines charged above the agreed price without a reason. */
  overpriced: number;
  /** Share of lines that are partly returned. */
  returned: number;
  /** Returns an invoice number. The sequence restarts each year where the year is part of the number. */
  invoiceNumber(day: Day, sequence: number): string;
  fees: readonly FeeHabit[];
  /** Returns weights of the site kinds where the item is used. */
  places(item: Item): Weights;
  /** The multiplier on a municipality's share; null for none. */
  shareBy: 'foodFactor' | 'ictFactor' | null;
  /** One report line per delivery, or sums by site and item. */
  reportedBy: 'line' | 'week' | 'month';
  /** Share of report lines without an invoice number. */
  invoiceLeftOut: number;
}

export const siteWeight = ({ habit }: Supplier, item: Item, site: Site): number => habit.places(item)[site.kind] ?? 0;

/**
 * Returns the buyer's share of the purchases of all seven municipalities from the supplier. Bodies that are not
 * municipalities have their own shares.
 */
export function shareOf({ key, habit }: Supplier, one: Municipality): number {
  if (one.body) return one.body.shares[key] ?? 0;
  return habit.shareBy === null ? one.share : one.share * one[habit.shareBy];
}
