import type { Day } from '../values/calendar.ts';

export interface Terms {
  version: number;
  validFrom: string;
  frequency: 'month' | 'quarter';
  due: { kind: 'working-days-after'; days: number } | { kind: 'fixed-dates'; dates: string[] };
  /** The date that places a line in a period. */
  basis: 'delivered';
  vat: 'excluded';
  currency: 'NOK';
  /** All goods sold to the participants, within and outside the assortment. */
  scope: 'all-goods';
  nilReturnRequired: boolean;
  requiredFields: string[];
  optionalFields: string[];
  sanction: { kind: 'daily-penalty'; amount: number; per: 'working-day'; excludes: string[] };
  footprints: { required: 'none' | 'paper' | 'every-model' | 'spend-share'; text: string };
  clause: string;
  /** A chain reports branch by branch; left out where suppliers report as one. */
  partsOf?: 'branch';
}

/** How the prices of a lot are set. */
export interface PriceRule {
  lot: string;
  kind: 'fixed' | 'weekly-list' | 'daily-list' | 'catch-weight';
  from: Day;
  /** Which index prices follow when an adjustment is approved. */
  adjustment?: AdjustmentClause;
}

/** Prices follow so much of an index. `share` is per cent. */
export interface AdjustmentClause {
  index: string;
  share: number;
  basePeriod: string;
  /** Months the prices are fixed from the agreement's first day. */
  fixedMonths: number;
  monthsBetween: number;
  noticeMonths: number;
}

/** A price adjustment as it was asked for and decided. */
export interface Adjustment {
  supplier: string;
  lot: string;
  comparePeriod: string;
  requestedOn: Day;
  /** Person of the supplier. */
  requestedBy: string;
  wantedFrom: Day;
  decidedOn: Day;
  decidedBy: string;
  approved: boolean;
  reason: string;
  /** The first day of the new prices, and what each is multiplied with: numerator and denominator. */
  fromOn: Day;
  factor: [up: number, down: number];
}

export interface Agreement {
  number: string;
  name: string;
  cpv: string;
  validFrom: string;
  validTo: string;
  lots: { key: string; name: string }[];
  /** Municipality number, or key of another body, and the first day it may call off. */
  participation: { municipality: string; from: string; to: string }[];
  terms: Terms;
  /** Whole NOK the agreement may come to, where it says so. */
  maximumValue?: number;
  technique?: 'ranked' | 'share';
  /** Rank or share (0 to 1) of each supplier, by key. */
  keys?: Record<string, { rank?: number; share?: number }>;
  options?: { number: number; noticeBy: Day; extendsTo: Day; decided: 'taken' | 'left' | null }[];
  priceRules?: PriceRule[];
  adjustments?: Adjustment[];
}

/** Whether the body may call off from the agreement on the day. */
export const isParticipant = ({ participation }: Agreement, municipalityNumber: string, day: Day): boolean =>
  participation.some((one) => one.municipality === municipalityNumber && one.from <= day && day <= one.to);
