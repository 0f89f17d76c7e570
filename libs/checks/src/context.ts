import type { PriceBasis, PriceModel } from './prices/price-model.ts';

/**
 * The agreement's data for one supplier and one period: never spend of others, never other suppliers.
 * Tables are columnar: all lists of a table have the same length. A number that refers to another table is an index
 * into it.
 */
export interface CheckContext {
  /** address of the JSON Schema, for editors */
  readonly $schema?: string;
  readonly agreement?: { readonly id: string; readonly title: string };
  readonly supplier?: { readonly key: string; readonly name: string; readonly orgNumber?: string };
  readonly period?: { readonly key: string; readonly start: string; readonly end: string };
  /** the day (Oslo) of the check while the period is not over: no line may be dated later */
  readonly asOf?: string;
  /** the days, both inclusive, on which the supplier is on the agreement; `until` null: until further notice */
  readonly holds?: { readonly from: string; readonly until: string | null };
  /**
   * the supplier's other reports for the same period, when the agreement or its terms change during it or at its end
   */
  readonly otherParts?: OtherReports;
  /** earlier periods of this report without a submission; a line of any other earlier period is late */
  readonly openPeriods?: {
    readonly key: readonly string[];
    readonly start: readonly string[];
    readonly end: readonly string[];
  };
  /** first reports after onboarding: some findings may be confirmed instead of corrected */
  readonly firstPeriod?: boolean;
  /** allow Skatteetaten's synthetic organisation numbers */
  readonly testNumbers?: boolean;
  readonly lots?: { readonly key: readonly string[]; readonly name: readonly string[] };
  readonly items?: ItemTable;
  readonly prices?: PriceTable;
  /** price models by lot and time; without any, the prices apply as written */
  readonly priceModels?: readonly PriceModel[];
  /** changed item numbers: from that day on, `number` is a number of `item` */
  readonly itemChanges?: {
    readonly number: readonly string[];
    readonly item: readonly number[];
    readonly on: readonly string[];
  };
  readonly formerItems?: { readonly number: readonly string[]; readonly item: readonly number[] };
  readonly buyers?: BuyerTable;
  readonly sites?: {
    readonly name: readonly string[];
    readonly orgNumber: readonly (string | null)[];
    readonly buyer: readonly number[];
  };
  readonly aliases?: { readonly text: readonly string[]; readonly buyer: readonly number[] };
  /** the supplier's own customer numbers, those of the period */
  readonly customerNumbers?: { readonly number: readonly string[]; readonly buyer: readonly number[] };
  /**
   * customers that this supplier has declared as not ours, by the hash of their names: their rows never leave the
   * supplier's machine
   */
  readonly excludedCustomers?: { readonly hash: readonly string[] };
  /** names that buyers had until that day */
  readonly formerNames?: {
    readonly text: readonly string[];
    readonly buyer: readonly number[];
    readonly until: readonly string[];
  };
  /** from that day on, `by` replaces `buyer`; several rows with one day are a split */
  readonly successions?: {
    readonly buyer: readonly number[];
    readonly by: readonly number[];
    readonly on: readonly string[];
  };
  /** entities related to the supplier: branches, franchisees, predecessors, with their numbers */
  readonly supplierUnits?: {
    readonly kind: readonly string[];
    readonly name: readonly string[];
    readonly number: readonly (string | null)[];
  };
  /** one `unit` is `factor` times `to`; `item` null applies to all items */
  readonly units?: {
    readonly item: readonly (number | null)[];
    readonly unit: readonly string[];
    readonly factor: readonly string[];
    readonly to: readonly string[];
  };
  /**
   * meaning of a unit in this supplier's reports of this agreement: a synonym of `unit`, or, with a factor, `factor`
   * times `to`
   */
  readonly taughtUnits?: {
    readonly text: readonly string[];
    readonly unit: readonly string[];
    readonly factor: readonly (string | null)[];
    readonly to: readonly (string | null)[];
  };
  /** headings confirmed by a person as a field, in this supplier's accepted reports of this agreement */
  readonly taughtColumns?: { readonly field: readonly string[]; readonly heading: readonly string[] };
  /**
   * headings of columns confirmed by a person as filled in on the first row of a group only: the value applies to the
   * rows below
   */
  readonly filledDown?: { readonly field: readonly string[]; readonly heading: readonly string[] };
  /**
   * headings of columns for which a person stated the decimal sign or the order of day and month, when the file does
   * not prove it
   */
  readonly readAs?: {
    readonly field: readonly string[];
    readonly heading: readonly string[];
    readonly value: readonly (',' | '.' | 'day-first' | 'month-first')[];
  };
  readonly otherAgreements?: { readonly id: readonly string[]; readonly title: readonly string[] };
  readonly earlier?: readonly EarlierReport[];
  readonly booked?: BookedTable;
  readonly bookedInvoices?: BookedInvoiceTable;
  readonly declarations?: DeclarationTable;
}

/**
 * `start` and `end` are the half-open range of the report; `from` and `until` the first and last day of its agreement.
 */
export interface OtherReports {
  readonly agreement: readonly string[];
  readonly title: readonly string[];
  readonly key: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  readonly from: readonly string[];
  readonly until: readonly (string | null)[];
}

export interface ItemTable {
  readonly number: readonly string[];
  readonly name: readonly string[];
  readonly gtin?: readonly (string | null)[];
  /** the unit of the agreed price */
  readonly unit?: readonly (string | null)[];
  readonly lot?: readonly (string | null)[];
}

/** Price list. `from` and `to` are inclusive dates; `to` null means until further notice. */
export interface PriceTable {
  readonly item: readonly number[];
  readonly price: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly (string | null)[];
  readonly unit?: readonly (string | null)[];
  /** kind of each price; agreed by default */
  readonly basis?: readonly PriceBasis[];
  /** tier prices: minimum quantity in the unit */
  readonly fromQuantity?: readonly (string | null)[];
}

export interface BuyerTable {
  readonly key: readonly string[];
  readonly name: readonly string[];
  readonly orgNumber?: readonly (string | null)[];
  readonly municipalityNumber?: readonly (string | null)[];
  readonly formerMunicipalityNumber?: readonly (string | null)[];
  /** false: registered, but not entitled to this agreement */
  readonly entitled?: readonly boolean[];
}

/** Digest of an accepted report of an earlier period: sums by item, buyer and month, and the keys of its lines. */
export interface EarlierReport {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly sums?: {
    /** item numbers as reported; buyers as keys of the buyer table */
    readonly item: readonly string[];
    readonly buyer: readonly string[];
    readonly month: readonly string[];
    readonly quantity: readonly string[];
    readonly amount: readonly string[];
    /** the largest single line in the sum */
    readonly largest?: readonly string[];
  };
  readonly lineKeys?: readonly string[];
  /**
   * the branch of a chain that reported, for the same period: only lines with an invoice number are recognised, because
   * branches sell the same to the same buyer on one day
   */
  readonly branch?: string;
}

/**
 * Amounts (NOK excl. VAT) of this supplier in each buyer's ledger and invoices for the period. A buyer without any has
 * no row.
 */
export interface BookedTable {
  readonly buyer: readonly number[];
  readonly amount: readonly string[];
  /** number of invoices in the sum */
  readonly invoices?: readonly number[];
  /**
   * not in the sum: invoices from the first days of the period without delivery dates, which may belong to the period
   * before
   */
  readonly early?: readonly string[];
  readonly earlyInvoices?: readonly number[];
  /** the last day of the newest month with a ledger of the buyer; null when only invoices exist */
  readonly until?: readonly (string | null)[];
  /** other buyers with purchases in the same ledger */
  readonly also?: readonly (readonly number[])[];
}

/** The largest invoices in the sums, a few per buyer. */
export interface BookedInvoiceTable {
  readonly buyer: readonly number[];
  readonly number: readonly string[];
  readonly on: readonly (string | null)[];
  readonly amount: readonly string[];
  /** whether the invoice may belong to the period before */
  readonly early?: readonly boolean[];
}

export interface DeclarationTable {
  readonly item: readonly number[];
  readonly number: readonly string[];
  readonly product: readonly string[];
  readonly validTo: readonly (string | null)[];
  /** "stk", "kg", or a pack: "eske (100 stk)" */
  readonly unit: readonly string[];
  /** kg CO₂e per unit, without biogenic uptake */
  readonly value?: readonly (string | null)[];
  /** stated total and its parts, all for the same quantity of goods */
  readonly total?: readonly (string | null)[];
  readonly fossil?: readonly (string | null)[];
  readonly biogenic?: readonly (string | null)[];
  readonly landUse?: readonly (string | null)[];
}
