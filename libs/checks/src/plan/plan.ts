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
  /** as it stands in JSON, with the colon */
  readonly nameJson: string;
  readonly title: string;
  readonly role: FieldRole | null;
  readonly required: boolean;
  readonly field: TermsField;
}

export interface PlanTable {
  readonly name: string;
  readonly title: string;
  /** folded names of the sheets that hold it; empty when any may */
  readonly sheets: ReadonlySet<string>;
  readonly foreignKeys: readonly ForeignKey[];
  readonly fields: readonly PlanField[];
  /** index of the field that has a role */
  readonly role: Readonly<Partial<Record<FieldRole, number>>>;
  /** folded heading → fields it may be, best first: 0 title, 0.5 taught, 1 synonym of the terms, from 2 on words we know, the nearest first */
  readonly words: ReadonlyMap<string, readonly { readonly field: number; readonly rank: number }[]>;
}

/** Terms and context made ready for reading files: what whoever reads, looks through or checks one may know. */
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
  /** ids of the checks that run: one need not say what another says better */
  readonly checkIds: ReadonlySet<string>;
  readonly dateShift: ReadonlyMap<string, number>;
  /** fields that are filled down: those of this file, and folded heading → field of what was learned */
  readonly filledDown: { readonly fields: ReadonlySet<string>; readonly headings: ReadonlyMap<string, string> };
  readonly readAs: ReadAs;
  /** what was said of a whole table of customers: the value of a field that has no column, and what its figures are; null where nothing was */
  readonly wholeTable: ReadonlyMap<string, string>;
  readonly crossMeasure: 'quantity' | 'amount' | null;
}

/** What a person once said of a column that does not tell itself. */
export interface ReadAs {
  readonly decimal: (match: { readonly heading: string; readonly field: PlanField }) => DecimalChar | null;
  readonly dateOrder: (match: { readonly heading: string; readonly field: PlanField }) => DateOrder | null;
}
