/**
 * SQL: the date on which a spend line counts in months and years. It is the booking date, within the accounting period;
 * without a ledger, the line's own date. @param line table alias, '' for none
 */
export const countedOn = (line = ''): string => {
  const of = line === '' ? '' : `${line}.`;
  return `coalesce(${of}booked_on, ${of}purchased_on)`;
};

/** SQL: its month, '2026-03'. */
export const countedMonth = (line = ''): string => `to_char(${countedOn(line)}, 'YYYY-MM')`;
