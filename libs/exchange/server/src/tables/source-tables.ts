import { properties, type EntitySet } from '../odata/entity-set.ts';

const lineKey = ['VersionId', 'LineNumber'];
const findingKey = ['VersionId', 'FindingNumber'];
const monthKey = ['BuyerId', 'Month'];

const reportLines: EntitySet = {
  name: 'ReportLines',
  entity: 'ReportLine',
  description: 'Lines of accepted reports.',
  permission: 'report.read',
  source: `reporting.door_report_line l
    join identity.door_organisation s on s.cooperative_id = l.cooperative_id and s.id = l.supplier_id
    left join identity.door_organisation b on b.cooperative_id = l.cooperative_id and b.id = l.buyer_id`,
  key: lineKey,
  properties: properties(lineKey, [
    ['VersionId', 'Edm.Guid', 'l.version_id', 'The report version.'],
    ['LineNumber', 'Edm.Int64', 'l.line_no', 'The line’s number in it.'],
    ['AgreementId', 'Edm.Guid', 'l.agreement_id', 'The agreement’s id.'],
    ['SupplierId', 'Edm.Guid', 'l.supplier_id', 'The supplier’s id.'],
    ['SupplierName', 'Edm.String', 's.name', 'The supplier’s name.'],
    ['BuyerId', 'Edm.Guid', 'l.buyer_id', 'The buyer’s id.'],
    ['BuyerName', 'Edm.String', 'b.name', 'The buyer’s name.'],
    ['PeriodKey', 'Edm.String', 'l.period_key', 'The period of the report.'],
    ['ItemNumber', 'Edm.String', 'l.item_number', 'The item’s number.'],
    ['Gtin', 'Edm.String', 'l.gtin', 'The item’s GTIN.'],
    ['ItemName', 'Edm.String', 'l.item_name', 'The item’s name.'],
    ['LineType', 'Edm.String', 'l.kind', 'What kind of line it is.'],
    ['Quantity', 'Edm.Decimal', 'l.quantity', 'The quantity, in Unit.'],
    ['Unit', 'Edm.String', 'l.unit', 'The unit of Quantity.'],
    ['UnitPrice', 'Edm.Decimal', 'l.unit_price', 'Price of one Unit, in Currency.'],
    ['Amount', 'Edm.Decimal', 'l.amount', 'The line’s amount, in Currency; VatStatus says whether with VAT.'],
    ['Currency', 'Edm.String', 'l.currency', 'ISO 4217 code.'],
    ['VatStatus', 'Edm.String', 'l.vat', 'Whether the amount has VAT in it.'],
    ['DeliveredOn', 'Edm.Date', 'l.delivered_on', 'Day of delivery.'],
    ['OrderedOn', 'Edm.Date', 'l.ordered_on', 'Day of the order.'],
    ['InvoicedOn', 'Edm.Date', 'l.invoiced_on', 'Day of the invoice.'],
    ['InvoiceNumber', 'Edm.String', 'l.invoice_number', 'The invoice’s number.'],
    ['OrderNumber', 'Edm.String', 'l.order_number', 'The order’s number.'],
    ['SiteName', 'Edm.String', 'l.site_as_written', 'Where it was delivered, as the report has it.'],
    ['FileName', 'Edm.String', 'l.file_name', 'The file.'],
    ['Sheet', 'Edm.String', 'l.sheet', 'Its sheet.'],
    ['Row', 'Edm.Int64', 'l.row_no', 'Its row.'],
  ]),
};

const findings: EntitySet = {
  name: 'Findings',
  entity: 'Finding',
  description: 'What the checks found in submitted reports. A finding is possible until a person has answered it.',
  permission: 'report.read',
  source: 'reporting.door_finding f',
  key: findingKey,
  properties: properties(findingKey, [
    ['VersionId', 'Edm.Guid', 'f.version_id', 'The report version.'],
    ['FindingNumber', 'Edm.Int64', 'f.finding_no', 'The finding’s number in it.'],
    ['AgreementId', 'Edm.Guid', 'f.agreement_id', 'The agreement’s id.'],
    ['SupplierId', 'Edm.Guid', 'f.supplier_id', 'The supplier’s id.'],
    ['PeriodKey', 'Edm.String', 'f.period_key', 'The period of the report.'],
    ['ReportState', 'Edm.String', 'f.version_state', 'What became of the report.'],
    ['CheckCode', 'Edm.String', 'f.code', 'The check.'],
    ['Severity', 'Edm.String', 'f.severity', 'What it asks for.'],
    ['Sheet', 'Edm.String', 'f.sheet', 'The sheet.'],
    ['Row', 'Edm.Int64', 'f.row_no', 'The row.'],
    ['ColumnName', 'Edm.String', 'f.column_name', 'The column.'],
    ['AmountExclVat', 'Edm.Decimal', 'f.amount', 'Amount of the line, where it has one.'],
  ]),
};

const ledgerMonths: EntitySet = {
  name: 'LedgerMonths',
  entity: 'LedgerMonth',
  description: 'Months of buyers’ ledgers that are here, and whether each is complete.',
  permission: 'spend.read',
  source: `spend.door_ledger_month m
    join identity.door_organisation b on b.cooperative_id = m.cooperative_id and b.id = m.buyer_id`,
  key: monthKey,
  properties: properties(monthKey, [
    ['BuyerId', 'Edm.Guid', 'm.buyer_id', 'The buyer’s id.'],
    ['Month', 'Edm.String', 'm.month', 'The accounting month, as YYYY-MM.'],
    ['BuyerName', 'Edm.String', 'b.name', 'The buyer’s name.'],
    ['PostingCount', 'Edm.Int64', 'm.posting_count', 'Postings of the month.'],
    ['IsPartial', 'Edm.Boolean', 'm.is_partial', 'Fewer than a fifth of a usual month’s postings are here.'],
    ['IsComplete', 'Edm.Boolean', 'm.is_complete', 'The month is complete: stated so, or a later month has come.'],
    ['FirstLoadedAt', 'Edm.DateTimeOffset', 'm.first_loaded_at', 'When the first of it was loaded.'],
    ['LastLoadedAt', 'Edm.DateTimeOffset', 'm.last_loaded_at', 'When the last of it was loaded.'],
  ]),
};

const categories: EntitySet = {
  name: 'Categories',
  entity: 'Category',
  description: 'Categories of what is bought.',
  permission: 'category.read',
  source: 'catalogue.door_category c',
  key: ['Code'],
  properties: properties(
    ['Code'],
    [
      ['Code', 'Edm.String', 'c.code', 'The category’s code.'],
      ['NameNb', 'Edm.String', 'c.name_nb', 'Its name in bokmål.'],
      ['NameNn', 'Edm.String', 'c.name_nn', 'Its name in nynorsk.'],
      ['NameEn', 'Edm.String', 'c.name_en', 'Its name in English.'],
    ],
  ),
};

/** Tables of reports, findings, ledger months and categories. */
export const sourceTables: readonly EntitySet[] = [reportLines, findings, ledgerMonths, categories];
