/** Fields of a ledger row. `debit` and `credit` replace `amount`; `year` completes a `period` that is only a month. */
export const ledgerFields = [
  'voucherNumber',
  'voucherType',
  'voucherDate',
  'period',
  'year',
  'supplierOrgNumber',
  'supplierNumber',
  'supplierName',
  'account',
  'accountName',
  'accountClass',
  'function',
  'costCentre',
  'project',
  'amount',
  'debit',
  'credit',
  'vatAmount',
  'vatCode',
  'vatRate',
  'vatStatus',
  'currency',
  'invoiceNumber',
  'invoiceDate',
  'text',
  'buyer',
] as const;
export type LedgerField = (typeof ledgerFields)[number];

/** Whether an amount excludes VAT (`net`), includes it (`gross`), or is unknown. */
export type VatStatus = 'net' | 'gross' | 'unknown';

/**
 * The account class of a posting (kontoklasse): operating accounts (1) or investment accounts (0) of a municipality.
 */
export const accountClasses = ['operating', 'investment'] as const;
export type AccountClass = (typeof accountClasses)[number];

/** Units of the amounts in a file: kroner, thousands, millions. */
export const ledgerScales = [1, 1000, 1_000_000] as const;
export type LedgerScale = (typeof ledgerScales)[number];

/**
 * Mapping of one system's ledger export: plain JSON, stored and versioned per buyer. Its JSON Schema is
 * `ledgerProfileSchema`.
 */
export interface LedgerProfile {
  readonly id: string;
  readonly name: string;
  /** Heading of each field's column, or several equivalent headings. Compared without case, spaces and punctuation. */
  readonly columns: Readonly<Partial<Record<LedgerField, string | readonly string[]>>>;
  /** Fields that a row must have to count as the header row. The amount is always required. */
  readonly required?: readonly LedgerField[];
  readonly account: {
    /** Chart of accounts of the codes. Codes of two charts are never combined. */
    readonly system: string;
    /** Position of the account in the code as written, counted from 0: { start: 1, length: 3 } of "11150" is "115". */
    readonly start?: number;
    readonly length?: number;
    /**
     * Alternative to `start`: number of characters from the end, as { last: 3 } of "1115", where the account class
     * comes first.
     */
    readonly last?: number;
    /**
     * Used with `last`: in a longer code, such as "11150", the account directly follows the class if the chart contains
     * it.
     */
    readonly classFirst?: boolean;
  };
  /** Source of the account class when the file has no column for it. When omitted, the class is unknown. */
  readonly accountClass?: {
    /** The account code begins with the class: "11150" is art 115 of the operating accounts. */
    readonly inAccount?: boolean;
    /** The whole file has this class. */
    readonly all?: AccountClass;
  };
  /** `scale`: factor for every amount of the file, 1000 when amounts are in thousands. Default 1. */
  readonly numbers: { readonly decimal: ',' | '.' | 'auto'; readonly scale?: LedgerScale };
  /** Sign of a purchase in the file. Lines are returned with purchases positive. */
  readonly sign: 'cost-positive' | 'cost-negative';
  readonly dates?: { readonly order: 'day-first' | 'month-first' };
  readonly currency: string;
  readonly vat: {
    readonly amounts: VatStatus;
    readonly byCode?: Readonly<Record<string, VatStatus>>;
    /** Rate of a VAT code, as a share: '0.15' for food. */
    readonly rateByCode?: Readonly<Record<string, string>>;
    /**
     * VAT status by cost centre (ansvar), a code or a range of codes of equal length. Units without VAT compensation
     * book including VAT.
     */
    readonly byCostCentre?: Readonly<Record<string, VatStatus>>;
  };
  /** Only rows that match every filter are imported, for example BA in IV. Compared without case. */
  readonly filters?: readonly LedgerFilter[];
  /** Accounts that are never purchases, such as the VAT compensation of municipalities. */
  readonly notSpend?: readonly string[];
  /** Rules for what is imported. Everything else is dropped during reading and counted. */
  readonly comesIn?: LedgerImportFilter;
  /** Number of rows in which to look for the header row. */
  readonly headerWithin?: number;
}

/**
 * Suppliers whose postings are imported: organisations with a known number (on the row, or for the buyer's ledger
 * number), or everybody, for figures that are already public.
 */
export const ledgerParties = ['organisations', 'everybody'] as const;
/**
 * Part of free texts that is imported: `words` = words about goods and accounting and the organisation's own name;
 * `none`; `whole` = all except national identity numbers.
 */
export const ledgerTexts = ['words', 'none', 'whole'] as const;

export interface LedgerImportFilter {
  /** Default `organisations`. */
  readonly parties?: (typeof ledgerParties)[number];
  /**
   * Accounts as codes, ranges of codes of equal length ("100-399") or "*" for all. Default: the purchase accounts of
   * the chart, for KOSTRA arts 100 to 399.
   */
  readonly accounts?: readonly string[];
  /** Default `words`. */
  readonly text?: (typeof ledgerTexts)[number];
}

export interface LedgerFilter {
  /** Heading of the column. */
  readonly column: string;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}
