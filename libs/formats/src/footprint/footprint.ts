import type { GwpIndicator } from '../epd/published-epd.ts';

/**
 * A product carbon footprint as its publisher states it: PACT data model 2.x or 3.0, or the product stage (A1–A3) of an
 * EPD. Cradle to gate. Numbers are decimal texts as written; a field that is not stated is null.
 */
export interface Footprint {
  readonly id: string;
  readonly specVersion: string;
  /** 'Deprecated' must no longer be used. Files of version 2.0 and older may lack the field, which means active. */
  readonly status: 'Active' | 'Deprecated';
  readonly createdOn: string | null;
  readonly precedingIds: readonly string[];
  readonly company: { readonly name: string | null; readonly ids: readonly string[] };
  readonly product: { readonly name: string | null; readonly description: string | null };
  /** URNs as written, including invalid ones. */
  readonly productIds: readonly string[];
  /** Digits of the GTINs in `productIds` with a correct check digit. Only these may be linked to items. */
  readonly gtins: readonly string[];
  readonly classifications: readonly string[];
  readonly declaredUnit: string | null;
  readonly declaredAmount: string | null;
  /** Mass in kg without packaging, as stated. */
  readonly massPerDeclaredUnit: string | null;
  /** kg CO₂e for the declared amount, excluding biogenic uptake. Totals use this figure. */
  readonly pcfExcludingBiogenic: string | null;
  /** kg CO₂e for the declared amount, including biogenic uptake. Shown, never used in totals. */
  readonly pcfIncludingBiogenic: string | null;
  /** Parts of `pcfExcludingBiogenic` for the declared amount; null when not all of them are stated. */
  readonly parts: FootprintParts | null;
  /**
   * kg CO₂e per declared unit: pcfExcludingBiogenic ÷ declaredAmount. Exact, or rounded to 18 decimals when the
   * quotient is infinite.
   */
  readonly perUnit: string | null;
  readonly validFrom: string | null;
  /** Last valid day. */
  readonly validTo: string | null;
  /** True when the publisher stated no validity: three years from the end of the reference period are assumed. */
  readonly validityAssumed: boolean;
  readonly referencePeriod: { readonly start: string | null; readonly end: string | null };
  readonly geography: {
    readonly country: string | null;
    readonly region: string | null;
    readonly subdivision: string | null;
  };
  /** Percentage of the footprint based on primary data, as written. */
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
  /** Fields that only an EPD has; null for PACT. */
  readonly epd: EpdFacts | null;
}

/**
 * An environmental product declaration (ISO 14025, EN 15804): its registration, and its climate figures in all modules.
 */
export interface EpdFacts {
  /** `EN 15804+A2` or `EN 15804+A1`; null when neither is stated. */
  readonly standard: string | null;
  readonly registrationNumber: string | null;
  /** Programme operator with which it is registered. */
  readonly operator: string | null;
  /**
   * Value of the format: `specific dataset`, `average dataset`, `generic dataset`, `representative dataset`, `template
   * dataset`.
   */
  readonly subType: string | null;
  readonly referenceYear: string | null;
  readonly publishedOn: string | null;
  readonly documents: readonly string[];
  /** The indicators that `pcfExcludingBiogenic` was built from. */
  readonly basis: 'fossil-and-luluc' | 'fossil' | 'ghg' | 'one' | null;
  /** True when A1, A2 and A3 were added because the EPD has no combined module. */
  readonly summed: boolean;
  /** A1–A3 by indicator, in kg CO₂e for the declared amount. */
  readonly productStage: Readonly<Record<GwpIndicator, string | null>>;
  /** All stated figures. Null means not declared; it never counts as zero. */
  readonly modules: readonly {
    readonly indicator: GwpIndicator;
    readonly module: string;
    readonly scenario: string | null;
    readonly value: string | null;
  }[];
}

/**
 * kg CO₂e as decimal texts: fossil incl. technological removals, biogenic gases except CO₂, land use incl. its
 * removals.
 */
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

/** A declaration file with one or more footprints. */
export interface DeclarationDocument {
  readonly format: 'pact' | 'ilcd-epd';
  readonly footprints: readonly Footprint[];
}
