import { formatPeriod, monthSpans, Period, type Language } from '@tallgrunn/values';

interface BuyerMonths {
  readonly name?: unknown;
  readonly months?: unknown;
}

const BUYERS_NAMED_MAX = 5;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const monthsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((month): month is string => typeof month === 'string' && MONTH.test(month)) : [];
const format = (month: string, language: Language): string => formatPeriod(Period.parse(month), language);

/** Formats the months of a problem, `{ from, to }`, as one span; '' when there are none. */
export function formatMonthSpan(span: unknown, language: Language): string {
  const { from, to } = (span ?? {}) as { from?: unknown; to?: unknown };
  const [first, last] = monthsIn([from, to]);
  if (first === undefined) return '';
  return last === undefined || last === first
    ? format(first, language)
    : `${format(first, language)}–${format(last, language)}`;
}

/**
 * Describes the missing months of a problem's buyers, naming the first five buyers. @param verb "lacks" in the language
 */
export function describeMissingMonths(missing: unknown, language: Language, verb: string): string {
  const all = (Array.isArray(missing) ? (missing as readonly BuyerMonths[]) : []).filter(
    ({ months }) => monthsIn(months).length > 0,
  );
  const named = all.slice(0, BUYERS_NAMED_MAX).map(
    ({ name, months }) =>
      `${String(name ?? '')} ${verb} ${monthSpans(monthsIn(months))
        .map((span) => formatMonthSpan(span, language))
        .join(', ')}`,
  );
  return named.length === 0 ? '' : ` ${named.join('. ')}${all.length > BUYERS_NAMED_MAX ? ' …' : '.'}`;
}
