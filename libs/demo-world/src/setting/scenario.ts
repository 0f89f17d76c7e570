import type { Item } from '../catalogue/item.ts';
import type { Declaration } from '../footprints/declaration.ts';
import type { Chapter } from '../latent/history.ts';
import type { OffContractSpend, OtherSpend } from '../latent/other-spend.ts';
import type { Submission } from '../reports/submission.ts';
import type { BeatMeasure } from '../truth/beat-measure.ts';
import type { Day } from '../values/calendar.ts';
import type { Agreement } from './agreement.ts';
import type { Obligation } from './obligations.ts';
import type { Municipality } from './municipalities.ts';
import type { Person } from './person.ts';
import type { Site } from './sites.ts';
import type { Customer, Supplier } from './supplier.ts';

/** A planted pattern, so that a demonstration has something to discover. */
export interface Beat {
  key: string;
  title: string;
  /** The pattern that a careful reader of the combined data should see. */
  see: string;
}

/** Measures the true values of the story beats, chapter by chapter. */
export interface BeatMeter {
  see(chapter: Chapter): void;
  result(): BeatMeasure[];
}

/** The events of a world beyond everyday trade. */
export interface Story {
  beats: readonly Beat[];
  /** Returns the multiplier on the planned purchases of an item. */
  mixOf(item: Item, municipalityNumber: string, day: Day): number;
  isOnSale(item: Item, month: string): boolean;
  /** Returns a wrong price in øre that is charged instead of the agreed one; null for the agreed price. */
  wrongPrice(item: Item, day: Day): number | null;
  isLedgerMissing(municipalityNumber: string, quarter: string): boolean;
  /** Id of the site that a supplier omits, where a report is to lack one. */
  forgottenSite: string;
  /** Returns true if the supplier uses a new item number in the period without notice. */
  isRenumbered(item: Item, period: string): boolean;
}

/** Consecutive months that are generated together. Memory contains one chapter and the previous one. */
export interface Span {
  /** Name of the span's own truth file. */
  key: string;
  months: readonly string[];
  /** Months of ordering only, before the world begins. */
  warmUp: readonly string[];
}

export interface IndexSeries {
  code: string;
  title: string;
  source: string;
  licence: string;
  path: string;
  values: readonly (readonly [period: string, tenths: number])[];
}

/** One profile with one seed: the parties, the agreements and the mistakes. Everything else is derived from it. */
export interface Scenario {
  profile: string;
  seed: number;
  asOf: string;
  asOfDay: Day;
  firstMonth: string;
  lastMonth: string;
  /** A month that is delivered and reported, but not submitted at `asOf`. It is in no ledger yet. */
  waitingMonth: string;
  spans: readonly Span[];
  quarters: readonly string[];
  /** Quarters before the world's first, with ledger sums by account code only. */
  spendOnlyQuarters: readonly string[];
  buyers: readonly Municipality[];
  sites: readonly Site[];
  suppliers: readonly Supplier[];
  agreements: readonly Agreement[];
  items: readonly Item[];
  customers: readonly Customer[];
  people: readonly Person[];
  obligations: readonly Obligation[];
  submissions: readonly Submission[];
  declarations: readonly Declaration[];
  otherSpend: readonly OtherSpend[];
  offAgreement: readonly OffContractSpend[];
  /** Indexes for price adjustments: values in tenths. */
  indexSeries: readonly IndexSeries[];
  /**
   * Days after the end of a quarter in which a voucher can still be booked in it. `yearDays` applies to the last
   * quarter.
   */
  closing: { quarterDays: number; yearDays: number };
  /** True if mistakes that only show in comparison with other lines are planted where such lines exist. */
  carefulPlanting: boolean;
  story: Story;
  newBeatMeter(): BeatMeter;
  /** True if the truth has one file per span in addition to truth.json. */
  truthInParts: boolean;
}
