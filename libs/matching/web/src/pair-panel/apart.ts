import type { ReviewLineShape } from '@tallgrunn/api-client/shapes';
import { unitName } from '@tallgrunn/formats';

type Measured = Pick<ReviewLineShape, 'quantity' | 'amount' | 'unit'>;

/** How far another line lies from the one that is looked at: decimal text without sign, and whether it is the higher. */
export interface Distance {
  readonly value: string;
  readonly more: boolean;
}

export interface Apart {
  readonly quantity: Distance | null;
  readonly price: Distance | null;
  /** They are counted in different units: neither quantity nor price can be compared. */
  readonly unit: boolean;
}

const PARTS = 100;

/** How another line differs from the one that is looked at, quantity and price of one apart; null where they do not, or where a side says no quantity. */
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

/** One name for what the two sides write each their way: EA and stk. */
const nameOf = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

function distance(signed: number, write: (value: number) => string): Distance | null {
  const value = Math.round(Math.abs(signed) * PARTS) / PARTS;
  return value === 0 ? null : { value: write(value), more: signed > 0 };
}
