/** Money is whole øre and quantities are whole thousandths, so sums are exact. */

/** Returns price (øre) × quantity (thousandths), rounded half away from zero to whole øre. */
export const timesQuantity = (priceOre: number, quantityMilli: number): number => {
  const product = priceOre * quantityMilli;
  return Math.sign(product) * Math.round(Math.abs(product) / 1000);
};

/** Returns a whole per cent of an amount, rounded half away from zero. */
export const percentOf = (ore: number, percent: number): number =>
  Math.sign(ore) * Math.round((Math.abs(ore) * percent) / 100);

export const total = <T>(list: readonly T[], amount: (item: T) => number): number =>
  list.reduce((sum, item) => sum + amount(item), 0);

/** Formats øre as '-1234.50': '.' as decimal sign, always two decimals. */
export function oreText(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Formats thousandths as '12.5', without trailing zeros. */
export function milliText(milli: number): string {
  const digits = String(Math.abs(milli)).padStart(4, '0');
  const decimals = digits.slice(-3).replace(/0+$/, '');
  return `${milli < 0 ? '-' : ''}${digits.slice(0, -3)}${decimals ? `.${decimals}` : ''}`;
}

export interface NumberHabit {
  decimal: ',' | '.';
  /** Thousands separator; '' for none. */
  thousands: string;
  /** Notation of negative amounts. */
  negative: 'minus' | 'trailing-minus' | 'parentheses';
}

/** Formats normalised decimal text in the sender's notation. */
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
