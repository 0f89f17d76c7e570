import type { Day } from '../values/calendar.ts';

export interface Terms {
  version: number;
  validFrom: string;
  frequency: 'month' | 'quarter';
  due: { kind: 'working-days-after'; days: number } | { kind: 'fixed-dates'; dates: string[] };
  /** The date that assigns a line to a period. */
  basis: 'delivered';
  vat: 'excluded';
  currency: 'NOK';
  /** All items sold to the participants, inside and outside the assortment. */
  scope: 'all-goods';
  nilReturnRequired: boolean;
  requiredFields: string[];
  optionalFields: string[];
  sanction: { kind: 'daily-penalty'; amount: number; per: 'working-day'; excludes: string[] };
  footprints: { required: 'none' | 'paper' | 'every-model' | 'spend-share'; text: string };
  clause: string;
  /** A chain reports per branch; omitted where suppliers report as one. */
  partsOf?: 'branch';
}

/** The price method of a lot. */
export interface PriceRule {
  lot: string;
  kind: 'fixed' | 'weekly-list' | 'daily-list' | 'catch-weight';
  from: Day;
  /** The index that prices follow when an adjustment is approved. */
  adjustment?: AdjustmentClause;
}

/** A clause by which prices follow an index in part. `share` is in per cent. */
export interface AdjustmentClause {
  index: string;
  share: number;
  basePeriod: string;
  /** Months with fixed prices from the agreement's first day. */
  fixedMonths: number;
  monthsBetween: number;
  noticeMonths: number;
}

/** A price adjustment: the request and the decision. */
export interface Adjustment {
  supplier: string;
  lot: string;
  comparePeriod: string;
  requestedOn: Day;
  /** Id of a person of the supplier. */
  requestedBy: string;
  wantedFrom: Day;
  decidedOn: Day;
  decidedBy: string;
  approved: boolean;
  reason: string;
  /** The first day of the new prices, and their multiplier: numerator and denominator. */
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
  /** Participants: municipality number or key of another body, with the first and last day of call-off. */
  participation: { municipality: string; from: string; to: string }[];
  terms: Terms;
  /** Maximum value in whole NOK, if the agreement has one. */
  maximumValue?: number;
  technique?: 'ranked' | 'share';
  /** Rank or share (0 to 1) of each supplier, by key. */
  keys?: Record<string, { rank?: number; share?: number }>;
  options?: { number: number; noticeBy: Day; extendsTo: Day; decided: 'taken' | 'left' | null }[];
  priceRules?: PriceRule[];
  adjustments?: Adjustment[];
}

/** Returns true if the body may call off from the agreement on the day. */
export const isParticipant = ({ participation }: Agreement, municipalityNumber: string, day: Day): boolean =>
  participation.some((one) => one.municipality === municipalityNumber && one.from <= day && day <= one.to);
