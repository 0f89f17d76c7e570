import type { UnreadCounts } from './count-unread.ts';

/**
 * An e-invoice or credit note as its sender wrote it: Peppol BIS Billing 3 / EHF 3 and EHF 2 (UBL 2.1).
 * Amounts, quantities and rates are the texts of the file, trimmed. A field that the file does not state is null.
 * Credit notes have their own, normally positive, amounts; callers that add them up must negate them.
 */
export interface InvoiceDocument {
  readonly id: string | null;
  readonly type: 'invoice' | 'credit-note';
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 corrected, 393 factored … */
  readonly typeCode: string | null;
  readonly customization: string | null;
  readonly profile: string | null;
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly taxPointOn: string | null;
  readonly currency: string | null;
  readonly taxCurrency: string | null;
  readonly notes: readonly string[];
  readonly buyerReference: string | null;
  readonly orderReference: string | null;
  readonly salesOrderReference: string | null;
  /** Number of the framework agreement as known to the seller. */
  readonly contractReference: string | null;
  readonly projectReference: string | null;
  readonly accountingCost: string | null;
  readonly period: InvoicePeriod | null;
  /** Invoices that this document credits or corrects. */
  readonly billingReferences: readonly BillingReference[];
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** The payee when it is not the seller, as in factoring. */
  readonly payee: InvoiceParty | null;
  readonly deliveries: readonly Delivery[];
  readonly lines: readonly InvoiceLine[];
  readonly allowances: readonly AllowanceCharge[];
  readonly charges: readonly AllowanceCharge[];
  readonly vat: readonly VatSubtotal[];
  readonly totals: InvoiceTotals;
  readonly attachments: readonly Attachment[];
  /** Contacts and street addresses in the file: counted, but not read. */
  readonly unread: UnreadCounts;
}

export interface InvoicePeriod {
  readonly start: string | null;
  readonly end: string | null;
}

export interface BillingReference {
  readonly id: string;
  readonly issuedOn: string | null;
}

/** An identifier with its scheme: an ISO 6523 code such as 0192 or 0088, or an older literal such as NO:ORGNR. */
export interface SchemedId {
  readonly scheme: string | null;
  readonly id: string;
}

export interface InvoiceParty {
  /** Nine digits when the party states a Norwegian organisation number, even an incorrect one; null otherwise. */
  readonly orgNumber: string | null;
  readonly name: string | null;
  readonly legalName: string | null;
  readonly endpoint: SchemedId | null;
  readonly legalId: SchemedId | null;
  readonly vatNumber: string | null;
  readonly identifiers: readonly SchemedId[];
  readonly country: string | null;
  readonly city: string | null;
  readonly postalZone: string | null;
}

export interface Delivery {
  readonly deliveredOn: string | null;
  readonly location: SchemedId | null;
  readonly name: string | null;
  readonly address: string | null;
}

export interface InvoiceLine {
  readonly id: string | null;
  readonly note: string | null;
  readonly quantity: string | null;
  /** UN/ECE Recommendation 20 or 21 code as written. */
  readonly unit: string | null;
  readonly netAmount: string | null;
  /** Currency of the net amount. */
  readonly currency: string | null;
  readonly accountingCost: string | null;
  readonly period: InvoicePeriod | null;
  readonly deliveredOn: string | null;
  readonly orderLine: string | null;
  readonly orderReference: string | null;
  readonly billingReference: string | null;
  readonly item: InvoiceItem;
  readonly price: LinePrice | null;
  readonly vat: { readonly category: string | null; readonly rate: string | null };
  readonly allowances: readonly AllowanceCharge[];
  readonly charges: readonly AllowanceCharge[];
  readonly co2e: LineCo2e | null;
  /** Breakdown of this line. It is part of the net amount, so it is never added to a total. */
  readonly subLines: readonly InvoiceLine[];
}

export interface InvoiceItem {
  readonly name: string | null;
  readonly description: string | null;
  readonly sellerNumber: string | null;
  readonly buyerNumber: string | null;
  readonly manufacturerNumber: string | null;
  readonly standardId: SchemedId | null;
  /** Digits of a GTIN (scheme 0160 or the older literal GTIN), also when the check digit is incorrect. */
  readonly gtin: string | null;
  readonly gtinValid: boolean | null;
  readonly classifications: readonly Classification[];
  readonly originCountry: string | null;
  readonly properties: readonly ItemProperty[];
  readonly certificates: readonly Certificate[];
}

export interface Classification {
  /** UNTDID 7143 code (STI CPV, TST UNSPSC, SRV GTIN …) or the literal CPV / UNSPSC of EHF 2, as written. */
  readonly list: string | null;
  readonly version: string | null;
  readonly code: string;
}

export interface ItemProperty {
  readonly name: string;
  readonly value: string | null;
  readonly unit?: string;
}

export interface Certificate {
  readonly id: string;
  readonly type: string | null;
}

export interface LinePrice {
  readonly amount: string | null;
  readonly currency: string | null;
  /** Quantity that the price refers to; null when not stated, which means 1. */
  readonly baseQuantity: string | null;
  readonly baseUnit: string | null;
  /** Discount already deducted from `amount`. */
  readonly discount: string | null;
  readonly grossAmount: string | null;
}

export interface AllowanceCharge {
  readonly amount: string | null;
  readonly baseAmount: string | null;
  readonly percent: string | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly vatCategory: string | null;
  readonly vatRate: string | null;
}

export interface VatSubtotal {
  readonly category: string | null;
  readonly rate: string | null;
  readonly taxableAmount: string | null;
  readonly taxAmount: string | null;
}

export interface InvoiceTotals {
  readonly lineExtensionAmount: string | null;
  readonly taxExclusiveAmount: string | null;
  readonly taxInclusiveAmount: string | null;
  readonly allowanceTotalAmount: string | null;
  readonly chargeTotalAmount: string | null;
  readonly prepaidAmount: string | null;
  readonly payableRoundingAmount: string | null;
  readonly payableAmount: string | null;
  readonly taxAmount: string | null;
}

/** Name, type and decoded size of an attached file. Its bytes are never decoded or stored. */
export interface Attachment {
  readonly id: string | null;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly uri: string | null;
  readonly description: string | null;
}

/**
 * Emissions of a line as stated by the seller, cradle to gate (EHF post-award 3, CO₂ emission properties).
 * `perUnit`: EmissionFactor is per invoiced unit, as defined. `source`: it is the source's own factor and must be
 * multiplied by the rate, as in DFØ's catalogue example. `contradiction`: neither gives the net amount. `unknown`: too
 * little is stated.
 */
export interface LineCo2e {
  readonly factor: string | null;
  readonly net: string | null;
  readonly source: string | null;
  readonly rate: string | null;
  readonly unit: string | null;
  readonly sourceUri: string | null;
  readonly reading: 'perUnit' | 'source' | 'contradiction' | 'unknown';
  /** kg CO₂e per invoiced unit after that reading; null for `contradiction` and `unknown`. */
  readonly perUnit: string | null;
}
