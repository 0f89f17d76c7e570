/** Money is whole øre, quantities are whole thousandths: sums are exact. */

/** Price (øre) times quantity (thousandths), rounded half away from zero to whole øre. */
export const timesQuantity = (priceOre: number, quantityMilli: number): number => {
  const product = priceOre * quantityMilli;
  return Math.sign(product) * Math.round(Math.abs(product) / 1000);
};

/** A share in whole per cent of an amount, rounded half away from zero. */
export const percentOf = (ore: number, percent: number): number =>
  Math.sign(ore) * Math.round((Math.abs(ore) * percent) / 100);

export const total = <T>(list: readonly T[], amount: (item: T) => number): number =>
  list.reduce((sum, item) => sum + amount(item), 0);

/** '-1234.50' from øre, '.' as decimal sign, two decimals always. */
export function oreText(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** '12.5' from thousandths, no trailing zeros. */
export function milliText(milli: number): string {
  const digits = String(Math.abs(milli)).padStart(4, '0');
  const decimals = digits.slice(-3).replace(/0+$/, '');
  return `${milli < 0 ? '-' : ''}${digits.slice(0, -3)}${decimals ? `.${decimals}` : ''}`;
}

export interface NumberHabit {
  decimal: ',' | '.';
  /** Sign between thousands; '' for none. */
  thousands: string;
  /** How a negative amount is written. */
  negative: 'minus' | 'trailing-minus' | 'parentheses';
}

/** Rewrites plain decimal text the way a sender writes numbers. */
export function writtenNumber(plain: string, habit: NumberHabit): string {
  const [whole, decimals] = plain.replace('-', '').split('.') as [string, string | undefined];
  const grouped = habit.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, habit.thousands) : whole;
  const unsigned = decimals === undefined ? grouped : `${grouped}${habit.decimal}${decimals}`;
  if (!plain.startsWith('-')) return unsigned;
  return habit.negative === 'parentheses'
    ? `(${unsigned})`
    : habit.negative === 'trailing-minus'
      ? `${unsigned}-`
      : `-${unsigned}`;
}
