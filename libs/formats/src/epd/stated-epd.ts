/** The climate indicators that an EPD may state: three parts and their total (EN 15804+A2), all but biogenic CO2 (GWP-GHG, GWP-IOBC), or one figure (EN 15804+A1). */
export type GwpIndicator = 'total' | 'fossil' | 'biogenic' | 'luluc' | 'ghg' | 'one';

/** One figure of one indicator: kg CO2e for the declared amount. A value that is not there means that the module is not declared, never zero. */
export interface StatedAmount {
  readonly indicator: GwpIndicator;
  /** As EN 15804 names it: `A1`, `A1-A3`, `C3`, `D`. */
  readonly module: string;
  readonly scenario: string | null;
  readonly value: string | null;
}

/** What one unit of the product's flow is, in one respect: `1 m3`, `2265 kg`. */
export interface StatedProperty {
  readonly id: string | null;
  readonly name: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** The one that the declared amount is counted in. */
  readonly reference: boolean;
}

export interface StatedMaterial {
  readonly name: string;
  readonly value: string | null;
  readonly unit: string | null;
}

export interface StatedText {
  readonly language: string;
  readonly text: string;
}

/** The flow that the figures are for. */
export interface StatedFlow {
  readonly amount: string | null;
  /** The amount as a data base reckoned it; must be the amount times the value of the reference property. */
  readonly reckonedAmount: string | null;
  /** null: the flow's own data set is not in the file, so nobody can say what the amount counts. */
  readonly properties: readonly StatedProperty[] | null;
  readonly materials: readonly StatedMaterial[];
}

/** What a data set in the ILCD+EPD format states of one product, in XML or in JSON: as written, nothing reckoned. */
export interface StatedEpd {
  readonly id: string | null;
  readonly names: readonly StatedText[];
  readonly productIds: readonly { readonly type: string; readonly value: string }[];
  readonly formatVersion: string | null;
  readonly referenceYear: string | null;
  /** A year, as the format has it. */
  readonly validUntil: string | null;
  /** Days, where the file says them. */
  readonly publishedOn: string | null;
  readonly expiresOn: string | null;
  readonly location: string | null;
  readonly typeOfDataSet: string | null;
  readonly subType: string | null;
  readonly compliance: readonly string[];
  readonly reviews: readonly { readonly type: string | null; readonly reviewers: readonly string[] }[];
  readonly operator: string | null;
  readonly owner: string | null;
  readonly registrationNumber: string | null;
  readonly precedingIds: readonly string[];
  /** Names of documents that the data set points to. */
  readonly documents: readonly string[];
  readonly defaultScenarios: readonly string[];
  readonly flow: StatedFlow;
  readonly amounts: readonly StatedAmount[];
  /** Which characterisation the indicators follow, told by their ids: EF 3.0, EF 3.1 or EN 15804+A1. */
  readonly characterisation: string | null;
  /** Climate indicators that are not in kg CO2e, with the unit they say. They are not read. */
  readonly wrongUnits: readonly string[];
}

/** More figures than any product has modules, scenarios and indicators for. */
export const AMOUNTS_MAX = 2_000;
