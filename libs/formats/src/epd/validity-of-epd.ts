import { isDate } from '@tallgrunn/values';
import type { StatedEpd } from './stated-epd.ts';

/** EPDs hold for five years from the day they are published (ISO 14025, the programmes' instructions). */
const VALID_YEARS = 5;

export interface EpdValidity {
  readonly from: string | null;
  readonly to: string | null;
  /** How the last day came about: said as a day; of the year said, five years after publication or the year's last day; or not at all. */
  readonly lastDay: 'stated' | 'five-years' | 'year-end' | 'missing';
  /** No day of publication is said: the first day of the year that the data are of. */
  readonly fromYear: boolean;
}

const day = (text: string | null): string | null => (text !== null && isDate(text) ? text : null);

/**
 * From the day of publication to the last valid day. The format has a year only for the end: where five years after publication lies in it, that is the day;
 * else the year's last. Without an end nothing is assumed.
 */
export function validityOfEpd({
  publishedOn,
  referenceYear,
  validUntil,
  expiresOn,
}: Pick<StatedEpd, 'publishedOn' | 'referenceYear' | 'validUntil' | 'expiresOn'>): EpdValidity {
  const published = day(publishedOn);
  const from = published ?? day(/^\d{4}$/.test(referenceYear ?? '') ? `${referenceYear}-01-01` : null);
  const begin = { from, fromYear: published === null && from !== null };
  const stated = day(expiresOn) ?? day(validUntil?.slice(0, 10) ?? null);
  if (stated !== null) return { ...begin, to: stated, lastDay: 'stated' };
  if (!/^\d{4}$/.test(validUntil ?? '')) return { ...begin, to: null, lastDay: 'missing' };
  const fiveYears =
    published === null
      ? null
      : `${String(Number(published.slice(0, 4)) + VALID_YEARS)}${published.slice(4) === '-02-29' ? '-02-28' : published.slice(4)}`;
  if (fiveYears?.slice(0, 4) === validUntil) return { ...begin, to: fiveYears, lastDay: 'five-years' };
  return { ...begin, to: day(`${validUntil}-12-31`), lastDay: 'year-end' };
}
