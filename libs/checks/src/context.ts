import type { PriceBasis, PriceModel } from './prices/price-model.ts';

/**
 * What the agreement knows for one supplier and one period: never spend of others, never other suppliers.
 * Tables are columnar: every list of a table has the same length; a number that points at another table is an index into it.
 */
export interface CheckContext {
  /** address of the JSON Schema, for editors */
  readonly $schema?: string;
  readonly agreement?: { readonly id: string; readonly title: string };
  readonly supplier?: { readonly key: string; readonly name: string; readonly orgNumber?: string };
  readonly period?: { readonly key: string; readonly start: string; readonly end: string };
  /** the day (Oslo) of the check, while the period is not over: nothing is dated later */
  readonly asOf?: string;
  /** the days, both included, on which the supplier holds the agreement; `until` null: until further notice */
  readonly holds?: { readonly from: string; readonly until: string | null };
  /** the supplier's other reports that share a period with this one, where the agreement or its terms change inside it or at its end */
  readonly otherParts?: OtherParts;
  /** earlier periods of this report that nothing is delivered for yet; a line of any other earlier period comes late */
  readonly openPeriods?: {
    readonly key: readonly string[];
    readonly start: readonly string[];
    readonly end: readonly string[];
  };
  /** first reports after onboarding: what may be confirmed instead of corrected */
  readonly firstPeriod?: boolean;
  /** allow Skatteetaten's synthetic organisation numbers */
  readonly testNumbers?: boolean;
  readonly lots?: { readonly key: readonly string[]; readonly name: readonly string[] };
  readonly items?: ItemTable;
  readonly prices?: PriceTable;
  /** how prices are set, by lot and time; without any they hold as they are written */
  readonly priceModels?: readonly PriceModel[];
  /** item numbers that were changed: `number` names `item` from that day */
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
  /** the supplier's own numbers of customers, those of the period */
  readonly customerNumbers?: { readonly number: readonly string[]; readonly buyer: readonly number[] };
  /** customers that this supplier has said are not ours, by the hash of their names: their rows never leave its machine */
  readonly excludedCustomers?: { readonly hash: readonly string[] };
  /** names that buyers had until that day */
  readonly formerNames?: {
    readonly text: readonly string[];
    readonly buyer: readonly number[];
    readonly until: readonly string[];
  };
  /** from that day on `by` is in the place of `buyer`; several rows of one day are a division */
  readonly successions?: {
    readonly buyer: readonly number[];
    readonly by: readonly number[];
    readonly on: readonly string[];
  };
  /** what belongs to the supplier: branches, franchisees, predecessors, with their numbers */
  readonly supplierUnits?: {
    readonly kind: readonly string[];
    readonly name: readonly string[];
    readonly number: readonly (string | null)[];
  };
  /** one `unit` is `factor` times `to`; `item` null holds for all items */
  readonly units?: {
    readonly item: readonly (number | null)[];
    readonly unit: readonly string[];
    readonly factor: readonly string[];
    readonly to: readonly string[];
  };
  /** what this supplier means by a unit in reports of this agreement: another name of `unit`, and, with a factor, one of it is `factor` times `to` */
  readonly taughtUnits?: {
    readonly text: readonly string[];
    readonly unit: readonly string[];
    readonly factor: readonly (string | null)[];
    readonly to: readonly (string | null)[];
  };
  /** headings that stood for a field in this supplier's accepted reports of this agreement, where a person said so */
  readonly taughtColumns?: { readonly field: readonly string[]; readonly heading: readonly string[] };
  /** headings of this supplier below which only the first row of a group is filled in, where a person said so: what stands there holds for the rows below */
  readonly filledDown?: { readonly field: readonly string[]; readonly heading: readonly string[] };
  /** headings of this supplier below which a person said which sign is the decimal sign, or which of day and month comes first, where the file does not tell */
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

/** `start` and `end` are the half-open range of the report, `from` and `until` the days on which its agreement is held. */
export interface OtherParts {
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
  /** the unit the agreed price is for */
  readonly unit?: readonly (string | null)[];
  readonly lot?: readonly (string | null)[];
}

/** `from` and `to` are dates, both included; `to` null means until further notice. */
export interface PriceTable {
  readonly item: readonly number[];
  readonly price: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly (string | null)[];
  readonly unit?: readonly (string | null)[];
  /** what each price is; agreed when left out */
  readonly basis?: readonly PriceBasis[];
  /** tier prices: from this many of the unit */
  readonly fromQuantity?: readonly (string | null)[];
}

export interface BuyerTable {
  readonly key: readonly string[];
  readonly name: readonly string[];
  readonly orgNumber?: readonly (string | null)[];
  readonly municipalityNumber?: readonly (string | null)[];
  readonly formerMunicipalityNumber?: readonly (string | null)[];
  /** false: known to us, but not entitled to this agreement */
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
    /** the largest single line behind the sum */
    readonly largest?: readonly string[];
  };
  readonly lineKeys?: readonly string[];
  /** the branch of the chain whose report it is, of the same period: only lines with an invoice number are known again, for branches sell the same to the same on one day */
  readonly branch?: string;
}

/** What each buyer's books and invoices hold of this supplier for the period: kroner without VAT. A buyer that has nothing there has no row. */
export interface BookedTable {
  readonly buyer: readonly number[];
  readonly amount: readonly string[];
  /** invoices behind the sum */
  readonly invoices?: readonly number[];
  /** beside the sum: of invoices from the first days of the period that do not say when the deliveries were; they may be of the period before */
  readonly early?: readonly string[];
  readonly earlyInvoices?: readonly number[];
  /** the last day of the newest month the buyer's books are here for; null where it is known by its invoices alone */
  readonly until?: readonly (string | null)[];
  /** other buyers whose purchases are in the same books */
  readonly also?: readonly (readonly number[])[];
}

/** The largest of the invoices behind the sums, a few for each buyer. */
export interface BookedInvoiceTable {
  readonly buyer: readonly number[];
  readonly number: readonly string[];
  readonly on: readonly (string | null)[];
  readonly amount: readonly string[];
  /** whether it is one that may be of the period before */
  readonly early?: readonly boolean[];
}

export interface DeclarationTable {
  readonly item: readonly number[];
  readonly number: readonly string[];
  readonly product: readonly string[];
  readonly validTo: readonly (string | null)[];
  /** "stk", "kg", or a pack: "eske (100 stk)" */
  readonly unit: readonly string[];
  /** kg CO2e for one of the unit, without biogenic uptake */
  readonly value?: readonly (string | null)[];
  /** what the declaration says its parts sum to, and the parts, all for the same amount of goods */
  readonly total?: readonly (string | null)[];
  readonly fossil?: readonly (string | null)[];
  readonly biogenic?: readonly (string | null)[];
  readonly landUse?: readonly (string | null)[];
}
