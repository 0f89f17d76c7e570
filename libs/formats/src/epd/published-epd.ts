/**
 * The climate indicators that an EPD may state: three parts and their total (EN 15804+A2), all except biogenic CO₂
 * (GWP-GHG, GWP-IOBC), or one figure (EN 15804+A1).
 */
export type GwpIndicator = 'total' | 'fossil' | 'biogenic' | 'luluc' | 'ghg' | 'one';

/**
 * One figure of one indicator in kg CO₂e for the declared amount. A null value means that the module is not declared;
 * it never counts as zero.
 */
export interface PublishedAmount {
  readonly indicator: GwpIndicator;
  /** Module as named by EN 15804: `A1`, `A1-A3`, `C3`, `D`. */
  readonly module: string;
  readonly scenario: string | null;
  readonly value: string | null;
}

/** One property of one unit of the product's flow, for example `1 m3` or `2265 kg`. */
export interface FlowProperty {
  readonly id: string | null;
  readonly name: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** True for the property in which the declared amount is expressed. */
  readonly reference: boolean;
}

export interface MaterialProperty {
  readonly name: string;
  readonly value: string | null;
  readonly unit: string | null;
}

export interface LanguageText {
  readonly language: string;
  readonly text: string;
}

/** The flow that the figures refer to. */
export interface PublishedFlow {
  readonly amount: string | null;
  /** The amount as calculated by a database. It must equal the amount times the value of the reference property. */
  readonly reckonedAmount: string | null;
  /** Null when the flow's own data set is not in the file: the unit of the amount is then unknown. */
  readonly properties: readonly FlowProperty[] | null;
  readonly materials: readonly MaterialProperty[];
}

/**
 * The statements of an ILCD+EPD data set about one product, from XML or JSON. Values are as written; nothing is
 * calculated.
 */
export interface PublishedEpd {
  readonly id: string | null;
  readonly names: readonly LanguageText[];
  readonly productIds: readonly { readonly type: string; readonly value: string }[];
  readonly formatVersion: string | null;
  readonly referenceYear: string | null;
  /** A year: the format has no finer precision here. */
  readonly validUntil: string | null;
  /** Days, where the file states them. */
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
  /** Names of documents that the data set refers to. */
  readonly documents: readonly string[];
  readonly defaultScenarios: readonly string[];
  readonly flow: PublishedFlow;
  readonly amounts: readonly PublishedAmount[];
  /** Characterisation of the indicators, derived from their ids: EF 3.0, EF 3.1 or EN 15804+A1. */
  readonly characterisation: string | null;
  /** Stated units of climate indicators that are not in kg CO₂e. Those indicators are not read. */
  readonly wrongUnits: readonly string[];
}

/** Maximum number of figures; no product has more modules × scenarios × indicators. */
export const AMOUNTS_MAX = 2_000;
