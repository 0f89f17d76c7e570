import { isDate } from '@tallgrunn/values';

/**
 * Returns whether a day can be the date of a purchase (1970–2099). A mistyped year would extend every list of months
 * over centuries.
 */
export function isPlausibleDay(text: string): boolean {
  return isDate(text) && text >= '1970-01-01' && text < '2100-01-01';
}
