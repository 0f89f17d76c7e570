import type { Item } from '../catalogue/item.ts';
import type { Declaration } from '../footprints/declaration.ts';
import type { Chapter } from '../latent/history.ts';
import type { OffAgreement, OtherSpend } from '../latent/other-spend.ts';
import type { Submission } from '../reports/submission.ts';
import type { BeatMeasure } from '../truth/beat-measure.ts';
import type { Day } from '../values/calendar.ts';
import type { Agreement } from './agreement.ts';
import type { Duty } from './duties.ts';
import type { Municipality } from './municipalities.ts';
import type { Person } from './person.ts';
import type { Site } from './sites.ts';
import type { Customer, Supplier } from './supplier.ts';

/** What is planted so that a demonstration has something to find. */
export interface Beat {
  key: string;
  title: string;
  /** What a careful reader of the combined data should see. */
  see: string;
}

/** Adds up what the story beats truly amount to, chapter by chapter. */
export interface BeatMeter {
  see(chapter: Chapter): void;
  result(): BeatMeasure[];
}

/** What is told in a world beyond everyday trade. */
export interface Story {
  beats: readonly Beat[];
  /** Multiplier on the planned purchases of an item. */
  mixOf(item: Item, municipalityNumber: string, day: Day): number;
  isOnSale(item: Item, month: string): boolean;
  /** A price in øre that is charged instead of the agreed one; null where nothing is amiss. */
  wrongPrice(item: Item, day: Day): number | null;
  isLedgerMissing(municipalityNumber: string, quarter: string): boolean;
  /** The site a supplier has forgotten, where a report is to lack one. */
  forgottenSite: string;
  /** Whether the supplier writes a new item number for the item in the period, without having said so. */
  isRenumbered(item: Item, period: string): boolean;
}

/** Consecutive months that are made together: memory holds one chapter and the one before it. */
export interface Span {
  /** Names the part of the truth that is written after it. */
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

/** One profile with one seed: who takes part, what was agreed, and what goes wrong. All else follows from it. */
export interface Scenario {
  profile: string;
  seed: number;
  asOf: string;
  asOfDay: Day;
  firstMonth: string;
  lastMonth: string;
  /** Delivered and reported, but waiting to be handed in at `asOf`; no ledger knows it yet. */
  waitingMonth: string;
  spans: readonly Span[];
  quarters: readonly string[];
  /** Quarters before the world of which there are only ledgers, by art. */
  spendOnlyQuarters: readonly string[];
  buyers: readonly Municipality[];
  sites: readonly Site[];
  suppliers: readonly Supplier[];
  agreements: readonly Agreement[];
  items: readonly Item[];
  customers: readonly Customer[];
  people: readonly Person[];
  duties: readonly Duty[];
  submissions: readonly Submission[];
  declarations: readonly Declaration[];
  otherSpend: readonly OtherSpend[];
  offAgreement: readonly OffAgreement[];
  /** Indexes that price adjustments are computed from: values in tenths. */
  indexSeries: readonly IndexSeries[];
  /** Days after the end of a quarter in which a voucher can still be booked in it; the year is closed sooner. */
  closing: { quarterDays: number; yearDays: number };
  /** Whether a mistake that shows only beside other lines is put where there are such. */
  carefulPlanting: boolean;
  story: Story;
  newBeatMeter(): BeatMeter;
  /** Whether the truth is one file, or one more for each span. */
  truthInParts: boolean;
}
