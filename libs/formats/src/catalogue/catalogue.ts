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
 * A catalogue as its sender wrote it: Peppol BIS Catalogue 3 (T19) and EHF Catalogue 3, their forerunners (EHF 1, OIOUBL), the pre-award
 * catalogue, and the basket that a punch-out brings back (T77), which is the same UBL 2 Catalogue. Amounts, quantities and rates are texts
 * exactly as in the file, trimmed; what the file does not say is null. Fields that mean the same as an invoice's have the invoice's names.
 * The element each comes from stands beside it.
 */
export interface CatalogueHead {
  /** cbc:ID. */
  readonly id: string | null;
  /** cbc:VersionID. */
  readonly version: string | null;
  readonly name: string | null;
  /** From the specification that the file says it follows. */
  readonly kind: 'catalogue' | 'pre-award' | 'punch-out';
  /** cbc:CustomizationID. */
  readonly customization: string | null;
  /** cbc:ProfileID. */
  readonly profile: string | null;
  readonly issuedOn: string | null;
  /** cac:ValidityPeriod of the whole catalogue. */
  readonly period: InvoicePeriod | null;
  /** cbc:ActionCode of the whole catalogue; of a punch-out it means something else, and is null here. */
  readonly action: CatalogueAction | null;
  readonly actionCode: string | null;
  /** cac:SourceCatalogueReference: the catalogue that this one changes. */
  readonly sourceCatalogue: string | null;
  /** cac:ReferencedContract: number of the framework agreement. */
  readonly contractReference: string | null;
  /** cac:TradingTerms. */
  readonly tradingTerms: readonly string[];
  readonly notes: readonly string[];
  /** cac:SellerSupplierParty, or the provider where no seller is named. */
  readonly seller: InvoiceParty;
  /** cac:ProviderParty, who sent it. */
  readonly provider: InvoiceParty;
  /** cac:ContractorCustomerParty, whom the prices were agreed with; null when it is not said. */
  readonly buyer: InvoiceParty | null;
  /** cac:ReceiverParty, whom it was sent to. */
  readonly receiver: InvoiceParty;
}

export interface CatalogueDocument extends CatalogueHead {
  readonly lines: readonly CatalogueLine[];
}

/** `replace` is only said of a whole catalogue: all earlier lines go. */
export type CatalogueAction = 'add' | 'update' | 'delete' | 'replace';

export interface CatalogueLine {
  readonly id: string | null;
  /** cbc:ActionCode; null when the line does not say: then the catalogue's own holds. */
  readonly action: CatalogueAction | null;
  readonly actionCode: string | null;
  readonly note: string | null;
  /** cbc:OrderableIndicator. */
  readonly orderable: boolean | null;
  /** cbc:OrderableUnit, a UN/ECE Recommendation 20 or 21 code as written: what is ordered. */
  readonly orderableUnit: string | null;
  /** cbc:ContentUnitQuantity: how much one orderable unit holds. */
  readonly content: Quantity | null;
  /** cbc:OrderQuantityIncrementNumeric. */
  readonly orderQuantityIncrement: string | null;
  /** cbc:MinimumOrderQuantity, cbc:MaximumOrderQuantity. */
  readonly minimumOrderQuantity: Quantity | null;
  readonly maximumOrderQuantity: Quantity | null;
  /** cbc:WarrantyInformation. */
  readonly warranty: string | null;
  /** cbc:PackLevelCode: CU consumer, DU despatch, TU traded unit, HN … (GS1 7009). */
  readonly packLevel: string | null;
  /** cbc:ContractSubdivision: the lot or chapter of the agreement. */
  readonly contractSubdivision: string | null;
  /** cac:LineValidityPeriod. */
  readonly period: InvoicePeriod | null;
  readonly item: CatalogueItem;
  /** cac:RequiredItemLocationQuantity, one for each price. */
  readonly prices: readonly CataloguePrice[];
  /** cac:ItemComparison: the price to compare by, such as per litre. */
  readonly comparison: readonly {
    readonly amount: string | null;
    readonly currency: string | null;
    readonly quantity: Quantity | null;
  }[];
  /** cac:ComponentRelatedItem: what it consists of. */
  readonly components: readonly RelatedItem[];
  /** cac:AccessoryRelatedItem. */
  readonly accessories: readonly RelatedItem[];
  /** cac:RequiredRelatedItem: what must be bought with it. */
  readonly requiredItems: readonly RelatedItem[];
  /** cac:ReplacedRelatedItem. */
  readonly replacedItems: readonly RelatedItem[];
  /** What the seller says one orderable unit weighs, cradle to gate; the same item properties as on an invoice line. */
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
  /** cbc:PackQuantity: how many packs, and cbc:PackSizeNumeric: how many in each. */
  readonly packQuantity: Quantity | null;
  readonly packSize: string | null;
  /** cac:TransactionConditions/cbc:ActionCode: CT says that the item is in the contract. */
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

/** cac:Certificate: a label or a certificate. */
export interface CatalogueCertificate extends Certificate {
  /** cbc:CertificateType, in words. */
  readonly name: string | null;
  readonly remarks: string | null;
  readonly issuer: string | null;
  readonly document: string | null;
}

export interface CataloguePrice extends LinePrice {
  /** cbc:PriceType. */
  readonly type: string | null;
  /** cbc:OrderableUnitFactorRate: price units in one orderable unit. */
  readonly orderableUnitFactor: string | null;
  /** cac:Price/cac:ValidityPeriod. */
  readonly period: InvoicePeriod | null;
  /** cbc:MinimumQuantity, cbc:MaximumQuantity: what must be bought for the price to hold. */
  readonly minimumQuantity: Quantity | null;
  readonly maximumQuantity: Quantity | null;
  /** cbc:LeadTimeMeasure. */
  readonly leadTime: Quantity | null;
  /** cac:ApplicableTerritoryAddress: where the price holds. */
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
