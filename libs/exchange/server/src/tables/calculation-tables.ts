import { properties, type EntitySet } from '../odata/entity-set.ts';

const resultKey = ['BuyerId', 'BatchId', 'LineNumber', 'Part'];
const linkKey = ['VersionId', 'ReportLineNumber', 'BatchId', 'SpendLineNumber'];
const factorKey = ['FactorSetId', 'FactorId'];

/** Calculated emissions, one row per part of a booked line. */
const emissionResults: EntitySet = {
  name: 'EmissionResults',
  entity: 'EmissionResult',
  description: 'Calculated emissions of booked lines, a row for each part that has a method of its own.',
  permission: 'emissions.read',
  source: 'emissions.door_result_part r',
  key: resultKey,
  properties: properties(resultKey, [
    ['BuyerId', 'Edm.Guid', 'r.buyer_id', 'The buyer’s id.'],
    ['BatchId', 'Edm.Guid', 'r.batch_id', 'The spend batch that the line came in.'],
    ['LineNumber', 'Edm.Int64', 'r.line_no', 'The line’s number in the batch.'],
    ['Part', 'Edm.Int64', 'r.part', 'The part; 0 is what no report explains.'],
    ['SupplierId', 'Edm.Guid', 'r.supplier_id', 'The supplier’s id.'],
    ['PurchasedOn', 'Edm.Date', 'r.purchased_on', 'The first known day of the purchase.'],
    ['BookedOn', 'Edm.Date', 'r.booked_on', 'The day that it counts on by accounting period.'],
    ['AmountExclVat', 'Edm.Decimal', 'r.amount', 'The part’s amount, excluding VAT, in Currency.'],
    ['Currency', 'Edm.String', 'r.currency', 'ISO 4217 code.'],
    ['Quantity', 'Edm.Decimal', 'r.quantity', 'The quantity that was calculated from, in Unit.'],
    ['Unit', 'Edm.String', 'r.unit', 'The unit of Quantity.'],
    ['ItemNumber', 'Edm.String', 'r.item_number', 'The item’s number.'],
    ['CalculationMethod', 'Edm.String', 'r.method', 'The method.'],
    ['Reason', 'Edm.String', 'r.reason', 'Why there is no figure, where there is none.'],
    ['QualityClass', 'Edm.Int64', 'r.quality', 'Quality class, 1 (best) to 6.'],
    ['CategoryCode', 'Edm.String', 'r.category', 'The category.'],
    ['FactorSetId', 'Edm.String', 'r.factor_set_id', 'The factor set.'],
    ['FactorId', 'Edm.String', 'r.factor_id', 'The factor.'],
    ['FootprintId', 'Edm.Guid', 'r.footprint_id', 'The supplier’s footprint, where one was used.'],
    ['KgCo2ePerUnit', 'Edm.Decimal', 'r.multiplier', 'kg CO2e for each unit or krone calculated from.'],
    ['KgCo2e', 'Edm.Decimal', 'r.kg', 'Emissions in kg CO2e.'],
    ['DirectKgCo2e', 'Edm.Decimal', 'r.combustion_kg_co2e', 'Of it, released where the purchase is used (scope 1).'],
    ['Scope', 'Edm.String', 'r.scope', 'The scope of the GHG Protocol.'],
    [
      'RunNumber',
      'Edm.Int64',
      'r.run_number',
      'The run that calculated it. Rows changed since run n have RunNumber gt n.',
    ],
  ]),
};

const links: EntitySet = {
  name: 'Links',
  entity: 'Link',
  description: 'Which reported line is the same purchase as which booked line.',
  permission: 'matching.read',
  source: 'matching.door_link k',
  key: linkKey,
  properties: properties(linkKey, [
    ['VersionId', 'Edm.Guid', 'k.version_id', 'The report version.'],
    ['ReportLineNumber', 'Edm.Int64', 'k.report_line_no', 'The line’s number in the report.'],
    ['BatchId', 'Edm.Guid', 'k.batch_id', 'The spend batch.'],
    ['SpendLineNumber', 'Edm.Int64', 'k.spend_line_no', 'The line’s number in the batch.'],
    ['SupplierId', 'Edm.Guid', 'k.supplier_id', 'The supplier’s id.'],
    ['BuyerId', 'Edm.Guid', 'k.buyer_id', 'The buyer’s id.'],
    ['Rule', 'Edm.String', 'k.step', 'The rule or decision that matched them.'],
    ['AmountExclVat', 'Edm.Decimal', 'k.amount', 'The amount that is matched, excluding VAT.'],
    ['Score', 'Edm.Decimal', 'k.score', 'How certain the link is, 0 to 1.'],
    ['RunNumber', 'Edm.Int64', 'k.opened_by_run', 'The run that matched them.'],
  ]),
};

const factors: EntitySet = {
  name: 'EmissionFactors',
  entity: 'EmissionFactor',
  description: 'Published emission factors, the same for everybody.',
  permission: 'factor.read',
  source: `factor_book.door_factor f join factor_book.door_factor_set s on s.id = f.set_id`,
  key: factorKey,
  properties: properties(factorKey, [
    ['FactorSetId', 'Edm.String', 'f.set_id', 'The set that it was published in.'],
    ['FactorId', 'Edm.String', 'f.id', 'Names it within the set.'],
    ['Name', 'Edm.String', 'f.name', 'Its name.'],
    ['SetTitle', 'Edm.String', 's.title', 'The set’s title.'],
    ['Activity', 'Edm.String', 'f.activity', 'What it is a factor for.'],
    ['KgCo2ePerUnit', 'Edm.Decimal', 'f.value', 'kg CO2e for each Unit.'],
    ['Unit', 'Edm.String', 'f.unit', 'What it is for one of.'],
    ['Region', 'Edm.String', 'f.region', 'Where it holds.'],
    ['DataYear', 'Edm.Int64', 'f.data_year', 'The year of its data.'],
    ['CategoryCode', 'Edm.String', 'f.category_code', 'The category.'],
    ['Source', 'Edm.String', 'f.source', 'Where it comes from.'],
    ['Licence', 'Edm.String', 's.licence', 'The licence of its set.'],
  ]),
};

/** Tables of matching, emissions and emission factors. */
export const calculationTables: readonly EntitySet[] = [emissionResults, links, factors];
