import { isDate } from '@tallgrunn/values';
import { unitStanding } from '../codes/units.ts';
import { decimalOf } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { InvoicePeriod } from '../invoice/invoice.ts';
import { judgeParty } from '../invoice/judge-parties.ts';
import type { FormatFinding, Place } from '../reading.ts';
import type { CatalogueHead, CatalogueLine, CataloguePrice, Quantity } from './catalogue.ts';

const ROOT = { path: '/Catalogue' };

/** Validates the head of a catalogue. Returns one finding per irregularity. */
export function judgeCatalogueHead(head: CatalogueHead): FormatFinding[] {
  const missing =
    head.id === null ? [finding('field-missing', 'confirm', { place: ROOT, params: { field: 'ID' } })] : [];
  const odd = head.kind !== 'punch-out' && head.actionCode !== null && head.action === null;
  return [
    ...missing,
    ...dateFinding('IssueDate', head.issuedOn, ROOT),
    ...periodFindings(head.period, { path: '/Catalogue/ValidityPeriod' }),
    ...(odd
      ? [
          finding('catalogue-action-unknown', 'confirm', {
            place: { path: '/Catalogue/ActionCode' },
            found: head.actionCode,
          }),
        ]
      : []),
    ...judgeParty(head.seller, 'seller', { path: '/Catalogue/SellerSupplierParty' }),
    ...(head.buyer ? judgeParty(head.buyer, 'buyer', { path: '/Catalogue/ContractorCustomerParty' }) : []),
  ];
}

/**
 * Validates one catalogue line. No finding stops the reading. A line that deletes an item needs neither name nor price.
 */
export function judgeCatalogueLine(
  line: CatalogueLine,
  head: Pick<CatalogueHead, 'action'>,
  place: Place,
): FormatFinding[] {
  const { item, prices, actionCode, action } = line;
  const unnumbered = item.sellerNumber === null && item.standardId === null && item.manufacturerNumber === null;
  const missing = { ID: line.id === null, Name: item.name === null, SellersItemIdentification: unnumbered };
  const lacking = Object.entries(missing).filter(
    ([field, lacks]) => lacks && !(field === 'Name' && action === 'delete'),
  );
  const priceless = prices.length === 0 && (action ?? head.action) !== 'delete';
  return [
    ...lacking.map(([field]) => finding('field-missing', 'confirm', { place, params: { field } })),
    ...(actionCode !== null && action === null
      ? [finding('catalogue-action-unknown', 'confirm', { place, found: actionCode })]
      : []),
    ...(priceless ? [finding('catalogue-price-missing', 'info', { place })] : []),
    ...(item.gtinValid === false ? [finding('gtin-wrong', 'info', { place, found: item.gtin })] : []),
    ...periodFindings(line.period, place),
    ...quantityFindings(
      {
        ContentUnitQuantity: line.content,
        MinimumOrderQuantity: line.minimumOrderQuantity,
        MaximumOrderQuantity: line.maximumOrderQuantity,
        PackQuantity: item.packQuantity,
      },
      place,
    ),
    ...unitFindings(line.orderableUnit, place),
    ...numberFindings(
      { OrderQuantityIncrementNumeric: line.orderQuantityIncrement, PackSizeNumeric: item.packSize },
      place,
    ),
    ...prices.flatMap((price) => priceFindings(price, place)),
  ];
}

function priceFindings(price: CataloguePrice, place: Place): FormatFinding[] {
  const { amount, baseQuantity, orderableUnitFactor, minimumQuantity, maximumQuantity, period, baseUnit } = price;
  const zero = baseQuantity !== null && /^[+-]?0*\.?0*$/.test(baseQuantity);
  return [
    ...(amount === null ? [finding('field-missing', 'confirm', { place, params: { field: 'PriceAmount' } })] : []),
    ...numberFindings(
      { PriceAmount: amount, BaseQuantity: baseQuantity, OrderableUnitFactorRate: orderableUnitFactor },
      place,
    ),
    ...(zero ? [finding('invoice-base-quantity-zero', 'confirm', { place, found: baseQuantity })] : []),
    ...unitFindings(baseUnit, place),
    ...quantityFindings({ MinimumQuantity: minimumQuantity, MaximumQuantity: maximumQuantity }, place),
    ...periodFindings(period, place),
  ];
}

function quantityFindings(quantities: Record<string, Quantity | null>, place: Place): FormatFinding[] {
  return Object.entries(quantities).flatMap(([field, said]) => [
    ...numberFindings({ [field]: said?.quantity ?? null }, place),
    ...unitFindings(said?.unit ?? null, place),
  ]);
}

function unitFindings(unit: string | null, place: Place): FormatFinding[] {
  const standing = unit === null ? null : unitStanding(unit);
  if (standing === 'malformed') return [finding('unit-unknown', 'confirm', { place, found: unit })];
  return standing === 'unlisted' ? [finding('unit-unlisted', 'info', { place, found: unit })] : [];
}

function numberFindings(fields: Record<string, string | null>, place: Place): FormatFinding[] {
  const unread = Object.entries(fields).filter(([, text]) => text !== null && decimalOf(text) === null);
  return unread.map(([field, text]) =>
    finding('number-not-read', 'confirm', { place, found: text, params: { field } }),
  );
}

function periodFindings(period: InvoicePeriod | null, place: Place): FormatFinding[] {
  const { start = null, end = null } = period ?? {};
  const turned = start !== null && end !== null && isDate(start) && isDate(end) && end < start;
  return [
    ...dateFinding('StartDate', start, place),
    ...dateFinding('EndDate', end, place),
    ...(turned ? [finding('catalogue-period-order', 'confirm', { place, found: end, expected: start })] : []),
  ];
}

function dateFinding(field: string, text: string | null, place: Place): FormatFinding[] {
  return text !== null && !isDate(text)
    ? [finding('date-not-read', 'confirm', { place, found: text, params: { field } })]
    : [];
}
