import type { ReviewLineShape } from '@tallgrunn/api-client/shapes';
import { unitName } from '@tallgrunn/formats';

type Measured = Pick<ReviewLineShape, 'quantity' | 'amount' | 'unit'>;

/** The difference of another line from the open one: decimal text without sign, and whether it is higher. */
export interface Distance {
  readonly value: string;
  readonly more: boolean;
}

export interface Apart {
  readonly quantity: Distance | null;
  readonly price: Distance | null;
  /** True for different units: neither quantity nor price can be compared. */
  readonly unit: boolean;
}

const PARTS = 100;

/**
 * Compares quantity and unit price of another line with the open one. Null where they are equal, or where a side has no
 * quantity.
 */
export function apartOf(line: Measured, other: Measured): Apart {
  const [quantity, across] = [Number(line.quantity ?? 0), Number(other.quantity ?? 0)];
  if (line.quantity === null || other.quantity === null || quantity === 0 || across === 0)
    return { quantity: null, price: null, unit: false };
  if (line.unit !== null && other.unit !== null && nameOf(line.unit) !== nameOf(other.unit))
    return { quantity: null, price: null, unit: true };
  return {
    quantity: distance(across - quantity, String),
    price: distance(Number(other.amount) / across - Number(line.amount) / quantity, (value) => value.toFixed(2)),
    unit: false,
  };
}

/** Returns a common name for the notations of the two sides, such as EA and stk. */
const nameOf = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

function distance(signed: number, write: (value: number) => string): Distance | null {
  const value = Math.round(Math.abs(signed) * PARTS) / PARTS;
  return value === 0 ? null : { value: write(value), more: signed > 0 };
}
