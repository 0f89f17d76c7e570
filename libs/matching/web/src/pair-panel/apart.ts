import type { ReviewLineShape } from '@tallgrunn/api-client/shapes';

type Measured = Pick<ReviewLineShape, 'quantity' | 'amount'>;

const PARTS = 100;

/** How two lines differ, quantity and price of one apart; null where they do not, or where a side says no quantity. Decimal texts without sign. */
export function apartOf(line: Measured, other: Measured): { readonly quantity: string | null; readonly price: string | null } {
  const [quantity, across] = [Number(line.quantity ?? 0), Number(other.quantity ?? 0)];
  if (line.quantity === null || other.quantity === null || quantity === 0 || across === 0) return { quantity: null, price: null };
  const rounded = (value: number) => Math.round(Math.abs(value) * PARTS) / PARTS;
  const [more, dearer] = [rounded(quantity - across), rounded(Number(line.amount) / quantity - Number(other.amount) / across)];
  return { quantity: more === 0 ? null : String(more), price: dearer === 0 ? null : dearer.toFixed(2) };
}
