/** Order of day, month and year in dates of six digits: "050326" or "260305". */
export type DigitLayout = 'day-first' | 'year-first';

const CELLS_MIN = 3;
const SHARE_MIN = 0.8;
/** A spreadsheet removes the first zero of "050326". */
const digits = /^\d{5,6}$/;

/** Writes out a date of six digits: "050326" is "05.03.2026"; other texts are returned as they are. */
export function writtenOut(text: string, layout: DigitLayout): string {
  const bare = text.trim();
  if (!digits.test(bare)) return text;
  const [one, two, three] = [0, 2, 4].map((at) => bare.padStart(6, '0').slice(at, at + 2)) as [string, string, string];
  return layout === 'day-first' ? `${one}.${two}.20${three}` : `20${one}-${two}-${three}`;
}

function dayOf(text: string, layout: DigitLayout): string {
  const written = writtenOut(text, layout);
  return layout === 'year-first' ? written : written.split('.').toReversed().join('-');
}

/**
 * Returns how a column of six digits writes its dates: the order in which most are days of the period. Null when neither
 * does, or without a period.
 */
export function digitLayout(
  texts: readonly string[],
  period: { readonly start: string; readonly end: string } | null,
): DigitLayout | null {
  const bare = texts.filter((text) => digits.test(text.trim()));
  if (period === null || bare.length < CELLS_MIN || bare.length < texts.length * SHARE_MIN) return null;
  const share = (layout: DigitLayout): number =>
    bare.filter((text) => dayOf(text, layout) >= period.start && dayOf(text, layout) < period.end).length / bare.length;
  if (share('day-first') >= SHARE_MIN) return 'day-first';
  return share('year-first') >= SHARE_MIN ? 'year-first' : null;
}
