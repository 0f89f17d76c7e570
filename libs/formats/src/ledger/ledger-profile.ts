/** What a ledger's columns may hold. `debit` and `credit` stand in for `amount`; `year` completes a `period` that is only a month. */
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

/** Whether amounts are without VAT, with it, or not known. */
export type VatStatus = 'net' | 'gross' | 'unknown';

/** The accounts of a municipality that a posting is of (kontoklasse): operating accounts (1) or investment accounts (0). */
export const accountClasses = ['operating', 'investment'] as const;
export type AccountClass = (typeof accountClasses)[number];

/** How many of the currency one of the file's units is: kroner, thousands, millions. */
export const ledgerScales = [1, 1000, 1_000_000] as const;
export type LedgerScale = (typeof ledgerScales)[number];

/** How one system's export is read: plain JSON, saved per buyer, versioned there. Its JSON Schema is `ledgerProfileSchema`. */
export interface LedgerProfile {
  readonly id: string;
  readonly name: string;
  /** Heading of each field's column, or several that mean the same; compared without case, spaces and punctuation. */
  readonly columns: Readonly<Partial<Record<LedgerField, string | readonly string[]>>>;
  /** Fields without which a row of headings is not the heading. The amount is always one of them. */
  readonly required?: readonly LedgerField[];
  readonly account: {
    /** Chart of accounts the codes belong to; codes of two systems never join. */
    readonly system: string;
    /** Part of the code as written that is the account, counted from 0: { start: 1, length: 3 } of "11150" is "115". */
    readonly start?: number;
    readonly length?: number;
    /** Instead: so many characters from the end, as { last: 3 } of "1115", where the account class stands before. */
    readonly last?: number;
    /** Beside `last`: in a code that is longer, as "11150", the account stands right behind the class when the chart has it. */
    readonly classFirst?: boolean;
  };
  /** What tells the account class where no column of its own does; nothing does when it is left out. */
  readonly accountClass?: {
    /** The account's code begins with it: "11150" is art 115 of the operating accounts. */
    readonly inAccount?: boolean;
    /** All of the file is of this class. */
    readonly all?: AccountClass;
  };
  /** `scale`: what every amount of the file is multiplied by, 1000 where it is told in thousands; 1 when left out. */
  readonly numbers: { readonly decimal: ',' | '.' | 'auto'; readonly scale?: LedgerScale };
  /** Which sign a purchase has in the file. Lines are handed on with purchases positive. */
  readonly sign: 'cost-positive' | 'cost-negative';
  readonly dates?: { readonly order: 'day-first' | 'month-first' };
  readonly currency: string;
  readonly vat: {
    readonly amounts: VatStatus;
    readonly byCode?: Readonly<Record<string, VatStatus>>;
    /** The rate that a VAT code stands for, as a share: '0.15' for food. */
    readonly rateByCode?: Readonly<Record<string, string>>;
    /** By responsibility (ansvar), a code or a range of equally long ones: units that get no compensation book with VAT. */
    readonly byCostCentre?: Readonly<Record<string, VatStatus>>;
  };
  /** Rows are kept when every filter holds: BA in IV. Compared without case. */
  readonly filters?: readonly LedgerFilter[];
  /** Accounts that are never purchases, as the VAT compensation of municipalities is not. */
  readonly notSpend?: readonly string[];
  /** What comes in of the columns above; all else is dropped while the file is read, and counted. */
  readonly comesIn?: LedgerComesIn;
  /** Rows to look for the heading in. */
  readonly headerWithin?: number;
}

/** Whose postings come in: only those of organisations whose number is known, beside the posting or for the buyer's own number of them; or everybody's, for figures that are public already. */
export const ledgerParties = ['organisations', 'everybody'] as const;
/** What comes in of texts that people wrote: words about goods and accounting, and the organisation's own name; nothing; or all but national identity numbers. */
export const ledgerTexts = ['words', 'none', 'whole'] as const;

export interface LedgerComesIn {
  /** `organisations` when left out. */
  readonly parties?: (typeof ledgerParties)[number];
  /** Accounts as codes, ranges of codes of one length ("100-399") or "*" for all; when left out those that hold purchases in the chart, as KOSTRA's arts 100 to 399 do. */
  readonly accounts?: readonly string[];
  /** `words` when left out. */
  readonly text?: (typeof ledgerTexts)[number];
}

export interface LedgerFilter {
  /** Heading of the column. */
  readonly column: string;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}
