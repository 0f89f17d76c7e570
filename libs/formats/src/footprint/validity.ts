import { dayIn, type JsonObject } from './json-access.ts';

/** Years of validity after the reference period (PACT 3.0, validityPeriodEnd). */
const VALID_YEARS = 3;

export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityAssumed: boolean;
}

/** Returns the stated validity, otherwise three years from the end of the reference period. */
export function validityOf(footprint: JsonObject, referenceEnd: string | null): Validity {
  const stated = dayIn(footprint, 'validityPeriodEnd');
  const validFrom = dayIn(footprint, 'validityPeriodStart') ?? referenceEnd;
  if (stated) return { validFrom, validTo: stated, validityAssumed: false };
  return { validFrom, validTo: lastValidDay(referenceEnd), validityAssumed: referenceEnd !== null };
}

/** Returns the same day three years later; 28 February for a leap day. */
export function lastValidDay(referenceEnd: string | null): string | null {
  if (referenceEnd === null) return null;
  const year = Number(referenceEnd.slice(0, 4)) + VALID_YEARS;
  const rest = referenceEnd.slice(4);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`;
}
