import type { GwpIndicator } from '../epd/stated-epd.ts';

/**
 * A product carbon footprint as its publisher states it: PACT data model 2.x and 3.0, or the product stage (A1–A3) of an EPD. Cradle to gate.
 * Numbers are decimal texts as written; what is not stated is null.
 */
export interface Footprint {
  readonly id: string;
  readonly specVersion: string;
  /** 'Deprecated' must not be used any more; version 2.0 and older files may lack it, which means active. */
  readonly status: 'Active' | 'Deprecated';
  readonly createdOn: string | null;
  readonly precedingIds: readonly string[];
  readonly company: { readonly name: string | null; readonly ids: readonly string[] };
  readonly product: { readonly name: string | null; readonly description: string | null };
  /** URNs as written, right and wrong ones. */
  readonly productIds: readonly string[];
  /** Digits of the GTINs among them whose check digit is right; only these may link. */
  readonly gtins: readonly string[];
  readonly classifications: readonly string[];
  readonly declaredUnit: string | null;
  readonly declaredAmount: string | null;
  /** kg, without packaging, as stated. */
  readonly massPerDeclaredUnit: string | null;
  /** kg CO2e for the declared amount, without biogenic uptake: the one that totals use. */
  readonly pcfExcludingBiogenic: string | null;
  /** kg CO2e for the declared amount, with biogenic uptake: shown, never used in totals. */
  readonly pcfIncludingBiogenic: string | null;
  /** what the footprint without uptake is made of, for the declared amount; null where not all of it is stated apart */
  readonly parts: FootprintParts | null;
  /** kg CO2e for one declared unit: pcfExcludingBiogenic ÷ declaredAmount, exact, or to 18 decimals when it never ends. */
  readonly perUnit: string | null;
  readonly validFrom: string | null;
  /** Last valid day. */
  readonly validTo: string | null;
  /** The publisher gave no validity: three years from the end of the reference period. */
  readonly validityAssumed: boolean;
  readonly referencePeriod: { readonly start: string | null; readonly end: string | null };
  readonly geography: {
    readonly country: string | null;
    readonly region: string | null;
    readonly subdivision: string | null;
  };
  /** Percent of the footprint that rests on primary data, as written. */
  readonly primaryDataShare: string | null;
  readonly dataQuality: {
    readonly technological: string | null;
    readonly geographical: string | null;
    readonly temporal: string | null;
  };
  readonly verification: FootprintVerification | null;
  readonly standards: readonly string[];
  readonly characterisation: readonly string[];
  readonly exemptedPercent: string | null;
  readonly packagingIncluded: boolean | null;
  readonly comment: string | null;
  /** What only an EPD says; null for PACT. */
  readonly epd: EpdFacts | null;
}

/** An environmental product declaration (ISO 14025, EN 15804): where it is registered, and its climate figures in all modules. */
export interface EpdFacts {
  /** `EN 15804+A2`, `EN 15804+A1`; null where neither is said. */
  readonly standard: string | null;
  readonly registrationNumber: string | null;
  /** The programme it is registered with. */
  readonly operator: string | null;
  /** As the format has it: `specific dataset`, `average dataset`, `generic dataset`, `representative dataset`, `template dataset`. */
  readonly subType: string | null;
  readonly referenceYear: string | null;
  readonly publishedOn: string | null;
  readonly documents: readonly string[];
  /** Which figures the footprint without uptake is made of. */
  readonly basis: 'fossil-and-luluc' | 'fossil' | 'ghg' | 'one' | null;
  /** A1, A2 and A3 were added; they are not given as one. */
  readonly summed: boolean;
  /** A1–A3 by indicator, kg CO2e for the declared amount. */
  readonly productStage: Readonly<Record<GwpIndicator, string | null>>;
  /** All that is stated; null is not declared, never zero. */
  readonly modules: readonly {
    readonly indicator: GwpIndicator;
    readonly module: string;
    readonly scenario: string | null;
    readonly value: string | null;
  }[];
}

/** Kg CO2e, as decimal texts: fossil with technological removals, biogenic gases other than CO2, and land use with its removals. */
export interface FootprintParts {
  readonly fossil: string;
  readonly biogenic: string;
  readonly landUse: string;
}

export interface FootprintVerification {
  readonly provider: string | null;
  readonly standard: string | null;
  readonly coverage: string | null;
  readonly completedOn: string | null;
}

/** A declaration file: one or many footprints. */
export interface DeclarationDocument {
  readonly format: 'pact' | 'ilcd-epd';
  readonly footprints: readonly Footprint[];
}
