import { isDate } from '@tallgrunn/values';
import type { PublishedEpd } from './published-epd.ts';

/** Validity of an EPD: five years from publication (ISO 14025 and the instructions of the programmes). */
const VALID_YEARS = 5;

export interface EpdValidity {
  readonly from: string | null;
  readonly to: string | null;
  /**
   * Source of the last day: stated as a day, five years after publication, the last day of the stated year, or missing.
   */
  readonly lastDay: 'stated' | 'five-years' | 'year-end' | 'missing';
  /** True when no day of publication is stated; `from` is then 1 January of the reference year. */
  readonly fromYear: boolean;
}

const day = (text: string | null): string | null => (text !== null && isDate(text) ? text : null);

/**
 * Returns the validity from publication to the last day. ILCD states only the year of the end. If five years after
 * publication falls in that year, that day is the last; otherwise 31 December. Without an end nothing is assumed.
 */
export function validityOfEpd({
  publishedOn,
  referenceYear,
  validUntil,
  expiresOn,
}: Pick<PublishedEpd, 'publishedOn' | 'referenceYear' | 'validUntil' | 'expiresOn'>): EpdValidity {
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
