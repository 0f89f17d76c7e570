import type { AgreedUnitPrice, Line } from '../line.ts';
import { readingOf, valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { AgreedPrice, NoPrice } from '../plan/price-index.ts';

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Returns how much price × quantity may differ from the amount because of rounding to the written decimals. */
export function roundingSlack(line: Line): number {
  const priceDecimals = decimalsOf(valueOf(line, 'unitPrice'));
  const quantityDecimals = decimalsOf(valueOf(line, 'quantity'));
  const amountDecimals = decimalsOf(valueOf(line, 'amount'));
  const price = priceDecimals >= 2 ? 0.5 * 10 ** -priceDecimals * Math.abs(line.quantity) : 0;
  const quantity = quantityDecimals >= 2 ? 0.5 * 10 ** -quantityDecimals * Math.abs(line.unitPrice) : 0;
  return price + quantity + (amountDecimals === 0 ? 0.5 : 0.005) + 0.01;
}

/** Returns amount / (price × quantity); NaN when one of them is missing or zero. */
export function amountRatio(line: Line): number {
  const product = line.unitPrice * line.quantity;
  return product === 0 ? NaN : line.amount / product;
}

/** Returns whether price or amount is in a foreign currency, so that it cannot be compared with the others. */
export function isInOtherCurrency(line: Line): boolean {
  return (['unitPrice', 'amount'] as const).some((role) => readingOf(line, role)?.notes?.includes('foreign-currency'));
}

/** Price paid per unit: the line's unit price, otherwise amount / quantity; NaN when neither exists. */
export interface PaidPrice {
  readonly each: number;
  readonly role: 'unitPrice' | 'amount';
  /** possible rounding error of the price */
  readonly slack: number;
}

export function paidPriceOf(line: Line): PaidPrice {
  if (!Number.isNaN(line.unitPrice) || line.quantity === 0)
    return { each: line.unitPrice, role: 'unitPrice', slack: 0.005 };
  return { each: line.amount / line.quantity, role: 'amount', slack: (0.005 + 0.01) / Math.abs(line.quantity) };
}

const vatSlack = 0.0015;

function isRate(ratio: number, rate: number): boolean {
  return Math.abs(ratio - (1 + rate / 100)) <= vatSlack;
}

/** Returns the agreed price of the line's item on the line's date, or why it is unknown. */
export function priceOfLine(line: Line, plan: Plan): AgreedPrice | NoPrice {
  return plan.prices.on(line.item, {
    date: line.date === '' ? null : line.date,
    unit: line.unit,
    quantity: line.quantity,
  });
}

/** Returns the agreed price per unit of the line on the line's date; null when unknown. */
export function agreedPrice(line: Line, plan: Plan): AgreedUnitPrice | null {
  // A line may be copied with another date or quantity for a second lookup, so the cache records the line it belongs
  // to.
  if (line.asked?.line !== line) line.asked = { line, agreed: findAgreedPrice(line, plan) };
  return line.asked.agreed;
}

function findAgreedPrice(line: Line, plan: Plan): AgreedUnitPrice | null {
  if (line.item < 0) return null;
  const agreed = priceOfLine(line, plan);
  if (!agreed.known) return null;
  if (agreed.unit === null || line.unit === null) return { agreed, perUnit: agreed.value };
  const factor = plan.units.factor(line.item, line.unit, agreed.unit);
  return factor === null ? null : { agreed, perUnit: agreed.value * factor };
}

/**
 * Returns which value of a line looks VAT-inclusive at `rate` per cent: the amount equals price × quantity plus VAT, or
 * the unit price equals the agreed one plus VAT. Null when neither does.
 */
export function looksVatIncluded(line: Line, rate: number, plan: Plan): 'amount' | 'unitPrice' | null {
  if (line.kind === 'fee' || line.kind === 'deposit') return null;
  if (isRate(amountRatio(line), rate)) return 'amount';
  const agreed = agreedPrice(line, plan);
  const { each, role } = paidPriceOf(line);
  return agreed && agreed.perUnit > 0 && isRate(each / agreed.perUnit, rate) ? role : null;
}

export interface PackInPrice {
  readonly unit: string;
  /** how many times too high the price is; below 1 when it is too low */
  readonly factor: number;
  readonly perUnit: number;
}

const packSlack = 0.15;

/**
 * Returns the unit that a line's price seems to be for instead of its own: 112 for a piece that costs 1.12 in a box of
 * 100, or 1.12 for the box. Null when there is none.
 */
export function packInPrice(line: Line, plan: Plan): PackInPrice | null {
  const agreed = agreedPrice(line, plan);
  const { each } = paidPriceOf(line);
  if (!agreed || line.unit === null || !(agreed.perUnit > 0) || !(each > 0)) return null;
  const ratio = each / agreed.perUnit;
  if (ratio > 0.7 && ratio < 1.4) return null;
  const pack =
    ratio > 1
      ? plan.units.packs(line.item, line.unit).find(({ factor }) => Math.abs(ratio / factor - 1) <= packSlack)
      : contentsOf(line, ratio, plan);
  return pack ? { ...pack, perUnit: agreed.perUnit } : null;
}

/**
 * Returns whether a line's price is the agreed one for the unit that the line has, which is not the unit of the agreed
 * price: 120 for the box of 100 pieces at 1.20.
 */
export function fitsOwnUnit(line: Line, plan: Plan): boolean {
  const agreed = agreedPrice(line, plan);
  if (!agreed || line.unit === null || agreed.agreed.unit === null || agreed.agreed.unit === line.unit) return false;
  return agreed.perUnit > 0 && Math.abs(paidPriceOf(line).each / agreed.perUnit - 1) <= packSlack;
}

/** Returns the content of a line's pack when the price is that of one piece, or of one agreed unit in it. */
function contentsOf({ item, unit }: Line, ratio: number, plan: Plan): Omit<PackInPrice, 'perUnit'> | null {
  if (unit === null) return null;
  for (const content of new Set(['stk', plan.units.priceUnit(item) ?? 'stk'])) {
    const pieces = content === unit ? null : plan.units.factor(item, unit, content);
    if (pieces !== null && pieces > 1.5 && Math.abs(ratio * pieces - 1) <= packSlack)
      return { unit: content, factor: 1 / pieces };
  }
  return null;
}

const scaleSlack = 0.05;
/** Minimum difference of an agreed price from 1 at which a price of 1 was calculated and not agreed. */
const calculatedSlack = 0.5;

/**
 * Returns the power of ten by which a line's price is wrong, 0.001 to 1000, unless a pack explains it; null when it is
 * not wrong.
 */
export function scaleOfPrice(line: Line, plan: Plan): number | null {
  if (line.kind === 'fee' || line.kind === 'deposit' || isInOtherCurrency(line)) return null;
  const agreed = agreedPrice(line, plan);
  const { each } = paidPriceOf(line);
  if (!agreed || !(agreed.perUnit > 0) || !(each > 0)) return null;
  const ratio = each / agreed.perUnit;
  if (ratio > 0.2 && ratio < 5) return null;
  const power = Math.round(Math.log10(ratio));
  const scale = 10 ** power;
  return power !== 0 &&
    Math.abs(power) <= 3 &&
    Math.abs(ratio / scale - 1) <= scaleSlack + 0.005 / (agreed.perUnit * scale) &&
    !packInPrice(line, plan)
    ? scale
    : null;
}

/** Returns whether the quantity of a line repeats its amount, as when NOK were entered instead of pieces. */
export function isQuantityMoney(line: Line, plan: Plan): boolean {
  if (
    !(Math.abs(line.quantity - line.amount) < 0.005) ||
    line.amount === 0 ||
    line.kind === 'fee' ||
    line.kind === 'deposit' ||
    isInOtherCurrency(line)
  )
    return false;
  if (line.unitPrice > 0 && Math.abs(line.unitPrice - 1) > scaleSlack) return true;
  // Systems that calculate the price from such a quantity get 1, whatever was agreed.
  const agreed = agreedPrice(line, plan)?.perUnit ?? NaN;
  return Number.isNaN(line.unitPrice)
    ? agreed > 0 && Math.abs(agreed - 1) > scaleSlack
    : agreed > 1 + calculatedSlack || (agreed > 0 && agreed < 1 - calculatedSlack);
}
