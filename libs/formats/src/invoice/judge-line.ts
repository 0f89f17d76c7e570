import { add, compare, divide, multiply, normalise, subtract, sum } from '@tallgrunn/values';
import { unitStanding } from '../codes/units.ts';
import { decimalOf } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, Place } from '../reading.ts';
import type { AllowanceCharge, InvoiceLine } from './invoice.ts';
import { judgeCo2e } from './judge-co2e.ts';
import { agrees } from './judge-totals.ts';

/** Tolerance of two øre: price and quantity are rounded before they are multiplied. */
const TOLERANCE = '0.02';
const WORKING_DECIMALS = 6;

/** Validates one line. No finding stops the reading, because real and valid invoices have irregularities too. */
export function judgeLine(line: InvoiceLine, documentCurrency: string | null, place: Place): FormatFinding[] {
  return [
    ...judgeNumbers(line, place),
    ...judgeAmount(line, place),
    ...judgeIdentity(line, documentCurrency, place),
    ...judgeCo2e(line, place),
  ];
}

function judgeNumbers(line: InvoiceLine, place: Place): FormatFinding[] {
  const fields: Record<string, string | null | undefined> = {
    InvoicedQuantity: line.quantity,
    LineExtensionAmount: line.netAmount,
    PriceAmount: line.price?.amount,
    BaseQuantity: line.price?.baseQuantity,
  };
  const unread = Object.entries(fields).filter(([, text]) => text && decimalOf(text) === null);
  const wrong = unread.map(([field, text]) =>
    finding('number-not-read', 'confirm', { place, found: text ?? null, params: { field } }),
  );
  return line.netAmount === null
    ? [...wrong, finding('field-missing', 'confirm', { place, params: { field: 'LineExtensionAmount' } })]
    : wrong;
}

/**
 * Checks quantity × price ÷ base quantity − allowances + charges = line amount (Peppol BIS Billing 3,
 * PEPPOL-EN16931-R120).
 */
function judgeAmount(line: InvoiceLine, place: Place): FormatFinding[] {
  const [quantity, net, price] = [decimalOf(line.quantity), decimalOf(line.netAmount), decimalOf(line.price?.amount)];
  if (quantity === null || net === null || price === null) return [];
  const base = decimalOf(line.price?.baseQuantity) ?? '1';
  if (compare(base, '0') === 0)
    return [finding('invoice-base-quantity-zero', 'confirm', { place, found: line.price?.baseQuantity ?? null })];
  const gross = divide(multiply(quantity, price), base, WORKING_DECIMALS);
  const expected = normalise(add(subtract(gross, total(line.allowances)), total(line.charges)));
  if (agrees(net, expected, TOLERANCE)) return [];
  const params = { quantity, price, base, difference: normalise(subtract(net, expected)) };
  return [finding('invoice-line-amount', 'confirm', { place, found: line.netAmount, expected, params })];
}

const total = (list: readonly AllowanceCharge[]): string => sum(list.flatMap((entry) => decimalOf(entry.amount) ?? []));

function judgeIdentity(line: InvoiceLine, documentCurrency: string | null, place: Place): FormatFinding[] {
  const { unit, quantity, item, currency } = line;
  const standing = unit === null ? null : unitStanding(unit);
  return [
    ...(unit === null && quantity !== null ? [finding('unit-missing', 'info', { place })] : []),
    ...(standing === 'malformed' ? [finding('unit-unknown', 'confirm', { place, found: unit })] : []),
    ...(standing === 'unlisted' ? [finding('unit-unlisted', 'info', { place, found: unit })] : []),
    ...(item.gtinValid === false ? [finding('gtin-wrong', 'info', { place, found: item.gtin })] : []),
    ...(currency && documentCurrency && currency !== documentCurrency
      ? [finding('currency-differs', 'confirm', { place, found: currency, expected: documentCurrency })]
      : []),
  ];
}
