import { isDate } from '@tallgrunn/values';

/** A day that a purchase can be of. A year mistyped by a figure would stretch every list of months over centuries. */
export function isPlausibleDay(text: string): boolean {
  return isDate(text) && text >= '1970-01-01' && text < '2100-01-01';
}
