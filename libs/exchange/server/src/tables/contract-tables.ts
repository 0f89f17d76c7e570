import { properties, type EntitySet } from '../odata/entity-set.ts';

const id = ['Id'];
const priceKey = ['PriceVersionId', 'LineNumber'];
const organisation = (alias: string, of: string): string =>
  `join identity.door_organisation ${alias} on ${alias}.cooperative_id = ${of}.cooperative_id and ${alias}.id = ${of}.supplier_id`;

const agreements: EntitySet = {
  name: 'Agreements',
  entity: 'Agreement',
  description: 'Framework agreements.',
  permission: 'agreement.read',
  source: 'agreements.door_agreement a',
  key: id,
  properties: properties(id, [
    ['Id', 'Edm.Guid', 'a.id', 'The agreement’s id.'],
    ['Number', 'Edm.String', 'a.number', 'Its number.'],
    ['Title', 'Edm.String', 'a.title', 'Its title.'],
    ['CpvCode', 'Edm.String', 'a.cpv', 'Its CPV code.'],
    ['StartsOn', 'Edm.Date', 'a.starts_on', 'First day.'],
    ['EndsOn', 'Edm.Date', 'a.ends_on', 'Last day.'],
    ['CaseNumber', 'Edm.String', 'a.case_number', 'Case number in the archive.'],
    ['MaximumValue', 'Edm.Decimal', 'a.maximum_value', 'Maximum value, excluding VAT, in Currency.'],
    ['Currency', 'Edm.String', 'a.currency', 'ISO 4217 code.'],
  ]),
};

/** SQL: the newest version of an obligation's report that is submitted, accepted or returned. */
const NEWEST_VERSION = `left join lateral (
    select n.number, n.kind, n.state, n.line_count, n.amount, n.currency, n.submitted_at, n.accepted_at, n.returned_at
    from reporting.door_report_version n
    where n.cooperative_id = d.cooperative_id and n.obligation_id = d.id and n.state in ('submitted', 'accepted', 'returned')
    order by n.sequence desc limit 1
  ) v on true`;

const obligations: EntitySet = {
  name: 'Obligations',
  entity: 'Obligation',
  description: 'Reports that suppliers are to deliver, with what came of each.',
  permission: 'obligation.read',
  source: `agreements.door_reporting_obligation d
    join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
    ${organisation('s', 'd')}
    ${NEWEST_VERSION}`,
  key: id,
  properties: properties(id, [
    ['Id', 'Edm.Guid', 'd.id', 'The obligation’s id.'],
    ['AgreementId', 'Edm.Guid', 'd.agreement_id', 'The agreement’s id.'],
    ['AgreementNumber', 'Edm.String', 'a.number', 'The agreement’s number.'],
    ['SupplierId', 'Edm.Guid', 'd.supplier_id', 'The supplier’s id.'],
    ['SupplierName', 'Edm.String', 's.name', 'The supplier’s name.'],
    ['PeriodKey', 'Edm.String', 'd.period_key', 'The period, like 2026-Q1 or 2026-03.'],
    ['PeriodStart', 'Edm.Date', 'd.period_start', 'First day of the period.'],
    ['PeriodEnd', 'Edm.Date', 'd.period_end', 'Day after the last day of the period.'],
    ['DueOn', 'Edm.Date', 'd.due_on', 'Due date.'],
    ['Report', 'Edm.String', 'd.report', 'Which report of the agreement.'],
    ['BranchName', 'Edm.String', 'd.part_name', 'The branch of a chain that it is of.'],
    ['ExemptReason', 'Edm.String', 'd.exemption_reason', 'Why nothing is due after all; null where the report is due.'],
    [
      'ReportNumber',
      'Edm.String',
      'v.number',
      'Number of the newest submitted version; null where nothing is submitted.',
    ],
    ['ReportState', 'Edm.String', 'v.state', 'submitted, accepted or returned.'],
    ['ReportKind', 'Edm.String', 'v.kind', 'lines or nil.'],
    ['LineCount', 'Edm.Int64', 'v.line_count', 'Lines of that version.'],
    ['AmountExclVat', 'Edm.Decimal', 'v.amount', 'Its sum, excluding VAT, in Currency.'],
    ['Currency', 'Edm.String', 'v.currency', 'ISO 4217 code.'],
    ['SubmittedAt', 'Edm.DateTimeOffset', 'v.submitted_at', 'When it was submitted.'],
    ['AcceptedAt', 'Edm.DateTimeOffset', 'v.accepted_at', 'When it was accepted.'],
    ['ReturnedAt', 'Edm.DateTimeOffset', 'v.returned_at', 'When it was returned.'],
  ]),
};

const prices: EntitySet = {
  name: 'AgreedPrices',
  entity: 'AgreedPrice',
  description: 'Agreed prices with the days on which each is in force.',
  permission: 'agreement.read',
  source: `agreements.door_price p
    left join agreements.door_item i on i.cooperative_id = p.cooperative_id and i.id = p.item_id
    ${organisation('s', 'p')}`,
  key: priceKey,
  properties: properties(priceKey, [
    ['PriceVersionId', 'Edm.Guid', 'p.price_version_id', 'The price version.'],
    ['LineNumber', 'Edm.Int64', 'p.line_no', 'The line’s number in it.'],
    ['AgreementId', 'Edm.Guid', 'p.agreement_id', 'The agreement’s id.'],
    ['SupplierId', 'Edm.Guid', 'p.supplier_id', 'The supplier’s id.'],
    ['SupplierName', 'Edm.String', 's.name', 'The supplier’s name.'],
    ['ItemId', 'Edm.Guid', 'p.item_id', 'The item’s id.'],
    ['ItemNumber', 'Edm.String', 'i.number', 'The item’s number.'],
    ['Gtin', 'Edm.String', 'i.gtin', 'The item’s GTIN.'],
    ['ItemName', 'Edm.String', 'i.name', 'The item’s name.'],
    ['Price', 'Edm.Decimal', 'p.price', 'Price of one Unit, excluding VAT, in Currency.'],
    ['Currency', 'Edm.String', 'p.currency', 'ISO 4217 code.'],
    ['Unit', 'Edm.String', 'p.unit', 'What the price is for one of.'],
    ['FromQuantity', 'Edm.Decimal', 'p.minimum_quantity', 'The quantity from which it holds.'],
    ['ValidFrom', 'Edm.Date', 'p.valid_from', 'First day; null where it has held since the agreement began.'],
    ['ValidTo', 'Edm.Date', 'p.valid_to', 'Last day; null while it is in force.'],
  ]),
};

/** Tables of agreements, obligations and prices. */
export const contractTables: readonly EntitySet[] = [agreements, obligations, prices];
