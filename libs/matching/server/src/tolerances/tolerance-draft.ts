/** Limits of a variance of price and of quantity, without sign; null for no limit. Decimal text. */
export interface ToleranceLimits {
  /** Per cent of the reported quantity at the booked price. */
  readonly pricePercent: string | null;
  /** NOK excl. VAT, of one line. */
  readonly priceAmount: string | null;
  /** Per cent of the booked quantity. */
  readonly quantityPercent: string | null;
  /** NOK excl. VAT at the booked price, of one line. */
  readonly quantityAmount: string | null;
}

export interface ToleranceDraft {
  /** Null for the cooperative. */
  readonly agreementId: string | null;
  readonly validFrom: string;
  /** True where the agreement follows the cooperative from the day on; it then has no limits of its own. */
  readonly isInherited: boolean;
  readonly limits: ToleranceLimits;
}

/** Earliest day of a new version, and of the lines that a preview covers: the first of the month a year ago. */
export function firstPreviewDay(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`;
}

const NO_LIMITS: ToleranceLimits = {
  pricePercent: null,
  priceAmount: null,
  quantityPercent: null,
  quantityAmount: null,
};

/** Returns the limits that are stored: none where the agreement follows the cooperative. */
export const storedLimits = ({ isInherited, limits }: ToleranceDraft): ToleranceLimits =>
  isInherited ? NO_LIMITS : limits;
