import {
  absolute,
  compare,
  divide,
  multiply,
  normalise,
  round,
  signOf,
  subtract,
  type DecimalText,
} from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';
import type { SheetFacts } from '../facts.ts';
import type { Line, LineKind } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { indexPrices } from '../plan/price-index.ts';
import { indexUnits } from '../plan/unit-index.ts';
import { priceOfLine } from '../reading/line-arithmetic.ts';
import { priceDifference } from '../reading/price-difference.ts';
import type { Terms } from '../terms.ts';
import type { UnknownPriceReason } from './price-model.ts';

/** A reported or invoiced line, in the currency of the agreement, excl. VAT. */
export interface ChargedLine {
  /** Index of the agreed item in the context. */
  readonly item: number;
  readonly kind: LineKind;
  readonly quantity: DecimalText | null;
  readonly unit: string | null;
  readonly unitPrice: DecimalText | null;
  readonly amount: DecimalText | null;
  /** The day that determines the price; null when the line has none. */
  readonly date: string | null;
}

/**
 * Result of a price comparison. `unknown`: the agreed price cannot be determined, with the reason. `charged` is the
 * amount charged and `agreed` the amount agreed for the same quantity; prices are per unit of the line. `amount` of a
 * line above the agreed price is the difference.
 */
export type ComparedPrice =
  | { readonly kind: 'not-compared' | 'other' }
  | { readonly kind: 'unknown'; readonly reason: UnknownPriceReason | 'unit' }
  | { readonly kind: 'not-above'; readonly charged: DecimalText; readonly agreed: DecimalText }
  | {
      readonly kind: 'above';
      readonly charged: DecimalText;
      readonly agreed: DecimalText;
      readonly price: DecimalText;
      readonly agreedPrice: DecimalText;
      readonly agreedFrom: string;
      readonly amount: DecimalText;
    };

/** Tolerance for rounding, per cent, when the agreement states none. */
const TOLERANCE_PERCENT = 0.1;
const PRICE_DECIMALS = 6;

/** Placeholder sheet: prices are compared by the numbers only. */
const noSheet = { table: { role: {} }, matches: [] } as unknown as SheetFacts;

const numberOf = (text: DecimalText | null) => (text === null ? NaN : Number(text));

/**
 * Returns price × quantity, or the amount of the line if it is closer to zero: a price may be rounded, and an amount
 * may include a discount.
 */
function paidAmount({ unitPrice, amount }: ChargedLine, quantity: DecimalText): DecimalText {
  const product = multiply(unitPrice ?? '0', quantity);
  return amount !== null && compare(absolute(amount), absolute(product)) < 0 ? amount : product;
}

/**
 * Compares the prices of lines with the agreed prices of one supplier, by the same rules as the check
 * `price-above-agreed`.
 */
export class ComparePrices {
  readonly #plan: Plan;

  constructor(context: Pick<CheckContext, 'items' | 'prices' | 'units' | 'priceModels'>) {
    const terms = { vat: 'excluded', tables: [] } as unknown as Terms;
    const units = indexUnits(terms, context as CheckContext);
    this.#plan = { terms, units, prices: indexPrices(context as CheckContext, units) } as unknown as Plan;
  }

  compare(charged: ChargedLine): ComparedPrice {
    const line = this.#lineOf(charged);
    const difference = priceDifference(line, this.#plan, TOLERANCE_PERCENT);
    if (difference.kind === 'unknown') {
      const price = priceOfLine(line, this.#plan);
      return { kind: 'unknown', reason: price.known ? 'unit' : price.reason };
    }
    if (difference.kind !== 'above' && difference.kind !== 'not-above') return { kind: difference.kind };
    const { agreed, perUnit, role } = difference;
    const quantity = charged.quantity ?? '1';
    const agreedPrice =
      perUnit === agreed.value ? agreed.price : round(perUnit.toFixed(PRICE_DECIMALS + 2), PRICE_DECIMALS);
    const owed = multiply(agreedPrice, quantity);
    const isFromAmount = role === 'amount';
    const paid = isFromAmount ? (charged.amount ?? '0') : paidAmount(charged, quantity);
    const sums = { charged: round(paid, 2), agreed: round(owed, 2) };
    const amount = round(subtract(paid, owed), 2);
    const isAbove = difference.kind === 'above' && compare(amount, '0') === (signOf(quantity) || 1);
    if (!isAbove) return { kind: 'not-above', ...sums };
    return {
      kind: 'above',
      ...sums,
      price: isFromAmount
        ? normalise(divide(charged.amount ?? '0', quantity, PRICE_DECIMALS))
        : (charged.unitPrice ?? '0'),
      agreedPrice,
      agreedFrom: agreed.from,
      amount,
    };
  }

  #lineOf({ item, kind, quantity, unit, unitPrice, amount, date }: ChargedLine): Line {
    return {
      sheet: noSheet,
      readings: [],
      item,
      kind,
      quantity: numberOf(quantity),
      unitPrice: numberOf(unitPrice),
      amount: numberOf(amount),
      unit: unit === null ? null : (this.#plan.units.read(unit) ?? unit),
      date: date ?? '',
      asked: null,
    } as unknown as Line;
  }
}
