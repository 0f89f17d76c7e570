import type { ReviewLineDto } from '@tallgrunn/api-client/shapes';
import { unitName } from '@tallgrunn/formats';

type MeasuredLine = Pick<ReviewLineDto, 'quantity' | 'amount' | 'unit'>;

/** The difference of another line from the open one: decimal text without sign, and whether it is higher. */
export interface LineDifference {
  readonly value: string;
  readonly more: boolean;
}

export interface LineDifferences {
  readonly quantity: LineDifference | null;
  readonly price: LineDifference | null;
  /** True for different units: neither quantity nor price can be compared. */
  readonly unit: boolean;
}

const PARTS = 100;

/**
 * Compares quantity and unit price of another line with the open one. Null where they are equal, or where a side has no
 * quantity.
 */
export function lineDifferences(line: MeasuredLine, otherLine: MeasuredLine): LineDifferences {
  const [quantity, otherQuantity] = [Number(line.quantity ?? 0), Number(otherLine.quantity ?? 0)];
  if (line.quantity === null || otherLine.quantity === null || quantity === 0 || otherQuantity === 0)
    return { quantity: null, price: null, unit: false };
  if (line.unit !== null && otherLine.unit !== null && nameOf(line.unit) !== nameOf(otherLine.unit))
    return { quantity: null, price: null, unit: true };
  return {
    quantity: differenceOf(otherQuantity - quantity, String),
    price: differenceOf(Number(otherLine.amount) / otherQuantity - Number(line.amount) / quantity, (value) =>
      value.toFixed(2),
    ),
    unit: false,
  };
}

/** Returns a common name for the notations of the two sides, such as EA and stk. */
const nameOf = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

function differenceOf(signed: number, write: (value: number) => string): LineDifference | null {
  const value = Math.round(Math.abs(signed) * PARTS) / PARTS;
  return value === 0 ? null : { value: write(value), more: signed > 0 };
}
