/** Converts "04-20" to "20.04"; other text is unchanged. */
export function dayMonth(date: string): string {
  return /^\d\d-\d\d$/.test(date) ? date.split('-').reverse().join('.') : date;
}

/** Converts "20.04" or "5.8." to "04-20" or "08-05"; null when it is no day and month. */
export function monthDay(text: string): string | null {
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text) ?? [];
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}
