import { properties, type EntitySet } from '../odata/entity-set.ts';

const key = ['BuyerId', 'LineKey'];
const rows = 'insight.door_combined_line l';
// Outer joins, so that a page has each row that it is limited to.
const names = `
    left join identity.door_organisation b on b.cooperative_id = l.cooperative_id and b.id = l.buyer_id
    left join identity.door_organisation s on s.cooperative_id = l.cooperative_id and s.id = l.supplier_id
    left join agreements.door_agreement a on a.cooperative_id = l.cooperative_id and a.id = l.agreement_id`;

/** The combined table of booked and reported lines. */
export const combinedLines: EntitySet = {
  name: 'CombinedLines',
  entity: 'CombinedLine',
  description: 'Purchases as the books and the suppliers’ reports together have them, a row for each part of a line.',
  permission: 'combined.read',
  source: `${rows} ${names}`,
  key,
  rowId: {
    column: 'l.id',
    version: 2,
    rows,
    names,
    sorted: { PurchasedOn: ['l.sort_day', 'l.sort_place'] },
    counted: {
      from: 'insight.door_combined_count l',
      columns: ['buyer_id', 'category', 'method', 'month', 'side', 'state', 'basis', 'currency', 'account_class'],
    },
  },
  properties: properties(key, [
    ['BuyerId', 'Edm.Guid', 'l.buyer_id', 'The buyer’s id.'],
    ['LineKey', 'Edm.String', 'l.key', 'Names the row within the buyer.'],
    ['BuyerName', 'Edm.String', 'b.name', 'The buyer’s name.'],
    ['Side', 'Edm.String', 'l.side', 'both, booked or reported: which side has the purchase.'],
    ['State', 'Edm.String', 'l.state', 'What matching found out about it.'],
    ['SupplierId', 'Edm.Guid', 'l.supplier_id', 'The supplier’s id; null for a seller without an agreement.'],
    [
      'SupplierName',
      'Edm.String',
      'coalesce(s.name, l.seller_name)',
      'The supplier, or the seller as the books name it.',
    ],
    [
      'AgreementId',
      'Edm.Guid',
      'l.agreement_id',
      'The agreement’s id; null where the purchase is under none that is known.',
    ],
    ['AgreementNumber', 'Edm.String', 'a.number', 'The agreement’s number.'],
    ['AgreementBasis', 'Edm.String', 'l.agreement_basis', 'reported, or by-supplier: how the agreement is known.'],
    ['CategoryCode', 'Edm.String', 'l.category', 'The category; null where it is not known.'],
    ['PurchasedOn', 'Edm.Date', 'l.purchased_on', 'The first known day of delivery, invoice or voucher.'],
    ['Month', 'Edm.String', 'l.month', 'The month that it counts in, by accounting period, as YYYY-MM.'],
    ['InvoiceNumber', 'Edm.String', 'l.invoice_number', 'The invoice’s number.'],
    ['AccountSystem', 'Edm.String', 'l.account_system', 'The chart of accounts.'],
    ['AccountCode', 'Edm.String', 'l.account_code', 'The account.'],
    ['AccountClass', 'Edm.String', 'l.account_class', 'operating or investment; null where it is not known.'],
    ['ItemNumber', 'Edm.String', 'l.item_number', 'The supplier’s item number.'],
    ['ItemName', 'Edm.String', 'l.item_name', 'The item’s name.'],
    ['Quantity', 'Edm.Decimal', 'l.quantity', 'The quantity, in Unit.'],
    ['Unit', 'Edm.String', 'l.unit', 'The unit of Quantity.'],
    [
      'BookedAmountExclVat',
      'Edm.Decimal',
      'l.booked_amount',
      'Booked, excluding VAT, in Currency; null where nothing is booked or VAT is not known.',
    ],
    ['VatBasis', 'Edm.String', 'l.net_basis', 'How the amount without VAT was found.'],
    [
      'AmountOutsideSums',
      'Edm.Decimal',
      'l.outside_amount',
      'What the source has where VAT is not known: in none of the sums.',
    ],
    [
      'ReportedAmountExclVat',
      'Edm.Decimal',
      'l.reported_amount',
      'Reported by the supplier, excluding VAT, in Currency.',
    ],
    ['Currency', 'Edm.String', 'l.currency', 'ISO 4217 code of the amounts.'],
    ['CalculationMethod', 'Edm.String', 'l.method', 'The method that the emissions are calculated by.'],
    ['KgCo2e', 'Edm.Decimal', 'l.kg', 'Calculated emissions in kg CO2e; null where they are not calculated.'],
    ['QualityClass', 'Edm.Int64', 'l.quality', 'Quality class of the calculation, 1 (best) to 6.'],
    ['SupplierKgCo2e', 'Edm.Decimal', 'l.supplier_kg_co2e', 'Emissions by the supplier’s own footprint, in kg CO2e.'],
    ['Basis', 'Edm.String', 'l.basis', 'item, quantity, account or none: what is known of the purchase.'],
    ['SpendFile', 'Edm.String', 'l.ledger_file', 'The file of the booked side.'],
    ['SpendSheet', 'Edm.String', 'l.ledger_sheet', 'Its sheet.'],
    ['SpendRow', 'Edm.Int64', 'l.ledger_row', 'Its row.'],
    ['ReportFile', 'Edm.String', 'l.report_file', 'The file of the reported side.'],
    ['ReportSheet', 'Edm.String', 'l.report_sheet', 'Its sheet.'],
    ['ReportRow', 'Edm.Int64', 'l.report_row', 'Its row.'],
  ]),
};
