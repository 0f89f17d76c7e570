import { isDate } from '@tallgrunn/values';
import { unitStatus } from '../codes/units.ts';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { InvoicePeriod } from '../invoice/invoice.ts';
import { validateParty } from '../invoice/validate-parties.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { CatalogueHead, CatalogueLine, CataloguePrice, Quantity } from './catalogue.ts';

const ROOT = { path: '/Catalogue' };

/** Validates the head of a catalogue. Returns one finding per irregularity. */
export function validateCatalogueHead(head: CatalogueHead): FormatFinding[] {
  const missing =
    head.id === null ? [finding('field-missing', 'confirm', { place: ROOT, params: { field: 'ID' } })] : [];
  const isActionUnknown = head.kind !== 'punch-out' && head.actionCode !== null && head.action === null;
  return [
    ...missing,
    ...dateFinding('IssueDate', head.issuedOn, ROOT),
    ...periodFindings(head.period, { path: '/Catalogue/ValidityPeriod' }),
    ...(isActionUnknown
      ? [
          finding('catalogue-action-unknown', 'confirm', {
            place: { path: '/Catalogue/ActionCode' },
            found: head.actionCode,
          }),
        ]
      : []),
    ...validateParty(head.seller, 'seller', { path: '/Catalogue/SellerSupplierParty' }),
    ...(head.buyer ? validateParty(head.buyer, 'buyer', { path: '/Catalogue/ContractorCustomerParty' }) : []),
  ];
}

/**
 * Validates one catalogue line. No finding stops the reading. A line that deletes an item needs neither name nor price.
 */
export function validateCatalogueLine(
  line: CatalogueLine,
  head: Pick<CatalogueHead, 'action'>,
  place: DocumentLocation,
): FormatFinding[] {
  const { item, prices, actionCode, action } = line;
  const hasNoNumber = item.sellerNumber === null && item.standardId === null && item.manufacturerNumber === null;
  const missing = { ID: line.id === null, Name: item.name === null, SellersItemIdentification: hasNoNumber };
  const missingFields = Object.entries(missing).filter(
    ([field, isMissing]) => isMissing && !(field === 'Name' && action === 'delete'),
  );
  const hasNoPrice = prices.length === 0 && (action ?? head.action) !== 'delete';
  return [
    ...missingFields.map(([field]) => finding('field-missing', 'confirm', { place, params: { field } })),
    ...(actionCode !== null && action === null
      ? [finding('catalogue-action-unknown', 'confirm', { place, found: actionCode })]
      : []),
    ...(hasNoPrice ? [finding('catalogue-price-missing', 'info', { place })] : []),
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

function priceFindings(price: CataloguePrice, place: DocumentLocation): FormatFinding[] {
  const { amount, baseQuantity, orderableUnitFactor, minimumQuantity, maximumQuantity, period, baseUnit } = price;
  const isBaseQuantityZero = baseQuantity !== null && /^[+-]?0*\.?0*$/.test(baseQuantity);
  return [
    ...(amount === null ? [finding('field-missing', 'confirm', { place, params: { field: 'PriceAmount' } })] : []),
    ...numberFindings(
      { PriceAmount: amount, BaseQuantity: baseQuantity, OrderableUnitFactorRate: orderableUnitFactor },
      place,
    ),
    ...(isBaseQuantityZero ? [finding('invoice-base-quantity-zero', 'confirm', { place, found: baseQuantity })] : []),
    ...unitFindings(baseUnit, place),
    ...quantityFindings({ MinimumQuantity: minimumQuantity, MaximumQuantity: maximumQuantity }, place),
    ...periodFindings(period, place),
  ];
}

function quantityFindings(quantities: Record<string, Quantity | null>, place: DocumentLocation): FormatFinding[] {
  return Object.entries(quantities).flatMap(([field, stated]) => [
    ...numberFindings({ [field]: stated?.quantity ?? null }, place),
    ...unitFindings(stated?.unit ?? null, place),
  ]);
}

function unitFindings(unit: string | null, place: DocumentLocation): FormatFinding[] {
  const codeStatus = unit === null ? null : unitStatus(unit);
  if (codeStatus === 'malformed') return [finding('unit-unknown', 'confirm', { place, found: unit })];
  return codeStatus === 'unlisted' ? [finding('unit-unlisted', 'info', { place, found: unit })] : [];
}

function numberFindings(fields: Record<string, string | null>, place: DocumentLocation): FormatFinding[] {
  const unreadable = Object.entries(fields).filter(([, text]) => text !== null && parseDecimal(text) === null);
  return unreadable.map(([field, text]) =>
    finding('number-not-read', 'confirm', { place, found: text, params: { field } }),
  );
}

function periodFindings(period: InvoicePeriod | null, place: DocumentLocation): FormatFinding[] {
  const { start = null, end = null } = period ?? {};
  const isReversed = start !== null && end !== null && isDate(start) && isDate(end) && end < start;
  return [
    ...dateFinding('StartDate', start, place),
    ...dateFinding('EndDate', end, place),
    ...(isReversed ? [finding('catalogue-period-order', 'confirm', { place, found: end, expected: start })] : []),
  ];
}

function dateFinding(field: string, text: string | null, place: DocumentLocation): FormatFinding[] {
  return text !== null && !isDate(text)
    ? [finding('date-not-read', 'confirm', { place, found: text, params: { field } })]
    : [];
}
