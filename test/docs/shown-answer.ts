/**
 * Returns the differences between a response and the one shown on a page. "…" matches anything; lists and objects may
 * be shown in part.
 */
export function differences(shown: unknown, given: unknown, at = '$'): string[] {
  if (shown === '…') return given === undefined || given === null || given === '' ? [`${at} is missing`] : [];
  if (Array.isArray(shown)) {
    if (!Array.isArray(given)) return [`${at} is no list`];
    if (shown.length === 0) return given.length === 0 ? [] : [`${at} is not empty`];
    return shown.flatMap((each, n) =>
      given.some((one) => differences(each, one).length === 0)
        ? []
        : [`${at}[${n}] is not among ${JSON.stringify(given).slice(0, 2000)}`],
    );
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof given !== 'object' || given === null) return [`${at} is no object but ${JSON.stringify(given)}`];
    return Object.entries(shown).flatMap(([key, value]) =>
      differences(value, (given as Record<string, unknown>)[key], `${at}.${key}`),
    );
  }
  return shown === given ? [] : [`${at} is ${JSON.stringify(given)} and not ${JSON.stringify(shown)}`];
}
