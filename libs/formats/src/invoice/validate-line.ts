import { add, compare, divide, multiply, normalise, subtract, sum } from '@tallgrunn/values';
import { unitStatus } from '../codes/units.ts';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { AllowanceCharge, InvoiceLine } from './invoice.ts';
import { validateCo2e } from './validate-co2e.ts';
import { isWithinTolerance } from './validate-totals.ts';

/** Tolerance of two øre: price and quantity are rounded before they are multiplied. */
const TOLERANCE = '0.02';
const WORKING_DECIMALS = 6;

/** Validates one line. No finding stops the reading, because real and valid invoices have irregularities too. */
export function validateLine(
  line: InvoiceLine,
  documentCurrency: string | null,
  place: DocumentLocation,
): FormatFinding[] {
  return [
    ...validateNumbers(line, place),
    ...validateAmount(line, place),
    ...validateIdentity(line, documentCurrency, place),
    ...validateCo2e(line, place),
  ];
}

function validateNumbers(line: InvoiceLine, place: DocumentLocation): FormatFinding[] {
  const fields: Record<string, string | null | undefined> = {
    InvoicedQuantity: line.quantity,
    LineExtensionAmount: line.netAmount,
    PriceAmount: line.price?.amount,
    BaseQuantity: line.price?.baseQuantity,
  };
  const unreadable = Object.entries(fields).filter(([, text]) => text && parseDecimal(text) === null);
  const wrong = unreadable.map(([field, text]) =>
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
function validateAmount(line: InvoiceLine, place: DocumentLocation): FormatFinding[] {
  const [quantity, net, price] = [
    parseDecimal(line.quantity),
    parseDecimal(line.netAmount),
    parseDecimal(line.price?.amount),
  ];
  if (quantity === null || net === null || price === null) return [];
  const base = parseDecimal(line.price?.baseQuantity) ?? '1';
  if (compare(base, '0') === 0)
    return [finding('invoice-base-quantity-zero', 'confirm', { place, found: line.price?.baseQuantity ?? null })];
  const gross = divide(multiply(quantity, price), base, WORKING_DECIMALS);
  const expected = normalise(add(subtract(gross, total(line.allowances)), total(line.charges)));
  if (isWithinTolerance(net, expected, TOLERANCE)) return [];
  const params = { quantity, price, base, difference: normalise(subtract(net, expected)) };
  return [finding('invoice-line-amount', 'confirm', { place, found: line.netAmount, expected, params })];
}

const total = (list: readonly AllowanceCharge[]): string =>
  sum(list.flatMap((entry) => parseDecimal(entry.amount) ?? []));

function validateIdentity(
  line: InvoiceLine,
  documentCurrency: string | null,
  place: DocumentLocation,
): FormatFinding[] {
  const { unit, quantity, item, currency } = line;
  const codeStatus = unit === null ? null : unitStatus(unit);
  return [
    ...(unit === null && quantity !== null ? [finding('unit-missing', 'info', { place })] : []),
    ...(codeStatus === 'malformed' ? [finding('unit-unknown', 'confirm', { place, found: unit })] : []),
    ...(codeStatus === 'unlisted' ? [finding('unit-unlisted', 'info', { place, found: unit })] : []),
    ...(item.gtinValid === false ? [finding('gtin-wrong', 'info', { place, found: item.gtin })] : []),
    ...(currency && documentCurrency && currency !== documentCurrency
      ? [finding('currency-differs', 'confirm', { place, found: currency, expected: documentCurrency })]
      : []),
  ];
}
