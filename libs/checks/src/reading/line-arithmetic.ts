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

/** What a line says that one of its unit was paid with: its price, or what amount and quantity come to where it tells none; NaN where neither is there. */
export interface Paid {
  readonly each: number;
  readonly role: 'unitPrice' | 'amount';
  /** how far it may be off because the amount was rounded */
  readonly slack: number;
}

export function paidOf(line: Line): Paid {
  if (!Number.isNaN(line.unitPrice) || line.quantity === 0)
    return { each: line.unitPrice, role: 'unitPrice', slack: 0.005 };
  return { each: line.amount / line.quantity, role: 'amount', slack: (0.005 + 0.01) / Math.abs(line.quantity) };
}

const vatSlack = 0.0015;

function isRate(ratio: number, rate: number): boolean {
  return Math.abs(ratio - (1 + rate / 100)) <= vatSlack;
}

/** What the agreement says the line's item costs on the line's date, or why nobody can know. */
export function priceOfLine(line: Line, plan: Plan): AgreedPrice | NoPrice {
  return plan.prices.on(line.item, {
    date: line.date === '' ? null : line.date,
    unit: line.unit,
    quantity: line.quantity,
  });
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
  const { each, role } = paidOf(line);
  return agreed && agreed.perUnit > 0 && isRate(each / agreed.perUnit, rate) ? role : null;
}

export interface OtherPack {
  readonly unit: string;
  /** how many times too high the price is; less than one where it is too low */
  readonly factor: number;
  readonly perUnit: number;
}

const packSlack = 0.15;

/** The unit the price of a line is for instead of its own: 112 for a piece that costs 1.12 in a box of 100, and 1.12 for the box. */
export function packInPrice(line: Line, plan: Plan): OtherPack | null {
  const agreed = agreedPrice(line, plan);
  const { each } = paidOf(line);
  if (!agreed || line.unit === null || !(agreed.perUnit > 0) || !(each > 0)) return null;
  const ratio = each / agreed.perUnit;
  if (ratio > 0.7 && ratio < 1.4) return null;
  const pack =
    ratio > 1
      ? plan.units.packs(line.item, line.unit).find(({ factor }) => Math.abs(ratio / factor - 1) <= packSlack)
      : contentsOf(line, ratio, plan);
  return pack ? { ...pack, perUnit: agreed.perUnit } : null;
}

/** What is in the pack of a line, where the price is that of one of them. */
function contentsOf({ item, unit }: Line, ratio: number, plan: Plan): Omit<OtherPack, 'perUnit'> | null {
  const pieces = unit === null ? null : plan.units.factor(item, unit, 'stk');
  return pieces !== null && pieces > 1.5 && Math.abs(ratio * pieces - 1) <= packSlack
    ? { unit: 'stk', factor: 1 / pieces }
    : null;
}

const scaleSlack = 0.05;

/** The power of ten that the price of a line is off by, 0.001 to 1000, where no pack explains it; null where it is not. */
export function scaleOfPrice(line: Line, plan: Plan): number | null {
  if (line.kind === 'fee' || line.kind === 'deposit' || isInOtherCurrency(line)) return null;
  const agreed = agreedPrice(line, plan);
  const { each } = paidOf(line);
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

/** Whether the quantity of a line is its amount over again: kroner stand where pieces should. */
export function isQuantityMoney(line: Line, plan: Plan): boolean {
  if (
    !(Math.abs(line.quantity - line.amount) < 0.005) ||
    line.amount === 0 ||
    line.kind === 'fee' ||
    line.kind === 'deposit' ||
    isInOtherCurrency(line)
  )
    return false;
  const price = Number.isNaN(line.unitPrice) ? (agreedPrice(line, plan)?.perUnit ?? NaN) : line.unitPrice;
  return price > 0 && Math.abs(price - 1) > scaleSlack;
}
