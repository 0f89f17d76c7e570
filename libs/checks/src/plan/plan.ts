import type { DateOrder } from '../cells/parse-date.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import type { CheckContext } from '../context.ts';
import type { FieldRole, ForeignKey, Terms, TermsField } from '../terms.ts';
import type { BuyerIndex } from './buyer-index.ts';
import type { ItemIndex } from './item-index.ts';
import type { PriceIndex } from './price-index.ts';
import type { UnitIndex } from './unit-index.ts';

export interface PlanField {
  readonly index: number;
  readonly name: string;
  /** as JSON text, with the colon */
  readonly nameJson: string;
  readonly title: string;
  readonly role: FieldRole | null;
  readonly required: boolean;
  readonly field: TermsField;
}

export interface PlanTable {
  readonly name: string;
  readonly title: string;
  /** normalised names of the sheets that contain it; empty when any sheet may */
  readonly sheets: ReadonlySet<string>;
  readonly foreignKeys: readonly ForeignKey[];
  readonly fields: readonly PlanField[];
  /** index of the field that has a role */
  readonly role: Readonly<Partial<Record<FieldRole, number>>>;
  /**
   * normalised heading → possible fields, best first: 0 title, 0.5 learned, 1 synonym in the terms, from 2 on general
   * synonyms, the closest first
   */
  readonly words: ReadonlyMap<string, readonly { readonly field: number; readonly rank: number }[]>;
}

/** Compiled terms and context, shared by all code that reads, inspects or checks files. */
export interface Plan {
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly termsId: { readonly id: string; readonly version: number; readonly hash: string };
  readonly contextHash: string | null;
  readonly tables: readonly PlanTable[];
  readonly items: ItemIndex;
  readonly prices: PriceIndex;
  readonly buyers: BuyerIndex;
  readonly units: UnitIndex;
  readonly period: { readonly key: string; readonly start: string; readonly end: string } | null;
  /** ids of the checks that run, so that a check can leave a finding to a more specific one */
  readonly checkIds: ReadonlySet<string>;
  readonly dateShift: ReadonlyMap<string, number>;
  /** fields that are filled down: those of this file, and normalised heading → field from learned rules */
  readonly filledDown: { readonly fields: ReadonlySet<string>; readonly headings: ReadonlyMap<string, string> };
  readonly readAs: ReadAs;
  /**
   * a person's answers about a whole cross table: the value of a field without a column, and the measure of its
   * figures; empty or null without an answer
   */
  readonly wholeTable: ReadonlyMap<string, string>;
  readonly crossMeasure: 'quantity' | 'amount' | null;
}

/** Learned decimal signs and date orders, for columns that do not prove their own. */
export interface ReadAs {
  readonly decimal: (match: { readonly heading: string; readonly field: PlanField }) => DecimalChar | null;
  readonly dateOrder: (match: { readonly heading: string; readonly field: PlanField }) => DateOrder | null;
}
