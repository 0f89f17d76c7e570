import type { AgreedForUnit, Line } from '../line.ts';
import { readingOf, valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { AgreedPrice, NoPrice } from '../plan/price-index.ts';

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** How far price × quantity may be from the amount because each was rounded to the decimals it shows. */
export function roundingSlack(line: Line): number {
  const priceDecimals = decimalsOf(valueOf(line, 'unitPrice'));
  const quantityDecimals = decimalsOf(valueOf(line, 'quantity'));
  const amountDecimals = decimalsOf(valueOf(line, 'amount'));
  const price = priceDecimals >= 2 ? 0.5 * 10 ** -priceDecimals * Math.abs(line.quantity) : 0;
  const quantity = quantityDecimals >= 2 ? 0.5 * 10 ** -quantityDecimals * Math.abs(line.unitPrice) : 0;
  return price + quantity + (amountDecimals === 0 ? 0.5 : 0.005) + 0.01;
}

/** Amount divided by price × quantity; NaN when one of them is not there or zero. */
export function amountRatio(line: Line): number {
  const product = line.unitPrice * line.quantity;
  return product === 0 ? NaN : line.amount / product;
}

/** Whether a number of the line is written in another currency than the rest: it cannot be weighed against the others. */
export function isInOtherCurrency(line: Line): boolean {
  return (['unitPrice', 'amount'] as const).some((role) => readingOf(line, role)?.notes?.includes('foreign-currency'));
}

const vatSlack = 0.0015;

function isRate(ratio: number, rate: number): boolean {
  return Math.abs(ratio - (1 + rate / 100)) <= vatSlack;
}

/** What the agreement says the line's item costs on the line's date, or why nobody can know. */
export function priceOfLine(line: Line, plan: Plan): AgreedPrice | NoPrice {
  return plan.prices.on(line.item, { date: line.date === '' ? null : line.date, unit: line.unit, quantity: line.quantity });
}

/** The agreed price for one of the line's unit on the line's date; null when it cannot be known. */
export function agreedPrice(line: Line, plan: Plan): AgreedForUnit | null {
  // A line may be copied with another date or quantity to be asked anew: what was answered belongs to the one it was answered of.
  if (line.asked?.line !== line) line.asked = { line, agreed: findAgreedPrice(line, plan) };
  return line.asked.agreed;
}

function findAgreedPrice(line: Line, plan: Plan): AgreedForUnit | null {
  if (line.item < 0) return null;
  const agreed = priceOfLine(line, plan);
  if (!agreed.known) return null;
  if (agreed.unit === null || line.unit === null) return { agreed, perUnit: agreed.value };
  const factor = plan.units.factor(line.item, line.unit, agreed.unit);
  return factor === null ? null : { agreed, perUnit: agreed.value * factor };
}

/**
 * Whether a line looks as if VAT of `rate` per cent were in it: the amount is price × quantity with VAT on top,
 * or the unit price is the agreed one with VAT on top.
 */
export function looksVatIncluded(line: Line, rate: number, plan: Plan): 'amount' | 'unitPrice' | null {
  if (line.kind === 'fee' || line.kind === 'deposit') return null;
  if (isRate(amountRatio(line), rate)) return 'amount';
  const agreed = agreedPrice(line, plan);
  return agreed && agreed.perUnit > 0 && isRate(line.unitPrice / agreed.perUnit, rate) ? 'unitPrice' : null;
}

/** The pack whose contents the unit price is too high by: 112 for a piece that costs 1.12 in a box of 100. */
export function packInPrice(line: Line, plan: Plan): { unit: string; factor: number; perUnit: number } | null {
  const agreed = agreedPrice(line, plan);
  if (!agreed || line.unit === null || !(agreed.perUnit > 0) || !(line.unitPrice > 0)) return null;
  const ratio = line.unitPrice / agreed.perUnit;
  const pack = ratio < 1.4 ? undefined : plan.units.packs(line.item, line.unit).find((each) => Math.abs(ratio / each.factor - 1) <= 0.15);
  return pack ? { ...pack, perUnit: agreed.perUnit } : null;
}
