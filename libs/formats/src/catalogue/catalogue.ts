import type {
  Attachment,
  Certificate,
  InvoiceItem,
  InvoiceParty,
  InvoicePeriod,
  LineCo2e,
  LinePrice,
} from '../invoice/invoice.ts';

/**
 * A catalogue as its sender wrote it. It covers Peppol BIS Catalogue 3 (T19), EHF Catalogue 3, their predecessors (EHF
 * 1, OIOUBL), the pre-award catalogue and the punch-out basket (T77, the same UBL 2 Catalogue).
 * Amounts, quantities and rates are the texts of the file, trimmed. A field that the file does not state is null.
 * Fields with the same meaning as in an invoice have the same names. The source element is named at each field.
 */
export interface CatalogueHead {
  /** cbc:ID. */
  readonly id: string | null;
  /** cbc:VersionID. */
  readonly version: string | null;
  readonly name: string | null;
  /** Derived from the specification that the file declares (CustomizationID and ProfileID). */
  readonly kind: 'catalogue' | 'pre-award' | 'punch-out';
  /** cbc:CustomizationID. */
  readonly customization: string | null;
  /** cbc:ProfileID. */
  readonly profile: string | null;
  readonly issuedOn: string | null;
  /** cac:ValidityPeriod of the whole catalogue. */
  readonly period: InvoicePeriod | null;
  /** cbc:ActionCode of the whole catalogue. Null for a punch-out, where the code has another meaning. */
  readonly action: CatalogueAction | null;
  readonly actionCode: string | null;
  /** cac:SourceCatalogueReference: the catalogue that this one updates. */
  readonly sourceCatalogue: string | null;
  /** cac:ReferencedContract: number of the framework agreement. */
  readonly contractReference: string | null;
  /** cac:TradingTerms. */
  readonly tradingTerms: readonly string[];
  readonly notes: readonly string[];
  /** cac:SellerSupplierParty, or cac:ProviderParty when no seller is named. */
  readonly seller: InvoiceParty;
  /** cac:ProviderParty: the sender. */
  readonly provider: InvoiceParty;
  /** cac:ContractorCustomerParty: the party the prices were agreed with. Null when the file names none. */
  readonly buyer: InvoiceParty | null;
  /** cac:ReceiverParty: the recipient. */
  readonly receiver: InvoiceParty;
}

export interface CatalogueDocument extends CatalogueHead {
  readonly lines: readonly CatalogueLine[];
}

/** `replace` applies to a whole catalogue only: it removes all earlier lines. */
export type CatalogueAction = 'add' | 'update' | 'delete' | 'replace';

export interface CatalogueLine {
  readonly id: string | null;
  /** cbc:ActionCode. Null when the line has none; the action of the catalogue then applies. */
  readonly action: CatalogueAction | null;
  readonly actionCode: string | null;
  readonly note: string | null;
  /** cbc:OrderableIndicator. */
  readonly orderable: boolean | null;
  /** cbc:OrderableUnit: the unit that is ordered, a UN/ECE Recommendation 20 or 21 code as written. */
  readonly orderableUnit: string | null;
  /** cbc:ContentUnitQuantity: the content of one orderable unit. */
  readonly content: Quantity | null;
  /** cbc:OrderQuantityIncrementNumeric. */
  readonly orderQuantityIncrement: string | null;
  /** cbc:MinimumOrderQuantity, cbc:MaximumOrderQuantity. */
  readonly minimumOrderQuantity: Quantity | null;
  readonly maximumOrderQuantity: Quantity | null;
  /** cbc:WarrantyInformation. */
  readonly warranty: string | null;
  /** cbc:PackLevelCode (GS1 7009): CU consumer unit, DU despatch unit, TU traded unit, HN … */
  readonly packLevel: string | null;
  /** cbc:ContractSubdivision: lot or chapter of the agreement. */
  readonly contractSubdivision: string | null;
  /** cac:LineValidityPeriod. */
  readonly period: InvoicePeriod | null;
  readonly item: CatalogueItem;
  /** cac:RequiredItemLocationQuantity: one per price. */
  readonly prices: readonly CataloguePrice[];
  /** cac:ItemComparison: price for comparison, for example per litre. */
  readonly comparison: readonly {
    readonly amount: string | null;
    readonly currency: string | null;
    readonly quantity: Quantity | null;
  }[];
  /** cac:ComponentRelatedItem: the components of the item. */
  readonly components: readonly RelatedItem[];
  /** cac:AccessoryRelatedItem. */
  readonly accessories: readonly RelatedItem[];
  /** cac:RequiredRelatedItem: items that must be bought together with this one. */
  readonly requiredItems: readonly RelatedItem[];
  /** cac:ReplacedRelatedItem. */
  readonly replacedItems: readonly RelatedItem[];
  /**
   * Emissions per orderable unit as stated by the seller, cradle to gate. Read from the same item properties as on an
   * invoice line.
   */
  readonly co2e: LineCo2e | null;
}

export interface Quantity {
  readonly quantity: string;
  readonly unit: string | null;
}

export interface CatalogueItem extends Omit<InvoiceItem, 'certificates'> {
  readonly keywords: readonly string[];
  readonly brand: string | null;
  readonly model: string | null;
  /** cac:ManufacturerParty. */
  readonly manufacturer: string | null;
  /** cbc:PackQuantity: number of packs; cbc:PackSizeNumeric: number of units per pack. */
  readonly packQuantity: Quantity | null;
  readonly packSize: string | null;
  /** cac:TransactionConditions/cbc:ActionCode: CT means that the item is covered by the contract. */
  readonly conditions: readonly string[];
  readonly certificates: readonly CatalogueCertificate[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly quantity: string | null;
    readonly unit: string | null;
  }[];
  readonly hazards: readonly { readonly code: string | null; readonly class: string | null }[];
  readonly vat: { readonly category: string | null; readonly rate: string | null };
  /** cac:ItemSpecificationDocumentReference: data sheets and pictures, without their bytes. */
  readonly documents: readonly Attachment[];
}

/** cac:Certificate: a label or certificate. */
export interface CatalogueCertificate extends Certificate {
  /** cbc:CertificateType: the type as text. */
  readonly name: string | null;
  readonly remarks: string | null;
  readonly issuer: string | null;
  readonly document: string | null;
}

export interface CataloguePrice extends LinePrice {
  /** cbc:PriceType. */
  readonly type: string | null;
  /** cbc:OrderableUnitFactorRate: number of price units in one orderable unit. */
  readonly orderableUnitFactor: string | null;
  /** cac:Price/cac:ValidityPeriod. */
  readonly period: InvoicePeriod | null;
  /** cbc:MinimumQuantity and cbc:MaximumQuantity: purchase quantity for which the price is valid. */
  readonly minimumQuantity: Quantity | null;
  readonly maximumQuantity: Quantity | null;
  /** cbc:LeadTimeMeasure. */
  readonly leadTime: Quantity | null;
  /** cac:ApplicableTerritoryAddress: area in which the price is valid. */
  readonly territory: {
    readonly country: string | null;
    readonly region: string | null;
    readonly city: string | null;
    readonly postalZone: string | null;
  } | null;
  /** cac:DeliveryUnit/cbc:BatchQuantity. */
  readonly batchQuantity: Quantity | null;
}

export interface RelatedItem {
  readonly id: string;
  readonly quantity: Quantity | null;
  readonly description: string | null;
}
