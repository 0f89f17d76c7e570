/** SQL: the day that a line of the books, or what it weighs, counts on in months and years: that of the ledger, within its accounting period; its own where no ledger has it. `line`: its alias, where it has one. */
export const countedOn = (line = ''): string => {
  const of = line === '' ? '' : `${line}.`;
  return `coalesce(${of}booked_on, ${of}spent_on)`;
};

/** SQL: its month, '2026-03'. */
export const countedMonth = (line = ''): string => `to_char(${countedOn(line)}, 'YYYY-MM')`;
