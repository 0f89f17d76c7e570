/** A larger pack of an item: one `unit` contains `contains` × `of`. */
export interface AssortmentPack {
  readonly unit: string;
  readonly gtin: string | null;
  readonly contains: string;
  readonly of: string;
}

/** A line of a price list as read. Decimals as text, dates as YYYY-MM-DD. */
export interface AssortmentLine {
  readonly sheet: string | null;
  readonly row: number;
  readonly number: string;
  readonly formerNumber: string | null;
  readonly gtin: string | null;
  /** 8 digits: number of a building product in NOBB */
  readonly nobb: string | null;
  readonly name: string;
  /** key of a lot, from the line or from the sheet's name */
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
  /** tier price: valid from this quantity */
  readonly fromQuantity: string | null;
  readonly validFrom: string | null;
  /** date above the headings from which all prices of the list are valid */
  readonly listFrom?: string | null;
  readonly validTo: string | null;
  readonly labels: readonly string[];
  /** 0 to 1 */
  readonly organicShare: string | null;
  readonly packs: readonly AssortmentPack[];
}

/** An error in a price list, or a remark on how it was read, with its location. */
export interface AssortmentFinding {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
  /** set when several sheets were read */
  readonly sheet?: string | null;
}

/** Summary after the whole list is read. */
export interface AssortmentSummary {
  readonly lines: number;
  /** Findings that block the import. */
  readonly findings: readonly AssortmentFinding[];
  /** Remarks on values that were read, and how. */
  readonly remarks: readonly AssortmentFinding[];
  /** Date above the headings from which all prices of the list are valid. */
  readonly listFrom?: string | null;
  /** Set when the list only changes the previous one: items that it neither names nor deletes remain. */
  readonly partial?: { readonly deleted: readonly string[] } | null;
}
