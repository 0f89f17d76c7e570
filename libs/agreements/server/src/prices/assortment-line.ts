/** A larger pack of an item: one `unit` holds `contains` of `of`. */
export interface AssortmentPack {
  readonly unit: string;
  readonly gtin: string | null;
  readonly contains: string;
  readonly of: string;
}

/** One line of a price list, read. Decimals as text, days as YYYY-MM-DD. */
export interface AssortmentLine {
  readonly sheet: string | null;
  readonly row: number;
  readonly number: string;
  readonly formerNumber: string | null;
  readonly gtin: string | null;
  /** 8 digits: the number of a building product in NOBB */
  readonly nobb: string | null;
  readonly name: string;
  /** key of a lot, as written or as its sheet is called */
  readonly lot: string | null;
  readonly category: string | null;
  readonly unit: string;
  readonly contentQuantity: string | null;
  readonly contentUnit: string | null;
  readonly packQuantity: string | null;
  readonly packUnit: string | null;
  readonly netWeightKg: string | null;
  readonly price: string | null;
  readonly currency: string | null;
  /** tier prices: holds from this many of the unit */
  readonly fromQuantity: string | null;
  readonly validFrom: string | null;
  /** the day above the headings from which all prices of the list are valid */
  readonly listFrom?: string | null;
  readonly validTo: string | null;
  readonly labels: readonly string[];
  /** 0 to 1 */
  readonly organicShare: string | null;
  readonly packs: readonly AssortmentPack[];
}

/** Something wrong with a price list, or read in a way one should know of, and where. */
export interface AssortmentFinding {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
  /** said where several sheets were read */
  readonly sheet?: string | null;
}

/** What is known when the whole list is read. */
export interface AssortmentSummary {
  readonly lines: number;
  /** What stops the import. */
  readonly findings: readonly AssortmentFinding[];
  /** What was read all the same, and how. */
  readonly remarks: readonly AssortmentFinding[];
  /** The day above the headings from which all prices of the list are valid. */
  readonly listFrom?: string | null;
  /** The list only changes the one before it: what it does not name goes on, but for what it takes away. */
  readonly partial?: { readonly deleted: readonly string[] } | null;
}
