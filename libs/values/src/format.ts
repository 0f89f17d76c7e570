import { isDecimal } from './decimal.ts';
import type { DecimalText } from './decimal.ts';
import type { Period } from './period.ts';
import { intlTags } from './texts.ts';
import type { Language } from './texts.ts';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat([...intlTags[language]], options)));
  return format;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let format = dates.get(key);
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat([...intlTags[language]], options)));
  return format;
}

/** Replaces the hyphen that Intl writes for a minus in English with the minus sign, which Norwegian already has. */
const withMinusSign = (written: string): string => written.replace('-', '\u2212');

/** The form in which JavaScript writes shares close to zero ("1.2e-7"). */
const exponentPattern = /^-?\d(?:\.\d+)?e[+-]?\d{1,3}$/;

/**
 * Formats decimal text. Intl reads the text exactly, so no float is involved. Text that is not a decimal is returned
 * unchanged.
 */
function formatDecimal(text: DecimalText, language: Language, options: Intl.NumberFormatOptions): string {
  if (!isDecimal(text) && !exponentPattern.test(text)) return text;
  return withMinusSign(
    numberFormat(language, { roundingMode: 'halfExpand', ...options }).format(text as Intl.StringNumericLiteral),
  );
}

/**
 * Formats an amount with two decimals and no currency: "318 204,50" in bokmål (no-break spaces), "318,204.50" in
 * English.
 */
export function formatAmount(text: DecimalText, language: Language, decimals = 2): string {
  return formatDecimal(text, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/**
 * Formats an amount with its currency in the style of the language. A currency from a file that is not a three-letter
 * code is written unchanged after the amount.
 */
export function formatMoney(text: DecimalText, currency: string, language: Language, decimals = 2): string {
  if (!/^[A-Za-z]{3}$/.test(currency))
    return `${formatDecimal(text, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })} ${currency}`.trim();
  return formatDecimal(text, language, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Formats a quantity with its own decimals, at most six. */
export function formatQuantity(text: DecimalText, language: Language): string {
  return formatDecimal(text, language, { maximumFractionDigits: 6 });
}

/** Formats a count. */
export function formatCount(count: number | bigint, language: Language): string {
  return withMinusSign(numberFormat(language, { maximumFractionDigits: 0 }).format(count));
}

/**
 * Formats a share as a percentage: formatShare("0.125", 'nb') is "12,5 %". Nothing and everything are only written of
 * what is exactly that: a share that rounds to them is "under 0,1 %", "over 99,9 %" or "over 100 %", the same words in
 * all languages.
 */
export function formatShare(text: DecimalText, language: Language, decimals = 1): string {
  const percent = (value: string) =>
    formatDecimal(value, language, { style: 'percent', maximumFractionDigits: decimals });
  const [written, share] = [percent(text), Number(text)];
  if (share > 0 && written === percent('0')) return `under ${percent(String(SMALLEST_SHARE / 10 ** decimals))}`;
  if (written !== percent('1') || share === 1) return written;
  return `over ${share > 1 ? written : percent((1 - SMALLEST_SHARE / 10 ** decimals).toFixed(decimals + 2))}`;
}

/** One per cent. */
const SMALLEST_SHARE = 0.01;

export type DateStyle = 'long' | 'short' | 'weekday';

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** Formats an ISO date: "20. april 2026"; `short` gives "20.04.2026", `weekday` "mandag 20. april". */
export function formatDate(date: string, language: Language, style: DateStyle = 'long'): string {
  return dateFormat(language, { ...dateStyles[style], timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** Formats an instant in Oslo time: "20. april 2026 kl. 14:05". */
export function formatInstant(instant: Date, language: Language): string {
  return dateFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(instant);
}

const periodTexts: Record<
  Language,
  Record<'quarter' | 'tertial' | 'half-year', (nth: string, year: string) => string>
> = {
  nb: {
    quarter: (n, y) => `${n}. kvartal ${y}`,
    tertial: (n, y) => `${n}. tertial ${y}`,
    'half-year': (n, y) => `${n}. halvår ${y}`,
  },
  nn: {
    quarter: (n, y) => `${n}. kvartal ${y}`,
    tertial: (n, y) => `${n}. tertial ${y}`,
    'half-year': (n, y) => `${n}. halvår ${y}`,
  },
  en: {
    quarter: (n, y) => `Q${n} ${y}`,
    tertial: (n, y) => `four-month period ${n}, ${y}`,
    'half-year': (n, y) => `half-year ${n}, ${y}`,
  },
};

/** Formats a period: "mars 2026", "1. kvartal 2026", "2026". */
export function formatPeriod(period: Period, language: Language): string {
  const year = period.key.slice(0, 4);
  if (period.kind === 'year') return year;
  if (period.kind === 'month')
    return dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${period.start}T00:00:00Z`),
    );
  return periodTexts[language][period.kind](period.key.slice(-1), year);
}
