import { scaled } from '@tallgrunn/values';

const MS_PER_DAY = 86_400_000n;
const SECOND = 1000n;
const DAY_SCALE = 15;
// Date of serial 0 in the 1904 system, and in the 1900 system from serial 61 on; one day later below that, because
// Excel, like Lotus 1-2-3, has 29 February 1900 as serial 60.
const ORIGIN_1904 = Date.UTC(1904, 0, 1);
const ORIGIN_1900 = Date.UTC(1899, 11, 30);
const ORIGIN_1900_BEFORE_LEAP = Date.UTC(1899, 11, 31);
const SERIAL_MAX = 2_958_466n;
const LEAP_DAY_1900 = 60n;

/**
 * Returns the ISO date of a serial number, with its time if it has one, rounded to the second as Excel displays it.
 * Serials below 1 are times of day ("13:45:00"). Null when Excel shows no date for it either.
 */
export function serialDate(serial: string, date1904: boolean): string | null {
  const unit = 10n ** BigInt(DAY_SCALE);
  const parts = scaled(serial, DAY_SCALE);
  if (parts < 0n) return null;
  const seconds = (2n * parts * (MS_PER_DAY / SECOND) + unit) / (2n * unit);
  const day = seconds / 86_400n;
  const time = isoTime(Number(seconds % 86_400n));
  if (day >= SERIAL_MAX) return null;
  if (day === 0n && !(date1904 && time === '00:00:00')) return date1904 ? `${isoDay(ORIGIN_1904)}T${time}` : time;
  const date = date1904
    ? isoDay(ORIGIN_1904, day)
    : day === LEAP_DAY_1900
      ? '1900-02-29'
      : isoDay(day < LEAP_DAY_1900 ? ORIGIN_1900_BEFORE_LEAP : ORIGIN_1900, day);
  return time === '00:00:00' ? date : `${date}T${time}`;
}

function isoDay(origin: number, days = 0n): string {
  return new Date(origin + Number(days * MS_PER_DAY)).toISOString().slice(0, 10);
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** Returns the same form of date from a cell with an ISO date (t="d"); null when it has anything else. */
export function isoCellDate(text: string): string | null {
  const match = isoPattern.exec(text.trim());
  if (!match) return null;
  const time = match[2]?.padEnd(8, ':00');
  return time === undefined || time === '00:00:00' ? match[1]! : `${match[1]}T${time}`;
}
