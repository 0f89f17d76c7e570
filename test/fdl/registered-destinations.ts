import type { FieldRole, FieldType } from '@tallgrunn/checks';

/** Our equivalent of a field in the UK's warehouse. `role` is only set where both mean the same. */
export interface Destination {
  readonly type: FieldType;
  readonly role?: FieldRole;
  readonly pattern?: string;
  readonly yesNo?: boolean;
}

/** Known warehouse fields, with the type that each name implies. */
export const knownDestinations: Readonly<Record<string, Destination>> = {
  CustomerURN: { type: 'string', role: 'buyer', pattern: '\\d+' },
  CustomerName: { type: 'string', role: 'buyerName' },
  CustomerPostCode: { type: 'string' },
  CustomerReferenceNumber: { type: 'string' },
  SupplierReferenceNumber: { type: 'string', role: 'orderNumber' },
  LotNumber: { type: 'string', role: 'lot' },
  InvoiceDate: { type: 'date', role: 'invoicedOn' },
  InvoiceNumber: { type: 'string', role: 'invoiceNumber' },
  InvoiceValue: { type: 'number', role: 'amount' },
  ContractStartDate: { type: 'date' },
  ContractEndDate: { type: 'date' },
  ContractValue: { type: 'number' },
  ContractAwardChannel: { type: 'string' },
  ProductCode: { type: 'string', role: 'itemNumber' },
  ProductDescription: { type: 'string', role: 'itemName' },
  ProductGroup: { type: 'string', role: 'category' },
  ProductClass: { type: 'string' },
  ProductSubClass: { type: 'string' },
  PromotionCode: { type: 'string' },
  UNSPSC: { type: 'integer' },
  UnitPrice: { type: 'number', role: 'unitPrice' },
  UnitQuantity: { type: 'number', role: 'quantity' },
  UnitType: { type: 'string' },
  VATCharged: { type: 'number' },
  VATIncluded: { type: 'string', yesNo: true },
  Expenses: { type: 'number' },
};

/** Types that a definition may give its own fields. */
export const fdlTypes: Readonly<Record<string, Destination>> = {
  String: { type: 'string' },
  Decimal: { type: 'number' },
  Integer: { type: 'integer' },
  Date: { type: 'date' },
  YesNo: { type: 'string', yesNo: true },
};
